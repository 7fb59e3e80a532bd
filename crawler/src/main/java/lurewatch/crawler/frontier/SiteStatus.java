package lurewatch.crawler.frontier;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// How a watched site does.
///
/// @param pages URLs known of it
/// @param fetches endings of fetches, ever
/// @param errors of these, those that gave neither a page nor a redirect nor *not modified*
/// @param due URLs due now, by lane
/// @param oldestDue how long the one that has waited longest is overdue
/// @param blockedUntil when the last of its hosts that rest now may be asked again
public record SiteStatus(
        String site,
        long pages,
        long fetches,
        long errors,
        Optional<Instant> lastSuccess,
        Optional<String> lastError,
        Map<Lane, Long> due,
        Optional<Duration> oldestDue,
        Optional<Instant> blockedUntil) {
    public SiteStatus {
        due = Map.copyOf(due);
    }
}
