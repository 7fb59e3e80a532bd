package lurewatch.crawler.revisit;

/// How often something happens, as far as it was watched: so many events in so many hours. Read as
/// a Gamma distribution of the true rate, so that what was known before and what was seen since add
/// up.
///
/// A visit tells one bit: changed since the last visit or not, and hides how often. The most likely
/// rate of such visits at irregular gaps solves `Σ changed τ/(e^λτ − 1) = Σ unchanged τ` (Cho and
/// Garcia-Molina, *Estimating frequency of change*, ACM TOIT 2003). [#changed] takes one step of
/// its solution by expectation and maximisation per visit: two numbers per page instead of all its
/// gaps.
///
/// @param events seen or inferred
/// @param hours in which one could have been seen
public record Rate(double events, double hours) {
    public static final Rate NONE = new Rate(0, 0);

    /// Normal deviates of a central 80 % interval.
    private static final double EIGHTY_PERCENT = 1.2816;

    /// As if `events` had been seen at this rate.
    static Rate of(double events, double perHour) {
        return new Rate(events, events / perHour);
    }

    Rate plus(Rate other) {
        return new Rate(events + other.events, hours + other.hours);
    }

    /// What is left of it after so many hours, half of it after `halfLife`.
    Rate faded(double after, double halfLife) {
        double left = Math.exp(-after * Math.log(2) / halfLife);
        return new Rate(events * left, hours * left);
    }

    /// The same rate, known from at most so many hours.
    Rate within(double most) {
        return hours <= most ? this : new Rate(events * most / hours, most);
    }

    double perHour() {
        return events / hours;
    }

    /// Something changed, once or more often, in a gap of so many hours.
    ///
    /// @param perHour the rate as believed so far
    static Rate changed(double gap, double perHour) {
        double expected = gap * perHour;
        // How often, given that it did: x / (1 − e^−x), which is 1 for very short gaps.
        double times = expected < 1e-6 ? 1 : expected / -Math.expm1(-expected);
        return new Rate(times, gap);
    }

    /// Nothing changed in a gap of so many hours.
    static Rate unchanged(double gap) {
        return new Rate(0, gap);
    }

    /// The rate that the true one is above with a probability of nine in ten.
    double low() {
        return quantile(-EIGHTY_PERCENT);
    }

    /// The rate that the true one is below with a probability of nine in ten.
    double high() {
        return quantile(EIGHTY_PERCENT);
    }

    /// Wilson and Hilferty's cube root, good to a few per cent for shapes of a half and more.
    private double quantile(double deviate) {
        double ninth = 1 / (9 * events);
        double root = Math.max(0, 1 - ninth + deviate * Math.sqrt(ninth));
        return perHour() * root * root * root;
    }
}
