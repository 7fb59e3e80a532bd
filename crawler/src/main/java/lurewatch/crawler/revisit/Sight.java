package lurewatch.crawler.revisit;

/// What a visit showed.
///
/// @param gap hours since the last visit that gave the page; 0 at the first
/// @param newAds on a listing: links to postings never seen before
/// @param age of a posting, in hours since it appeared, as far as that can be told
/// @param left whether a listing that showed it before had been seen without it
public record Sight(Kind kind, double gap, int newAds, double age, boolean left) {
    /// Of a page of which no listing said anything.
    public Sight(Kind kind, double gap, int newAds, double age) {
        this(kind, gap, newAds, age, false);
    }

    /// How it compares with the last visit.
    public enum Kind {
        /// There is nothing to compare with.
        FIRST,
        SAME,
        CHANGED,
        /// The page was there and is no more.
        GONE
    }
}
