package lurewatch.indexer.text;

/// Marks that strike letters through, underline or overgrow them, and belong to none: what is left
/// of the general combining marks once letters are composed (NFC). No word in the languages that we
/// read needs them to be told from another.
final class Adornment {
    private Adornment() {}

    static boolean is(int codePoint) {
        if (codePoint < 0x300) {
            return false;
        }
        return codePoint < 0x370
                || (codePoint >= 0x483 && codePoint <= 0x489) // Cyrillic, numbers and old letters
                || (codePoint >= 0x1AB0 && codePoint <= 0x1AFF)
                || (codePoint >= 0x1DC0 && codePoint <= 0x1DFF)
                || (codePoint >= 0x20D0 && codePoint <= 0x20F0 && codePoint != FoldedView.KEYCAP)
                || (codePoint >= 0xFE20 && codePoint <= 0xFE2F);
    }
}
