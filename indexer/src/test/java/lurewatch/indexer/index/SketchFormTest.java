package lurewatch.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
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
            minima[place] = other.at(place) + (agrees[place] ? 0 : 1);
        }
        return Sketch.of(minima);
    }

    private static Sketch any() {
        return Sketch.of(RANDOM.ints(Sketch.SIZE).toArray());
    }

    @Test
    void countsThePlacesInCommon() {
        for (int places = 0; places <= Sketch.SIZE; places++) {
            Sketch one = any();
            byte[] stored = new byte[Sketch.SIZE * Integer.BYTES + 3];
            System.arraycopy(like(one, places).bytes(), 0, stored, 3, stored.length - 3);
            BytesRef bytes = new BytesRef(stored, 3, stored.length - 3);
            assertThat(SketchForm.inCommon(one, bytes)).isEqualTo(places);
        }
    }

    /// As 9,999 in 10,000 are to be found that agree in a quarter of their places.
    @Test
    void findsLikeTextsByTwoTerms() {
        int missed = 0;
        for (int round = 0; round < 50_000; round++) {
            Sketch one = any();
            Set<BytesRef> common = new HashSet<>(SketchForm.terms(one));
            common.retainAll(SketchForm.terms(like(one, Sketch.SIZE / 4)));
            missed += common.size() < 2 ? 1 : 0;
        }
        assertThat(missed).isLessThanOrEqualTo(5);
    }
}
