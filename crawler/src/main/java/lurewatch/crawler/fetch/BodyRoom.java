package lurewatch.crawler.fetch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Room in memory for large bodies, from being received until their page is settled: sixty fetches
/// may bring their most at the same time, each of which lies there several times over while it is
/// archived.
///
/// Who comes first is served first, and nobody asks for more while he holds some. Where somebody
/// waits, the body that has been coming for longest is cut, once it has had its time, so that
/// servers that send large bodies slowly do not hold up all others, and waiting always ends. Who
/// has waited long enough all the same, or finds too many before him, gets no room, and no more of
/// his body is read. One body passes always, however large it is.
final class BodyRoom {
    /// A body up to here needs none.
    static final int SMALL = 128 * 1024;

    private static final int PART_OF_HEAP = 16;

    /// Most of what is waited for is our own work, of reading and keeping pages.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /// For so long a body may come while others wait.
    static final Duration FAIR = Duration.ofSeconds(10);

    /// Whoever waits here is a worker who fetches nothing else.
    private static final int MOST_WAITING = 64;

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final long bytes;
    private final Duration longestWait;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Duration fair;
    private final Deque<Place> waiting = new ArrayDeque<>();

    /// Those whose bodies still come, by when they began to.
    private final SequencedSet<Place> coming = new LinkedHashSet<>();

    private long taken;
    private boolean ended;

    BodyRoom(long bytes, Duration longestWait, Duration fair) {
        this.bytes = bytes;
        this.longestWait = longestWait;
        this.fair = fair;
    }

    static BodyRoom ofHeap() {
        return new BodyRoom(Runtime.getRuntime().maxMemory() / PART_OF_HEAP, LONGEST_WAIT, FAIR);
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
        private long since;
        private Runnable cut = () -> {};

        private Place() {}

        /// Takes room for a body of that length; waits for it, though not for ever.
        ///
        /// @param ifTooSlow ends the body where it has come for long and others wait
        /// @return whether there is room
        boolean take(long length, Runnable ifTooSlow) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                coming.remove(this);
                release(held);
                if (waiting.size() >= MOST_WAITING || !fitsInTime(length)) {
                    return false;
                }
                held = length;
                taken += length;
                since = System.nanoTime();
                cut = ifTooSlow;
                coming.add(this);
                return true;
            } finally {
                changed.signalAll();
                lock.unlock();
            }
        }

        private boolean fitsInTime(long length) throws InterruptedException {
            waiting.add(this);
            try {
                long left = longestWait.toNanos();
                while (left > 0 && !isNext(length)) {
                    if (waiting.peek() == this) {
                        cutSlowest();
                    }
                    long nap = Math.min(left, LOOK_EVERY.toNanos());
                    left -= nap - Math.max(0, changed.awaitNanos(nap));
                }
                return isNext(length);
            } finally {
                waiting.remove(this);
            }
        }

        private void cutSlowest() {
            if (coming.isEmpty()) {
                return;
            }
            Place slowest = coming.getFirst();
            if (System.nanoTime() - slowest.since > fair.toNanos()) {
                coming.remove(slowest);
                slowest.cut.run();
            }
        }

        private boolean isNext(long length) {
            return ended || (waiting.peek() == this && (taken == 0 || taken + length <= bytes));
        }

        /// The body has come. Gives back what it does not need after all.
        void keep(long length) {
            lock.lock();
            try {
                coming.remove(this);
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
