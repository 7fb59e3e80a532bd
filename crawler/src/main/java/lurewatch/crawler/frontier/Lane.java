package lurewatch.crawler.frontier;

/// Why a URL waits; each host serves its lanes in weighted shares, so that none starves.
public enum Lane {
    /// Pages seen before, looked at again because they may vanish or change.
    EVIDENCE(0),
    /// Listing pages, where new postings appear.
    HUB(1),
    /// Pages never fetched.
    DISCOVERY(2);

    private final int code;

    Lane(int code) {
        this.code = code;
    }

    /// What `crawl.db` says for it.
    int code() {
        return code;
    }

    static Lane of(int code) {
        return switch (code) {
            case 0 -> EVIDENCE;
            case 1 -> HUB;
            case 2 -> DISCOVERY;
            default -> throw new FrontierException("no lane has the code " + code);
        };
    }
}
