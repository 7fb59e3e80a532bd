package lurewatch.indexer.extract;

import java.util.Collection;
import java.util.Set;
import lurewatch.indexer.LowerCase;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/// Writes elements out as the text that a reader sees.
///
/// Inline elements never part a word; blocks and `br` end a line; cells are parted by a space;
/// scripts, styles and what is hidden say nothing. A text never grows beyond [#LONGEST].
final class Prose {
    static final int LONGEST = 1 << 20;

    private final StringBuilder text = new StringBuilder();
    private boolean gap;

    /// The visible text of an element.
    static String of(Element element) {
        return of(element, Set.of());
    }

    /// The same, without some of its descendants.
    static String of(Element element, Collection<Element> without) {
        Prose prose = new Prose();
        prose.write(element, without);
        return prose.text();
    }

    /// The text that a fragment of HTML shows.
    static String ofHtml(String html) {
        return of(Html.fragment(html));
    }

    /// The text of a value that may be plain with its own lines, HTML, or HTML escaped twice.
    static String ofValue(String value) {
        if (value.indexOf('<') < 0 && value.indexOf('&') < 0) {
            return lines(value);
        }
        String once = ofHtml(value.indexOf('<') < 0 ? value.replace("\n", "<br>") : value);
        return once.contains("</") || once.contains("<br") ? ofHtml(once) : once;
    }

    /// A plain text with its own lines.
    static String lines(String plain) {
        Prose prose = new Prose();
        prose.words(plain, true);
        return prose.text();
    }

    /// One line: for titles and names.
    static String line(String text) {
        return shortened(squeezed(text), 500);
    }

    static String shortened(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }

    static String squeezed(String text) {
        Prose prose = new Prose();
        prose.words(text, false);
        return prose.text();
    }

    private void write(Element root, Collection<Element> without) {
        root.filter(
                new NodeFilter() {
                    @Override
                    public FilterResult head(Node node, int depth) {
                        if (text.length() >= LONGEST) {
                            return FilterResult.STOP;
                        }
                        if (node instanceof TextNode words) {
                            words(words.getWholeText(), isPreformatted(node));
                        } else if (node instanceof Element element) {
                            if (isSilent(element) || isAmong(without, element)) {
                                return FilterResult.SKIP_CHILDREN;
                            }
                            open(element);
                        }
                        return FilterResult.CONTINUE;
                    }

                    @Override
                    public FilterResult tail(Node node, int depth) {
                        if (node instanceof Element element) {
                            close(element);
                        }
                        return FilterResult.CONTINUE;
                    }
                });
    }

    private static boolean isAmong(Collection<Element> elements, Element element) {
        return !elements.isEmpty() && elements.contains(element);
    }

    /// Whether an element shows nothing as text.
    static boolean isSilent(Element element) {
        return isSilentTag(element) || isHidden(element);
    }

    /// The same for an element whose attributes are at hand.
    static boolean isSilent(Element element, Attributes attributes) {
        return isSilentTag(element) || (!attributes.isEmpty() && isHidden(attributes));
    }

    private static boolean isSilentTag(Element element) {
        return switch (element.normalName()) {
            case "script",
                    "style",
                    "noscript",
                    "template",
                    "select",
                    "datalist",
                    "textarea",
                    "iframe",
                    "object",
                    "audio",
                    "video",
                    "canvas",
                    "head" ->
                    true;
            // Of drawings and formulas: what is said about them, and parts that are kept for later.
            case "title", "desc", "defs", "metadata", "symbol", "annotation", "annotation-xml" ->
                    isForeign(element);
            default -> false;
        };
    }

    private static boolean isForeign(Element element) {
        String namespace = element.tag().namespace();
        return namespace.equals(Parser.NamespaceSvg) || namespace.equals(Parser.NamespaceMathml);
    }

    static boolean isHidden(Element element) {
        return element.attributesSize() > 0 && isHidden(element.attributes());
    }

    /// The parser writes names in lower case.
    private static boolean isHidden(Attributes attributes) {
        if (attributes.hasKey("hidden")) {
            return true;
        }
        String style = attributes.get("style");
        return !style.isEmpty() && hides(style);
    }

    private static boolean hides(String style) {
        if (!mayHide(style)) {
            return false;
        }
        String rules = LowerCase.of(style).replace(" ", "");
        return rules.contains("display:none") || rules.contains("visibility:hidden");
    }

