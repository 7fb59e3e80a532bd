package lurewatch.crawler.fetch;

import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Ends requests that take too long, by closing their sockets: interrupting a thread that reads a
/// socket changes nothing.
final class Deadlines implements Closeable {
    private final ScheduledThreadPoolExecutor timer;

    Deadlines() {
        timer =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("deadlines").factory());
        timer.setRemoveOnCancelPolicy(true);
    }

    /// Runs `cut` after this time, unless the deadline is closed before.
    Deadline in(Duration time, Runnable cut) {
        AtomicBoolean passed = new AtomicBoolean();
        ScheduledFuture<?> later =
                timer.schedule(
                        () -> {
                            passed.set(true);
                            cut.run();
                        },
                        time.toNanos(),
                        TimeUnit.NANOSECONDS);
        return new Deadline(later, passed, System.nanoTime());
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /// One of them.
    static final class Deadline implements AutoCloseable {
        private final ScheduledFuture<?> later;
        private final AtomicBoolean passed;
        private final long began;

        private Deadline(ScheduledFuture<?> later, AtomicBoolean passed, long began) {
            this.later = later;
            this.passed = passed;
            this.began = began;
        }

        boolean hasPassed() {
            return passed.get();
        }

        /// Time since it was set.
        Duration spent() {
            return Duration.ofNanos(System.nanoTime() - began);
        }

        @Override
        public void close() {
            later.cancel(false);
        }
    }
}
