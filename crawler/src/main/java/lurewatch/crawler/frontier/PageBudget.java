package lurewatch.crawler.frontier;

import java.sql.SQLException;
import java.time.Instant;

/// How many pages of a site and of a host are known at most, and which of them.
///
/// A maze, a calendar or a menu in every order has pages without end, and would leave no room for
/// the ads that come next month. So unclassified links have a share, and what a site's own pages
/// call postings and further listings has all of it. Pages that are long gone leave room for
/// others. Used by the recorder's thread only.
final class PageBudget {
    /// In hundred, of a site that tells which links lead to postings. One that never does has
    /// nothing to keep room for.
    private static final int UNCLASSIFIED = 60;

    /// Answers in a row that a page is not there, or not for us, after which it does not count: by
    /// then it has been gone for three days.
    static final int GONE = 4;

    private final FrontierSettings settings;
    private final HostTable hosts;

    PageBudget(FrontierSettings settings, HostTable hosts) {
        this.settings = settings;
        this.hosts = hosts;
    }

    /// Whether there is room for one more page.
    ///
    /// @param wanted whether the page has its part in what is kept for postings and listings
    boolean hasRoom(HostTable.Known host, SiteFigures site, boolean wanted) {
        boolean ofShare = !wanted && site.tells();
        return host.counted() < share(settings.limits().pagesPerHost(), ofShare)
                && site.counted() < share(site.budget(), ofShare);
    }

    /// Notes that a page for which there is no room is left out.
    static void leftOut(SiteFigures site, boolean wanted, Instant now) {
        if (wanted || !site.tells()) {
            site.leftOut(now);
        }
    }

    private static long share(long budget, boolean ofShare) {
        return ofShare ? ofUnclassified(budget) : budget;
    }

    /// The share of unclassified links.
    static long ofUnclassified(long budget) {
        return Math.max(1, budget * UNCLASSIFIED / 100);
    }

    /// Notes that a page has gone for long, or come back.
    void visited(HostTable.Known host, SiteFigures site, int missesBefore, int misses)
            throws SQLException {
        int change = gone(misses) - gone(missesBefore);
        if (change != 0) {
            site.addGone(change);
            hosts.gone(host, change);
        }
    }

    private static int gone(int misses) {
        return misses >= GONE ? 1 : 0;
    }
}
