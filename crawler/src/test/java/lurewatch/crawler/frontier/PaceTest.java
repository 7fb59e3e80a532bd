package lurewatch.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import lurewatch.crawler.frontier.FetchReport.Ending;
import lurewatch.crawler.settings.Politeness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Politeness with its usual settings: factor 5, 1 s to 30 s, rests of 60 s doubled up to a day.
final class PaceTest {
    private static final Politeness USUAL = Politeness.DEFAULTS;
    private static final Instant NOW = Instant.parse("2025-11-01T00:00:00Z");

    private final Random random = new Random(7);

    private Pace after(
            Pace pace, Ending ending, Duration took, @Nullable String retryAfter, Instant now) {
        Optional<Duration> asked = Optional.ofNullable(retryAfter).map(Duration::parse);
        return pace.after(ending, took, asked, Duration.ZERO, USUAL, now, random);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0.1S, PT0S, , PT1S", // never below the minimum
        "PT0.4S, PT0S, , PT2S", // five times what the server needed
        "PT20S, PT0S, , PT30S", // never above the maximum
        "PT0.1S, PT5S, , PT5S", // the operator's wish
        "PT2S, PT5S, , PT10S",
        "PT0.1S, PT90S, , PT90S", // a wish stands above the maximum
        "PT0.1S, PT0S, PT7S, PT7S", // Crawl-delay
        "PT0.1S, PT0S, PT60S, PT60S",
        "PT0.1S, PT0S, PT1H, PT5M", // but not any Crawl-delay
        "PT0.1S, PT0S, PT0.01S, PT1S",
    })
    void theGapFollowsTheServerAndTheWishes(
            Duration took, Duration siteMinimum, String crawlDelay, Duration gap) {
        Pace pace =
                new Pace(
                        Duration.ofSeconds(1),
                        0,
                        Optional.empty(),
                        Optional.ofNullable(crawlDelay).map(Duration::parse),
                        Traffic.NONE);
        assertThat(
                        pace.after(
                                        Ending.CAPTURED,
                                        took,
                                        Optional.empty(),
                                        siteMinimum,
                                        USUAL,
                                        NOW,
                                        random)
                                .gap())
                .isEqualTo(gap);
    }

    @ParameterizedTest
    @CsvSource({
        "CAPTURED, PT1S",
        "UNCHANGED, PT1S",
        "REDIRECTED, PT10S",
        "MISSING, PT10S",
        "DENIED, PT10S",
        "TROUBLED, PT10S",
        "FAILED, PT10S",
    })
    void onlyAPageShortensTheGap(Ending ending, Duration gap) {
        Pace slow = Pace.fresh(Duration.ofSeconds(10));
        assertThat(after(slow, ending, Duration.ofMillis(1), null, NOW).gap()).isEqualTo(gap);
    }

    @Test
    void restsDoubleUpToADayAndAreForgivenAfterCalm() {
        Pace pace = Pace.fresh(Duration.ofSeconds(1));
        Instant now = NOW;
        for (int i = 0; i < 14; i++) {
            pace = after(pace, Ending.TROUBLED, Duration.ZERO, null, now);
            double expected = Math.min(60 * Math.pow(2, i), 86_400);
            Duration rest = Duration.between(now, pace.blockedUntil().orElseThrow());
            assertThat(rest.toMillis() / 1000.0)
                    .isBetween(expected * 0.9, Math.min(expected * 1.1, 86_400));
            now = pace.blockedUntil().orElseThrow().plusSeconds(1);
        }
        pace = after(pace, Ending.TROUBLED, Duration.ZERO, null, now.plusSeconds(100_000));
        assertThat(pace.strikes()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "PT2H, PT2H", // longer than ours
        "P3D, P1D", // nobody makes us wait longer than a day
    })
    void aLongerRetryAfterWins(String asked, Duration rest) {
        Pace pace = after(Pace.fresh(Duration.ZERO), Ending.TROUBLED, Duration.ZERO, asked, NOW);
        assertThat(pace.blockedUntil()).contains(NOW.plus(rest));
    }

    @Test
    void aShorterRetryAfterDoesNot() {
        Pace pace = after(Pace.fresh(Duration.ZERO), Ending.TROUBLED, Duration.ZERO, "PT5S", NOW);
        assertThat(pace.blockedUntil().orElseThrow()).isAfter(NOW.plusSeconds(53));
    }
}
