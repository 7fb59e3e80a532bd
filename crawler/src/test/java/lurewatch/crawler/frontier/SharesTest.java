package lurewatch.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SharesTest {
    @ParameterizedTest
    @CsvSource({
        // workers, slow ones at most, strange ones at most
        "1, 1, 1",
        "2, 1, 1",
        "8, 2, 7",
        "64, 16, 56",
        "256, 64, 224",
    })
    void hostsThatMayHoldWorkersUpGetAShareOfThem(int workers, int slow, int strange) {
        assertThat(most(workers, Responsiveness.SLOW)).isEqualTo(slow);
        assertThat(most(workers, Responsiveness.STRANGE)).isEqualTo(strange);
        assertThat(most(workers, Responsiveness.QUICK)).isEqualTo(workers);
    }

    private static int most(int workers, Responsiveness standing) {
        Shares shares = new Shares(workers);
        while (shares.all() < workers && shares.allow(standing)) {
            shares.take(standing);
        }
        return shares.all();
    }

    @Test
    void slowAndStrangeOnesTogetherLeaveSome() {
        Shares shares = new Shares(16);
        for (int i = 0; i < 4; i++) {
            shares.take(Responsiveness.SLOW);
        }
        for (int i = 0; i < 10; i++) {
            assertThat(shares.allow(Responsiveness.STRANGE)).isTrue();
            shares.take(Responsiveness.STRANGE);
        }
        assertThat(shares.allow(Responsiveness.STRANGE)).isFalse();
        assertThat(shares.allow(Responsiveness.SLOW)).isFalse();
        assertThat(shares.allow(Responsiveness.QUICK)).isTrue();
        assertThat(shares.giveBack(Responsiveness.SLOW)).as("others may go on").isTrue();
        assertThat(shares.allow(Responsiveness.STRANGE)).isTrue();
    }
}
