package lurewatch.crawler.revisit;

/// What a page is to the schedule.
public enum PageClass {
    /// A listing: visited again and again for the links on it.
    HUB(0),
    /// A posting's own page: visited on a short fuse at first.
    DETAIL(1),
    /// Any other page in scope.
    OTHER(2),
    /// A listing for machines: RSS, Atom, JSON Feed.
    FEED(3),
    /// A list of a site's pages, for machines: neither new postings only nor all of them.
    SITEMAP(4);

    private static final PageClass[] BY_CODE = values();

    private final int code;

    PageClass(int code) {
        this.code = code;
    }

    /// What `crawl.db` says for it.
    public int code() {
        return code;
    }

    /// Whether it is visited for what it lists.
    public boolean isListing() {
        return switch (this) {
            case HUB, FEED, SITEMAP -> true;
            case DETAIL, OTHER -> false;
        };
    }

    /// The class that is stored under a code.
    ///
    /// @throws IllegalArgumentException where no class has that code
    public static PageClass of(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no page class has the code " + code);
        }
        return BY_CODE[code];
    }
}
