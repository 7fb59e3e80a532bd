package lurewatch.crawler.simulate;

import java.util.Arrays;
import lurewatch.crawler.revisit.Sight;

/// The rule of Apache StormCrawler's `AdaptiveScheduler`: an interval grows by half of itself up to
/// a longest when the page was as before, and moves half of the way to a shortest when it was not.
/// Intervals are whole minutes. A page that is gone is never fetched again (`fetchInterval.error:
/// -1` of `crawler-default.yaml`).
///
/// The first interval can be set apart for listings, as `fetchInterval.isFeed=true` does.
final class StormCrawlerRule implements Rule {
    private static final float RATE = 0.5f;

    private final int[] interval;
    private final int shortest;
    private final int longest;

    /// @param shortest `scheduler.adaptive.fetchInterval.min`, in hours like the others
    /// @param longest `scheduler.adaptive.fetchInterval.max`
    StormCrawlerRule(World world, double listing, double page, double shortest, double longest) {
        this.shortest = minutes(shortest);
        this.longest = minutes(longest);
        interval = new int[world.urls()];
        Arrays.fill(interval, minutes(page));
        Arrays.fill(interval, 0, world.listings(), minutes(listing));
    }

    private static int minutes(double hours) {
        return Math.max(1, (int) Math.round(hours * 60));
    }

    @Override
    public double after(int url, double now, Sight sight, Changed changed) {
        if (sight.kind() == Sight.Kind.GONE) {
            return Double.POSITIVE_INFINITY;
        }
        switch (changed) {
            case YES -> interval[url] = (int) ((1 - RATE) * interval[url] + RATE * shortest);
            case NO -> interval[url] = Math.min(longest, (int) (interval[url] * (1 + RATE)));
            case UNKNOWN -> {
                // No signature of before: the interval of the default scheduler.
            }
        }
        return interval[url] / 60.0;
    }
}
