package lurewatch.indexer.contact;

import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.text.View;

/// The digits that a text shows, those among them that are written with letters and signs which
/// look like digits: `O`, `l`, `ㅇ`, the Burmese letters `ဝ` and `ရ`.
final class ShownDigits {
    /// How many digits must be none of those that letters look like.
    static final int LEAST = 3;

    private static final boolean[] BEGINNINGS = beginnings();

    private final String text;

    ShownDigits(String text) {
        this.text = text;
    }

    /// Whether a text has as many figures as a number has that is written in figures at all.
    static boolean areEnough(String text) {
        int digits = 0;
        for (int i = 0; i < text.length() && digits < LEAST; i++) {
            digits += Scripts.isAsciiDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits >= LEAST;
    }

    /// Whether a number may begin with the character.
    static boolean mayBegin(char c) {
        return c < BEGINNINGS.length ? BEGINNINGS[c] : isDigitLike(c);
    }

    private static boolean[] beginnings() {
        boolean[] beginnings = new boolean[0x80];
        for (char c = 0; c < beginnings.length; c++) {
            beginnings[c] = c == '+' || c == '(' || isDigitLike(c);
        }
        return beginnings;
    }

    /// The digit shown at `i`, look-alikes (`O`, `l`, `ㅇ`) beside digits included; -1 where there
    /// is none.
    int at(int i) {
        char c = text.charAt(i);
        if (Scripts.isAsciiDigit(c)) {
            return c - '0';
        }
        int alike =
                switch (c) {
                    case 'O', 'o', 'ㅇ', '〇', 'ဝ' -> 0;
                    case 'l', 'I', 'i', '|' -> 1;
                    case 'ရ' -> 7;
                    default -> -1;
                };
        if (alike < 0 || isMarked(i) || DigitFrames.isDivider(text, i)) {
            return -1;
        }
        boolean after = i > 0 && isDigitLike(i - 1);
        boolean before = i + 1 < text.length() && isDigitLike(i + 1);
        boolean letters =
                i + 1 < text.length()
                        && Character.isLetter(text.charAt(i + 1))
                        && !isDigitLike(i + 1);
        return ((after || before) && !letters) || isSpelledOut(i) ? alike : -1;
    }

    /// Whether a sign of the same syllable follows: `ဝါ` is no digit.
    private boolean isMarked(int i) {
        if (i + 1 == text.length() || text.charAt(i) < 0x1000) {
            return false;
        }
        int type = Character.getType(text.charAt(i + 1));
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /// Whether the character stands alone beside another that looks like a digit and stands alone.
    private boolean isSpelledOut(int i) {
        return isAlone(i) && (isAlone(i - 2) || isAlone(i + 2));
    }

    private boolean isAlone(int i) {
        return i >= 0
                && i < text.length()
                && isDigitLike(i)
                && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))
                && (i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1)));
    }

    private boolean isDigitLike(int i) {
        return isDigitLike(text.charAt(i));
    }

    private static boolean isDigitLike(char c) {
        return switch (c) {
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> true;
            case 'O', 'o', 'l', 'I', 'i', '|', 'ㅇ', '〇', 'ဝ', 'ရ' -> true;
            default -> false;
        };
    }

    /// Whether a line end at `i` of the view stands for more than one of the raw text.
    static boolean isBlankLine(View view, String raw, int i) {
        if (view.text().charAt(i) != '\n') {
            return false;
        }
        int first = raw.indexOf('\n', view.rawStart(i));
        return first >= 0 && raw.lastIndexOf('\n', view.rawEnd(i + 1) - 1) > first;
    }
}
