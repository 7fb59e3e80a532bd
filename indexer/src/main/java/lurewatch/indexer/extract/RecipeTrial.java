package lurewatch.indexer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/// What each selector of a recipe finds on a page, for whoever writes the recipe.
public final class RecipeTrial {
    private static final int MOST_SHOWN = 200;

    private final Document document;
    private final String url;
    private final List<Tried> tried = new ArrayList<>();

    /// One key of a recipe, tried.
    ///
    /// @param key as in the site's file: `posting.title`
    /// @param written its selector or expression
    /// @param matches elements found; of keys below `list`, items in which something was found
    /// @param first what the first one says, shortened
    public record Tried(String key, String written, int matches, String first) {}

    private RecipeTrial(Document document, String url) {
        this.document = document;
        this.url = url;
    }

    /// Tries every key that the recipe has, in the order of the file.
    ///
    /// @param contentType as the server sent it; may be empty
    public static List<Tried> of(byte[] page, String contentType, String url, Recipe recipe) {
        PageText text = PageText.decode(page, contentType, Addresses.hostOf(url));
        RecipeTrial trial = new RecipeTrial(Html.shown(Html.page(text.text())), url);
        recipe.list().ifPresent(trial::list);
        recipe.posting().ifPresent(trial::posting);
        recipe.next().ifPresent(selector -> trial.whole("next", selector));
        return List.copyOf(trial.tried);
    }

    private void list(Recipe.ListPage list) {
        whole("list.item", list.item());
        Elements items = document.select(list.item());
        list.link().ifPresent(selector -> within(items, "list.link", selector));
        list.fields()
                .ifPresent(fields ->
                        fields(
                                "list.fields.",
                                fields,
                                (key, selector) -> within(items, key, selector)));
    }

    private void posting(Recipe.Fields fields) {
        fields("posting.", fields, this::whole);
    }

    private interface Trial {
        void run(String key, String selector);
    }

    private void fields(String prefix, Recipe.Fields fields, Trial trial) {
        fields.match()
                .ifPresent(expression ->
                        tried.add(
                                new Tried(
                                        prefix + "match",
                                        expression,
                                        fields.matches(url) ? 1 : 0,
                                        "")));
        run(prefix + "title", fields.title(), trial);
        run(prefix + "body", fields.body(), trial);
        run(prefix + "author", fields.author(), trial);
        run(prefix + "employer", fields.employer(), trial);
        run(prefix + "location", fields.location(), trial);
        run(prefix + "salary", fields.salary(), trial);
        run(prefix + "date", fields.date(), trial);
        run(prefix + "comments", fields.comments(), trial);
    }

    private static void run(String key, Optional<String> selector, Trial trial) {
        selector.ifPresent(written -> trial.run(key, written));
    }

    private void whole(String key, String selector) {
        add(key, selector, document.select(selector));
    }

    private void within(List<Element> items, String key, String selector) {
        Function<Element, Optional<Element>> found =
                item -> Optional.ofNullable(item.selectFirst(selector));
        add(key, selector, items.stream().map(found).flatMap(Optional::stream).toList());
    }

    private void add(String key, String selector, List<Element> found) {
        String first = found.isEmpty() ? "" : Prose.line(RecipeReader.value(found.getFirst()));
        tried.add(new Tried(key, selector, found.size(), Prose.shortened(first, MOST_SHOWN)));
    }
}
