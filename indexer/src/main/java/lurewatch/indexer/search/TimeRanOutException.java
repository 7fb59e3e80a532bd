package lurewatch.indexer.search;

import java.util.Locale;

/// That a count would have taken too long. Part of the hits may be shown as what they are; a count
/// of a part would be wrong.
public final class TimeRanOutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TimeRanOutException() {
        super(told("not all was read"));
    }

    /// That the time of a search ran out, what follows from it, and what to do.
    public static String told(String what) {
        return String.format(
                Locale.ROOT,
                "time ran out after %d seconds: %s; ask for less at once, as with site:NAME or"
                        + " first:30d",
                PostingSearch.LONGEST_SEARCH.toSeconds(),
                what);
    }
}
