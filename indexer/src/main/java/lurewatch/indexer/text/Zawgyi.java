package lurewatch.indexer.text;

import com.ibm.icu.text.Transliterator;
import java.util.HashMap;
import java.util.Map;

/// Burmese written for the Zawgyi font, as half of Myanmar wrote until 2019 and many still do: the
/// same code points as in Unicode, in another order and with other meanings, so that no word is the
/// one that rules and queries spell.
///
/// Which of the two a line is in shows in what only one of them can have: Zawgyi has the sign of
/// the vowel E and that of the medial R before their consonant, and a virama where nothing can be
/// stacked under it. A line that shows neither is in what the rest of the text is in.
final class Zawgyi {
    private static final char FIRST = 0x1000;
    private static final char LAST_CONSONANT = 0x1021;
    private static final char SECOND_ROW = 0x1005;
    private static final char THIRD_ROW = 0x100B;
    private static final char LAST_OF_ROWS = 0x1019;
    private static final int ROW = 5;
    private static final char GREAT_SA = 0x103F;
    private static final char E = 0x1031;
    private static final char DOT = 0x1037;
    private static final char VISARGA = 0x1038;
    private static final char VIRAMA = 0x1039;
    private static final char ASAT = 0x103A;
    private static final char Y = 0x103B;
    private static final char H = 0x103E;

    /// Medial R as Zawgyi has it, in widths and heights: before its consonant.
    private static final char FIRST_WIDE_R = 0x107E;

    private static final char LAST_WIDE_R = 0x1084;

    private static final char ZERO = 0x1040;
    private static final char NINE = 0x1049;
    private static final String WA = "\u101D";

    private static final char LAST = 0x109F;

    private final String text;
    private final int whole;
    private final Map<String, String> read = new HashMap<>();
    private int lineEnd;
    private boolean isLineZawgyi;

    private Zawgyi(String text) {
        this.text = text;
        this.whole = evidence(text, 0, text.length());
    }

    static boolean isBurmese(char c) {
        return c >= FIRST && c <= LAST;
    }

    /// Whether any line of the text is in Zawgyi.
    static boolean isIn(String text) {
        Zawgyi reader = in(text);
        for (int i = 0; i < text.length(); i = Math.max(i + 1, reader.lineEnd)) {
            if (reader.end(i) > i) {
                return true;
            }
        }
        return false;
    }

    /// For asking about the offsets of a text from left to right.
    static Zawgyi in(String text) {
        return new Zawgyi(text);
    }

    /// Where the syllable ends that begins at `start`, or a part of one; `start` where it is not in
    /// Zawgyi.
    int end(int start) {
        if (start >= lineEnd) {
            int end = text.indexOf('\n', start);
            lineEnd = end < 0 ? text.length() : end;
            int line = evidence(text, start, lineEnd);
            isLineZawgyi = line == 0 ? whole > 0 : line > 0;
        }
        return isLineZawgyi ? syllableEnd(start) : start;
    }

    private int syllableEnd(int start) {
        int end = start;
        boolean hasBase = false;
        while (end < text.length() && isBurmese(text.charAt(end))) {
            char c = text.charAt(end);
            if (hasBase && (isBefore(c) || isBase(c))) {
                return end;
            }
            hasBase |= isBase(c);
            end++;
        }
        return end;
    }

    /// A syllable in Unicode. A digit alone is one, but a zero beside letters, which is typed for
    /// the letter that looks like it.
    String read(int start, int end) {
        if (end - start == 1 && isDigit(text.charAt(start))) {
            boolean isLetter = text.charAt(start) == ZERO && (isLetter(start - 1) || isLetter(end));
            return isLetter ? WA : text.substring(start, end);
        }
        return read.computeIfAbsent(text.substring(start, end), Reader.TO_UNICODE::transliterate);
    }

    private boolean isLetter(int index) {
        return index >= 0
                && index < text.length()
                && isBurmese(text.charAt(index))
                && !isDigit(text.charAt(index))
                && Character.getType(text.charAt(index)) != Character.OTHER_PUNCTUATION;
    }

    /// Above 0 for Zawgyi, below it for Unicode. What nobody sees parts nothing.
    private static int evidence(String text, int start, int end) {
        int evidence = 0;
        char before = ' ';
        char last = ' ';
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!isBurmese(c) && c > ' ' && Invisible.at(text, i, c)) {
                continue;
            }
            evidence += evidence(before, last, c);
            before = last;
            last = c;
        }
        return evidence + evidence(before, last, ' ');
    }

    private static int evidence(char before, char c, char behind) {
        return switch (c) {
            case E, Y -> !isOfSyllable(before) && isConsonant(behind) ? 1 : 0;
            case VIRAMA -> mayStack(before, behind) ? 0 : 1;
            case ASAT -> isConsonant(before) && (behind == DOT || behind == VISARGA) ? -1 : 0;
            case H -> isOfSyllable(before) ? -1 : 0;
            default -> 0;
        };
    }

    /// Consonants are stacked on their like and on those of their row: ka to nga, and so on.
    private static boolean mayStack(char upper, char lower) {
        boolean areRows = isConsonant(upper) && isConsonant(lower);
        return areRows
                ? upper == lower || (lower <= LAST_OF_ROWS && row(upper) == row(lower))
                : Character.isLetter(lower);
    }

    private static int row(char consonant) {
        if (consonant < THIRD_ROW) {
            return consonant < SECOND_ROW ? 0 : 1;
        }
        return 2 + (consonant - THIRD_ROW) / ROW;
    }

    private static boolean isConsonant(char c) {
        return (c >= FIRST && c <= LAST_CONSONANT) || c == GREAT_SA;
    }

    /// A consonant, of whatever language of the script, or a medial: what a vowel stands behind in
    /// Unicode.
    private static boolean isOfSyllable(char c) {
        return (isBurmese(c) && Character.isLetter(c)) || (c >= Y && c <= H);
    }

    /// What stands before its consonant in Zawgyi.
    private static boolean isBefore(char c) {
        return c == E || c == Y || (c >= FIRST_WIDE_R && c <= LAST_WIDE_R);
    }

    /// The other digits of the block are marks in Zawgyi.
    private static boolean isDigit(char c) {
        return c >= ZERO && c <= NINE;
    }

    private static boolean isBase(char c) {
        int type = Character.getType(c);
        return (type == Character.OTHER_LETTER && !isSubscript(c))
                || isDigit(c)
                || type == Character.OTHER_PUNCTUATION;
    }

    /// Letters of other languages in Unicode, which Zawgyi has under a consonant.
    private static boolean isSubscript(char c) {
        return c >= 0x1050
                && c != 0x106A
                && c != 0x106B
                && c != 0x106E
                && c != 0x106F
                && c != 0x1086
                && c != 0x108F
                && c != 0x1090
                && c != 0x1091
                && c != 0x1092
                && c != 0x1097;
    }

    /// Made when the first such text is met.
    private static final class Reader {
        private static final Transliterator TO_UNICODE = Transliterator.getInstance("Zawgyi-my");
    }
}
