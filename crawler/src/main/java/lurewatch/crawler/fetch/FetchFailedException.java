package lurewatch.crawler.fetch;

/// A request that ended without an answer worth keeping.
final class FetchFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final FailureKind kind;

    FetchFailedException(FailureKind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    FetchFailedException(FailureKind kind, String message) {
        super(message);
        this.kind = kind;
    }

    FailureKind kind() {
        return kind;
    }
}
