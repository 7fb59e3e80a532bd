package lurewatch.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GivenIdsTest {
    private static Stream<String> ids(long seed) {
        return new SplittableRandom(seed)
                .longs(200_000)
                .mapToObj(number -> "p" + Long.toHexString(number));
    }

    @Test
    void forgetsNoneAndHardlyTakesOneForKnown() {
        GivenIds given = new GivenIds();
        long taken = ids(1).filter(given::noteAgain).count();
        assertThat(taken).isLessThan(200);
        assertThat(ids(1)).allMatch(given::noteAgain);
    }
}
