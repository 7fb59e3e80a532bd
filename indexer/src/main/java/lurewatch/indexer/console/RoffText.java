package lurewatch.indexer.console;

import java.util.Locale;

/// The one encoder of text in manual pages: what `troff` would take for a request, an escape or
/// another sign than it is stands there as itself.
final class RoffText {
    private RoffText() {}

    /// One line; for within a line and for its beginning alike.
    static String line(String text) {
        StringBuilder roff = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '\\' -> roff.append("\\e");
                case '-' -> roff.append("\\-");
                case '\'' -> roff.append("\\(aq");
                case '`' -> roff.append("\\(ga");
                case '^' -> roff.append("\\(ha");
                case '~' -> roff.append("\\(ti");
                case '"' -> roff.append("\\(dq");
                case '.' -> roff.append(roff.isEmpty() ? "\\&." : ".");
                default -> append(roff, c);
            }
        }
        return roff.toString();
    }

    private static void append(StringBuilder roff, int c) {
        if (c < ' ' || c == 0x7F) {
            roff.append(' ');
        } else if (c > 0x7E) {
            roff.append(String.format(Locale.ROOT, "\\[u%04X]", c));
        } else {
            roff.append((char) c);
        }
    }
}
