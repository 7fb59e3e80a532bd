package lurewatch.indexer.scan;

import java.util.Arrays;

/// Words of lexicon rows that look for two words near each other, where one text shows them. They
/// are kept back until the text is read: most stand there without the other side of their row, and
/// nothing more need be asked of those. Used by one thread.
final class PartHits {
    /// Far more than an ad has.
    private static final int ROOM = 1 << 14;

    private static final int BOTH_SIDES = 0b11;
    private static final long BARE = 1L << Integer.SIZE;

    /// By the literals' numbers: twice the number of the row, and one more on its right side.
    private final int[] partOf;

    /// By row, one bit for each side that the text shows.
    private final byte[] sides;

    /// The literal in the upper half but for its last bit, which says where it was seen; the start
    /// in the lower half.
    private long[] hits = new long[64];

    private int count;

    /// Told of a hit with its literal's number.
    interface OnHit {
        void hit(int literal, boolean inBareView, int start);
    }

    PartHits(int[] partOf, int rows) {
        this.partOf = partOf;
        this.sides = new byte[rows];
    }

    void add(int literal, boolean inBareView, int start) {
        if (count == hits.length) {
            hits = Arrays.copyOf(hits, count * 2);
        }
        hits[count++] = ((long) literal << (Integer.SIZE + 1)) | (inBareView ? BARE : 0) | start;
        sides[row(literal)] |= (byte) (1 << (partOf[literal] & 1));
    }

    /// Whether a text has so many that they must be told before there is time to see which matter.
    boolean isFull() {
        return count == ROOM;
    }

    /// Tells of all, in the order in which they came, and forgets them, but not of which rows they
    /// are.
    void tellAll(OnHit onHit) {
        for (int i = 0; i < count; i++) {
            tell(hits[i], onHit);
        }
        count = 0;
    }

    /// Tells of those whose row has both its sides in the text, in the order in which they came.
    void tellPaired(OnHit onHit) {
        for (int i = 0; i < count; i++) {
            if (sides[row(literal(hits[i]))] == BOTH_SIDES) {
                tell(hits[i], onHit);
            }
        }
    }

    private static void tell(long hit, OnHit onHit) {
        onHit.hit(literal(hit), (hit & BARE) != 0, (int) hit);
    }

    private static int literal(long hit) {
        return (int) (hit >>> (Integer.SIZE + 1));
    }

    private int row(int literal) {
        return partOf[literal] >>> 1;
    }
}
