package lurewatch.indexer.contact;

import lurewatch.indexer.scan.Scripts;

/// What people put around and between the digits of a number so that no search for it finds it:
/// square brackets around each group, pictures between them.
final class DigitFrames {
    private static final String OPENING = "[{【〔〖「『《〈";
    private static final String CLOSING = "]}】〕〗」』》〉";

    /// Who frames digits frames few at once.
    private static final int MOST_FRAMED = 4;

    /// Signs before these stand in words and measures: `№`, `℃`, `©`.
    private static final int FIRST_PICTURE = 0x2190;

    /// A telephone begins another number, an envelope an address.
    private static final String TELEPHONES = "☎☏✆📞📱📲✉📧📩🆔";

    /// Signs of ASCII that nobody sets between the digits of an amount, a date or an hour.
    private static final String DIVIDERS = "|;#=^&!";

    /// So many digits in order are a list's.
    private static final int LEAST_COUNTED = 4;

    private DigitFrames() {}

    /// `0|7|1|0`: whether a sign stands there that parts digits one by one.
    static boolean isDivider(String text, int i) {
        char sign = text.charAt(i);
        return DIVIDERS.indexOf(sign) >= 0
                && i > 0
                && i + 1 < text.length()
                && isDigit(text, i - 1)
                && isDigit(text, i + 1)
                && ((i > 1 && text.charAt(i - 2) == sign)
                        || (i + 2 < text.length() && text.charAt(i + 2) == sign))
                && !counts(text, i);
    }

    /// `1;2;3;4`: whether the digits around the sign count on, as the items of a list do.
    private static boolean counts(String text, int i) {
        int first = i - 1;
        while (first > 1 && isNext(text, first - 2, first)) {
            first -= 2;
        }
        int last = i - 1;
        while (last + 2 < text.length() && isNext(text, last, last + 2)) {
            last += 2;
        }
        return last > i && last - first >= 2 * LEAST_COUNTED - 2;
    }

    private static boolean isNext(String text, int i, int next) {
        return isDigit(text, i) && text.charAt(next) == text.charAt(i) + 1;
    }

    /// Whether such a sign stands at `i` and belongs to digits on one side at least.
    static boolean isAt(String text, int i) {
        char c = text.charAt(i);
        if (c < 0x80 && c != '[' && c != ']' && c != '{' && c != '}') {
            return isDivider(text, i);
        }
        int opening = OPENING.indexOf(c);
        if (opening >= 0) {
            return isClosed(text, i, CLOSING.charAt(opening));
        }
        int closing = CLOSING.indexOf(c);
        return closing >= 0
                ? isOpened(text, i, OPENING.charAt(closing))
                : isPicture(text.codePointAt(i)) && isBetweenDigits(text, i);
    }

    private static boolean isClosed(String text, int opening, char closing) {
        int i = opening + 1;
        while (i < text.length() && i - opening <= MOST_FRAMED && isDigit(text, i)) {
            i++;
        }
        return i > opening + 1 && i < text.length() && text.charAt(i) == closing;
    }

    private static boolean isOpened(String text, int closing, char opening) {
        int i = closing - 1;
        while (i >= 0 && closing - i <= MOST_FRAMED && isDigit(text, i)) {
            i--;
        }
        return i < closing - 1 && i >= 0 && text.charAt(i) == opening;
    }

    static boolean isTelephone(int codePoint) {
        return TELEPHONES.indexOf(codePoint) >= 0;
    }

    /// Whether it is a picture that people part digits by.
    static boolean isPicture(int codePoint) {
        return codePoint >= FIRST_PICTURE
                && TELEPHONES.indexOf(codePoint) < 0
                && (Character.getType(codePoint) == Character.OTHER_SYMBOL
                        || Character.getType(codePoint) == Character.MATH_SYMBOL);
    }

    /// Whether digits stand on both sides, with no more than a blank between.
    private static boolean isBetweenDigits(String text, int i) {
        int before = i > 0 && text.charAt(i - 1) == ' ' ? i - 2 : i - 1;
        int end = i + Character.charCount(text.codePointAt(i));
        int after = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
        return before >= 0
                && isDigit(text, before)
                && after < text.length()
                && isDigit(text, after);
    }

    private static boolean isDigit(String text, int i) {
        return Scripts.isAsciiDigit(text.charAt(i));
    }
}
