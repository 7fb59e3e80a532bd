package lurewatch.crawler.frontier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Tells a network that is away from hosts that are. Where hosts of several sites cannot be
/// reached, one after the other, and none has answered for a while, it is we who are offline: then
/// little is tried until something answers, and no host is blamed.
///
/// The time without an answer is what keeps a site with a thousand dead names from looking like an
/// outage. Thread-safe.
final class Outage {
    private static final int LEAST_HOSTS = 8;
    private static final int LEAST_SITES = 2;
    private static final int REMEMBERED = 1_000;
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final Duration PROBE_EVERY = Duration.ofSeconds(30);

    /// Whoever waits looks at the clock this often, since a test's clock may move by itself.
    private static final long LOOK_MILLIS = 100;

    private final Clocks clocks;
    private final Map<Long, Spared> inARow = new LinkedHashMap<>();
    private final Set<String> sites = new HashSet<>();
    private long answeredAt;
    private long probeAt;
    private Optional<Instant> since = Optional.empty();

    Outage(Clocks clocks) {
        this.clocks = clocks;
        this.answeredAt = clocks.nano();
    }

    /// A host that is to have the pace that it had before it could not be reached.
    record Spared(HostEntry host, Pace before) {}

    /// When it began, while it lasts.
    synchronized Optional<Instant> since() {
        return since;
    }

    /// A server answered something.
    synchronized void answered() {
        answeredAt = clocks.nano();
        since = Optional.empty();
        inARow.clear();
        sites.clear();
        notifyAll();
    }

    /// A host was not reached.
    ///
    /// @return the hosts that are not to be blamed for that, now that it is known
    synchronized List<Spared> unreached(HostEntry host, String site, Pace before) {
        Spared spared = new Spared(host, before);
        if (since.isPresent()) {
            return List.of(spared);
        }
        if (inARow.size() < REMEMBERED) {
            inARow.putIfAbsent(host.id(), spared);
            sites.add(site);
        }
        boolean isOutage =
                inARow.size() >= LEAST_HOSTS
                        && sites.size() >= LEAST_SITES
                        && clocks.nano() - answeredAt >= SILENCE.toNanos();
        if (!isOutage) {
            return List.of();
        }
        since = Optional.of(clocks.now());
        probeAt = clocks.nano() + PROBE_EVERY.toNanos();
        return new ArrayList<>(inARow.values());
    }

    /// Waits while there is an outage, but for one at a time who tries whether there still is.
    ///
    /// @return whether the caller is the one
    synchronized boolean await(BooleanSupplier isFinished) throws InterruptedException {
        while (since.isPresent() && !isFinished.getAsBoolean()) {
            if (clocks.nano() >= probeAt) {
                probeAt = clocks.nano() + PROBE_EVERY.toNanos();
                return true;
            }
            wait(LOOK_MILLIS);
        }
        return false;
    }
}
