package lurewatch.crawler.revisit;

import java.util.function.DoubleUnaryOperator;

/// What a visit is worth after some time, in hours of one page being up to date.
///
/// Both functions are the gain of one more visit per unit of time when visits are so far apart: the
/// derivative of what is reached by the rate of visits. At the best division of a budget it is the
/// same for all pages, so one price for all decides when each is due (Azar et al., *Tractable
/// near-optimal policies for crawling*, PNAS 2018). They grow with the gap.
final class Worth {
    /// Halvings of the interval that hold the answer: two parts in a thousand of a gap.
    private static final int STEPS = 26;

    /// Keeps the exponential finite; no price is as high.
    private static final double MOST_ENDS = 50;

    private Worth() {}

    /// Of a page that changes at this rate: `(1 − (1 + λτ) e^−λτ)/λ`. A page that changes faster
    /// than it could ever be followed is worth little at any gap.
    static double ofPage(double perHour, double gap) {
        double changes = perHour * gap;
        return 1 / perHour * (1 - (1 + changes) * Math.exp(-changes));
    }

    /// Of finding out that a page has ended, where `expected` ends fall into the gap: the price at
    /// which fewer visits until the end is found cost as much as the time for which it is believed
    /// to be there, `(e^H − 1 − H) τ/H`. An end is found once and for all, so no page ends too fast
    /// to be followed.
    static double ofEnd(double expected, double gap) {
        double ends = Math.min(expected, MOST_ENDS);
        return ends < 1e-9 ? 0 : gap * (Math.expm1(ends) - ends) / ends;
    }

    /// Of a listing that gets new ads at this rate: those seen in time, `ρ ∫ S`, less what would
    /// have been seen without this visit.
    static double ofListing(double worthPerAd, double adsPerHour, Survival survival, double gap) {
        return worthPerAd * adsPerHour * (survival.hoursWithin(gap) - gap * survival.at(gap));
    }

    /// The gap after which a visit is worth the price, between two bounds.
    static double gapFor(double price, DoubleUnaryOperator worth, double shortest, double longest) {
        if (worth.applyAsDouble(longest) <= price) {
            return longest;
        }
        if (worth.applyAsDouble(shortest) >= price) {
            return shortest;
        }
        double low = Math.log(shortest);
        double high = Math.log(longest);
        for (int step = 0; step < STEPS; step++) {
            double middle = (low + high) / 2;
            if (worth.applyAsDouble(Math.exp(middle)) < price) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp(high);
    }
}
