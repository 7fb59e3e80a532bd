package lurewatch.crawler.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import lurewatch.crawler.frontier.Frontier.HostRest;
import lurewatch.crawler.frontier.Lease;
import lurewatch.crawler.frontier.RecentlyUsed;

/// Whose turn it is at a host. The frontier sees to a host's own leases, one at a time and a gap
/// after each; here *guests* get between them: leases of other hosts whose robots.txt is there.
///
/// A guest comes when the host is not being asked and has rested. Where its own leases leave no
/// such moment, one of its turns is kept for guests now and then, so that they come at last and
/// cost the host next to nothing, however many they are.
///
/// In memory and bounded; what is not known here is asked of the frontier.
final class Turns {
    private static final int REMEMBERED = 50_000;

    /// Of a host's time, at most one part in so many is kept for guests.
    private static final int KEPT_PART = 20;

    private static final Duration LONGEST_KEPT = Duration.ofSeconds(30);
    private static final Duration SLACK = Duration.ofSeconds(1);

    private final Function<String, Optional<HostRest>> rests;
    private final Duration least;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final long start;
    private final IdentityHashMap<Lease, String> begun = new IdentityHashMap<>();
    private final Map<String, Host> hosts = new RecentlyUsed<>(REMEMBERED);

    /// @param rests what the frontier knows of a host's rest
    /// @param least gap between two requests to a host that is new
    Turns(
            Function<String, Optional<HostRest>> rests,
            Duration least,
            InstantSource clock,
            LongSupplier nanos) {
        this.rests = rests;
        this.least = least;
        this.clock = clock;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    /// One host's turns; times are of the steady clock.
    private static final class Host {
        private int leases;
        private boolean hasGuest;
        private Duration gap;
        private long guestsFrom;
        private long leasesFrom;
        private long keptFor;
        private long keepAgainAt;

        private Host(Duration gap, long now) {
            this.gap = gap;
            this.guestsFrom = now;
            this.leasesFrom = now;
            this.keepAgainAt = now;
        }
    }

    /// Begins a turn of the host's own. Where the answer is no, a guest has it.
    synchronized boolean begin(Lease lease, String name) {
        long now = nanos.getAsLong();
        Host host = hosts.computeIfAbsent(name, _ -> new Host(lease.gap(), now));
        if (host.keptFor > 0) {
            host.leasesFrom = Math.max(host.leasesFrom, now + host.keptFor);
            host.keptFor = 0;
        }
        if (host.hasGuest || host.leasesFrom > now) {
            return false;
        }
        host.leases++;
        begun.put(lease, name);
        return true;
    }

    /// Ends it, if it had begun, when the frontier knows.
    synchronized void end(Lease lease) {
        String name = begun.remove(lease);
        Host host = name == null ? null : hosts.get(name);
        if (host != null) {
            host.leases--;
            host.gap = lease.gap();
            long next = nanos.getAsLong() + host.gap.toNanos();
            host.guestsFrom = Math.max(host.guestsFrom, next);
        }
    }

    /// Begins a guest's turn, if it may come now.
    ///
    /// @param comesEvery after how long it would come again
    boolean beginAsGuest(String name, Duration comesEvery) {
        Optional<HostRest> rest = rests.apply(name);
        return beginAsGuest(name, comesEvery, rest);
    }

    private synchronized boolean beginAsGuest(
            String name, Duration comesEvery, Optional<HostRest> rest) {
        long now = nanos.getAsLong();
        Instant wall = clock.instant();
        if (rest.flatMap(HostRest::blockedUntil).filter(wall::isBefore).isPresent()) {
            return false;
        }
        Host host = hosts.get(name);
        if (host == null) {
            Duration gap =
                    rest.map(HostRest::gap).filter(g -> g.compareTo(least) > 0).orElse(least);
            // Whoever asked it before this run, and was killed, left no word of when.
            boolean rested =
                    now - start >= gap.toNanos()
                            && rest.map(HostRest::nextAt).filter(wall::isBefore).isEmpty();
            if (!rested) {
                return false;
            }
            host = new Host(gap, now);
            hosts.put(name, host);
        }
        if (host.leases > 0 || host.hasGuest || host.guestsFrom > now) {
            keep(host, comesEvery, now);
            return false;
        }
        host.hasGuest = true;
        return true;
    }

    private static void keep(Host host, Duration comesEvery, long now) {
        if (now >= host.keepAgainAt) {
            Duration kept = host.gap.plus(comesEvery).plus(SLACK);
            host.keptFor = Math.min(kept.toNanos(), LONGEST_KEPT.toNanos());
            host.keepAgainAt = now + KEPT_PART * host.keptFor;
        }
    }

    /// Ends a guest's turn: the host rests.
    synchronized void endAsGuest(String name) {
        Host host = hosts.get(name);
        if (host != null) {
            host.hasGuest = false;
            host.keptFor = 0;
            long next = nanos.getAsLong() + host.gap.toNanos();
            host.guestsFrom = next;
            host.leasesFrom = next;
        }
    }

    /// Ends a guest's turn in which the host was not asked after all.
    synchronized void giveUpAsGuest(String name) {
        Host host = hosts.get(name);
        if (host != null) {
            host.hasGuest = false;
        }
    }
}
