package lurewatch.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class WaitingRoomTest {
    private static final int LOOKS = 20;

    private final AtomicInteger looks = new AtomicInteger();
    private WaitingRoom room = new WaitingRoom(1, () -> {});

    /// A processor for each worker that is being stopped would be taken from the one that writes.
    @Test
    void whoIsInterruptedWaitsWithoutSpinning() {
        room = new WaitingRoom(1, this::leaveAtLast);
        room.enter();
        Thread.currentThread().interrupt();
        long start = System.nanoTime();
        room.enter();
        assertThat(Thread.interrupted()).as("and is interrupted afterwards").isTrue();
        assertThat(System.nanoTime() - start)
                .isGreaterThan(TimeUnit.MILLISECONDS.toNanos(LOOKS / 2));
    }

    private void leaveAtLast() {
        if (looks.incrementAndGet() == LOOKS) {
            room.leave();
        }
    }

    @Test
    void nobodyWaitsForWhatHasFailed() {
        WaitingRoom failed =
                new WaitingRoom(
                        1,
                        () -> {
                            throw new FrontierException("no room on disk", new Exception());
                        });
        failed.enter();
        assertThatThrownBy(failed::enter).hasMessage("no room on disk");
    }
}
