package lurewatch.indexer.stamp;

/// Why an answer is no time stamp of what was asked for.
public final class StampException extends Exception {
    private static final long serialVersionUID = 1L;

    StampException(String what) {
        super(what);
    }

    StampException(String what, Throwable cause) {
        super(what, cause);
    }
}
