package lurewatch.crawler.simulate;

import lurewatch.crawler.revisit.Sight;

/// A schedule: told of each visit, it says when the page is due again.
interface Rule {
    /// Hours until the next visit; infinite for none.
    ///
    /// @param now in hours
    /// @param changed whether the page reads otherwise than at its last visit, as a digest would
    ///   tell
    double after(int url, double now, Sight sight, Changed changed);

    /// Hours that a page whose turn it is may still wait after all, since things have changed since
    /// it was planned.
    default double postponed(int url, double now) {
        return 0;
    }

    /// Whether a page is to be visited at once since its listing shows it no more.
    default boolean left(int url, double now) {
        return false;
    }

    /// What a digest of the page says.
    enum Changed {
        YES,
        NO,
        /// There is none of before.
        UNKNOWN
    }
}
