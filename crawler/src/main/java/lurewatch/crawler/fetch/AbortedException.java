package lurewatch.crawler.fetch;

/// We were stopped in the middle of a request.
final class AbortedException extends Exception {
    private static final long serialVersionUID = 1L;

    AbortedException() {
        super("stopped");
    }
}
