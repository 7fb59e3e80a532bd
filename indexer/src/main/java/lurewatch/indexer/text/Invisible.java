package lurewatch.indexer.text;

/// Characters that show nothing and so can hide anything.
final class Invisible {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /// Makes an Arabic word longer and no other.
    private static final int TATWEEL = 0x0640;

    private Invisible() {}

    /// Whether the code point at `index` can go without anyone seeing a difference. Joiners stay
    /// where scripts need them to choose a letter's form: between Indic or Arabic letters.
    static boolean at(String text, int index, int codePoint) {
        if (codePoint < 0xAD) {
            return (codePoint < 0x20 && !Character.isWhitespace(codePoint))
                    || (codePoint >= 0x7F && codePoint != 0x85 && codePoint < 0xA0);
        }
        if (codePoint == ZERO_WIDTH_NON_JOINER || codePoint == ZERO_WIDTH_JOINER) {
            return !needsJoiners(text, index);
        }
        return codePoint == TATWEEL
                || isFiller(codePoint)
                || Character.getType(codePoint) == Character.FORMAT;
    }

    private static boolean isFiller(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F) // variation selectors
                || (codePoint >= 0xE0000 && codePoint <= 0xE0FFF) // tags, more selectors
                || codePoint == 0x3164 // Hangul fillers
                || codePoint == 0xFFA0
                || codePoint == 0x115F
                || codePoint == 0x1160
                || codePoint == 0x034F // combining grapheme joiner
                || codePoint == 0x17B4 // Khmer inherent vowels
                || codePoint == 0x17B5
                || (codePoint >= 0x180B && codePoint <= 0x180F)
                || codePoint == 0x2800; // Braille blank
    }

    private static boolean needsJoiners(String text, int index) {
        if (index == 0) {
            return false;
        }
        int before = text.codePointBefore(index);
        return (before >= 0x0600 && before < 0x0E00) // Arabic to Sinhala
                || (before >= 0x1000 && before < 0x10A0) // Burmese
                || (before >= 0x1780 && before < 0x1800); // Khmer
    }
}
