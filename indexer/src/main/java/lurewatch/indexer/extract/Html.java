package lurewatch.indexer.extract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lurewatch.indexer.LowerCase;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;

/// Parses within bounds.
final class Html {
    /// A longer page is cut: no reader gets so far, and trees are ten times as large as their text.
    static final int LONGEST = 6 << 20;

    /// Where more than so many tags stand, those that follow are cut off: `<p>x` takes sixty times
    /// the room of what it is written as.
    static final int MOST_TAGS = 400_000;

    /// What follows deeper is hung up here.
    static final int DEEPEST = 512;

    private static final int MOST_FRAMES = 20;

    /// Fields that are there to be read and copied, not to be filled in.
    private static final String READ_ONLY =
            "input[value][readonly], input[value][disabled], textarea[readonly], textarea[disabled]";

    private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}){4,200}");

    /// As pages declare it, and as Chrome writes it when it saves one.
    private static final String SHADOW_TREE = "template[shadowrootmode], template[shadowmode]";

    private static final String OVERRIDE = "bidi-override";
    private static final int SIGN_AT = OVERRIDE.indexOf('-');
    private static final String TURNED = "bdo[dir], [style*=" + OVERRIDE + "]";

    private static final int LONGEST_TURNED = 1000;

    /// Elements, and characters with the blanks between them.
    private static final int MOST_TURNED = 8 * LONGEST_TURNED;

    private static final Set<String> TEXT_FIELDS = Set.of("", "text", "url", "tel", "email");

    private Html() {}

    static Document page(String html) {
        return Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(bounded(html), "");
    }

    /// A whole page as a browser shows it: with what stands in its shadow trees, in fields that
    /// nobody can change, and in frames that carry their document with them.
    static Document shown(Document page) {
        return mayHoldUnshown(page) ? withAllShown(page) : page;
    }

    /// Whether anything may stand in the tree that is shown as something else than it is written
    /// as. Most pages have none of it, and to select all of it takes half as long as to parse them.
    private static boolean mayHoldUnshown(Element element) {
        if (mayBeUnshown(element)) {
            return true;
        }
        int children = element.childNodeSize();
        for (int i = 0; i < children; i++) {
            if (element.childNode(i) instanceof Element inner && mayHoldUnshown(inner)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayBeUnshown(Element element) {
        String tag = element.normalName();
        if (tag.equals("xmp")) {
            return true;
        }
        return element.attributesSize() > 0
                && (isUnshownTag(element, tag)
                        || element.hasAttr("data-cfemail")
                        || mayBeTurned(element.attr("style")));
    }

    private static boolean isUnshownTag(Element element, String tag) {
        return switch (tag) {
            case "template" -> element.hasAttr("shadowrootmode") || element.hasAttr("shadowmode");
            case "input", "textarea" -> element.hasAttr("readonly") || element.hasAttr("disabled");
            case "bdo" -> true;
            case "iframe" -> element.hasAttr("srcdoc") || holdsData(element.attr("src"));
            case "object" -> holdsData(element.attr("data"));
            default -> false;
        };
    }

    private static boolean holdsData(String address) {
        return LowerCase.of(address).contains("data:");
    }

    private static boolean mayBeTurned(String style) {
        int sign = style.indexOf('-');
        while (sign >= 0
                && !style.regionMatches(true, sign - SIGN_AT, OVERRIDE, 0, OVERRIDE.length())) {
            sign = style.indexOf('-', sign + 1);
        }
        return sign >= 0;
    }

    private static Document withAllShown(Document page) {
        for (Element shadow : page.select(SHADOW_TREE)) {
            shadow.tagName("div");
        }
        page.select(READ_ONLY).forEach(Html::showField);
        page.select("xmp").forEach(Html::showSource);
        page.select("[data-cfemail]").forEach(Html::showAddress);
        page.select(TURNED).stream().filter(Html::isTurned).forEach(Html::turn);
        page.select("iframe[srcdoc], iframe[src^=data:], object[data^=data:]").stream()
                .flatMap(frame -> document(frame).stream())
                .limit(MOST_FRAMES)
                .forEach(document -> {
                    // At the end and not in its place: trees must not become deeper.
                    Element within = page.body().appendElement("div");
                    within.appendChildren(List.copyOf(fragment(document).childNodes()));
                });
        return page;
    }

    /// What stands in it is shown as it is written.
    private static void showSource(Element source) {
        String written = source.wholeText().isEmpty() ? source.data() : source.wholeText();
        source.tagName("pre").text(written);
    }

    /// A mail address as Cloudflare hides it from those who run no scripts: a byte, and the address
    /// with each of its bytes changed by that one.
    private static void showAddress(Element hidden) {
        String code = hidden.attr("data-cfemail");
        if (!HEX.matcher(code).matches()) {
            return;
        }
        byte[] bytes = HexFormat.of().parseHex(code);
        byte[] address = new byte[bytes.length - 1];
        for (int i = 0; i < address.length; i++) {
            address[i] = (byte) (bytes[i + 1] ^ bytes[0]);
        }
        String shown = new String(address, StandardCharsets.UTF_8);
        hidden.text(shown);
        if (hidden.normalName().equals("a")) {
            hidden.attr("href", "mailto:" + shown);
        }
    }

    private static boolean isTurned(Element element) {
        String style = LowerCase.of(element.attr("style")).replaceAll("\\s", "");
        return element.normalName().equals("bdo")
                ? element.attr("dir").equalsIgnoreCase("rtl")
                : style.contains("unicode-bidi:bidi-override") && style.contains("direction:rtl");
    }

    /// Shown from its last letter to its first, whatever the letters are.
    private static void turn(Element element) {
        String text = isSmall(element) ? element.text() : "";
        if (!text.isEmpty() && text.length() <= LONGEST_TURNED) {
            element.text(new StringBuilder(text).reverse().toString());
        }
    }

    /// Whether so little is in it that its text may be asked for: hundreds within each other would
    /// each be asked for all that the innermost holds.
    private static boolean isSmall(Element element) {
        int[] room = {MOST_TURNED};
        NodeFilter counting =
                (node, _) -> {
                    room[0] -= node instanceof TextNode words ? words.getWholeText().length() : 1;
                    return room[0] >= 0 ? FilterResult.CONTINUE : FilterResult.STOP;
                };
        return NodeTraversor.filter(counting, element) != FilterResult.STOP;
    }

    private static void showField(Element field) {
        boolean isInput = field.normalName().equals("input");
        if (isInput && !TEXT_FIELDS.contains(LowerCase.of(field.attr("type")))) {
            return;
        }
        String shown = isInput ? field.attr("value") : field.wholeText();
        field.tagName(isInput ? "span" : "div").text(shown);
    }

    /// The document that a frame carries in itself.
    private static Optional<String> document(Element frame) {
        return frame.hasAttr("srcdoc")
                ? Optional.of(frame.attr("srcdoc"))
                : DataAddress.html(
                        frame.attr(frame.normalName().equals("object") ? "data" : "src"));
    }

    static Element fragment(String html) {
        return page(html).body();
    }

    static Document xml(String xml) {
        return Parser.xmlParser().setMaxDepth(DEEPEST).parseInput(bounded(xml), "");
    }

    /// Which limits on what is parsed a page meets.
    static List<String> limitsMet(String markup) {
        List<String> met = new ArrayList<>();
        if (markup.length() > LONGEST) {
            met.add(tooLong(markup.length()));
        }
        if (end(markup) < Math.min(LONGEST, markup.length())) {
            met.add(tooManyTags(tags(markup)));
        }
        return met;
    }

    static String tooLong(long length) {
        return "limit page_characters=" + LONGEST + " observed=" + length;
    }

    static String tooManyTags(long observed) {
        return "limit page_tags=" + MOST_TAGS + " observed=" + observed;
    }

    static long tags(String markup) {
        return markup.chars().filter(c -> c == '<').count();
    }

    private static String bounded(String markup) {
        return TagNames.tamed(markup.substring(0, end(markup)));
    }

    private static int end(String markup) {
        return end(markup, LONGEST, MOST_TAGS);
    }

    /// Where so many characters, or so many tags, have passed.
    static int end(String markup, int characters, long mostTags) {
        int end = Math.min(markup.length(), characters);
        if (end <= mostTags) {
            return end;
        }
        int tags = 0;
        int tag = markup.indexOf('<');
        while (tag >= 0 && tag < end) {
            if (tags == mostTags) {
                return tag;
            }
            tags++;
            tag = markup.indexOf('<', tag + 1);
        }
        return end;
    }
}
