package lurewatch.crawler.frontier;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import lurewatch.crawler.frontier.FetchReport.Ending;
import lurewatch.crawler.settings.Schedule;
import lurewatch.crawler.site.Site;

/// When a URL is due again. A pure function of its row and of how its fetch ended; no ending is
/// final, because sources that were gone come back.
final class Revisits {
    private static final Duration DAY = Duration.ofDays(1);

    /// First look again at a page that is missing: soon, because one 404 proves nothing.
    private static final Duration MISSING_FIRST = Duration.ofHours(1);

    private static final Duration MISSING_CAP = Duration.ofDays(30);
    private static final Duration RETRY_CAP = Duration.ofHours(6);

    private final Schedule schedule;
    private final Map<String, Site> sites;

    Revisits(Schedule schedule, Map<String, Site> sites) {
        this.schedule = schedule;
        this.sites = sites;
    }

    /// The row's state after this ending.
    Next after(UrlRow row, Ending ending, Validators validators, Instant now) {
        return switch (ending) {
            case CAPTURED -> visited(row, validators, now, Optional.of(now));
            case UNCHANGED -> visited(row, row.validators(), now, Optional.of(now));
            case REDIRECTED -> visited(row, Validators.NONE, now, Optional.empty());
            case MISSING, DENIED -> missed(row, MISSING_FIRST, now);
            case DISALLOWED, REFUSED -> missed(row, DAY, now);
            case TROUBLED, FAILED -> failed(row, now);
        };
    }

    private Next visited(UrlRow row, Validators validators, Instant now, Optional<Instant> seen) {
        int visits = row.visits() + 1;
        return new Next(now.plus(usual(row, visits)), visits, 0, 0, validators, seen);
    }

    /// A validator of a page that is gone could make it look unchanged once another takes its
    /// place.
    private static Next missed(UrlRow row, Duration first, Instant now) {
        Duration gap = Pace.doubled(first, row.misses(), MISSING_CAP);
        return new Next(
                now.plus(gap),
                row.visits(),
                0,
                row.misses() + 1,
                Validators.NONE,
                Optional.empty());
    }

    private Next failed(UrlRow row, Instant now) {
        int fails = row.fails() + 1;
        int doublings = Math.min(row.fails(), schedule.retries());
        Duration backOff = Pace.doubled(schedule.retry(), doublings, RETRY_CAP);
        Duration gap =
                fails > schedule.retries() ? longer(usual(row, row.visits()), backOff) : backOff;
        return new Next(
                now.plus(gap),
                row.visits(),
                fails,
                row.misses(),
                row.validators(),
                Optional.empty());
    }

    private Duration usual(UrlRow row, int visits) {
        return switch (row.pageClass()) {
            case HUB -> hub(row).multipliedBy(row.paging() + 1L);
            case DETAIL -> fuse(Math.max(0, visits - 1));
            case OTHER -> fuse(schedule.detailFuse().size());
        };
    }

    /// New postings come in at the head of a list: its later pages are seen less often.
    private Duration hub(UrlRow row) {
        return Optional.ofNullable(sites.get(row.site()))
                .flatMap(Site::revisit)
                .orElse(schedule.hub());
    }

    private Duration fuse(int index) {
        int last = schedule.detailFuse().size() - 1;
        return schedule.detailFuse().get(Math.min(index, last));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    /// The changing part of a row.
    ///
    /// @param seen now, where the page was there; empty keeps the time of the last sight
    record Next(
            Instant dueAt,
            int visits,
            int fails,
            int misses,
            Validators validators,
            Optional<Instant> seen) {}
}
