package lurewatch.indexer.store;

import java.util.List;
import java.util.stream.Collectors;
import lurewatch.indexer.Block;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.SortedNumbers;

/// The runs of letters and digits of a text, by which texts of any script are compared.
///
/// @param all each once, sorted; a run's four characters are the bits of one number
@SuppressWarnings("ArrayRecordComponent") // never compared by equals
record CharacterShingles(long[] all) {
    private static final int LENGTH = Long.SIZE / Character.SIZE;

    /// Of a longer text the beginning tells.
    private static final int LONGEST = 20_000;

    private static final int COUNTED =
            (1 << Character.UPPERCASE_LETTER)
                    | (1 << Character.LOWERCASE_LETTER)
                    | (1 << Character.TITLECASE_LETTER)
                    | (1 << Character.MODIFIER_LETTER)
                    | (1 << Character.OTHER_LETTER)
                    | (1 << Character.NON_SPACING_MARK)
                    | (1 << Character.COMBINING_SPACING_MARK)
                    | (1 << Character.ENCLOSING_MARK)
                    | (1 << Character.DECIMAL_DIGIT_NUMBER)
                    | (1 << Character.LETTER_NUMBER)
                    | (1 << Character.OTHER_NUMBER);

    static CharacterShingles of(List<Block> blocks) {
        return of(text(blocks));
    }

    static CharacterShingles of(String text) {
        String told = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        String lower = LowerCase.of(told);
        long[] runs = new long[lower.length()];
        int count = 0;
        int letters = 0;
        long run = 0;
        for (int i = 0; i < lower.length(); ) {
            int codePoint = lower.codePointAt(i);
            int end = i + Character.charCount(codePoint);
            for (int k = isCounted(codePoint) ? i : end; k < end; k++) {
                run = (run << Character.SIZE) | lower.charAt(k);
                letters++;
                if (letters >= LENGTH) {
                    runs[count++] = run;
                }
            }
            i = end;
        }
        return new CharacterShingles(SortedNumbers.of(runs, count));
    }

    private static boolean isCounted(int codePoint) {
        return (COUNTED & (1 << Character.getType(codePoint))) != 0;
    }

    static String text(List<Block> blocks) {
        return blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
    }

    /// How much of this text the other has: 0 to 1; 0 where there is nothing.
    double shareIn(CharacterShingles other) {
        int both = 0;
        for (int i = 0, j = 0; i < all.length && j < other.all.length; ) {
            int order = Long.compare(all[i], other.all[j]);
            both += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return all.length == 0 ? 0 : (double) both / all.length;
    }
}
