package lurewatch.indexer.text;

import java.util.EnumMap;
import java.util.Map;

/// A writing system, with the language that it means where it means one.
enum Script {
    LATIN(1, ""),
    HANGUL(2.5, "ko"),
    HAN(2.5, "zh"),
    KANA(2.2, "ja"),
    THAI(1, "th"),
    LAO(1, "lo"),
    KHMER(1, "km"),
    BURMESE(1, "my"),
    DEVANAGARI(1.2, "hi"),
    BENGALI(1.2, "bn"),
    GURMUKHI(1.2, "pa"),
    GUJARATI(1.2, "gu"),
    ODIA(1.2, "or"),
    TAMIL(1, "ta"),
    TELUGU(1, "te"),
    KANNADA(1, "kn"),
    MALAYALAM(1, "ml"),
    ARABIC(1.2, "ar"),
    CYRILLIC(1, "ru"),
    ETHIOPIC(2, "am"),
    SINHALA(1, "si"),
    GEORGIAN(1, "ka"),
    GREEK(1, "el"),
    HEBREW(1, "he"),
    ARMENIAN(1, "hy"),
    OTHER(0, "");

    private final double weight;
    private final String language;

    Script(double weight, String language) {
        this.weight = weight;
        this.language = language;
    }

    double weight() {
        return weight;
    }

    String language() {
        return language;
    }

    /// How many letters of each script that it has stand in the text; addresses (`t.me/name`,
    /// `@name`) say nothing about its language and do not count.
    // Counted in an array, because a map would box a number for every letter.
    @SuppressWarnings("EnumOrdinal")
    static Map<Script, Integer> countIn(String text) {
        int[] counts = new int[values().length];
        int ascii = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (isAsciiLetter(c)) { // most characters of most texts
                ascii++;
                i++;
            } else if (c == '@' || c == '/' || c == '_') {
                i = afterAddress(text, i);
            } else {
                counts[of(c).ordinal()]++;
                i++;
            }
        }
        counts[LATIN.ordinal()] += ascii;
        Map<Script, Integer> letters = new EnumMap<>(Script.class);
        for (Script script : values()) {
            if (counts[script.ordinal()] > 0) {
                letters.put(script, counts[script.ordinal()]);
            }
        }
        return letters;
    }

    private static int afterAddress(String text, int start) {
        int i = start + 1;
        while (i < text.length() && text.charAt(i) > ' ' && text.charAt(i) < 0x80) {
            i++;
        }
        return i;
    }

    private static boolean isAsciiLetter(char c) {
        return (c | 32) >= 'a' && (c | 32) <= 'z';
    }

    static boolean isLatin(char c) {
        return c < 0x80 ? isAsciiLetter(c) : of(c) == LATIN;
    }

    static Script of(char c) {
        if (c < 0x250) {
            return Character.isLetter(c) ? LATIN : OTHER;
        }
        if (c < 0x1200) {
            return ofWest(c);
        }
        return ofEast(c);
    }

    private static Script ofWest(char c) {
        if (c < 0x370) {
            return OTHER;
        }
        if (c < 0x400) {
            return GREEK;
        }
        if (c < 0x530) {
            return CYRILLIC;
        }
        if (c < 0x590) {
            return ARMENIAN;
        }
        if (c < 0x600) {
            return HEBREW;
        }
        return switch (c >> 7) {
            case 0x0600 >> 7, 0x0680 >> 7 -> ARABIC;
            case 0x0900 >> 7 -> DEVANAGARI;
            case 0x0980 >> 7 -> BENGALI;
            case 0x0A00 >> 7 -> GURMUKHI;
            case 0x0A80 >> 7 -> GUJARATI;
            case 0x0B00 >> 7 -> ODIA;
            case 0x0B80 >> 7 -> TAMIL;
            case 0x0C00 >> 7 -> TELUGU;
            case 0x0C80 >> 7 -> KANNADA;
            case 0x0D00 >> 7 -> MALAYALAM;
            case 0x0D80 >> 7 -> SINHALA;
            case 0x0E00 >> 7 -> THAI;
            case 0x0E80 >> 7 -> LAO;
            case 0x1000 >> 7 -> BURMESE;
            case 0x1080 >> 7 -> c < 0x10A0 ? BURMESE : GEORGIAN;
            case 0x1100 >> 7, 0x1180 >> 7 -> HANGUL;
            default -> OTHER;
        };
    }

    private static Script ofEast(char c) {
        if (c < 0x1400) {
            return c < 0x13A0 ? ETHIOPIC : OTHER;
        }
        if (c >= 0x1780 && c < 0x1800) {
            return KHMER;
        }
        if (c >= 0x1E00 && c < 0x1F00) {
            return LATIN;
        }
        if ((c >= 0x3041 && c < 0x3100) || (c >= 0xFF66 && c < 0xFFA0)) {
            return KANA;
        }
        if ((c >= 0x3131 && c < 0x3190) || (c >= 0xAC00 && c < 0xD7A4)) {
            return HANGUL;
        }
        if ((c >= 0x3400 && c < 0xA000) || (c >= 0xF900 && c < 0xFB00)) {
            return HAN;
        }
        return c >= 0xFF21 && c < 0xFF5B ? LATIN : OTHER;
    }
}
