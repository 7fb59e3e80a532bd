package lurewatch.indexer.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import lurewatch.indexer.detect.Detector;
import org.junit.jupiter.api.Test;

class SpotsTest {
    @Test
    void holdsWhatASetHolds() {
        Random random = new Random(3);
        Set<List<Integer>> set = new HashSet<>();
        Spots spots = new Spots();
        for (int i = 0; i < 2_000; i++) {
            List<Integer> spot = spot(random);
            assertThat(spots.contain(spot.get(0), spot.get(1), spot.get(2)))
                    .isEqualTo(set.contains(spot));
            spots.add(spot.get(0), spot.get(1), spot.get(2));
            set.add(spot);
            assertThat(spots.contain(spot.get(0), spot.get(1), spot.get(2))).isTrue();
        }
    }

    /// Few enough different ones that many come twice; among them the largest.
    private static List<Integer> spot(Random random) {
        int start = Detector.MAX_CHARACTERS - random.nextInt(20);
        return List.of(random.nextInt(20) * 10_000, start, Detector.MAX_CHARACTERS);
    }
}
