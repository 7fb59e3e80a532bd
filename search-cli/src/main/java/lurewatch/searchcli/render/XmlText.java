package lurewatch.searchcli.render;

import java.util.Locale;
import lurewatch.indexer.console.HiddenCharacter;

/// The one encoder of strings in XML that leaves this program. What XML cannot hold at all becomes
/// U+FFFD; what a terminal would take for more than text stands as a character reference, which an
/// XML reader turns back into exactly what stood there.
final class XmlText {
    private XmlText() {}

    /// As an attribute's value or an element's text.
    static String escaped(String text) {
        StringBuilder xml = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> append(xml, c));
        return xml.toString();
    }

    private static void append(StringBuilder xml, int c) {
        switch (c) {
            case '&' -> xml.append("&amp;");
            case '<' -> xml.append("&lt;");
            case '>' -> xml.append("&gt;");
            case '"' -> xml.append("&quot;");
            case '\'' -> xml.append("&#39;");
            case '\t', '\n', '\r' -> reference(xml, c);
            default -> other(xml, c);
        }
    }

    private static void other(StringBuilder xml, int c) {
        boolean mayStand = c >= ' ' && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
        if (!mayStand) {
            xml.append('\uFFFD');
            return;
        }
        if (HiddenCharacter.acts(c)) {
            reference(xml, c);
        } else {
            xml.appendCodePoint(c);
        }
    }

    private static void reference(StringBuilder xml, int c) {
        xml.append(String.format(Locale.ROOT, "&#x%x;", c));
    }
}
