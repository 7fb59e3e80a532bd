package lurewatch.indexer.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/// Reads a page by the selectors that an operator wrote.
final class RecipeReader {
    private static final int MOST_ITEMS = 500;

    private final Page page;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<String, PageLink> links = new LinkedHashMap<>();

    private RecipeReader(Page page) {
        this.page = page;
    }

    static PageReading read(Page page, Recipe recipe) {
        RecipeReader reader = new RecipeReader(page);
        recipe.list().ifPresent(reader::list);
        recipe.posting().ifPresent(reader::posting);
        recipe.next().ifPresent(reader::next);
        return new PageReading(reader.drafts, reader.links);
    }

    private void next(String selector) {
        for (Element link : page.document.select(selector)) {
            link(link, "", PageLink.Kind.NEXT);
        }
    }

    private void list(Recipe.ListPage list) {
        if (!list.fields().map(fields -> fields.matches(page.url())).orElse(true)) {
            return;
        }
        List<Element> items = page.document.select(list.item());
        for (Element item : items.subList(0, Math.min(MOST_ITEMS, items.size()))) {
            Optional<Element> link = list.link().map(item::selectFirst);
            if (link.isPresent()) {
                link(link.get(), Prose.line(Prose.of(link.get())), PageLink.Kind.ITEM);
            } else if (list.link().isEmpty()) {
                list.fields().ifPresent(fields -> item(item, fields));
            }
        }
    }

    private void item(Element item, Recipe.Fields fields) {
        Draft draft = draft(item, fields);
        if (!item.id().isEmpty()) {
            draft.at(page.url() + "#" + Prose.shortened(item.id(), 80));
        }
        if (fields.body().isEmpty()) {
            draft.body(Prose.of(item));
        }
        page.addLinksOf(item, draft);
        drafts.add(draft);
    }

    private void link(Element link, String anchor, PageLink.Kind kind) {
        page.addresses()
                .crawlable(link.attr("href"))
                .ifPresent(url -> links.putIfAbsent(url, new PageLink(url, anchor, kind)));
    }

    /// Without `match`, a page on which a list was found is no posting.
    private void posting(Recipe.Fields fields) {
        boolean listing = fields.match().isEmpty() && (!drafts.isEmpty() || !links.isEmpty());
        if (listing || !fields.matches(page.url())) {
            return;
        }
        Element root = page.document;
        Draft draft = draft(root, fields).at(page.url());
        if (fields.body().isEmpty()) {
            draft.body(page.mainText());
            page.addLinksOfMainText(draft);
        } else {
            root.select(fields.body().get()).forEach(body -> page.addLinksOf(body, draft));
            contactLinks(draft);
        }
        if (draft.saysSomething() || !draft.title().isEmpty()) {
            drafts.add(draft);
        }
        fields.comments().ifPresent(selector -> comments(selector, draft.title()));
    }

    private void contactLinks(Draft draft) {
        page.scan.contacts.stream()
                .filter(PageScan.PageContact::contact)
                .filter(link -> link.zone() == Zone.CONTENT)
                .forEach(link -> draft.link(link.target(), link.text()));
    }

    private void comments(String selector, String title) {
        List<Element> comments = page.document.select(selector);
        for (Element comment : comments.subList(0, Math.min(MOST_ITEMS, comments.size()))) {
            Draft draft =
                    new Draft()
                            .heading(title)
                            .comment(Prose.of(comment, nested(comment, selector)));
            if (!comment.id().isEmpty()) {
                draft.at(page.url() + "#" + Prose.shortened(comment.id(), 80));
            }
            page.addLinksOf(comment, draft);
            drafts.add(draft);
        }
    }

    private static Set<Element> nested(Element comment, String selector) {
        Set<Element> nested = new HashSet<>(comment.select(selector));
        nested.remove(comment);
        return nested;
    }

    private Draft draft(Element root, Recipe.Fields fields) {
        Draft draft =
                new Draft()
                        .title(text(root, fields.title()))
                        .author(text(root, fields.author()))
                        .employer(text(root, fields.employer()))
                        .location(text(root, fields.location()))
                        .salary(text(root, fields.salary()))
                        .postedAt(Dates.read(text(root, fields.date())));
        if (fields.body().isPresent()) {
            Set<Element> comments =
                    fields.comments()
                            .map(selector -> Set.copyOf(root.select(selector)))
                            .orElse(Set.of());
            for (Element body : root.select(fields.body().get())) {
                draft.body(Prose.of(body, comments));
            }
        }
        return draft;
    }

    private static String text(Element root, Optional<String> selector) {
        return selector.map(root::selectFirst).map(RecipeReader::value).orElse("");
    }

    /// Machine-readable values where the element has one.
    static String value(Element element) {
        return switch (element.normalName()) {
            case "time" ->
                    element.hasAttr("datetime") ? element.attr("datetime") : Prose.of(element);
            case "meta" -> element.attr("content");
            case "input" -> element.attr("value");
            case "img" -> element.attr("alt");
            default -> Prose.of(element);
        };
    }
}
