package lurewatch.crawler.frontier;

/// What a page is to the schedule.
public enum PageClass {
    /// A listing: visited again and again for the links on it.
    HUB(0),
    /// A posting's own page: visited on a short fuse at first.
    DETAIL(1),
    /// Any other page in scope.
    OTHER(2);

    private final int code;

    PageClass(int code) {
        this.code = code;
    }

    /// What `crawl.db` says for it.
    int code() {
        return code;
    }

    static PageClass of(int code) {
        return switch (code) {
            case 0 -> HUB;
            case 1 -> DETAIL;
            case 2 -> OTHER;
            default -> throw new FrontierException("no page class has the code " + code);
        };
    }
}
