package lurewatch.indexer.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/// One walk over a page's tree that notes everything a reader may want: text in passages, links,
/// titles, and where structured data stands.
final class PageScan implements NodeVisitor {
    private static final int MOST_LINKS = 2000;
    private static final int MOST_PASSAGES = 20_000;
    private static final int MOST_MARKED = 1000;
    private static final int LONGEST_ANCHOR = 200;
    private static final int MOST_SCRIPT = 64 * 1024;
    private static final int HEAD_OF_SCRIPT = 1024;

    /// A passage with a larger share of links is a list of links.
    private static final double MOSTLY_TEXT = 0.4;

    /// Shorter passages are labels.
    private static final int RUNNING = 40;

    final Addresses addresses;
    final Prose prose = new Prose();
    final List<Passage> passages = new ArrayList<>();
    final List<PageContact> contacts = new ArrayList<>();
    final List<Picture> pictures = new ArrayList<>();
    final List<Element> jsonLd = new ArrayList<>();

    /// Roots of schema.org items in attributes.
    final List<Element> markedItems = new ArrayList<>();

    final List<Element> headings = new ArrayList<>();
    final Map<String, String> meta = new HashMap<>();
    String title = "";
    String firstTime = "";
    private final StringBuilder scripts = new StringBuilder();
    private final Map<String, PageLink> links = new LinkedHashMap<>();

    /// A page has many elements and few classes.
    private final Map<String, Zone> zonesOfClasses = new HashMap<>();

    private int hiddenAt = -1;
    private @Nullable Frame frame;
    private @Nullable OpenLink link;
    private int passageStart;
    private int linkedInPassage;
    private boolean contactInPassage;
    private @Nullable Element passageOwner;
    private boolean based;
    private int allVotes;

    PageScan(Addresses addresses) {
        this.addresses = addresses;
    }

    /// A contact link, and where in the text it stands.
    record PageContact(String target, String text, int at, @Nullable Frame frame, boolean contact) {
        Zone zone() {
            return Frame.zone(frame);
        }
    }

    /// A described picture, and where in the text it stands.
    record Picture(String alternative, int at, @Nullable Frame frame) {
        Zone zone() {
            return Frame.zone(frame);
        }
    }

    private record OpenLink(Element element, int depth, int textStart, boolean hidden) {}

    static PageScan of(Document document, Addresses addresses) {
        PageScan scan = new PageScan(addresses);
        document.traverse(scan);
        scan.endPassage();
        scan.settle();
        return scan;
    }

    List<PageLink> links() {
        return List.copyOf(links.values());
    }

