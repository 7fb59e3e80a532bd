package lurewatch.crawler.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lurewatch.crawler.settings.Schedule;

/// A schedule with its settings, to be tried on a web. Intervals are shares of the *even gap*: how
/// far apart visits are when every page gets as many.
record Candidate(String schedule, String settings, Maker maker) {
    static final String FIXED = "fixed";
    static final String NUTCH = "nutch";
    static final String STORMCRAWLER = "stormcrawler";
    static final String OURS = "lurewatch";

    /// Makes the rule for a run.
    @FunctionalInterface
    interface Maker {
        Rule rule(World world, double evenGap, double requestsADay);
    }

    private static final double[] LISTINGS_BY_PAGES = {0.0625, 0.125, 0.25, 0.5, 1};
    private static final double[] STARTS = {0.5, 1};
    private static final double[] SHORTEST = {0.02, 0.05, 0.2};
    private static final double[] LONGEST = {2, 4, 10};

    static Candidate ours(Schedule schedule) {
        return new Candidate(OURS, "", (world, _, budget) -> new OwnRule(world, schedule, budget));
    }

    /// Every sensible setting of the three others.
    static List<List<Candidate>> others() {
        List<Candidate> fixed = new ArrayList<>();
        List<Candidate> nutch = new ArrayList<>();
        List<Candidate> storm = new ArrayList<>();
        for (double share : LISTINGS_BY_PAGES) {
            fixed.add(
                    new Candidate(
                            FIXED,
                            String.format(Locale.ROOT, "listings %.2f", share),
                            (world, even, _) ->
                                    new FixedInterval(world.listings(), even * share, even)));
        }
        for (double start : STARTS) {
            for (double shortest : SHORTEST) {
                for (double longest : LONGEST) {
                    String settings =
                            String.format(
                                    Locale.ROOT,
                                    "listings %.1f min %.2f max %.0f",
                                    start,
                                    shortest,
                                    longest);
                    nutch.add(
                            new Candidate(
                                    NUTCH,
                                    settings,
                                    (world, even, _) ->
                                            new NutchRule(
                                                    world,
                                                    even * start,
                                                    even,
                                                    even * shortest,
                                                    even * longest)));
                    storm.add(
                            new Candidate(
                                    STORMCRAWLER,
                                    settings,
                                    (world, even, _) ->
                                            new StormCrawlerRule(
                                                    world,
                                                    even * start,
                                                    even,
                                                    even * shortest,
                                                    even * longest)));
                }
            }
        }
        return List.of(fixed, nutch, storm);
    }

    Result on(World world, double requestsADay) {
        double evenGap = world.model().pages() / requestsADay * 24;
        return new Run(world, maker.rule(world, evenGap, requestsADay), requestsADay).run();
    }
}
