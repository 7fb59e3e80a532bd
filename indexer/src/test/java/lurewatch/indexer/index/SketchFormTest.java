package lurewatch.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import lurewatch.indexer.Sketch;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class SketchFormTest {
    private static final SplittableRandom RANDOM = new SplittableRandom(7);

    /// A sketch that agrees with another in so many places, wherever they are.
    private static Sketch like(Sketch other, int places) {
        boolean[] agrees = new boolean[Sketch.SIZE];
        for (int left = places; left > 0; ) {
            int place = RANDOM.nextInt(Sketch.SIZE);
            left -= agrees[place] ? 0 : 1;
            agrees[place] = true;
        }
        int[] minima = new int[Sketch.SIZE];
        for (int place = 0; place < Sketch.SIZE; place++) {
            minima[place] = other.at(place) + (agrees[place] ? 0 : 1 + RANDOM.nextInt(255));
        }
        return Sketch.of(minima);
    }

    private static Sketch any() {
        return Sketch.of(RANDOM.ints(Sketch.SIZE).toArray());
    }

    /// As doc values hand it out.
    private static BytesRef amongOthers(BytesRef stored) {
        byte[] bytes = new byte[stored.length + 5];
        System.arraycopy(stored.bytes, stored.offset, bytes, 3, stored.length);
        return new BytesRef(bytes, 3, stored.length);
    }

    @Test
    void countsThePlacesInCommon() {
        for (int places = 0; places <= Sketch.SIZE; places++) {
            Sketch one = any();
            BytesRef stored = amongOthers(SketchForm.of(like(one, places)).stored());
            assertThat(SketchForm.of(one).inCommon(stored)).isEqualTo(places);
            assertThat(SketchForm.of(stored).inCommon(SketchForm.of(one).stored()))
                    .isEqualTo(places);
        }
    }
}
