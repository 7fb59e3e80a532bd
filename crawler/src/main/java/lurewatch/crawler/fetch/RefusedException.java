package lurewatch.crawler.fetch;

/// The guard does not let us connect there.
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }
}
