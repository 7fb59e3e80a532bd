package lurewatch.crawler.frontier;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// The two clocks of a crawl: what a record says comes from `wall`; how long we wait comes from
/// `nanos`, which never jumps.
///
/// @param nanos as [System#nanoTime]
public record Clocks(InstantSource wall, LongSupplier nanos) {
    /// No persisted time makes us wait longer than this: the wall clock may have jumped.
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    public Instant now() {
        return wall.instant();
    }

    long nano() {
        return nanos.getAsLong();
    }

    /// A wall time on the steady clock.
    long nanoOf(Instant time) {
        Duration wait = Duration.between(now(), time);
        Duration bounded = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        return nano() + (bounded.isNegative() ? 0 : bounded.toNanos());
    }
}
