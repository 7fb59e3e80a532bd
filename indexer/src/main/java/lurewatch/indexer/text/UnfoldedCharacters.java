package lurewatch.indexer.text;

import com.ibm.icu.text.Normalizer2;

/// Characters that are the same in every view but for their case, unless a mark follows: most of
/// most texts. Whatever is not one is looked at closely.
final class UnfoldedCharacters {
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

    private static final byte IS = 1;
    private static final byte IS_NOT = 2;

    /// What was found out, for each character when it is first met. Threads that meet it together
    /// find the same.
    private static final byte[] KNOWN = new byte[Character.MAX_VALUE + 1];

    private UnfoldedCharacters() {}

    static boolean is(char c) {
        if (c < 0x80) {
            return c > ' ' && c < 0x7F;
        }
        byte known = KNOWN[c];
        if (known == 0) {
            known = findOut(c) ? IS : IS_NOT;
            KNOWN[c] = known;
        }
        return known == IS;
    }

    /// Whether the character at `index` is one and no mark follows.
    static boolean isAt(String text, int index) {
        return is(text.charAt(index))
                && (index + 1 == text.length() || isBoundary(text.charAt(index + 1)));
    }

    /// How many characters from `start` on, plain blanks and line ends among them, are all steady.
    static int runFrom(String text, int start) {
        int i = start;
        while (i < text.length() && (is(text.charAt(i)) || isPlainBlank(text.charAt(i)))) {
            i++;
        }
        return i - start;
    }

    private static boolean isBoundary(char next) {
        return next < 0x80 || is(next);
    }

    private static boolean isPlainBlank(char c) {
        return c == ' ' || c == '\n';
    }

    private static boolean findOut(char c) {
        if (c < 0xA0 // controls
                || c == FoldedView.KEYCAP
                || c == FoldedView.HEAVY_PLUS
                || Character.isSurrogate(c)
                || Character.isSpaceChar(c)
                || Character.isWhitespace(c)
                || !NFC.hasBoundaryBefore(c)
                || !NFKC.hasBoundaryBefore(c)) {
            return false;
        }
        String alone = String.valueOf(c);
        return !Invisible.at(alone, 0, c)
                && !Adornment.is(c)
                && Character.getType(c) != Character.OTHER_SYMBOL // may only part letters
                && !LooseJamo.isLetter(c)
                && LooseJamo.compatibility(c) == c
                && Digits.folded(c) == c
                && NFC.isNormalized(alone)
                && NFKC.isNormalized(alone);
    }
}
