package lurewatch.crawler.frontier;

import java.time.Duration;
import java.time.Instant;

/// What a host has sent of late, as a level that a day's budget works off evenly. A host that was
/// quiet may send a day's worth at once; after that, each answer has to be worked off before the
/// next request.
///
/// @param bytes the level
/// @param at when it was so high
record Traffic(long bytes, Instant at) {
    static final Traffic NONE = new Traffic(0, Instant.EPOCH);

    private static final double DAY = Duration.ofDays(1).toMillis();

    /// The level after so many bytes more.
    Traffic plus(long more, long aDay, Instant now) {
        double passed = Math.max(0, Duration.between(at, now).toMillis());
        double left = Math.max(0, bytes - passed / DAY * aDay);
        return new Traffic((long) left + more, now);
    }

    /// How long the host rests from now until the next request.
    Duration rest(long aDay, Instant now) {
        double beyond = Math.max(0, plus(0, aDay, now).bytes - aDay);
        return Duration.ofMillis((long) (beyond / aDay * DAY));
    }
}
