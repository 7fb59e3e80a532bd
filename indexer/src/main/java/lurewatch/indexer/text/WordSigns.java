package lurewatch.indexer.text;

/// What words of all scripts are made of.
final class WordSigns {
    private WordSigns() {}

    /// Whether a code point beyond ASCII is a letter, a mark or a digit.
    static boolean isBeyondAscii(int codePoint) {
        if (codePoint >= 0xA0 && Segments.isPlain(codePoint)) {
            return true; // letters all, and most of most texts
        }
        return switch (Character.getType(codePoint)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER ->
                    true;
            default -> false;
        };
    }
}
