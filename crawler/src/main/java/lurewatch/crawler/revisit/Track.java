package lurewatch.crawler.revisit;

/// What is remembered of a page: a few numbers.
///
/// @param visits that gave the page
/// @param changes of these, those that found it changed; of a listing, with new ads on it
/// @param seen how often it changes or gets new ads, as seen and slowly forgotten
public record Track(int visits, int changes, Rate seen) {
    public static final Track NONE = new Track(0, 0, Rate.NONE);

    /// One visit more that says nothing of changes.
    public Track visited() {
        return new Track(visits + 1, changes, seen);
    }
}
