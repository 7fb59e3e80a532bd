package lurewatch.crawler.settings;

import java.time.Duration;
import java.util.List;

/// When a page is looked at again, where its site says nothing else.
///
/// @param hub gap between visits of a listing page, channel or feed
/// @param detailFuse gaps after the first sight of a posting's page; the last one repeats
/// @param retry gap after a fetch that failed for a passing reason; doubles per failure
/// @param retries failures in a row after which a page waits for its next ordinary visit
/// @param evidenceShare weight of the lane of evidence re-probes
/// @param hubShare weight of the lane of hub revisits
/// @param discoveryShare weight of the lane of pages never seen
/// @param revisit what visits of known pages may cost, and what they are worth
/// @param watch pages that somebody watches
/// @param focus which of the pages never seen come first
public record Schedule(
        Duration hub,
        List<Duration> detailFuse,
        Duration retry,
        int retries,
        int evidenceShare,
        int hubShare,
        int discoveryShare,
        Revisit revisit,
        Watch watch,
        Focus focus) {
    public static final Schedule DEFAULTS =
            new Schedule(
                    Duration.ofMinutes(30),
                    List.of(
                            Duration.ofMinutes(10),
                            Duration.ofHours(1),
                            Duration.ofHours(6),
                            Duration.ofDays(1)),
                    Duration.ofMinutes(1),
                    5,
                    3,
                    3,
                    2,
                    Revisit.DEFAULTS,
                    Watch.DEFAULTS,
                    Focus.DEFAULTS);

    public Schedule {
        detailFuse = List.copyOf(detailFuse);
        if (detailFuse.isEmpty()) {
            throw new IllegalArgumentException("detail_fuse needs at least one gap");
        }
        if (evidenceShare < 1 || hubShare < 1 || discoveryShare < 1) {
            throw new IllegalArgumentException("every lane needs a share of at least 1");
        }
    }

    /// A schedule with the usual focus.
    public Schedule(
            Duration hub,
            List<Duration> detailFuse,
            Duration retry,
            int retries,
            int evidenceShare,
            int hubShare,
            int discoveryShare,
            Revisit revisit,
            Watch watch) {
        this(
                hub,
                detailFuse,
                retry,
                retries,
                evidenceShare,
                hubShare,
                discoveryShare,
                revisit,
                watch,
                Focus.DEFAULTS);
    }

    /// The same with other costs and worths of visits.
    public Schedule with(Revisit other) {
        return new Schedule(
                hub,
                detailFuse,
                retry,
                retries,
                evidenceShare,
                hubShare,
                discoveryShare,
                other,
                watch,
                focus);
    }
}
