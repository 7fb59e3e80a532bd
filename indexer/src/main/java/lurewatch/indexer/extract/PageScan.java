package lurewatch.indexer.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.LowerCase;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jspecify.annotations.Nullable;

/// One walk over a page's tree that notes everything a reader may want: text in passages, links,
/// titles, and where structured data stands.
final class PageScan {
    private static final int MOST_LINKS = 2000;
    private static final int MOST_MARKED = 1000;
    private static final int MOST_PICTURES = 200;

    /// Shorter ones are emoji and icons.
    static final int SHORTEST_DESCRIPTION = 8;

    private static final int MOST_SCRIPT = 64 * 1024;
    private static final int HEAD_OF_SCRIPT = 1024;

    private static final Set<String> FEEDS =
            Set.of("application/rss+xml", "application/atom+xml", "application/feed+json");

    /// An address that a script's line goes to or opens, written out in it.
    private static final Pattern CLICKED =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}_])(?:location(?:\\.href)?\\s?=\\s?|location\\.(?:assign|replace)\\s?\\(\\s?|window\\.open\\s?\\(\\s?)"
                            + "['\"]([^'\"]{1,2000}+)['\"]");

    private static final int LONGEST_CLICK = 4096;

    /// Never written to.
    private static final Attributes NO_ATTRIBUTES = new Attributes();

    final Addresses addresses;
    final Prose prose = new Prose();
    final Passages passages = new Passages(prose);
    final List<PageContact> contacts = new ArrayList<>();
    final List<Picture> pictures = new ArrayList<>();
    final List<Element> jsonLd = new ArrayList<>();

    /// Roots of schema.org items in attributes.
    final List<Element> markedItems = new ArrayList<>();

    final List<Element> headings = new ArrayList<>();
    final Map<String, String> meta = new HashMap<>();
    String title = "";
    String firstTime = "";

    /// What a window says before anything else happens; empty where none opens.
    String alert = "";

    private final StringBuilder scripts = new StringBuilder();
    private final FoundLinks links;

    /// A page has many elements and few classes.
    private final Map<String, Zone> zonesOfClasses = new HashMap<>();

    private int hiddenAt = -1;
    private int deepest;
    private @Nullable Frame frame;
    private @Nullable OpenLink link;
    private boolean asksForPassword;

    PageScan(Addresses addresses) {
        this.addresses = addresses;
        this.links = new FoundLinks(addresses, MOST_LINKS);
    }

    /// A contact link, and where in the text it stands.
    record PageContact(String target, String text, int at, @Nullable Frame frame, boolean contact) {
        Zone zone() {
            return Frame.zone(frame);
        }
    }

    /// A picture that is described or carried by the page itself, and where in the text it stands.
    ///
    /// @param data its `data:` address, or nothing
    record Picture(String alternative, String data, int at, @Nullable Frame frame) {
        Zone zone() {
            return Frame.zone(frame);
        }
    }

    private record OpenLink(Element element, int depth, int textStart, boolean hidden) {}

    static PageScan of(Document document, Addresses addresses) {
        PageScan scan = new PageScan(addresses);
        base(document).ifPresent(addresses::base);
        scan.walk(document, 0);
        scan.passages.end(scan.frame);
        scan.passages.settle();
        return scan;
    }

    List<PageLink> links() {
        return links.all();
    }

    /// Which limits the page met.
    List<String> limitsMet() {
        List<String> met = new ArrayList<>(links.limitsMet());
        if (deepest >= Html.DEEPEST) {
            met.add("limit dom_depth=" + Html.DEEPEST + " observed=" + deepest);
        }
        return met;
    }

    /// Whether a field for a password is to be seen.
    boolean asksForPassword() {
        return asksForPassword;
    }

    /// Where scripts come from, and how they begin.
    String scripts() {
        return scripts.toString();
    }

    /// Goes no deeper than the parser lets a tree be; see [Html].
    private void walk(Element element, int depth) {
        open(element, depth);
        int children = element.childNodeSize();
        for (int i = 0; i < children; i++) {
            Node child = element.childNode(i);
            if (child instanceof TextNode words) {
                text(words);
            } else if (child instanceof Element inner) {
                walk(inner, depth + 1);
            }
        }
        close(element, depth);
    }

    private void close(Element element, int depth) {
        if (link != null && link.element().equals(element)) {
            closeLink(link);
            link = null;
        }
        if (hiddenAt < 0) {
            prose.close(element);
            if (Prose.endsLine(element)) {
                passages.end(frame);
            }
        }
        if (hiddenAt == depth) {
            hiddenAt = -1;
        }
        if (frame != null && frame.depth == depth) {
            frame = frame.outer();
        }
    }

    private void text(TextNode node) {
        if (hiddenAt >= 0) {
            return;
        }
        int before = prose.length();
        prose.words(node.getWholeText(), Prose.isPreformatted(node));
        int written = prose.length() - before;
        if (written > 0) {
            passages.grow(node, link == null ? 0 : written);
        }
    }

    private void open(Element element, int depth) {
        deepest = Math.max(deepest, depth);
        String tag = element.normalName();
        Attributes attributes =
                element.attributesSize() == 0 ? NO_ATTRIBUTES : element.attributes();
        collect(element, tag, attributes, depth);
        if (hiddenAt >= 0) {
            return;
        }
        if (Prose.isSilent(element, attributes)) {
            hiddenAt = depth;
            return;
        }
        if (Prose.endsLine(element)) {
            passages.end(frame);
        }
        enter(element, tag, attributes, depth);
        prose.open(element);
    }

    private void enter(Element element, String tag, Attributes attributes, int depth) {
        Zone entered = Zone.of(tag, attributes, zonesOfClasses);
        if (entered != Zone.CONTENT) {
            passages.end(frame);
            frame = new Frame(entered, element, depth, frame);
        }
    }

    private void collect(Element element, String tag, Attributes attributes, int depth) {
        switch (tag) {
            case "a", "area" -> openLink(element, depth);
            case "frame", "iframe" -> frame(element);
            case "object" -> embedded(element, "data");
            case "embed" -> embedded(element, "src");
            case "h1" -> heading(element);
            case "img" -> picture(element);
            case "input" ->
                    asksForPassword |=
                            hiddenAt < 0 && attributes.get("type").equalsIgnoreCase("password");
            case "link" -> linkElement(element);
            case "meta" -> meta(element);
            case "script" -> script(element);
            case "time" -> time(element);
            case "title" -> title = title.isEmpty() ? Prose.line(element.wholeText()) : title;
            default -> {}
        }
        if (!attributes.isEmpty() && attributes.hasKey("onclick")) {
            clicked(element, attributes.get("onclick"));
        }
        if (markedItems.size() < MOST_MARKED
                && !attributes.isEmpty()
                && (attributes.hasKey("itemscope") || attributes.hasKey("typeof"))) {
            markedItems.add(element);
        }
    }

    /// What references start from in all of the page, those before it too: the first `base` with an
    /// address, whatever that address is worth.
    private static Optional<String> base(Document document) {
        List<String> found = new ArrayList<>();
        document.filter((node, _) -> {
            if (!(node instanceof Element element)) {
                return FilterResult.CONTINUE;
            }
            return switch (element.normalName()) {
                case "template", "noscript", "svg", "math" -> FilterResult.SKIP_ENTIRELY;
                case "base" -> {
                    if (element.hasAttr("href")) {
                        found.add(element.attr("href"));
                        yield FilterResult.STOP;
                    }
                    yield FilterResult.CONTINUE;
                }
                default -> FilterResult.CONTINUE;
            };
        });
        return found.stream().findFirst();
    }

    private void frame(Element element) {
        String source = element.attr("src");
        links.add(source, "", PageLink.Kind.OTHER);
        if (scripts.length() < MOST_SCRIPT) {
            scripts.append(Prose.shortened(source, HEAD_OF_SCRIPT)).append('\n');
        }
    }

    /// Another page within this one, unless it is said to be something else.
    private void embedded(Element element, String attribute) {
        String type = LowerCase.of(element.attr("type"));
        if (type.isEmpty() || type.startsWith("text/html")) {
            links.add(element.attr(attribute), "", PageLink.Kind.OTHER);
        }
    }

    private void heading(Element element) {
        if (hiddenAt < 0 && headings.size() < 8) {
            headings.add(element);
        }
    }

    private void picture(Element image) {
        String alternative = image.attr("alt");
        boolean described = alternative.length() > SHORTEST_DESCRIPTION;
        String source = image.attr("src");
        boolean carried = DataPictures.isOne(source);
        if (hiddenAt < 0 && (described || carried) && pictures.size() < MOST_PICTURES) {
            pictures.add(
                    new Picture(
                            described ? Prose.line(alternative) : "",
                            carried ? source : "",
                            prose.length(),
                            frame));
        }
    }

    private void linkElement(Element element) {
        switch (LowerCase.of(element.attr("rel"))) {
            case "next" -> links.add(element.attr("href"), "", PageLink.Kind.NEXT);
            case "alternate" -> {
                if (FEEDS.contains(LowerCase.of(element.attr("type")))) {
                    links.add(element.attr("href"), element.attr("title"), PageLink.Kind.FEED);
                }
            }
            default -> {}
        }
    }

    private void meta(Element element) {
        String name = element.attr("property") + element.attr("name") + element.attr("itemprop");
        if (!name.isEmpty() && meta.size() < 100) {
            meta.putIfAbsent(LowerCase.of(name), element.attr("content"));
        }
        if (element.attr("http-equiv").equalsIgnoreCase("refresh")) {
            refreshed(element.attr("content"))
                    .ifPresent(target -> links.add(target, "", PageLink.Kind.OTHER));
        }
    }

    /// Where a refresh leads, such as `0; url=/next`.
    static Optional<String> refreshed(String content) {
        int url = LowerCase.of(content).indexOf("url=");
        return url < 0
                ? Optional.empty()
                : Optional.of(content.substring(url + 4).replace("'", "").replace("\"", ""));
    }

    private void script(Element element) {
        boolean linkedData = LowerCase.of(element.attr("type")).contains("ld+json");
        if (linkedData && jsonLd.size() < MOST_MARKED) {
            jsonLd.add(element);
        } else if (!linkedData && scripts.length() < MOST_SCRIPT) {
            alert = alert.isEmpty() ? Alerts.first(element.data()) : alert;
            scripts.append(Prose.shortened(element.attr("src"), Addresses.LONGEST)).append('\n');
            scripts.append(Prose.shortened(element.data(), HEAD_OF_SCRIPT)).append('\n');
        }
    }

    /// Rows of many boards are no links but lead on when they are clicked.
    private void clicked(Element element, String script) {
        Matcher leads = CLICKED.matcher(Prose.shortened(script, LONGEST_CLICK));
        if (hiddenAt < 0 && !Prose.isHidden(element) && leads.find()) {
            links.add(
                    leads.group(1),
                    Prose.shortened(element.ownText(), PageLink.LONGEST_ANCHOR),
                    PageLink.Kind.OTHER);
        }
    }

    private void time(Element element) {
        if (firstTime.isEmpty() && frame == null) {
            firstTime = element.attr("datetime");
        }
    }

    private void openLink(Element element, int depth) {
        if (element.hasAttr("href") || element.hasAttr("xlink:href")) {
            link = new OpenLink(element, depth, prose.length(), hiddenAt >= 0);
            if (element.normalName().equals("area")) {
                closeLink(link);
                link = null;
            }
        }
    }

    /// Drawings write it in a way of their own.
    private static String href(Element link) {
        String href = link.attr("href");
        return href.isEmpty() ? link.attr("xlink:href") : href;
    }

    private void closeLink(OpenLink open) {
        Element element = open.element();
        String href = href(element);
        String anchor = anchor(open);
        boolean isHidden = open.hidden() || Prose.isSilent(element);
        if (!isHidden) {
            links.add(href, anchor, Anchors.kind(element, anchor));
        } else if (!isBait(element)) {
            links.addHidden(href, anchor);
        }
        addresses.target(href).ifPresent(target -> contact(target, anchor, open));
    }

    /// A link that nobody sees, and that search engines are asked to leave alone, is there to be
    /// followed by those who are neither.
    private static boolean isBait(Element element) {
        return LowerCase.of(element.attr("rel")).contains("nofollow");
    }

    private void contact(String target, String anchor, OpenLink open) {
        boolean contact = ContactLinks.isContact(target);
        if (contact) {
            passages.holdContact();
        }
        if (contacts.size() < MOST_LINKS) {
            contacts.add(new PageContact(target, anchor, open.textStart(), frame, contact));
        }
    }

    private String anchor(OpenLink open) {
        String shown = prose.slice(open.textStart(), PageLink.LONGEST_ANCHOR);
        if (!shown.isEmpty()) {
            return shown;
        }
        String titled = open.element().attr("title");
        return Prose.shortened(titled.isEmpty() ? open.element().attr("aria-label") : titled, 200);
    }
}
