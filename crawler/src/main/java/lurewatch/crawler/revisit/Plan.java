package lurewatch.crawler.revisit;

/// When a page is to be visited next, and what decided.
///
/// @param hours until then
/// @param perHour the rate of changes or new ads that was believed
/// @param low at least this, with a probability of nine in ten
/// @param high at most this, likewise
/// @param worth of the visit then, in hours
public record Plan(
        double hours,
        Reason reason,
        double perHour,
        double low,
        double high,
        double worth,
        Demand demand) {

    /// What decided.
    public enum Reason {
        /// A posting is looked at soon after its first sight.
        FUSE,
        /// A listing is looked at as often as its operator wants.
        WISH,
        /// By then the visit is worth today's price.
        WORTH,
        /// It would not be worth it even then; but no page is forgotten.
        LONGEST,
        /// Somebody watches it.
        WATCH,
        /// The page is not there, and is looked for less and less.
        MISSING
    }
}
