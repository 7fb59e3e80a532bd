package lurewatch.searchcli.dossier;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The one encoder of text in HTML and SVG. What could reorder or hide text is spelled out:
/// `‹U+202E›`; the joiners and the zero-width space that Khmer, Burmese, Thai and emoji are written
/// with stay.
final class HtmlText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private HtmlText() {}

    static String of(String text) {
        StringBuilder html = new StringBuilder(text.length() + 32);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                case '\n', '\t' -> html.append((char) c);
                default -> append(html, c);
            }
        }
        return html.toString();
    }

    /// A time as people read it, to the second; the exact one stands in the pack's data.
    static String time(Instant time) {
        return TIME.format(time);
    }

    private static void append(StringBuilder html, int c) {
        if (acts(c)) {
            html.append(String.format(Locale.ROOT, "‹U+%04X›", c));
        } else {
            html.appendCodePoint(c);
        }
    }

    private static boolean acts(int c) {
        if (c >= 0x200B && c <= 0x200D) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }
}
