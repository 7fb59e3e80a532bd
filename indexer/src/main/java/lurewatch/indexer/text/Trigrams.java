package lurewatch.indexer.text;

/// Tells of most strings that a text does not hold them, many times faster than a search: those
/// with three characters in a row that stand nowhere in it. Immutable; a line feed in the text is
/// read as a blank.
///
/// Kept are bits of hashes: what seems to be there is searched for, unless a line end may be in it.
public final class Trigrams {
    private static final int HASH_BITS = 16;
    private static final int PRIME = 0x1F351;

    /// The mark of strings too short for one, behind all others; the bit of every text is set.
    private static final int ANY = 1 << HASH_BITS;

    /// Words of two characters are of scripts beyond; for others no pairs are kept.
    private static final char FIRST_OF_PAIRS = 0x80;

    private final String text;
    private final long[] seen = new long[(ANY >>> 6) + 1];

    Trigrams(String text) {
        this.text = text;
        set(ANY);
        int pair = 0;
        char last = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i) == '\n' ? ' ' : text.charAt(i);
            set(bit(pair * PRIME + c));
            pair = last * PRIME + c;
            last = c;
            if (c >= FIRST_OF_PAIRS) {
                set(bit(pair));
            }
        }
    }

    /// Whether the text may hold the string.
    public boolean mayHold(String string) {
        if (!mayHold(mark(string))) {
            return false;
        }
        for (int i = 1; i + 2 < string.length(); i++) {
            if (!mayHold(mark(string, i))) {
                return false;
            }
        }
        return string.indexOf(' ') >= 0 || text.contains(string);
    }

    /// Whether the text may hold strings with that mark: what is asked first where there are many.
    public boolean mayHold(int mark) {
        return (seen[mark >>> 6] >>> mark & 1) != 0;
    }

    /// What a string has in common with all that begin with the same three characters.
    public static int mark(String string) {
        if (hasNoMark(string)) {
            return ANY;
        }
        return string.length() == 2
                ? bit(string.charAt(0) * PRIME + string.charAt(1))
                : mark(string, 0);
    }

    private static boolean hasNoMark(String string) {
        return string.length() < 2 || (string.length() == 2 && string.charAt(1) < FIRST_OF_PAIRS);
    }

    private static int mark(String string, int start) {
        int pair = string.charAt(start) * PRIME + string.charAt(start + 1);
        return bit(pair * PRIME + string.charAt(start + 2));
    }

    private static int bit(int hash) {
        return (hash * 0x9E3779B1) >>> (Integer.SIZE - HASH_BITS);
    }

    private void set(int bit) {
        seen[bit >>> 6] |= 1L << bit;
    }
}
