package lurewatch.indexer.pipeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import lurewatch.indexer.store.CaptureFacts;

/// Puts what many threads finish into the order of the ledger, holding a bounded number of
/// captures.
///
/// Whoever works on a capture announces it, and brings the result or gives up. Bringing blocks
/// while the buffer is full, except for the capture that is next: that one always fits, so that
/// waiting always ends. A capture that the ledger has and nobody has announced for a while is
/// reported as missing; its worker died, or there never was one.
final class LedgerOrder {
    /// A worker needs far less from the ledger's acknowledgement to his announcement.
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final int capacity;
    private final LongSupplier ledgerEnd;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition roomOrProgress = lock.newCondition();
    private final Condition arrival = lock.newCondition();

    private final TreeMap<Long, CaptureFacts> ready = new TreeMap<>();
    private final TreeSet<Long> passed = new TreeSet<>();
    private final Set<Long> inWork = new HashSet<>();
    private long next;
    private long newest;
    private long written;
    private long wanted;
    private long committed;
    private long nextSince = System.nanoTime();
    private boolean closed;

    /// What the committing thread should do now.
    sealed interface Step {
        /// Write these, in this order; then everything up to `through` is written.
        record Write(List<CaptureFacts> captures, long through) implements Step {}

        /// Nobody works on this capture: do it yourself. It counts as announced.
        record Missing(long sequence) implements Step {}

        /// Somebody waits for all that was written to be committed.
        record Commit() implements Step {}

        /// Nothing came in the time given.
        record Nothing() implements Step {}

        /// Nothing will come any more.
        record End() implements Step {}
    }

    /// @param first the sequence to start with
    /// @param ledgerEnd the last sequence that the ledger has
    LedgerOrder(long first, int capacity, LongSupplier ledgerEnd) {
        this.next = first;
        this.newest = first - 1;
        this.written = first - 1;
        this.committed = first - 1;
        this.capacity = capacity;
        this.ledgerEnd = ledgerEnd;
    }

    /// Announces work on a capture. False where somebody else works on it, or it has had its turn:
    /// its result is not wanted.
    boolean announce(long sequence) {
        lock.lock();
        try {
            newest = Math.max(newest, sequence);
            return !closed && sequence >= next && inWork.add(sequence);
        } finally {
            lock.unlock();
        }
    }

    /// The last capture that anybody announced.
    long newest() {
        lock.lock();
        try {
            return newest;
        } finally {
            lock.unlock();
        }
    }

    /// The last capture that was written.
    long written() {
        lock.lock();
        try {
            return written;
        } finally {
            lock.unlock();
        }
    }

    /// Brings a result; waits while there is no room.
    void bring(CaptureFacts facts) throws InterruptedException {
        long sequence = facts.capture().id().sequence();
        lock.lockInterruptibly();
        try {
            while (ready.size() >= capacity && sequence > next && !closed) {
                roomOrProgress.await();
            }
            if (sequence >= next) {
                ready.put(sequence, facts);
            }
        } finally {
            inWork.remove(sequence);
            arrival.signal();
            lock.unlock();
        }
    }

    /// Says that the ledger's line of that sequence is no capture, or no longer.
    void pass(long sequence) {
        lock.lock();
        try {
            newest = Math.max(newest, sequence);
            if (!closed && sequence >= next) {
                passed.add(sequence);
                arrival.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Ends announced work without a result. Harmless after [#bring].
    void giveUp(long sequence) {
        lock.lock();
        try {
            inWork.remove(sequence);
            arrival.signal();
        } finally {
            lock.unlock();
        }
    }

    /// The next thing to do; waits for it at most that long.
    Step next(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (true) {
                if (ready.containsKey(next) || passed.contains(next)) {
                    List<CaptureFacts> taken = takeReady();
                    return new Step.Write(taken, next - 1);
                }
                if (wanted > committed && written >= wanted) {
                    return new Step.Commit();
                }
                if (closed && !inWork.contains(next)) {
                    return new Step.End();
                }
                long patience = patienceLeft();
                if (patience <= 0) {
                    inWork.add(next); // whoever comes late is not wanted: a capture is read once
                    return new Step.Missing(next);
                }
                if (left <= 0) {
                    return new Step.Nothing();
                }
                long wait = Math.min(left, patience);
                left -= wait - arrival.awaitNanos(wait);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Says that everything up to here is written.
    void written(long sequence) {
        lock.lock();
        try {
            written = sequence;
        } finally {
            lock.unlock();
        }
    }

    /// Says that the missing capture was done and written by the committing thread. Who is behind
    /// by one is often behind by many: the next is not waited for again.
    void madeUpFor(long sequence) {
        lock.lock();
        try {
            inWork.remove(sequence);
            next = sequence + 1;
            ready.headMap(next).clear();
            passed.headSet(next).clear();
            written = sequence;
            roomOrProgress.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Says that everything up to here is committed in every store.
    void committed(long sequence) {
        lock.lock();
        try {
            committed = sequence;
            roomOrProgress.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until everything up to that sequence is committed, or nothing more will be.
    void awaitCommitted(long sequence) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            wanted = Math.max(wanted, sequence);
            arrival.signal();
            while (committed < sequence && !closed) {
                roomOrProgress.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Takes no more announcements; [#next] ends when what is in order was written.
    void close() {
        lock.lock();
        try {
            closed = true;
            roomOrProgress.signalAll();
            arrival.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private List<CaptureFacts> takeReady() {
        List<CaptureFacts> taken = new ArrayList<>();
        while (true) {
            CaptureFacts facts = ready.remove(next);
            if (facts != null) {
                taken.add(facts);
            } else if (!passed.remove(next)) {
                break;
            }
            next++;
        }
        nextSince = System.nanoTime();
        roomOrProgress.signalAll();
        return taken;
    }

    /// How long to wait for somebody to announce the next capture; never ends where somebody did,
    /// or where the ledger does not have it yet.
    private long patienceLeft() {
        boolean isWaitedFor = ready.isEmpty() ? ledgerEnd.getAsLong() >= next : true;
        if (inWork.contains(next) || !isWaitedFor) {
            nextSince = System.nanoTime();
            return PATIENCE_NANOS;
        }
        return PATIENCE_NANOS - (System.nanoTime() - nextSince);
    }
}
