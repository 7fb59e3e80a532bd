package lurewatch.indexer.scan;

/// Whether words begin and end where a literal does.
final class Boundaries {
    private static final int MAX_ENDING = 5;
    private static final int MAX_GLUED = 32;
    private static final int SHORTEST_NUMBER = 5;
    private static final int SHORTEST_NAME = 5;

    /// Latin letters and the marks on them end here.
    private static final char FIRST_NOT_LATIN = '\u0370';

    /// Shorter words take neither endings nor prefixes here.
    private static final int MIN_STEM = 4;

    /// Letters of Ethiopia stand for a consonant and a vowel each.
    private static final int MIN_STEM_OF_SYLLABLES = 3;

    private static final char FIRST_ACCENTED = '\u00C0';

    /// Letters with two marks, as Vietnamese has them.
    private static final char FIRST_VIETNAMESE = '\u1E00';

    private static final char LAST_VIETNAMESE = '\u1EFF';

    /// Ties the consonant behind it to the one before, so that no word begins between them.
    private static final char KHMER_COENG = '\u17D2';

    private Boundaries() {}

    /// No Latin letter goes on before or after, and no digit beside a digit. Enough for literals of
    /// scripts that need no spaces: `tm 직원` is not in `atm 직원`.
    static boolean areAsciiEdges(String text, int start, int end) {
        return !goesOn(text, start - 1, start)
                && !goesOn(text, end, end - 1)
                && (start == 0 || text.charAt(start - 1) != KHMER_COENG)
                && (end - start > 1 || isLoneSyllable(text, start));
    }

    /// A single Hangul syllable is part of most words, and a word only by itself.
    private static boolean isLoneSyllable(String text, int at) {
        return !Scripts.isHangul(text.charAt(at))
                || ((at == 0 || !Scripts.isHangul(text.charAt(at - 1)))
                        && (at + 1 == text.length() || !Scripts.isHangul(text.charAt(at + 1))));
    }

    private static boolean goesOn(String text, int outside, int inside) {
        if (outside < 0 || outside >= text.length()) {
            return false;
        }
        char out = text.charAt(outside);
        char in = text.charAt(inside);
        return (isLatinLetter(in) && isLatinLetter(out))
                || (Scripts.isAsciiDigit(in) && Scripts.isAsciiDigit(out));
    }

    /// Whether some language lets a literal from `start` to `end` stand within the word that ends
    /// at `wordEnd`.
    static boolean mayEnd(int start, int end, int wordEnd) {
        return end == wordEnd || (end - start >= MIN_STEM && wordEnd - end <= MAX_ENDING);
    }

    /// Words begin at `start` and end at `end`, endings and prefixes of the language allowed for.
    static boolean areWordEdges(String text, int start, int end, String language) {
        if (start > 0
                && isOneWord(text.charAt(start - 1), text.charAt(start))
                && !(Scripts.takesPrefixes(language) && end - start >= minStem(language))) {
            return false;
        }
        if (end >= text.length() || !isOneWord(text.charAt(end - 1), text.charAt(end))) {
            return true;
        }
        return end - start >= MIN_STEM && endsSoon(text, start, end, language);
    }

    /// The shortest word that prefixes may stand before.
    private static int minStem(String language) {
        return language.equals("am") ? MIN_STEM_OF_SYLLABLES : MIN_STEM;
    }

    /// Whether a word goes on from one character to the next. None goes on from Latin letters to
    /// another script's: `በTelegram`, `Telegramで`; look-alikes inside a word are undone before.
    static boolean isOneWord(char first, char second) {
        return Scripts.isWord(first) && Scripts.isWord(second) && isLatin(first) == isLatin(second);
    }

    static boolean isLatin(char c) {
        return c < FIRST_NOT_LATIN;
    }

    private static boolean isLatinLetter(char c) {
        boolean accented =
                (c >= FIRST_ACCENTED && isLatin(c))
                        || (c >= FIRST_VIETNAMESE && c <= LAST_VIETNAMESE);
        return Scripts.isAsciiLetter(c) || (accented && Character.isLetter(c));
    }

    /// Whether a channel's name stands glued to a name or number, with no Latin letter before it:
    /// `加TGname_01`, `QQ123456789`. The name must be one that cannot be the rest of a word.
    static boolean areGluedEdges(String text, int start, int end) {
        if (end == text.length()
                || !Scripts.isAsciiWord(text.charAt(end))
                || (start > 0 && Scripts.isAsciiWord(text.charAt(start - 1)))) {
            return false;
        }
        int i = end;
        int digits = 0;
        boolean underscore = false;
        while (i < text.length() && i - end < MAX_GLUED && Scripts.isAsciiWord(text.charAt(i))) {
            digits += Scripts.isAsciiDigit(text.charAt(i)) ? 1 : 0;
            underscore |= text.charAt(i) == '_';
            i++;
        }
        boolean number = digits == i - end && digits >= SHORTEST_NUMBER;
        boolean name = i - end >= SHORTEST_NAME && digits < i - end && (digits > 0 || underscore);
        boolean apart =
                !Scripts.isAsciiLetter(text.charAt(start))
                        || (start > 0 && Character.isLetter(text.charAt(start - 1)));
        return number || (name && apart);
    }

    /// Whether only an ending that the language has stands between `end` and the end of the word.
    private static boolean endsSoon(String text, int start, int end, String language) {
        int after = end;
        while (after < text.length()
                && after - end <= MAX_ENDING
                && Scripts.isWord(text.charAt(after))) {
            after++;
        }
        int length = after - end;
        if (length > MAX_ENDING) {
            return false;
        }
        return switch (language) {
            case "en", "es", "fr", "pt-BR", "und" ->
                    length == 1 && text.charAt(end) == 's' && end - start >= 6;
            case "id", "ms" -> text.startsWith("nya", end) && length == 3;
            case "tl" -> text.startsWith("ng", end) && length == 2;
            default -> Scripts.takesEndings(language);
        };
    }
}
