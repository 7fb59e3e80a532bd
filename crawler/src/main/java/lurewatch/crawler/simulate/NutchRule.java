package lurewatch.crawler.simulate;

import java.util.Arrays;
import lurewatch.crawler.revisit.Sight;

/// The rule of Apache Nutch's `AdaptiveFetchSchedule` (`setFetchSchedule`) with the rates of its
/// `nutch-default.xml`: an interval grows by 0.4 of itself when the page was as before and shrinks
/// by 0.2 when it was not, and the next fetch is drawn towards the last change by 0.3 of the time
/// since (`sync_delta`). A page that is gone is looked for after one and a half intervals
/// (`AbstractFetchSchedule.setPageGoneSchedule`).
///
/// Nutch starts every page at one interval. A start of its own for listings is set here as its
/// injector can.
final class NutchRule implements Rule {
    private static final double GROWTH = 0.4;
    private static final double SHRINKAGE = 0.2;
    private static final double SYNC = 0.3;
    private static final double SHORTEST = 60 / 3600.0;

    private final double shortest;
    private final double longest;
    private final double[] interval;
    private final double[] modified;

    /// @param shortest `db.fetch.schedule.adaptive.min_interval`, in hours
    /// @param longest `db.fetch.interval.max`, above which every page is fetched all the same
    NutchRule(World world, double listing, double page, double shortest, double longest) {
        this.shortest = Math.max(SHORTEST, shortest);
        this.longest = longest;
        interval = new double[world.urls()];
        modified = new double[world.urls()];
        Arrays.fill(interval, page);
        Arrays.fill(interval, 0, world.listings(), listing);
        Arrays.fill(modified, Double.NaN);
    }

    @Override
    public double after(int url, double now, Sight sight, Changed changed) {
        if (sight.kind() == Sight.Kind.GONE) {
            interval[url] = interval[url] * 1.5 < longest ? interval[url] * 1.5 : longest * 0.9;
            return interval[url];
        }
        double gap = interval[url];
        if (Double.isNaN(modified[url])) {
            modified[url] = now;
        }
        switch (changed) {
            case YES -> {
                gap *= 1 - SHRINKAGE;
                modified[url] = now;
            }
            case NO -> gap *= 1 + GROWTH;
            case UNKNOWN -> {
                // STATUS_UNKNOWN leaves the interval as it is.
            }
        }
        double since = now - modified[url];
        gap = Math.max(gap, since);
        double offset = since * SYNC;
        if (since > 0 && offset > longest) {
            offset = offset / since * longest;
        }
        gap = Math.min(longest, Math.max(shortest, gap));
        interval[url] = gap;
        return Math.max(0, gap - offset);
    }
}
