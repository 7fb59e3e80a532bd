package lurewatch.indexer.index;

import java.util.Arrays;
import lurewatch.indexer.Sketch;
import org.apache.lucene.util.BitUtil;
import org.apache.lucene.util.BytesRef;

/// A sketch as the index knows it: of each place eight bits of its value, in which two unlike texts
/// agree once in 256 by chance. It stands in doc values alone. Comparing a sketch with all of a
/// million postings takes less time than a search that people would notice, and terms by which to
/// find what is worth comparing would take a tenth of the time in which an index is built.
public final class SketchForm {
    private static final int BYTES = Sketch.SIZE;
    private static final int LOW_BITS = 0xff;
    private static final long SEVEN_OF_EACH = 0x7f7f_7f7f_7f7f_7f7fL;

    /// Eight places in each.
    private final long[] places;

    private SketchForm(long[] places) {
        this.places = places;
    }

    public static SketchForm of(Sketch sketch) {
        byte[] bytes = new byte[BYTES];
        for (int place = 0; place < BYTES; place++) {
            bytes[place] = (byte) (sketch.at(place) & LOW_BITS);
        }
        return of(new BytesRef(bytes));
    }

    /// As it was read from doc values, which are copied.
    public static SketchForm of(BytesRef stored) {
        long[] places = new long[BYTES / Long.BYTES];
        for (int i = 0; i < places.length; i++) {
            places[i] = eightOf(stored, i);
        }
        return new SketchForm(places);
    }

    private static long eightOf(BytesRef stored, int index) {
        return (long) BitUtil.VH_LE_LONG.get(stored.bytes, stored.offset + index * Long.BYTES);
    }

    /// As it stands in doc values.
    BytesRef stored() {
        byte[] bytes = new byte[BYTES];
        for (int i = 0; i < places.length; i++) {
            BitUtil.VH_LE_LONG.set(bytes, i * Long.BYTES, places[i]);
        }
        return new BytesRef(bytes);
    }

    /// In how many places it agrees with one that is read from doc values.
    public int inCommon(BytesRef stored) {
        int unlike = 0;
        for (int i = 0; i < places.length; i++) {
            long difference = places[i] ^ eightOf(stored, i);
            // The highest bit of each byte that is not zero.
            long carried = (difference & SEVEN_OF_EACH) + SEVEN_OF_EACH;
            unlike += Long.bitCount((carried | difference) & ~SEVEN_OF_EACH);
        }
        return BYTES - unlike;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SketchForm form && Arrays.equals(places, form.places);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(places);
    }
}