    /// Whether any value begins like `none` or `hidden`: those of most styles do not.
    private static boolean mayHide(String style) {
        for (int colon = style.indexOf(':'); colon >= 0; colon = style.indexOf(':', colon + 1)) {
            int value = colon + 1;
            while (value < style.length() && style.charAt(value) == ' ') {
                value++;
            }
            int first = value < style.length() ? style.charAt(value) | 0x20 : ' ';
            if (first == 'n' || first == 'h') {
                return true;
            }
        }
        return false;
    }

    static boolean isPreformatted(Node node) {
        Node parent = node.parent();
        return parent instanceof Element element && element.normalName().equals("pre");
    }

    void open(Element element) {
        if (endsLine(element)) {
            endLine();
        } else if (isCell(element)) {
            gap = true;
        } else if (element.normalName().equals("img")) {
            emoji(element);
        }
    }

    void close(Element element) {
        if (isCell(element)) {
            gap = true;
        } else if (endsLine(element)) {
            endLine();
        }
    }

    /// Whether what follows an element's start or end stands on another line.
    static boolean endsLine(Element element) {
        return (element.isBlock() && !isCell(element))
                || element.normalName().equals("br")
                || (element.normalName().equals("text") && isForeign(element));
    }

    private static boolean isCell(Element element) {
        return element.normalName().equals("td") || element.normalName().equals("th");
    }

    /// A picture that stands for a character is a character.
    private void emoji(Element image) {
        String alternative = image.attr("alt");
        if (!alternative.isEmpty() && alternative.length() <= 8 && alternative.charAt(0) > 0x2000) {
            words(alternative, false);
        }
    }

    /// Appends words; runs of white space become one space, or keep their line ends.
    void words(String raw, boolean preformatted) {
        int at = 0;
        while (at < raw.length() && text.length() < LONGEST) {
            int end = runEnd(raw, at, LONGEST - text.length());
            if (end > at) {
                word(raw, at, end);
                at = end;
            } else {
                part(raw.charAt(at), preformatted);
                at++;
            }
        }
    }

    /// The end of words that are parted by single spaces: they are written as they stand. Of
    /// several those that fit; what does not is looked at no further, or a long page is read once a
    /// word.
    private static int runEnd(String raw, int start, int most) {
        int end = wordEnd(raw, start);
        while (end > start
                && end + 1 < raw.length()
                && raw.charAt(end) == ' '
                && !parts(raw.charAt(end + 1))) {
            int next = wordEnd(raw, end + 1);
            if (next - start >= most) {
                return end;
            }
            end = next;
        }
        return end;
    }

    private static int wordEnd(String raw, int start) {
        int end = start;
        while (end < raw.length() && !parts(raw.charAt(end))) {
            end++;
        }
        return end;
    }

    /// Whether a character belongs to no word. NUL says nothing and parts nothing.
    private static boolean parts(char c) {
        return c <= ' ' && (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == 0);
    }

    private void part(char c, boolean preformatted) {
        if (preformatted && c == '\n') {
            endLine();
        } else if (c != 0) {
            gap = true;
        }
    }

    private void word(String raw, int start, int end) {
        if (gap && !atLineStart()) {
            text.append(' ');
        }
        gap = false;
        int room = Math.max(1, LONGEST - text.length());
        text.append(raw, start, Math.min(end, start + room));
    }

    private boolean atLineStart() {
        return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
    }

    void endLine() {
        if (!atLineStart()) {
            text.append('\n');
        }
        gap = false;
    }

    int length() {
        return text.length();
    }

    /// The length without the line end that may close it.
    int lineEnd() {
        int end = text.length();
        return end > 0 && text.charAt(end - 1) == '\n' ? end - 1 : end;
    }

    char charAt(int index) {
        return text.charAt(index);
    }

    String slice(Passage passage) {
        return text.substring(passage.start(), passage.end());
    }

    /// What was written from there on, as one line of at most so many characters.
    String slice(int from, int most) {
        int start = Math.min(from, text.length());
        String slice = text.substring(start, Math.min(text.length(), start + most));
        return slice.replace('\n', ' ').strip();
    }

    /// Everything written so far, without a line end at its end.
    String text() {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        return text.substring(0, end);
    }
}
