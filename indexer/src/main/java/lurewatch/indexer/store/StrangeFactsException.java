package lurewatch.indexer.store;

/// A file in the place of the facts that nobody may take for damaged ones: another program's, or
/// that of a newer version of this one.
public final class StrangeFactsException extends FactsException {
    private static final long serialVersionUID = 1L;

    StrangeFactsException(String message) {
        super(message);
    }
}
