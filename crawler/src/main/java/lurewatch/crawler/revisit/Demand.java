package lurewatch.crawler.revisit;

/// What one page asks of the budget, in visits an hour.
///
/// @param elastic at price 1; falls with the root of the price
/// @param eager at an excess of 1; falls with the root of the price's excess over the least
/// @param fixed at any price
public record Demand(double elastic, double eager, double fixed) {
    public static final Demand NONE = new Demand(0, 0, 0);

    /// A page's as stored; it has one kind only.
    public static Demand of(int kind, double visits) {
        return switch (kind) {
            case 0 -> elastic(visits);
            case 1 -> eager(visits);
            case 2 -> fixed(visits);
            default -> throw new IllegalArgumentException("no demand has the kind " + kind);
        };
    }

    /// What `crawl.db` says for a page's kind of demand.
    public int kind() {
        if (fixed > 0) {
            return 2;
        }
        return eager > 0 ? 1 : 0;
    }

    /// A page's visits, of its one kind.
    public double visits() {
        return elastic + eager + fixed;
    }

    static Demand elastic(double visits) {
        return new Demand(visits, 0, 0);
    }

    static Demand eager(double visits) {
        return new Demand(0, visits, 0);
    }

    public static Demand fixed(double visits) {
        return new Demand(0, 0, visits);
    }

    Demand plus(Demand other) {
        return new Demand(elastic + other.elastic, eager + other.eager, fixed + other.fixed);
    }

    /// The sum of many after some came and went is never below zero but for rounding.
    Demand minus(Demand other) {
        return new Demand(
                Math.max(0, elastic - other.elastic),
                Math.max(0, eager - other.eager),
                Math.max(0, fixed - other.fixed));
    }
}
