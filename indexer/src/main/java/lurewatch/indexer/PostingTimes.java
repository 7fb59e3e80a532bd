package lurewatch.indexer;

import java.time.Instant;

/// When a posting was seen, and in how many versions.
///
/// @param versions distinct contents, at least 1
public record PostingTimes(Instant firstSeen, Instant lastSeen, int versions) {
    public PostingTimes {
        if (lastSeen.isBefore(firstSeen)) {
            throw new IllegalArgumentException("last seen before first: " + lastSeen);
        }
        if (versions < 1) {
            throw new IllegalArgumentException("a seen posting has a version: " + versions);
        }
    }
}
