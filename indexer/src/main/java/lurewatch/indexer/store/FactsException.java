package lurewatch.indexer.store;

/// The facts cannot be read or written. They can always be made anew from the archive.
public final class FactsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    FactsException(String message) {
        super(message);
    }

    FactsException(String message, Throwable cause) {
        super(message, cause);
    }
}
