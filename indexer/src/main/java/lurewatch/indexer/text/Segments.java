package lurewatch.indexer.text;

import com.ibm.icu.text.Normalizer2;

/// Which characters a normal form can leave alone, asked cheaply.
final class Segments {
    /// More marks than this on one letter (30 in UAX #15) are an attack on the sorting of marks.
    static final int MAX_LENGTH = 32;

    private Segments() {}

    /// Whether a composing normal form may join this code point to what stands before it.
    static boolean continues(Normalizer2 form, int codePoint) {
        if (codePoint < 0x300 || isPlain(codePoint)) {
            return false;
        }
        return !form.hasBoundaryBefore(codePoint);
    }

    /// Whether the code point alone is its own NFC and NFKC, and starts a segment.
    static boolean isPlain(int codePoint) {
        return codePoint < 0xA0
                || (codePoint >= 0xAC00 && codePoint <= 0xD7A3) // Hangul syllables
                || (codePoint >= 0x4E00 && codePoint <= 0x9FFF) // Han
                || (codePoint >= 0x3041 && codePoint <= 0x3096) // Hiragana
                || (codePoint >= 0x30A1 && codePoint <= 0x30FA) // Katakana
                || (codePoint >= 0x0E01 && codePoint <= 0x0E30) // Thai consonants
                || (codePoint >= 0x0410 && codePoint <= 0x044F); // Cyrillic
    }
}
