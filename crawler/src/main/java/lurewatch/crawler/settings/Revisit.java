package lurewatch.crawler.settings;

import java.time.Duration;

/// What visits of known pages may cost, and what they are worth.
///
/// @param budget requests a day, all sites together, that visits are steered to
/// @param adWorth what one new ad, seen before it vanishes, is worth: so much time of one page
///   being up to date
/// @param visitWorth what a visit must be worth while the budget suffices
/// @param shortest gap between two visits of a page that lists nothing, once its fuse is over
/// @param longest gap between two visits of such a page
/// @param longestListing gap between two visits of a listing page, however little comes of it
public record Revisit(
        int budget,
        Duration adWorth,
        Duration visitWorth,
        Duration shortest,
        Duration longest,
        Duration longestListing) {
    public static final Revisit DEFAULTS =
            new Revisit(
                    100_000,
                    Duration.ofDays(14),
                    Duration.ofHours(1),
                    Duration.ofHours(1),
                    Duration.ofDays(14),
                    Duration.ofDays(7));

    public Revisit {
        if (budget < 1) {
            throw new IllegalArgumentException(
                    "budget must be at least 1 request a day: " + budget);
        }
        require(adWorth, "ad_worth");
        require(visitWorth, "visit_worth");
        require(shortest, "shortest");
        require(longestListing, "longest_listing");
        if (longest.compareTo(shortest) < 0) {
            throw new IllegalArgumentException(
                    "longest " + longest + " is shorter than shortest " + shortest);
        }
    }

    /// The same at another number of requests a day.
    public Revisit withBudget(int other) {
        return new Revisit(other, adWorth, visitWorth, shortest, longest, longestListing);
    }

    private static void require(Duration value, String key) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(key + " must be above 0");
        }
    }
}
