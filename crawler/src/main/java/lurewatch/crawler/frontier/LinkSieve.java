package lurewatch.crawler.frontier;

/// Links seen lately, by a 64-bit fingerprint, so that the menu of every page costs no query. What
/// came later takes the place of another link now and then: that one is looked up again. Used by
/// the recorder's thread only.
final class LinkSieve {
    /// 16 MB, for as many links as a large frontier has pages.
    private static final int BITS = 21;

    private final long[] prints = new long[1 << BITS];

    /// Whether the link was seen lately; it is from now on.
    boolean hasSeen(FoundLink link) {
        long print = print(link);
        int slot = slot(print);
        boolean seen = prints[slot] == print;
        prints[slot] = print;
        return seen;
    }

    void forget(FoundLink link) {
        prints[slot(print(link))] = 0;
    }

    private static long print(FoundLink link) {
        return link.url().fingerprint() * 31 + link.kind().name().hashCode();
    }

    private static int slot(long print) {
        return (int) (print >>> (Long.SIZE - BITS));
    }
}
