package lurewatch.crawler.revisit;

import java.util.Arrays;

/// How long ads stay, learnt of all hosts by age, and of each host by one factor.
final class Lifetimes {
    /// Before anything was seen: half of all ads are gone after two days, and the older one is, the
    /// longer it stays.
    private static final double[] USUAL = {0.03, 0.03, 0.02, 0.01, 0.007, 0.003, 0.0015};

    /// So many ends in each span as if they had been seen at the usual rate.
    private static final double USUAL_ENDS = 5;

    private static final double HOST_ENDS = 5;
    private static final double MOST_HOURS = 1e7;

    private final Rate[] seen = new Rate[Survival.SPANS];

    Lifetimes() {
        Arrays.fill(seen, Rate.NONE);
    }

    Rate seen(int span) {
        return seen[span];
    }

    void seen(int span, Rate rate) {
        seen[span] = rate;
    }

    /// Of ads anywhere.
    Survival anywhere() {
        return survival(1);
    }

    Survival of(Habits host) {
        return survival(host.mean(Habits.Kind.ENDS, 1, HOST_ENDS));
    }

    private Survival survival(double factor) {
        double[] hazard = new double[Survival.SPANS];
        for (int span = 0; span < hazard.length; span++) {
            hazard[span] = factor * seen[span].plus(Rate.of(USUAL_ENDS, USUAL[span])).perHour();
        }
        return new Survival(hazard);
    }

    /// An ad was there at both ages.
    void alive(Habits host, double fromAge, double toAge) {
        host.add(Habits.Kind.ENDS, new Rate(0, anywhere().expected(fromAge, toAge)));
        for (int span = Survival.span(fromAge); isWithin(span, toAge); span++) {
            add(span, 0, overlap(span, fromAge, toAge));
        }
    }

    /// An ad was there at one age and gone at another: its end is shared out to the spans between
    /// by what is known of them.
    void ended(Habits host, double fromAge, double toAge) {
        Survival believed = of(host);
        double total = -Math.expm1(-believed.expected(fromAge, toAge));
        double alive = 1;
        double expected = 0;
        for (int span = Survival.span(fromAge); isWithin(span, toAge); span++) {
            double length = overlap(span, fromAge, toAge);
            double survives = Math.exp(-believed.hazardAt(Survival.FROM[span]) * length);
            double endsHere = alive * (1 - survives) / total;
            double endsLater = Math.max(0, (alive * survives - (1 - total)) / total);
            double hours = endsHere * length / 2 + endsLater * length;
            add(span, endsHere, hours);
            expected += hours * anywhere().hazardAt(Survival.FROM[span]);
            alive *= survives;
        }
        host.add(Habits.Kind.ENDS, new Rate(1, expected));
    }

    private void add(int span, double ends, double hours) {
        seen[span] = seen[span].plus(new Rate(ends, hours)).within(MOST_HOURS);
    }

    private static boolean isWithin(int span, double toAge) {
        return span < Survival.SPANS && Survival.FROM[span] < toAge;
    }

    private static double overlap(int span, double from, double to) {
        return Math.min(to, Survival.end(span)) - Math.max(from, Survival.FROM[span]);
    }
}
