package lurewatch.searchcli.dossier;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import lurewatch.indexer.console.HiddenCharacter;

/// The one encoder of text in HTML and SVG. What could reorder or hide text is spelled out, as on a
/// terminal: `‹U+202E›`; the joiners and the zero-width space that Khmer, Burmese, Thai and emoji
/// are written with stay.
final class HtmlText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private HtmlText() {}

    static String of(String text) {
        StringBuilder html = new StringBuilder(text.length() + 32);
        int marks = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            marks = HiddenCharacter.isMark(c) ? marks + 1 : 0;
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                case '\n', '\t' -> html.append((char) c);
                default -> append(html, c, marks);
            }
        }
        return html.toString();
    }

    /// A time as people read it, to the second; the exact one stands in the pack's data.
    static String time(Instant time) {
        return TIME.format(time);
    }

    private static void append(StringBuilder html, int c, int marks) {
        boolean isHidden = HiddenCharacter.isHidden(c) && !isWriting(c);
        if (isHidden || marks > HiddenCharacter.MOST_MARKS) {
            html.append(String.format(Locale.ROOT, "‹U+%04X›", c));
        } else {
            html.appendCodePoint(c);
        }
    }

    /// The joiners and the zero-width space.
    private static boolean isWriting(int c) {
        return c >= 0x200B && c <= 0x200D;
    }
}
