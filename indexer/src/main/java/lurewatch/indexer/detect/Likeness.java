package lurewatch.indexer.detect;

import java.util.HashSet;
import java.util.Set;

/// How much two texts are the same: the share of overlapping pieces of five characters that both
/// have, blanks and letter case aside. Pure.
public final class Likeness {
    /// From here on a text is another one put up again, with a word or two changed.
    public static final double SAME = 0.8;

    private static final int PIECE = 5;

    /// Of a longer text the beginning tells.
    private static final int LONGEST = 20_000;

    private Likeness() {}

    /// 0 to 1; 0 where one of them says next to nothing.
    public static double of(String first, String second) {
        Set<Integer> ofFirst = pieces(first);
        Set<Integer> ofSecond = pieces(second);
        if (ofFirst.isEmpty() || ofSecond.isEmpty()) {
            return 0;
        }
        Set<Integer> smaller = ofFirst.size() < ofSecond.size() ? ofFirst : ofSecond;
        Set<Integer> larger = ofFirst.size() < ofSecond.size() ? ofSecond : ofFirst;
        if (smaller.size() < SAME * larger.size()) {
            return (double) smaller.size() / larger.size(); // it cannot be more
        }
        long both = smaller.stream().filter(larger::contains).count();
        return (double) both / (ofFirst.size() + ofSecond.size() - both);
    }

    private static Set<Integer> pieces(String text) {
        Set<Integer> pieces = new HashSet<>();
        long window = 0;
        int length = 0;
        for (int i = 0; i < text.length() && i < LONGEST; i++) {
            char c = Character.toLowerCase(text.charAt(i));
            if (!Character.isWhitespace(c)) {
                window = (window << 12) ^ c;
                length++;
                if (length >= PIECE) {
                    pieces.add(Long.hashCode(window & 0x0FFF_FFFF_FFFF_FFFFL));
                }
            }
        }
        return pieces;
    }
}
