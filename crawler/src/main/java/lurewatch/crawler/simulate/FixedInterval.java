package lurewatch.crawler.simulate;

import lurewatch.crawler.revisit.Sight;

/// Every listing at one interval, every other page at another, and never again what is gone.
record FixedInterval(int listings, double listing, double page) implements Rule {
    @Override
    public double after(int url, double now, Sight sight, Changed changed) {
        if (sight.kind() == Sight.Kind.GONE) {
            return Double.POSITIVE_INFINITY;
        }
        return url < listings ? listing : page;
    }
}
