package lurewatch.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lurewatch.crawler.fetch.Deadlines.Deadline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DeadlinesTest {
    private final Deadlines deadlines = new Deadlines();
    private final CountDownLatch cut = new CountDownLatch(1);

    @AfterEach
    void close() {
        deadlines.close();
    }

    @Test
    void whatWeWaitForOurselvesDoesNotCount() throws InterruptedException {
        Deadline deadline = deadlines.in(Duration.ofSeconds(1), cut::countDown);
        Duration waited = deadline.without(() -> Thread.sleep(1500));
        assertThat(waited).isGreaterThanOrEqualTo(Duration.ofMillis(1499));
        assertThat(deadline.hasPassed()).isFalse();
        assertThat(deadline.spent()).isLessThan(Duration.ofSeconds(1));
        assertThat(cut.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(deadline.hasPassed()).isTrue();
        assertThat(deadline.spent()).isGreaterThanOrEqualTo(Duration.ofMillis(990));
    }

    @Test
    void whatIsClosedDoesNotCut() throws InterruptedException {
        try (Deadline deadline = deadlines.in(Duration.ofMillis(300), cut::countDown)) {
            deadline.without(() -> Thread.sleep(1));
        }
        assertThat(cut.await(600, TimeUnit.MILLISECONDS)).isFalse();
    }
}
