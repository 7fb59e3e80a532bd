package lurewatch.crawler.settings;

/// Which of the pages never seen come first.
///
/// @param exploration links in a hundred that are followed early whatever they promise
/// @param barrenPages pages of a host fetched without anything relevant, after which only such
///   links and those to postings and listings are followed there
public record Focus(int exploration, int barrenPages) {
    public static final Focus DEFAULTS = new Focus(12, 2_000);

    public Focus {
        if (exploration < 0 || exploration > 100) {
            throw new IllegalArgumentException("exploration must be 0 to 100: " + exploration);
        }
        if (barrenPages < 1) {
            throw new IllegalArgumentException("barren_pages must be at least 1: " + barrenPages);
        }
    }
}
