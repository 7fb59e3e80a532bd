package lurewatch.crawler.revisit;

import java.util.Map;

/// What a visit must be worth to be made, the same for all pages: the price at which planned visits
/// and new pages together are as many as the budget allows.
///
/// For short gaps a visit's worth grows with the gap's square, so a page with a gap of `τ` that is
/// worth `w` then will be visited at about `τ √(p/w)` at another price `p`. The sum of `√w/τ` over
/// all pages therefore foretells the visits at any price without looking at them again, and it is
/// exact once all have been planned at the same price. A sum of the gaps given out would lag by a
/// gap, and a price steered by it would swing.
final class Price {
    /// Hours in which the price goes most of the way to where it belongs. One that follows every
    /// burst makes gaps uneven, and uneven gaps see less than even ones.
    private static final double PATIENCE = 24;

    /// New pages of an hour ago count 1/e of those of this hour after so many hours.
    private static final double NEW_PAGES_OVER = 24;

    /// New pages and pages that no price concerns leave at least this share to the others.
    private static final double LEAST_SHARE = 0.5;

    /// Times the least price; a budget so small that it is reached is none.
    private static final double MOST = 1e5;

    private static final int STEPS = 30;

    private final double perHour;
    private final double least;
    private double price;
    private Demand demand = Demand.NONE;
    private double newPages;
    private double at = Double.NaN;

    /// @param budget requests a day
    /// @param least the price while the budget suffices, in hours
    Price(double budget, double least) {
        this.perHour = budget / 24;
        this.least = least;
        this.price = least;
    }

    double hours() {
        return price;
    }

    /// How much of the price is due to the budget: nothing while it suffices.
    double excess() {
        return price - least;
    }

    /// Visits planned and new pages, a day.
    double plannedADay() {
        return 24 * (visitsAt(price) + demand.fixed() + newPages);
    }

    /// Visits an hour of the pages whose gap hangs on the price.
    private double visitsAt(double other) {
        return demand.elastic() / Math.sqrt(other)
                + (demand.eager() > 0 ? demand.eager() / Math.sqrt(other - least) : 0);
    }

    /// A page that had one demand now has another.
    ///
    /// @param now in hours, from any beginning
    void replan(Demand before, Demand after, double now) {
        demand = demand.minus(before).plus(after);
        steer(now);
    }

    /// A page was visited for the first time.
    void newPage(double now) {
        steer(now);
        newPages += 1 / NEW_PAGES_OVER;
    }

    private void steer(double now) {
        double passed = Double.isNaN(at) ? 0 : Math.max(0, now - at);
        at = now;
        newPages *= Math.exp(-passed / NEW_PAGES_OVER);
        double room = Math.max(LEAST_SHARE * perHour, perHour - demand.fixed() - newPages);
        double share = -Math.expm1(-passed / PATIENCE);
        price = Math.exp(Math.log(price) + share * (Math.log(right(room)) - Math.log(price)));
    }

    /// The price at which the foretold visits are so many an hour.
    private double right(double visits) {
        double low = 0;
        double high = Math.log(MOST);
        for (int step = 0; step < STEPS; step++) {
            double middle = (low + high) / 2;
            if (visitsAt(least * Math.exp(middle)) > visits) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return least * Math.exp(high);
    }

    Map<String, Rate> memory() {
        return Map.of(
                "price", new Rate(price, newPages),
                "demand", new Rate(demand.elastic(), demand.eager()),
                "fixed demand", new Rate(demand.fixed(), 0),
                "budget", new Rate(perHour, 0));
    }

    void restore(Map<String, Rate> memory) {
        Rate stored = memory.getOrDefault("price", new Rate(least, 0));
        double before = memory.getOrDefault("budget", new Rate(perHour, 0)).events();
        double meant = stored.events() * Math.pow(before / perHour, 2); // visits go by its root
        price = Math.min(least * MOST, Math.max(least, meant));
        newPages = stored.hours();
        Rate asked = memory.getOrDefault("demand", Rate.NONE);
        double fixed = memory.getOrDefault("fixed demand", Rate.NONE).events();
        demand = new Demand(asked.events(), asked.hours(), fixed);
    }
}
