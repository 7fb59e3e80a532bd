package lurewatch.indexer.store;

/// The facts cannot be read or written. They can always be made anew from the archive.
public sealed class FactsException extends RuntimeException permits StrangeFactsException {
    private static final long serialVersionUID = 1;

    FactsException(String message) {
        super(message);
    }

    FactsException(String message, Throwable cause) {
        super(message, cause);
    }
}
