package lurewatch.crawler.revisit;

/// How long ads stay: the hazard of vanishing, constant within each span of age. Ads that live for
/// an hour and ads that live for a year come from the same boards, and one exponential rate would
/// fit neither.
final class Survival {
    /// Where the spans begin, in hours of age; the last is open.
    static final double[] FROM = {0, 1, 6, 24, 72, 168, 720};

    static final int SPANS = FROM.length;

    private final double[] hazard;

    /// @param hazard per hour, by span; positive
    Survival(double[] hazard) {
        this.hazard = hazard.clone();
    }

    /// The span that an age falls into.
    static int span(double age) {
        int span = 0;
        while (span + 1 < SPANS && age >= FROM[span + 1]) {
            span++;
        }
        return span;
    }

    static double end(int span) {
        return span + 1 < SPANS ? FROM[span + 1] : Double.POSITIVE_INFINITY;
    }

    double hazardAt(double age) {
        return hazard[span(age)];
    }

    /// Expected ends between two ages of an ad that does not end: the cumulative hazard.
    double expected(double fromAge, double toAge) {
        double sum = 0;
        for (int span = span(fromAge); span < SPANS && FROM[span] < toAge; span++) {
            double from = Math.max(fromAge, FROM[span]);
            sum += hazard[span] * (Math.min(toAge, end(span)) - from);
        }
        return sum;
    }

    /// The share of ads that are there at this age.
    double at(double age) {
        return Math.exp(-expected(0, age));
    }

    /// Hours that an ad is there within its first `age` hours, on average.
    double hoursWithin(double age) {
        double hours = 0;
        double alive = 1;
        for (int span = 0; span < SPANS && FROM[span] < age; span++) {
            double length = Math.min(age, end(span)) - FROM[span];
            double ends = hazard[span] * length;
            hours += alive * -Math.expm1(-ends) / hazard[span];
            alive *= Math.exp(-ends);
        }
        return hours;
    }
}
