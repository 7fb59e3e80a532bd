package lurewatch.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import lurewatch.crawler.frontier.Frontier.HostRest;
import org.junit.jupiter.api.Test;

/// Guests of a host that is known from earlier, or not at all. Guests between a host's own leases:
/// see [RobotsIT].
final class TurnsTest {
    private static final Instant START = Instant.parse("2025-11-01T00:00:00Z");
    private static final Duration GAP = Duration.ofSeconds(1);

    private Optional<HostRest> rest = Optional.empty();
    private Duration passed = Duration.ZERO;
    private final Turns turns =
            new Turns(_ -> rest, GAP, () -> START.plus(passed), () -> passed.toNanos() + 7);

    private boolean mayCome() {
        return turns.beginAsGuest("b.example", GAP);
    }

    private void pass(Duration time) {
        passed = passed.plus(time);
    }

    @Test
    void aNewHostIsAskedAGapAfterTheStart() {
        assertThat(mayCome()).isFalse();
        pass(GAP);
        assertThat(mayCome()).isTrue();
    }

    @Test
    void oneGuestAtATimeAndAGapAfterEach() {
        pass(GAP);
        assertThat(mayCome()).isTrue();
        pass(GAP.multipliedBy(5));
        assertThat(mayCome()).isFalse();
        turns.endAsGuest("b.example");
        pass(GAP.minusNanos(1));
        assertThat(mayCome()).isFalse();
        pass(Duration.ofNanos(1));
        assertThat(mayCome()).isTrue();
    }

    @Test
    void whoGivesUpLeavesNoGap() {
        pass(GAP);
        assertThat(mayCome()).isTrue();
        turns.giveUpAsGuest("b.example");
        assertThat(mayCome()).isTrue();
    }

    @Test
    void aHostsOwnGapAndRestHoldForGuests() {
        Duration gap = Duration.ofSeconds(10);
        Instant blocked = START.plus(Duration.ofMinutes(5));
        rest = Optional.of(new HostRest(START, Optional.of(blocked), gap));
        pass(Duration.ofMinutes(5).minusMillis(1));
        assertThat(mayCome()).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(mayCome()).isTrue();
        turns.endAsGuest("b.example");
        pass(gap.minusMillis(1));
        assertThat(mayCome()).isFalse();
    }

    @Test
    void whatWasAskedInTheLastRunIsLeftAloneForTheRestOfItsGap() {
        rest = Optional.of(new HostRest(START.plusSeconds(20), Optional.empty(), GAP));
        pass(Duration.ofSeconds(19));
        assertThat(mayCome()).isFalse();
        pass(GAP);
        assertThat(mayCome()).isTrue();
    }
}
