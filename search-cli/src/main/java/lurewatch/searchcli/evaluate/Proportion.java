package lurewatch.searchcli.evaluate;

/// So many of so many, and what that says about the share among all texts of the kind.
public record Proportion(long hits, long trials) {
    /// The normal distribution's quantile for 95 %.
    private static final double Z = 1.959963984540054;

    public Proportion {
        if (hits < 0 || hits > trials) {
            throw new IllegalArgumentException("impossible: " + hits + " of " + trials);
        }
    }

    /// The share; not a number where nothing was tried.
    double rate() {
        return trials == 0 ? Double.NaN : (double) hits / trials;
    }

    /// The lower end of Wilson's score interval, which keeps to its 95 % for few trials and for
    /// shares near 0 and 1, where the usual interval does not (Wilson, JASA 1927).
    double low() {
        return trials == 0 ? 0 : Math.max(0, centre() - halfWidth());
    }

    double high() {
        return trials == 0 ? 1 : Math.min(1, centre() + halfWidth());
    }

    private double centre() {
        return (rate() + Z * Z / (2 * trials)) / (1 + Z * Z / trials);
    }

    private double halfWidth() {
        double spread = rate() * (1 - rate()) / trials + Z * Z / (4.0 * trials * trials);
        return Z * Math.sqrt(spread) / (1 + Z * Z / trials);
    }
}