    /// Where scripts come from, and how they begin.
    String scripts() {
        return scripts.toString();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text(words);
        } else if (node instanceof Element element) {
            open(element, depth);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        if (link != null && link.element().equals(element)) {
            closeLink(link);
            link = null;
        }
        if (hiddenAt < 0) {
            prose.close(element);
            if (Prose.endsLine(element)) {
                endPassage();
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
            if (passageOwner == null) {
                passageOwner = blockAround(node);
            }
            if (link != null) {
                linkedInPassage += written;
            }
        }
    }

    private static @Nullable Element blockAround(Node node) {
        Node parent = node.parent();
        while (parent instanceof Element element
                && !element.isBlock()
                && element.parent() != null) {
            parent = element.parent();
        }
        return parent instanceof Element element ? element : null;
    }

    private void open(Element element, int depth) {
        String tag = element.normalName();
        collect(element, tag, depth);
        if (hiddenAt >= 0) {
            return;
        }
        if (Prose.isSilent(element)) {
            hiddenAt = depth;
            return;
        }
        if (Prose.endsLine(element)) {
            endPassage();
        }
        enter(element, depth);
        prose.open(element);
    }

    private void enter(Element element, int depth) {
        Zone entered = Zone.of(element, zonesOfClasses);
        if (entered != Zone.CONTENT) {
            endPassage();
            frame = new Frame(entered, element, depth, frame);
        }
    }

    private void collect(Element element, String tag, int depth) {
        switch (tag) {
            case "a", "area" -> openLink(element, depth);
            case "base" -> base(element);
            case "frame", "iframe" -> add(element.attr("src"), "", PageLink.Kind.OTHER);
            case "h1" -> heading(element);
            case "img" -> picture(element);
            case "link" -> linkElement(element);
            case "meta" -> meta(element);
            case "script" -> script(element);
            case "time" -> time(element);
            case "title" -> title = title.isEmpty() ? Prose.line(element.wholeText()) : title;
            default -> {}
        }
        if (markedItems.size() < MOST_MARKED
                && element.attributesSize() > 0
                && (element.hasAttr("itemscope") || element.hasAttr("typeof"))) {
            markedItems.add(element);
        }
    }

    private void base(Element element) {
        if (!based && element.hasAttr("href")) {
            based = true;
            addresses.base(element.attr("href"));
        }
    }

    private void heading(Element element) {
        if (hiddenAt < 0 && headings.size() < 8) {
            headings.add(element);
        }
    }

    private void picture(Element image) {
        String alternative = image.attr("alt");
        if (hiddenAt < 0 && alternative.length() > 8 && pictures.size() < 200) {
            pictures.add(new Picture(Prose.line(alternative), prose.length(), frame));
        }
    }

    private void linkElement(Element element) {
        switch (element.attr("rel").toLowerCase(Locale.ROOT)) {
            case "next" -> add(element.attr("href"), "", PageLink.Kind.NEXT);
            case "alternate" -> {
                if (element.attr("type").endsWith("+xml")) {
                    add(element.attr("href"), element.attr("title"), PageLink.Kind.OTHER);
                }
            }
            default -> {}
        }
    }

    private void meta(Element element) {
        String name = element.attr("property") + element.attr("name") + element.attr("itemprop");
        if (!name.isEmpty() && meta.size() < 100) {
            meta.putIfAbsent(name.toLowerCase(Locale.ROOT), element.attr("content"));
        }
        if (element.attr("http-equiv").equalsIgnoreCase("refresh")) {
            String content = element.attr("content");
            int url = content.toLowerCase(Locale.ROOT).indexOf("url=");
            if (url >= 0) {
                String target = content.substring(url + 4).replace("'", "").replace("\"", "");
                add(target, "", PageLink.Kind.OTHER);
            }
        }
    }

    private void script(Element element) {
        boolean linkedData = element.attr("type").toLowerCase(Locale.ROOT).contains("ld+json");
        if (linkedData && jsonLd.size() < MOST_MARKED) {
            jsonLd.add(element);
        } else if (!linkedData && scripts.length() < MOST_SCRIPT) {
            scripts.append(Prose.shortened(element.attr("src"), Addresses.LONGEST)).append('\n');
            scripts.append(Prose.shortened(element.data(), HEAD_OF_SCRIPT)).append('\n');
        }
    }

    private void time(Element element) {
        if (firstTime.isEmpty() && frame == null) {
            firstTime = element.attr("datetime");
        }
    }

    private void openLink(Element element, int depth) {
        if (element.hasAttr("href")) {
            link = new OpenLink(element, depth, prose.length(), hiddenAt >= 0);
            if (element.normalName().equals("area")) {
                closeLink(link);
                link = null;
            }
        }
    }

    private void closeLink(OpenLink open) {
        Element element = open.element();
        String href = element.attr("href");
        String anchor = anchor(open);
        PageLink.Kind kind = open.hidden() ? PageLink.Kind.OTHER : Anchors.kind(element, anchor);
        add(href, anchor, kind);
        addresses.target(href).ifPresent(target -> contact(target, anchor, open));
    }

    private void contact(String target, String anchor, OpenLink open) {
        boolean contact = ContactLinks.isContact(target);
        if (contact) {
            contactInPassage = true;
        }
        if (contacts.size() < MOST_LINKS) {
            contacts.add(new PageContact(target, anchor, open.textStart(), frame, contact));
        }
    }

    private String anchor(OpenLink open) {
        String shown = prose.slice(open.textStart(), LONGEST_ANCHOR);
        if (!shown.isEmpty()) {
            return shown;
        }
        String titled = open.element().attr("title");
        return Prose.shortened(titled.isEmpty() ? open.element().attr("aria-label") : titled, 200);
    }

    private void add(String href, String anchor, PageLink.Kind kind) {
        if (href.isEmpty() || links.size() >= MOST_LINKS) {
            return;
        }
        addresses
                .crawlable(href)
                .ifPresent(
                        url -> links.merge(url, new PageLink(url, anchor, kind), PageScan::better));
    }

    /// Of two links to one page, the one with words; the following page of a list stays one.
    private static PageLink better(PageLink first, PageLink second) {
        PageLink.Kind kind = first.kind() == PageLink.Kind.OTHER ? second.kind() : first.kind();
        String anchor = first.anchor().isEmpty() ? second.anchor() : first.anchor();
        return new PageLink(first.url(), anchor, kind);
    }

    private void endPassage() {
        int end = prose.lineEnd();
        if (end > passageStart && passageOwner != null && passages.size() < MOST_PASSAGES) {
            add(end, contactInPassage ? 0 : linkedInPassage, passageOwner);
        }
        prose.endLine();
        passageStart = prose.length();
        linkedInPassage = 0;
        contactInPassage = false;
        passageOwner = null;
    }

    private void add(int end, int linked, Element owner) {
        int votes = votes(end, linked);
        Frame.count(frame, votes);
        allVotes += votes;
        passages.add(new Passage(passageStart, end, linked, votes, owner, frame, contactInPassage));
    }

    private int votes(int end, int linked) {
        int length = end - passageStart;
        if (linked > length * MOSTLY_TEXT) {
            return 0;
        }
        int votes = length - linked;
        for (int i = passageStart; i < end; i++) {
            if (prose.charAt(i) >= 0xE00) {
                votes++;
            }
        }
        return votes < RUNNING ? 0 : votes;
    }

    private void settle() {
        for (Passage passage : passages) {
            Frame.settle(passage.frame(), allVotes);
        }
    }
}
