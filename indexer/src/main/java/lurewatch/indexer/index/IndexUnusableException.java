package lurewatch.indexer.index;

/// An index that cannot be opened: missing, locked, damaged or of another version. The message is
/// one line, says what to do, and is meant for the person at the terminal.
public final class IndexUnusableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IndexUnusableException(String message) {
        super(message);
    }

    public IndexUnusableException(String message, Throwable cause) {
        super(message, cause);
    }
}
