package lurewatch.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import lurewatch.crawler.fetch.Deadlines.Deadline;
import org.junit.jupiter.api.Test;

final class DeadlinesTest {
    private final HandTimer timer = new HandTimer();
    private final Deadlines deadlines = new Deadlines(timer);
    private final AtomicInteger cuts = new AtomicInteger();

    @Test
    void cutsOnceWhenItsTimeIsOver() {
        Deadline deadline = deadlines.in(Duration.ofSeconds(1), cuts::incrementAndGet);
        timer.pass(Duration.ofMillis(999));
        assertThat(deadline.hasPassed()).isFalse();
        timer.pass(Duration.ofMillis(1));
        timer.pass(Duration.ofHours(1));
        assertThat(deadline.hasPassed()).isTrue();
        assertThat(cuts).hasValue(1);
    }

    @Test
    void whatWeWaitForOurselvesDoesNotCount() throws InterruptedException {
        Deadline deadline = deadlines.in(Duration.ofSeconds(1), cuts::incrementAndGet);
        timer.pass(Duration.ofMillis(400));
        Duration waited = deadline.without(() -> timer.pass(Duration.ofMillis(1500)));
        assertThat(waited).isEqualTo(Duration.ofMillis(1500));
        assertThat(deadline.spent()).isEqualTo(Duration.ofMillis(400));
        timer.pass(Duration.ofMillis(599));
        assertThat(deadline.hasPassed()).isFalse();
        timer.pass(Duration.ofMillis(1));
        assertThat(deadline.hasPassed()).isTrue();
        assertThat(deadline.spent()).isEqualTo(Duration.ofSeconds(1));
        assertThat(cuts).hasValue(1);
    }

    @Test
    void whatIsClosedDoesNotCut() throws InterruptedException {
        try (Deadline deadline = deadlines.in(Duration.ofMillis(300), cuts::incrementAndGet)) {
            deadline.without(() -> timer.pass(Duration.ofMillis(1)));
        }
        timer.pass(Duration.ofHours(1));
        assertThat(cuts).hasValue(0);
    }

    /// Time passes where a test says so.
    private static final class HandTimer implements Deadlines.Timer {
        private final List<Task> tasks = new ArrayList<>();
        private long now;

        private record Task(long due, FutureTask<?> what) {}

        void pass(Duration time) {
            now += time.toNanos();
            List<Task> due = tasks.stream().filter(task -> task.due() <= now).toList();
            tasks.removeAll(due);
            due.forEach(task -> task.what().run()); // nothing, where it was cancelled
        }

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public Future<?> in(long nanos, Runnable task) {
            FutureTask<?> what = new FutureTask<>(task, null);
            tasks.add(new Task(now + nanos, what));
            return what;
        }

        @Override
        public void close() {
            tasks.clear();
        }
    }
}
