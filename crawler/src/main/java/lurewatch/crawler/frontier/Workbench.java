package lurewatch.crawler.frontier;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import lurewatch.crawler.frontier.FetchReport.Ending;
import lurewatch.crawler.settings.Politeness;
import lurewatch.crawler.settings.Schedule;
import org.jspecify.annotations.Nullable;

/// The hosts with something due, in the order in which they may be asked: queues of addresses, each
/// with its waiting hosts, as in BUbiNG's workbench. There is a queue for each [Responsiveness], so
/// that hosts that hold workers up get no more than their share of them ([Shares]).
///
/// Everything is guarded by one lock that is held for microseconds and never during a query. At
/// most one taker waits for the clock (the *leader*); the others wait to be called.
final class Workbench {
    /// The leader looks again at least this often, since a test's clock may move by itself.
    private static final Duration LONGEST_NAP = Duration.ofMillis(100);

    private final Politeness politeness;
    private final Schedule schedule;
    private final Clocks clocks;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Responsiveness, PriorityQueue<AddressEntry>> benches =
            new EnumMap<>(Responsiveness.class);
    private final Map<String, AddressEntry> addresses = new HashMap<>();
    private boolean leaderWaits;
    private boolean finished;
    private boolean paused;
    private final Shares shares;

    /// @param workers that take leases
    Workbench(Politeness politeness, Schedule schedule, int workers, Clocks clocks) {
        this.politeness = politeness;
        this.schedule = schedule;
        this.clocks = clocks;
        this.shares = new Shares(workers);
        for (Responsiveness standing : Responsiveness.values()) {
            benches.put(
                    standing, new PriorityQueue<>(Comparator.comparingLong(AddressEntry::readyAt)));
        }
    }

