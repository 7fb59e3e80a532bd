package lurewatch.indexer.console;

import java.util.Locale;
import org.jline.utils.WCWidth;

/// Makes strangers' text safe and honest to show: what could move the cursor, change the terminal,
/// reorder or hide text is spelled out, as `less` does: `<U+202E>`. That is each [HiddenCharacter],
/// and marks piled upon one letter.
public final class TerminalText {
    private TerminalText() {}

    /// On one line: every kind of white space becomes a plain blank.
    public static String line(String text) {
        return encoded(text, ' ');
    }

    /// Line feeds stay.
    public static String block(String text) {
        return encoded(text.replace("\r\n", "\n"), '\n');
    }

    private static String encoded(String text, char lineFeed) {
        StringBuilder shown = new StringBuilder(text.length() + 16);
        int marks = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            marks = HiddenCharacter.isMark(c) ? marks + 1 : 0;
            if (c == '\n') {
                shown.append(lineFeed);
            } else if (c == '\t' || Character.getType(c) == Character.SPACE_SEPARATOR) {
                shown.append(' ');
            } else if (HiddenCharacter.isHidden(c) || marks > HiddenCharacter.MOST_MARKS) {
                shown.append(String.format(Locale.ROOT, "<U+%04X>", c));
            } else {
                shown.appendCodePoint(c);
            }
        }
        return shown.toString();
    }

    /// Columns that the text takes on a terminal.
    public static int width(String shown) {
        return shown.codePoints().map(TerminalText::width).sum();
    }

    private static int width(int c) {
        return Math.max(0, WCWidth.wcwidth(c));
    }

    /// Cut to that many columns, with an ellipsis where something is missing.
    public static String cut(String shown, int columns) {
        if (width(shown) <= columns) {
            return shown;
        }
        int used = 0;
        int end = 0;
        while (end < shown.length()) {
            int c = shown.codePointAt(end);
            if (used + width(c) > columns - 1) {
                break;
            }
            used += width(c);
            end += Character.charCount(c);
        }
        return shown.substring(0, end) + "…";
    }

    /// Cut or filled up to exactly that many columns.
    public static String fitted(String shown, int columns) {
        String cut = cut(shown, columns);
        return cut + " ".repeat(Math.max(0, columns - width(cut)));
    }
}
