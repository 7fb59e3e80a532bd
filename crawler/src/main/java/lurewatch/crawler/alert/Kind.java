package lurewatch.crawler.alert;

import java.util.Locale;

/// What can be wrong, the gravest first: where not everything may be told at once, these are.
public enum Kind {
    /// Nothing can be kept any more; the crawl ended by that.
    CRAWLER_FAILED,
    /// Nothing ends although something is due.
    CRAWLER_STALLED,
    /// Fetching is paused until the disk has more free.
    DISK_LOW,
    /// No host of any site can be reached.
    OFFLINE,
    /// New settings were faulty; the old ones hold.
    CONFIG_REFUSED,
    /// A site gives no page any more.
    SITE_SILENT,
    /// A site's pages come, and nothing is found on them any more.
    SITE_EMPTY,
    /// A site refuses us.
    SITE_BLOCKED,
    /// A site's budget of pages is used up, and new postings are left out.
    SITE_FULL;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
