package lurewatch.indexer.index;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lurewatch.indexer.Sketch;
import org.apache.lucene.util.BytesRef;

/// A sketch as the index knows it: of each place eight bits of its value, in which two unlike texts
/// agree once in 256 by chance. All places stand whole in doc values; as terms, by which like texts
/// are found before they are compared, there are those of the first half, the place and its bits: a
/// vocabulary of 8,192, however many postings there are.
public final class SketchForm {
    /// Of two texts that agree in a quarter of all places, more than 9,999 in 10,000 pairs agree in
    /// two of these.
    private static final int FOUND_BY = Sketch.SIZE / 2;

    private static final int BITS = 0xff;

    private static final List<BytesRef> TERMS =
            IntStream.range(0, FOUND_BY << 8)
                    .mapToObj(term -> new BytesRef(Integer.toString(term, Character.MAX_RADIX)))
                    .toList();

    private SketchForm() {}

    public static List<BytesRef> terms(Sketch sketch) {
        List<BytesRef> terms = new ArrayList<>(FOUND_BY);
        for (int place = 0; place < FOUND_BY; place++) {
            terms.add(TERMS.get(place << 8 | (sketch.at(place) & BITS)));
        }
        return terms;
    }

    /// In how many places a sketch agrees with one that was read from doc values.
    public static int inCommon(Sketch sketch, BytesRef other) {
        int common = 0;
        for (int place = 0; place < Sketch.SIZE; place++) {
            int lowest = other.offset + place * Integer.BYTES + Integer.BYTES - 1;
            common += (other.bytes[lowest] & BITS) == (sketch.at(place) & BITS) ? 1 : 0;
        }
        return common;
    }
}
