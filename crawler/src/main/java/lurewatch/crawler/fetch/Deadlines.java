package lurewatch.crawler.fetch;

import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Ends requests that take too long, by closing their sockets: interrupting a thread that reads a
/// socket changes nothing.
final class Deadlines implements Closeable {
    private final Timer timer;

    Deadlines() {
        this(new ThreadTimer());
    }

    Deadlines(Timer timer) {
        this.timer = timer;
    }

    /// Runs `cut` after this time, unless the deadline is closed before.
    Deadline in(Duration time, Runnable cut) {
        return new Deadline(timer, time, cut);
    }

    @Override
    public void close() {
        timer.close();
    }

    /// Something that takes time.
    interface Wait {
        void await() throws InterruptedException;
    }

    /// What deadlines go by.
    interface Timer {
        /// Of a clock that only goes forward.
        long nanos();

        /// Runs it after that time unless it is cancelled before.
        Future<?> in(long nanos, Runnable task);

        void close();
    }

    /// The machine's clock, and one thread for all deadlines.
    private static final class ThreadTimer implements Timer {
        private final ScheduledThreadPoolExecutor thread =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("deadlines").factory());

        ThreadTimer() {
            thread.setRemoveOnCancelPolicy(true);
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public Future<?> in(long nanos, Runnable task) {
            return thread.schedule(task, nanos, TimeUnit.NANOSECONDS);
        }

        @Override
        public void close() {
            thread.shutdownNow();
        }
    }

    /// One of them. Used by the thread whose request it ends.
    static final class Deadline implements AutoCloseable {
        private final Timer timer;
        private final long length;
        private final Runnable cut;
        private final AtomicBoolean passed = new AtomicBoolean();
        private long began;
        private Future<?> later;

        private Deadline(Timer timer, Duration time, Runnable cut) {
            this.timer = timer;
            this.length = time.toNanos();
            this.cut = cut;
            this.began = timer.nanos();
            this.later = within(length);
        }

        private Future<?> within(long nanos) {
            return timer.in(
                    nanos,
                    () -> {
                        passed.set(true);
                        cut.run();
                    });
        }

        /// What we wait for ourselves is not the server's time: it does not count.
        ///
        /// @return how long that took
        Duration without(Wait wait) throws InterruptedException {
            later.cancel(false);
            long start = timer.nanos();
            wait.await();
            long waited = timer.nanos() - start;
            began += waited;
            later = within(length - (timer.nanos() - began));
            return Duration.ofNanos(waited);
        }

        boolean hasPassed() {
            return passed.get();
        }

        /// Time since it was set, as far as it counts.
        Duration spent() {
            return Duration.ofNanos(timer.nanos() - began);
        }

        @Override
        public void close() {
            later.cancel(false);
        }
    }
}
