package lurewatch.indexer.text;

import java.util.List;

/// Numeric character references (`&#84;`, `&#x54;`) that are part of a text: of a page that wrote
/// them twice, or three times (`&amp;#84;`), and shows them, or of one whose writer hides words so.
/// And a program's escapes of four digits behind a backslash and `u`, which broken pages show.
final class Reference {
    /// Digits of `&#x10FFFF;` and a zero more.
    private static final int MOST_DIGITS = 7;

    private static final int DIGITS_OF_PROGRAM = 4;

    /// What stands before the digits, the longer of two first.
    private static final List<String> OPENINGS = List.of("&#x", "&#", "&amp;#x", "&amp;#", "\\u");

    private Reference() {}

    /// Whether one may begin there: a first glance.
    static boolean mayBegin(String text, int start) {
        char c = text.charAt(start);
        return (c == '&' || c == '\\') && opening(text, start) > 0;
    }

    /// Where the reference ends that begins at `start`; `start` where there is none to a character
    /// that shows something.
    static int end(String text, int start) {
        int opening = opening(text, start);
        if (opening == 0) {
            return start;
        }
        int digits = start + opening;
        int end = digits;
        while (end < text.length()
                && end - digits < mostDigits(text, start)
                && Character.digit(text.charAt(end), radix(text, start)) >= 0
                && text.charAt(end) < 0x80) {
            end++;
        }
        boolean isWhole =
                isOfProgram(text, start)
                        ? end - digits == DIGITS_OF_PROGRAM
                        : end > digits && end < text.length() && text.charAt(end) == ';';
        if (!isWhole || !isShown(valueOf(text, start, digits, end))) {
            return start;
        }
        return isOfProgram(text, start) ? end : end + 1;
    }

    private static boolean isShown(int codePoint) {
        return codePoint > ' '
                && Character.isValidCodePoint(codePoint)
                && Character.isDefined(codePoint)
                && !Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.SURROGATE;
    }

    /// What a reference that stands there refers to.
    static int codePoint(String text, int start, int end) {
        int digits = start + opening(text, start);
        return valueOf(text, start, digits, isOfProgram(text, start) ? end : end - 1);
    }

    private static int valueOf(String text, int start, int digits, int end) {
        return Integer.parseInt(text, digits, end, radix(text, start));
    }

    /// How many characters stand before the digits; 0 where no reference begins.
    private static int opening(String text, int start) {
        for (String opening : OPENINGS) {
            if (text.regionMatches(/* ignoreCase= */ true, start, opening, 0, opening.length())) {
                return opening.length();
            }
        }
        return 0;
    }

    private static int radix(String text, int start) {
        char last = text.charAt(start + opening(text, start) - 1);
        return last == '#' ? 10 : 16;
    }

    private static int mostDigits(String text, int start) {
        return isOfProgram(text, start) ? DIGITS_OF_PROGRAM : MOST_DIGITS;
    }

    private static boolean isOfProgram(String text, int start) {
        return text.charAt(start) == '\\';
    }
}
