package lurewatch.indexer.extract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.SiteKind;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads RSS (0.9x, 1.0, 2.0) and Atom. The parser is jsoup's: it knows no document types and
/// expands no entities but HTML's own, so that a feed can neither explode nor reach for files.
final class FeedReader {
    private static final Set<String> ROOTS = Set.of("rss", "feed", "rdf");
    private static final int MOST_ENTRIES = 1000;

    /// Of a title, a name or a date, with the markup in it.
    private static final int LONGEST_NAME = 10_000;

    private static final List<String> POSTED =
            List.of("pubDate", "published", "date", "issued", "updated", "modified");
    private static final List<String> CHANGED = List.of("updated", "modified");

    private final Addresses addresses;
    private final Map<String, PageLink> links = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();

    private FeedReader(Addresses addresses) {
        this.addresses = addresses;
    }

    /// @param links to the entries' pages, and to the feed's next page
    /// @param failures the limit that was met, if one was
    record Feed(List<Draft> drafts, List<PageLink> links, List<String> failures) {}

    static boolean isFeed(Document document) {
        Element root = document.firstElementChild();
        return root != null && ROOTS.contains(local(root));
    }

    /// Entries are postings where the site is watched as a feed; elsewhere they only lead to pages.
    static Feed read(Document document, Addresses addresses, SiteKind kind) {
        FeedReader reader = new FeedReader(addresses);
        List<Draft> drafts = reader.entries(document);
        return new Feed(
                kind == SiteKind.FEED ? drafts : List.of(),
                List.copyOf(reader.links.values()),
                List.copyOf(reader.failures));
    }

    private List<Draft> entries(Document document) {
        List<Element> all = document.getAllElements();
        List<Element> entries = all.stream().filter(FeedReader::isEntry).toList();
        if (entries.size() > MOST_ENTRIES) {
            failures.add("limit feed_entries=" + MOST_ENTRIES + " observed=" + entries.size());
        }
        Set<Element> read = Collections.newSetFromMap(new IdentityHashMap<>());
        Nesting.shallow(document, entries).stream().limit(MOST_ENTRIES).forEach(read::add);
        List<Draft> drafts = new ArrayList<>();
        for (Element element : all) {
            if (read.contains(element)) {
                drafts.add(entry(element));
            } else if (local(element).equals("link") && element.attr("rel").equals("next")) {
                link(element.attr("href"), "", PageLink.Kind.NEXT, Optional.empty());
            }
        }
        return drafts;
    }

    private static boolean isEntry(Element element) {
        String name = local(element);
        return name.equals("item") || name.equals("entry");
    }

    private Draft entry(Element entry) {
        String title = text(child(entry, "title"));
        String url = url(entry);
        Optional<Instant> posted = date(entry, POSTED);
        link(url, title, PageLink.Kind.ITEM, date(entry, CHANGED).or(() -> posted));
        Draft draft =
                new Draft()
                        .at(ClaimedAddress.of(url, addresses))
                        .title(title)
                        .author(author(entry))
                        .postedAt(posted);
        content(entry, draft);
        if (!draft.saysSomething()) {
            draft.body(title);
        }
        ClaimedAddress.told(url, addresses).ifPresent(told -> draft.link(told, title));
        return draft;
    }

    private void link(String url, String anchor, PageLink.Kind kind, Optional<Instant> changedAt) {
        PageLink.of(addresses, url, anchor, kind, changedAt)
                .ifPresent(link -> links.putIfAbsent(link.url(), link));
    }

    /// The entry's page: Atom's alternate link, RSS's link, else a permanent guid.
    private static String url(Element entry) {
        String fallback = "";
        for (Element child : entry.children()) {
            String name = local(child);
            String rel = child.attr("rel");
            if (name.equals("link")
                    && child.hasAttr("href")
                    && (rel.isEmpty() || rel.equals("alternate"))) {
                return child.attr("href");
            }
            if (name.equals("link") && !child.wholeText().isBlank()) {
                return child.wholeText().strip();
            }
            boolean permanent = !child.attr("isPermaLink").equals("false");
            if (name.equals("id") || (name.equals("guid") && permanent)) {
                fallback = child.wholeText().strip();
            }
        }
        return fallback.startsWith("http") ? fallback : "";
    }

    private static String author(Element entry) {
        for (String name : List.of("creator", "author")) {
            Element author = child(entry, name);
            if (author != null) {
                Element inner = child(author, "name");
                return text(inner == null ? author : inner);
            }
        }
        return "";
    }

    private static Optional<Instant> date(Element entry, List<String> names) {
        for (String name : names) {
            Optional<Instant> time = Dates.read(text(child(entry, name)));
            if (time.isPresent()) {
                return time;
            }
        }
        return Optional.empty();
    }

    /// The fullest of an entry's texts; the others are abridgements of it.
    private void content(Element entry, Draft draft) {
        Element fullest = null;
        int most = -1;
        for (Element child : entry.children()) {
            switch (local(child)) {
                case "encoded", "content", "description", "summary", "body" -> {
                    int length = child.wholeText().length();
                    fullest = length > most ? child : fullest;
                    most = Math.max(length, most);
                }
                default -> {}
            }
        }
        if (fullest == null) {
            return;
        }
        // XHTML was read as XML, which knows no blocks: it is read again as HTML.
        String escaped = fullest.children().isEmpty() ? fullest.wholeText() : "";
        Element shown = Html.fragment(escaped.isEmpty() ? fullest.html() : escaped);
        draft.body(escaped.isEmpty() ? Prose.of(shown) : Prose.ofValue(escaped));
        addLinks(shown, addresses, draft);
    }

    static void addLinks(Element shown, Addresses addresses, Draft draft) {
        for (Element link : shown.select("a[href]")) {
            if (draft.isFullOfLinks()) {
                break;
            }
            addresses
                    .target(link.attr("href"))
                    .ifPresent(target -> draft.link(target, Prose.line(Prose.of(link))));
        }
    }

    private static @Nullable Element child(Element parent, String name) {
        for (Element child : parent.children()) {
            if (local(child).equalsIgnoreCase(name)) {
                return child;
            }
        }
        return null;
    }

    /// Plain words of an element that may hold escaped HTML.
    private static String text(@Nullable Element element) {
        if (element == null) {
            return "";
        }
        String words = Prose.shortened(element.wholeText(), LONGEST_NAME);
        return Prose.line(words.contains("<") || words.contains("&") ? Prose.ofHtml(words) : words);
    }

    /// The name without a namespace's prefix.
    private static String local(Element element) {
        String name = element.tagName();
        String local = name.substring(name.indexOf(':') + 1);
        return local.equals("RDF") ? "rdf" : local;
    }
}
