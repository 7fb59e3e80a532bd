package lurewatch.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class WaitsTest {
    private long now = 1;

    private Responsiveness standing(Waits waits) {
        return waits.standing(now);
    }

    /// A request that took that long was answered, and then time passed.
    private void answer(Waits waits, Duration took, Duration then) {
        now += took.toNanos();
        waits.add(took, now);
        waits.answered();
        now += then.toNanos();
    }

    @Test
    void aStrangerIsKnownAfterItsRobotsAndAPage() {
        Waits waits = Waits.ofStranger();
        assertThat(standing(waits)).isEqualTo(Responsiveness.STRANGE);
        answer(waits, Duration.ofMillis(20), Duration.ofSeconds(1));
        assertThat(standing(waits)).isEqualTo(Responsiveness.STRANGE);
        answer(waits, Duration.ofSeconds(4), Duration.ofSeconds(1));
        assertThat(standing(waits)).isEqualTo(Responsiveness.QUICK);
    }

    @Test
    void whoGivesNoAnswerStaysAStrangerAndIsSlowIfThatTookLong() {
        Waits waits = Waits.ofStranger();
        waits.add(Duration.ofMillis(3), now);
        waits.add(Duration.ofMillis(3), now);
        assertThat(standing(waits)).isEqualTo(Responsiveness.STRANGE);
        waits.add(Duration.ofSeconds(20), now);
        assertThat(standing(waits)).isEqualTo(Responsiveness.SLOW);
    }

    @Test
    void whoDripsEveryTenthTimeIsSlowAllTheSame() {
        Waits waits = Waits.ofKnown();
        assertThat(standing(waits)).isEqualTo(Responsiveness.QUICK);
        answer(waits, Duration.ofSeconds(60), Duration.ofSeconds(30));
        for (int i = 0; i < 10; i++) {
            assertThat(standing(waits)).isEqualTo(Responsiveness.SLOW);
            answer(waits, Duration.ofMillis(50), Duration.ofSeconds(1));
        }
    }

    @Test
    void oneHiccupIsForgotten() {
        Waits waits = Waits.ofKnown();
        answer(waits, Duration.ofSeconds(15), Duration.ofSeconds(30));
        assertThat(standing(waits)).isEqualTo(Responsiveness.SLOW);
        now += Duration.ofMinutes(6).toNanos();
        assertThat(standing(waits)).isEqualTo(Responsiveness.QUICK);
    }

    @Test
    void whoComesFromARestIsSlowForAWhile() {
        Waits waits = Waits.ofTroubled(now);
        assertThat(standing(waits)).isEqualTo(Responsiveness.SLOW);
        now += Duration.ofMinutes(11).toNanos();
        assertThat(standing(waits)).isEqualTo(Responsiveness.STRANGE);
    }
}
