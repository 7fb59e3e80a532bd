package lurewatch.crawler.frontier;

/// What a page is to the schedule.
public enum PageClass {
    /// A listing: visited again and again for the links on it.
    HUB,
    /// A posting's own page: visited on a short fuse at first.
    DETAIL,
    /// Any other page in scope.
    OTHER
}
