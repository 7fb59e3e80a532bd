package lurewatch.indexer.scan;

import java.util.Set;

/// Questions about single characters and about how a language is written.
public final class Scripts {
    private static final Set<String> WITHOUT_SPACES =
            Set.of("ko", "zh-Hans", "zh-Hant", "ja", "th", "lo", "km", "my");
    private static final Set<String> WITH_PREFIXES = Set.of("am", "ar", "ur", "fa", "zu");
    private static final Set<String> WITH_ENDINGS =
            Set.of(
                    "am", "ar", "ur", "fa", "bn", "hi", "ne", "ta", "ru", "si", "tr", "uz", "kk",
                    "ky", "mn", "pl", "uk", "pa", "gu", "or", "te", "kn", "ml", "mr", "ro", "zu",
                    "cs", "hu", "sv", "az", "ka", "el");

    /// The first letter of the scripts that need no blanks (Thai) and of all behind them.
    private static final char FIRST_SQUASHED = '\u0E01';

    /// Whether each is a letter, a digit or an underscore: asked many times for most characters.
    private static final boolean[] ASCII_WORD = asciiWord();

    private Scripts() {}

    private static boolean[] asciiWord() {
        boolean[] words = new boolean[0x80];
        for (char c = 0; c < words.length; c++) {
            words[c] = isAsciiLetter(c) || isAsciiDigit(c) || c == '_';
        }
        return words;
    }

    /// Whether a language's words are found without looking for word boundaries.
    public static boolean isSquashed(String language) {
        return WITHOUT_SPACES.contains(language);
    }

    /// Whether there are letters of a script that needs no blanks.
    static boolean holdsSquashed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FIRST_SQUASHED && (Character.isLetter(c) || Character.isSurrogate(c))) {
                return true;
            }
        }
        return false;
    }

    static boolean takesPrefixes(String language) {
        return WITH_PREFIXES.contains(language);
    }

    static boolean takesEndings(String language) {
        return WITH_ENDINGS.contains(language);
    }

    /// A language whose endings and prefixes a word in this script may take; `und` where none.
    public static String languageOf(String word) {
        char c = word.charAt(0);
        if (c >= 0x0400 && c < 0x0530) {
            return "ru";
        }
        if (c >= 0x0600 && c < 0x0700) {
            return "ar";
        }
        if (c >= 0x0900 && c < 0x0980) {
            return "hi";
        }
        if (c >= 0x0980 && c < 0x0A00) {
            return "bn";
        }
        if (c >= 0x0A00 && c < 0x0D80) {
            return "ta"; // and its neighbours from Gurmukhi to Malayalam, which have endings, too
        }
        if (c >= 0x0D80 && c < 0x0E00) {
            return "si";
        }
        return c >= 0x1200 && c < 0x1380 ? "am" : "und";
    }

    public static boolean isHangul(char c) {
        return c >= 0xAC00 && c <= 0xD7A3;
    }

    public static boolean isHan(char c) {
        return c >= 0x3400 && c <= 0x9FFF;
    }

    public static boolean isKana(char c) {
        return c >= 0x3041 && c <= 0x30FF;
    }

    public static boolean isAsciiLetter(char c) {
        return (c | 32) >= 'a' && (c | 32) <= 'z';
    }

    public static boolean isAsciiDigit(char c) {
        return c >= '0' && c <= '9';
    }

    public static boolean isAsciiWord(char c) {
        return c < ASCII_WORD.length && ASCII_WORD[c];
    }

    /// Thai, Lao, Burmese and Khmer letters.
    public static boolean isWithoutSpaces(char c) {
        return (c >= 0x0E00 && c < 0x0F00)
                || (c >= 0x1000 && c < 0x10A0)
                || (c >= 0x1780 && c < 0x1800);
    }

    /// Whether the character is part of a word that is set off by blanks.
    public static boolean isWord(char c) {
        if (c < ASCII_WORD.length) {
            return ASCII_WORD[c];
        }
        if (isHan(c) || isHangul(c) || isKana(c)) {
            return false; // beside these, another script's word may end anywhere
        }
        if (isWithoutSpaces(c)) {
            return false;
        }
        if (Character.isLetterOrDigit(c)) {
            return true;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
