package lurewatch.crawler.frontier;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/// How a watched site does.
///
/// @param pages URLs known of it
/// @param fetches endings of fetches, ever
/// @param errors of these, those that gave neither a page nor a redirect nor *not modified*
/// @param recent the same of late
/// @param lanes those in which something waits
/// @param blockedUntil when the last of its hosts that rest now may be asked again
/// @param looks pages that were looked at under another user agent
/// @param room what is used of its budget of pages
public record SiteStatus(
        String site,
        long pages,
        long fetches,
        long errors,
        Optional<Instant> lastSuccess,
        Optional<String> lastError,
        Recent recent,
        Map<Lane, LaneStatus> lanes,
        Optional<Instant> blockedUntil,
        Looks looks,
        Room room) {
    public SiteStatus {
        lanes = Map.copyOf(lanes);
    }

    /// How long the URL that has waited longest is overdue.
    public Optional<Duration> oldestDue() {
        return lanes.values().stream().map(LaneStatus::oldest).max(Comparator.naturalOrder());
    }

    /// Pages that were asked for as somebody else, too.
    ///
    /// @param different of these, those that showed him another page than us
    public record Looks(long pages, long different) {
        public static final Looks NONE = new Looks(0, 0);
    }

    /// How a site stands with its budget of pages, `scope.pages`.
    ///
    /// @param counted pages that count: those known, but for those long gone
    /// @param budget 0 where the site was not crawled since there is this figure
    /// @param fullSince since when pages that are wanted are left out for it, or for
    ///   `limits.pages_per_host`
    public record Room(long counted, long budget, Optional<Instant> fullSince) {
        public static final Room UNKNOWN = new Room(0, 0, Optional.empty());

        /// Whether links that are neither to postings nor to listings are left out.
        public boolean isScarce() {
            return budget > 0 && counted >= PageBudget.ofUnclassified(budget);
        }
    }

    /// Endings of fetches within the window that was asked for.
    public record Recent(long fetches, long errors) {
        static final Recent NONE = new Recent(0, 0);
    }
}
