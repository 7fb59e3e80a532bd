package lurewatch.indexer.text;

/// Numeric character references (`&#84;`, `&#x54;`) that are part of a text: of a page that wrote
/// them twice, which shows them, or of one whose writer hides words so.
final class Reference {
    /// Digits of `&#x10FFFF;` and a zero more.
    private static final int MOST_DIGITS = 7;

    private Reference() {}

    /// Where the reference ends that begins at `start`; `start` where there is none to a character
    /// that shows something.
    static int end(String text, int start) {
        if (!text.startsWith("&#", start)) {
            return start;
        }
        int digits = digits(text, start);
        int end = digits;
        while (end < text.length()
                && end - digits < MOST_DIGITS
                && Character.digit(text.charAt(end), radix(text, start)) >= 0
                && text.charAt(end) < 0x80) {
            end++;
        }
        boolean isWhole = end > digits && end < text.length() && text.charAt(end) == ';';
        return isWhole && isShown(codePoint(text, start, end + 1)) ? end + 1 : start;
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
        return Integer.parseInt(text, digits(text, start), end - 1, radix(text, start));
    }

    private static int digits(String text, int start) {
        return radix(text, start) == 16 ? start + 3 : start + 2;
    }

    private static int radix(String text, int start) {
        return text.startsWith("x", start + 2) || text.startsWith("X", start + 2) ? 16 : 10;
    }
}