    /// Waits for a host that may be asked and takes it out; empty once finished.
    Optional<Lease> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!finished) {
                AddressEntry first = paused ? null : first();
                long wait = first == null ? Long.MAX_VALUE : first.readyAt() - clocks.nano();
                if (first != null && wait <= 0) {
                    return Optional.of(takeOut(first));
                }
                if (first == null || leaderWaits) {
                    changed.await();
                } else {
                    leaderWaits = true;
                    try {
                        wait = changed.awaitNanos(Math.min(wait, LONGEST_NAP.toNanos()));
                    } finally {
                        leaderWaits = false;
                    }
                }
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /// The first of those that workers may be given to.
    private @Nullable AddressEntry first() {
        AddressEntry first = null;
        for (Map.Entry<Responsiveness, PriorityQueue<AddressEntry>> bench : benches.entrySet()) {
            AddressEntry head = bench.getValue().peek();
            if (head != null
                    && (first == null || head.readyAt() < first.readyAt())
                    && shares.allow(bench.getKey())) {
                first = head;
            }
        }
        return first;
    }

    private Lease takeOut(AddressEntry address) {
        offBench(address);
        HostEntry host = address.waiting().remove();
        address.take();
        host.leasedAs(address.queuedAs());
        shares.take(host.leasedAs());
        changed.signal();
        return new Lease(host, host.next(schedule));
    }

    /// Lets a leased host connect to this address, unless another host there is being asked or has
    /// just been. Then the lease ends here: the host waits at its right address.
    boolean claim(Lease lease, String addressText) {
        if (politeness.ipMinimum().isZero()) {
            return true; // addresses have no gap: hosts are independent
        }
        lock.lock();
        try {
            HostEntry host = lease.host();
            AddressEntry old = host.address();
            AddressEntry asked = address(addressText);
            if (asked == old) {
                return true;
            }
            boolean free = !asked.isTaken() && asked.nextAt() <= clocks.nano();
            host.moveTo(asked);
            leave(old);
            if (free) {
                offBench(asked);
                asked.take();
                return true;
            }
            ended(host);
            host.putBack(lease.row());
            wait(host);
            return false;
        } finally {
            lock.unlock();
        }
    }

    /// Notes what asking a leased host something was like.
    void asked(Lease lease, Ending ending, Duration took) {
        lock.lock();
        try {
            Waits waits = lease.host().waits();
            waits.add(took, clocks.nano());
            if (ending != Ending.TROUBLED) {
                waits.answered();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Takes a leased host back after it was asked something: it and its address rest.
    ///
    /// @return false where the workbench keeps it; true where the recorder has to load or retire it
    boolean takeBackAsked(Lease lease, Pace pace, Instant end) {
        lock.lock();
        try {
            HostEntry host = lease.host();
            host.pace(pace);
            Instant next = restEnd(pace, end);
            host.readyAt(clocks.nanoOf(next));
            host.address().nextAt(clocks.nano() + politeness.ipMinimum().toNanos());
            return settle(host, isBlocked(pace, end));
        } finally {
            lock.unlock();
        }
    }

    /// Takes a leased host back that was asked nothing.
    boolean takeBack(Lease lease) {
        lock.lock();
        try {
            return settle(lease.host(), false);
        } finally {
            lock.unlock();
        }
    }

    /// Puts a leased URL back in front of its host's others, before its host is taken back.
    void putBack(Lease lease) {
        lock.lock();
        try {
            lease.host().putBack(lease.row());
        } finally {
            lock.unlock();
        }
    }

    static Instant restEnd(Pace pace, Instant end) {
        Instant next = end.plus(pace.gap());
        return pace.blockedUntil().filter(until -> until.isAfter(next)).orElse(next);
    }

    private static boolean isBlocked(Pace pace, Instant now) {
        return pace.blockedUntil().filter(until -> until.isAfter(now)).isPresent();
    }

    private boolean settle(HostEntry host, boolean blocked) {
        ended(host);
        AddressEntry address = host.address();
        address.giveBack();
        if (blocked) {
            host.clear();
        }
        boolean keeps = host.hasRows();
        if (keeps) {
            address.waiting().add(host);
        }
        ontoBench(address);
        return !keeps;
    }

    private void ended(HostEntry host) {
        if (shares.giveBack(host.leasedAs())) {
            leaderWaits = false; // it waits for another than may be first now
            changed.signal();
        }
    }

    /// Brings a host in, without URLs yet.
    HostEntry admit(
            long id,
            String name,
            Optional<String> knownAddress,
            Pace pace,
            Waits waits,
            long readyAt) {
        lock.lock();
        try {
            AddressEntry address = address(knownAddress.orElse(AddressEntry.unknown(name)));
            return new HostEntry(id, name, pace, waits, address, readyAt);
        } finally {
            lock.unlock();
        }
    }

    /// Gives a loading host its URLs.
    void load(HostEntry host, List<UrlRow> rows) {
        lock.lock();
        try {
            host.add(rows);
            wait(host);
        } finally {
            lock.unlock();
        }
    }

    /// Forgets what only this host needed.
    void retire(HostEntry host) {
        lock.lock();
        try {
            AddressEntry address = host.address();
            boolean idle = address.waiting().isEmpty() && !address.isTaken();
            if (idle && address.nextAt() <= clocks.nano()) {
                addresses.remove(address.key());
            }
        } finally {
            lock.unlock();
        }
    }

    int leases() {
        lock.lock();
        try {
            return shares.all();
        } finally {
            lock.unlock();
        }
    }

    void pause() {
        paused(true);
    }

    void resume() {
        paused(false);
    }

    void finish() {
        lock.lock();
        try {
            finished = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isFinished() {
        lock.lock();
        try {
            return finished;
        } finally {
            lock.unlock();
        }
    }

    private void paused(boolean now) {
        lock.lock();
        try {
            paused = now;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void wait(HostEntry host) {
        AddressEntry address = host.address();
        offBench(address);
        address.waiting().add(host);
        ontoBench(address);
    }

    private void leave(AddressEntry old) {
        old.giveBack();
        if (old.waiting().isEmpty() && old.nextAt() <= clocks.nano()) {
            addresses.remove(old.key());
        }
        ontoBench(old);
    }

    private AddressEntry address(String key) {
        return addresses.computeIfAbsent(key, k -> new AddressEntry(k, clocks.nano()));
    }

    /// An entry's place in the queue follows from its hosts and gap: take it off before changing
    /// them.
    private void offBench(AddressEntry address) {
        if (!address.isTaken() && !address.waiting().isEmpty()) {
            bench(address).remove(address);
        }
    }

    private void ontoBench(AddressEntry address) {
        HostEntry host = address.waiting().peek();
        if (!address.isTaken() && host != null) {
            address.queuedAs(host.waits().standing(clocks.nano()));
            bench(address).add(address);
            if (bench(address).peek() == address) {
                leaderWaits = false; // it waits for another; whoever is called now leads
            }
            changed.signal();
        }
    }

    private PriorityQueue<AddressEntry> bench(AddressEntry address) {
        return Objects.requireNonNull(benches.get(address.queuedAs()));
    }
}
