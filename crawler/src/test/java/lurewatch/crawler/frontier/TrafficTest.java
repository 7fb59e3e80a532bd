package lurewatch.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How long a host rests for what it has sent.
final class TrafficTest {
    private static final long DAY = 1_000_000;
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // sent before, hours since, sent now, rest
        "0, 1, 1000000, PT0S", // a day's worth at once
        "0, 1, 1500000, PT12H",
        "1000000, 0, 250000, PT6H",
        "1000000, 6, 250000, PT0S", // worked off meanwhile
        "1000000, 48, 1000000, PT0S", // what was quiet for long has a day's worth, not two
        "1000000, 48, 2000000, PT24H",
        "1000000, -9, 250000, PT6H", // a clock that was set back
    })
    void beyondADaysWorthEachAnswerIsWorkedOff(long before, long hours, long more, Duration rest) {
        Traffic traffic =
                Traffic.NONE
                        .plus(before, DAY, NOW.minus(Duration.ofHours(hours)))
                        .plus(more, DAY, NOW);
        assertThat(traffic.rest(DAY, NOW)).isEqualTo(rest);
    }

    @Test
    void inTheLongRunADaysWorthADayIsSent() {
        Traffic traffic = Traffic.NONE;
        Instant now = NOW;
        for (int answer = 0; answer < 300; answer++) {
            traffic = traffic.plus(DAY / 10, DAY, now);
            now = now.plus(traffic.rest(DAY, now)).plusSeconds(1);
        }
        assertThat(Duration.between(NOW, now))
                .isCloseTo(Duration.ofDays(29), Duration.ofMinutes(30));
    }
}
