package lurewatch.indexer.search;

/// That a count would have taken too long. Part of the hits may be shown as what they are; a count
/// of a part would be wrong.
public final class TimeRanOutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TimeRanOutException() {
        super("time ran out before all was counted; ask for less at once");
    }
}
