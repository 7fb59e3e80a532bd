package lurewatch.indexer;

import java.time.Instant;
import java.util.Locale;

/// When a posting was seen, by capture times and not by any clock of ours.
///
/// @param versions how many different contents were seen, at least 1
public record PostingTimes(Instant firstSeen, Instant lastSeen, int versions) {
    public PostingTimes {
        if (versions < 1 || lastSeen.isBefore(firstSeen)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "impossible times: %s to %s, %d versions",
                            firstSeen,
                            lastSeen,
                            versions));
        }
    }
}
