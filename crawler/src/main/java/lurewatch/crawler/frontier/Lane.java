package lurewatch.crawler.frontier;

/// Why a URL waits; each host serves its lanes in weighted shares, so that none starves.
public enum Lane {
    /// Pages seen before, looked at again because they may vanish or change.
    EVIDENCE,
    /// Listing pages, where new postings appear.
    HUB,
    /// Pages never fetched.
    DISCOVERY
}
