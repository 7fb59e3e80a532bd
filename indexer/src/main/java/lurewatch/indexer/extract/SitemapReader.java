package lurewatch.indexer.extract;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lurewatch.indexer.LowerCase;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/// Reads sitemaps and indexes of sitemaps (sitemaps.org), in whatever namespace they say they are:
/// pages that may be visited, with the time when each last changed as the site claims.
///
/// An entry is thrown away when it was read, so that a file of 50,000 costs no tree of them. The
/// parser knows no document types and expands no entities but HTML's own.
final class SitemapReader {
    /// The protocol's own bound.
    static final int MOST_ENTRIES = 50_000;

    private static final Pattern ROOT =
            Pattern.compile(
                    "<(?:[a-z0-9_-]{1,20}:)?(?:urlset|sitemapindex)[\\s>]", CASE_INSENSITIVE);
    private static final int SNIFFED = 4096;

    private static final String PUBLISHED = "publication_date";

    /// Elements and the blanks between them; pictures and translations stand there as well.
    private static final int MOST_IN_ENTRY = 1000;

    private final Addresses addresses;
    private final Map<String, PageLink> links = new LinkedHashMap<>();
    private int entries;

    private SitemapReader(Addresses addresses) {
        this.addresses = addresses;
    }

    /// @param failures the limit that was met, if one was
    record Sitemap(List<PageLink> links, List<String> failures) {}

    /// Whether this XML begins as a sitemap does.
    static boolean isSitemap(String xml) {
        return ROOT.matcher(xml.substring(0, Math.min(xml.length(), SNIFFED))).find();
    }

    static Sitemap read(String xml, Addresses addresses) {
        SitemapReader reader = new SitemapReader(addresses);
        try (StreamParser parser =
                new StreamParser(Parser.xmlParser().setMaxDepth(Html.DEEPEST))
                        .parse(TagNames.tamed(xml), addresses.page())) {
            for (var elements = parser.iterator(); elements.hasNext(); ) {
                Element element = elements.next();
                if (isEntry(element)) {
                    reader.entry(element);
                }
                if (isEntry(element) || !isInEntry(element)) {
                    drop(element);
                }
            }
        }
        return reader.result();
    }

    /// Whether these are the lines of a sitemap in plain text: addresses and nothing else, in a
    /// file that is called so. Any other text may be somebody's list of accounts.
    static boolean isPlainSitemap(String url, String text) {
        int query = url.indexOf('?');
        String path = query < 0 ? url : url.substring(0, query);
        String name = LowerCase.of(path.substring(path.lastIndexOf('/') + 1));
        return name.contains("sitemap")
                && !text.isBlank()
                && text.lines()
                        .map(String::strip)
                        .allMatch(line -> line.isEmpty() || line.startsWith("http"));
    }

    static Sitemap readPlain(String text, Addresses addresses) {
        SitemapReader reader = new SitemapReader(addresses);
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> reader.add(line, PageLink.Kind.LISTED, Optional.empty()));
        return reader.result();
    }

    private Sitemap result() {
        List<String> failures = new ArrayList<>();
        if (entries > MOST_ENTRIES) {
            failures.add("limit sitemap_entries=" + MOST_ENTRIES + " observed=" + entries);
        }
        return new Sitemap(List.copyOf(links.values()), failures);
    }

    private static boolean isEntry(Element element) {
        String name = local(element);
        return name.equals("url") || name.equals("sitemap");
    }

    /// Whether it may be wanted when its entry ends.
    private static boolean isInEntry(Element element) {
        Element parent = element.parent();
        if (parent == null || parent.childNodeSize() > MOST_IN_ENTRY) {
            return false;
        }
        Element above = parent.parent();
        return isEntry(parent)
                || (above != null && isEntry(above) && local(element).equals(PUBLISHED));
    }

    /// Throws away what was read, or is of no interest, and the text before it.
    private static void drop(Element element) {
        if (element.previousSibling() instanceof TextNode before) {
            before.remove();
        }
        element.remove();
    }

    private void entry(Element entry) {
        String location = "";
        Optional<Instant> changedAt = Optional.empty();
        Optional<Instant> published = Optional.empty();
        for (Element child : entry.children()) {
            // Those of extensions (image:loc) are nested one level deeper.
            switch (local(child)) {
                case "loc" -> location = child.wholeText().strip();
                case "lastmod" -> changedAt = Dates.claimed(child.wholeText().strip());
                case "news" -> published = published(child);
                default -> {}
            }
        }
        boolean isIndex = local(entry).equals("sitemap");
        Optional<Instant> latest = changedAt.isPresent() ? changedAt : published;
        add(
                location.isEmpty() ? entry.ownText().strip() : location,
                isIndex ? PageLink.Kind.SITEMAP : PageLink.Kind.LISTED,
                latest);
    }

    private static Optional<Instant> published(Element news) {
        for (Element child : news.children()) {
            if (local(child).equals(PUBLISHED)) {
                return Dates.claimed(child.wholeText().strip());
            }
        }
        return Optional.empty();
    }

    private void add(String location, PageLink.Kind kind, Optional<Instant> changedAt) {
        entries++;
        if (entries > MOST_ENTRIES) {
            return;
        }
        addresses
                .crawlable(location)
                .ifPresent(url -> links.putIfAbsent(url, new PageLink(url, "", kind, changedAt)));
    }

    /// The name without a namespace's prefix.
    private static String local(Element element) {
        String name = element.tagName();
        return LowerCase.of(name.substring(name.indexOf(':') + 1));
    }
}
