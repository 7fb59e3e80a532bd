package lurewatch.crawler.simulate;

/// What the made-up web is like. Times in hours unless they say otherwise.
///
/// Listings get ads at rates with a Pareto tail, and many get none: later pages of a list, dead
/// categories. Ads live log-normally long, differently on each host, and change at log-normal
/// rates; some change all the time. Other pages change like ads and never end. Nothing knows the
/// time of day, ads do not come back, each ad stands on one listing, and every fetch succeeds.
///
/// @param hosts each with `listings` and `others`
/// @param adsADay on all listings together
/// @param tail exponent of the Pareto tail of the listings' rates
/// @param barren share of the listings that get no ad
/// @param medianLife of an ad
/// @param lifeSpread standard deviation of the logarithm of ads' lives on one host
/// @param hostSpread the same of the hosts' medians
/// @param medianChange between two changes of a page
/// @param changeSpread standard deviation of the logarithm of the rate of changes
/// @param restless share of the pages that change twice an hour, whatever is on them
/// @param warmUp nothing is counted before
/// @param days in all
public record WorldModel(
        int hosts,
        int listings,
        int others,
        double adsADay,
        double tail,
        double barren,
        double medianLife,
        double lifeSpread,
        double hostSpread,
        double medianChange,
        double changeSpread,
        double restless,
        double warmUp,
        double days) {
    public static final WorldModel DEFAULTS =
            new WorldModel(
                    500, 20, 10, 2_500, 1.1, 0.5, 18, 2.0, 0.7, 20 * 24, 2.0, 0.02, 14 * 24, 28);

    /// The same kind of web, so many times as large.
    WorldModel scaled(double factor) {
        return new WorldModel(
                Math.max(1, (int) (hosts * factor)),
                listings,
                others,
                adsADay * factor,
                tail,
                barren,
                medianLife,
                lifeSpread,
                hostSpread,
                medianChange,
                changeSpread,
                restless,
                warmUp,
                days);
    }

    /// About how many pages there are at a time.
    double pages() {
        double meanLife =
                medianLife * Math.exp((lifeSpread * lifeSpread + hostSpread * hostSpread) / 2);
        return hosts * (double) (listings + others) + adsADay * meanLife / 24;
    }

    double end() {
        return days * 24;
    }
}
