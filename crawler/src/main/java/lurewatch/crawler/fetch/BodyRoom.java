package lurewatch.crawler.fetch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Room in memory for large bodies, from being received until their page is settled: sixty fetches
/// may bring their most at the same time, each of which lies there several times over while it is
/// archived.
///
/// Who comes first is served first. One body passes always, however large it is; and nobody asks
/// for more while he holds some, so that waiting always ends. It ends soon: servers that send large
/// bodies slowly must not hold up all others, so that who has waited long enough passes without
/// room.
final class BodyRoom {
    /// A body up to here needs none.
    static final int SMALL = 128 * 1024;

    private static final int PART_OF_HEAP = 16;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private final long bytes;
    private final Duration longestWait;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Place> waiting = new ArrayDeque<>();
    private long taken;
    private boolean ended;

    BodyRoom(long bytes, Duration longestWait) {
        this.bytes = bytes;
        this.longestWait = longestWait;
    }

    static BodyRoom ofHeap() {
        return new BodyRoom(Runtime.getRuntime().maxMemory() / PART_OF_HEAP, LONGEST_WAIT);
    }

    /// A place for one page, which has nothing yet.
    Place place() {
        return new Place();
    }

    /// Bytes that are taken now.
    long taken() {
        lock.lock();
        try {
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /// Nobody waits any more: what is still received is given up anyway.
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// What one page has of it.
    final class Place implements AutoCloseable {
        private long held;

        private Place() {}

        /// Takes room for a body of that length; waits for it, though not for ever.
        void take(long length) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                release(held);
                waiting.add(this);
                long left = longestWait.toNanos();
                while (left > 0 && !isNext(length)) {
                    left = changed.awaitNanos(left);
                }
                held = length;
                taken += length;
            } finally {
                waiting.remove(this);
                changed.signalAll();
                lock.unlock();
            }
        }

        private boolean isNext(long length) {
            return ended || (waiting.peek() == this && (taken == 0 || taken + length <= bytes));
        }

        /// Gives back what the body does not need after all.
        void keep(long length) {
            lock.lock();
            try {
                release(Math.max(0, held - length));
            } finally {
                lock.unlock();
            }
        }

        /// Gives all back.
        @Override
        public void close() {
            keep(0);
        }

        private void release(long length) {
            held -= length;
            taken -= length;
            changed.signalAll();
        }
    }
}
