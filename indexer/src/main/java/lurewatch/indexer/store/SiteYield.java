package lurewatch.indexer.store;

/// What a site gave of late.
///
/// @param postings first seen within the time asked for
/// @param lures of these, those that are assessed as lures now
public record SiteYield(long postings, long lures) {
    public static final SiteYield NONE = new SiteYield(0, 0);
}
