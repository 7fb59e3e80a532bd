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
        return new Deadline(timer, time, cut);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /// Something that takes time.
    interface Wait {
        void await() throws InterruptedException;
    }

    /// One of them. Used by the thread whose request it ends.
    static final class Deadline implements AutoCloseable {
        private final ScheduledThreadPoolExecutor timer;
        private final long length;
        private final Runnable cut;
        private final AtomicBoolean passed = new AtomicBoolean();
        private long began = System.nanoTime();
        private ScheduledFuture<?> later;

        private Deadline(ScheduledThreadPoolExecutor timer, Duration time, Runnable cut) {
            this.timer = timer;
            this.length = time.toNanos();
            this.cut = cut;
            this.later = within(length);
        }

        private ScheduledFuture<?> within(long nanos) {
            return timer.schedule(
                    () -> {
                        passed.set(true);
                        cut.run();
                    },
                    nanos,
                    TimeUnit.NANOSECONDS);
        }

        /// What we wait for ourselves is not the server's time: it does not count.
        ///
        /// @return how long that took
        Duration without(Wait wait) throws InterruptedException {
            later.cancel(false);
            long start = System.nanoTime();
            wait.await();
            long waited = System.nanoTime() - start;
            began += waited;
            later = within(length - (System.nanoTime() - began));
            return Duration.ofNanos(waited);
        }

        boolean hasPassed() {
            return passed.get();
        }

        /// Time since it was set, as far as it counts.
        Duration spent() {
            return Duration.ofNanos(System.nanoTime() - began);
        }

        @Override
        public void close() {
            later.cancel(false);
        }
    }
}
