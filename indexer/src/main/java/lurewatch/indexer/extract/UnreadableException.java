package lurewatch.indexer.extract;

/// What was sent is not what it is called, or of no form that is read. The message says so to
/// whoever reads the fetch log.
final class UnreadableException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
        super(message);
    }

    UnreadableException(String message, Throwable cause) {
        super(message, cause);
    }
}
