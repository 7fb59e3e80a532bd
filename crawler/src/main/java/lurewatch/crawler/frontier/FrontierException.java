package lurewatch.crawler.frontier;

/// `crawl.db` cannot be read or written. Nothing is handed out any more.
public final class FrontierException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FrontierException(String message) {
        super(message);
    }

    FrontierException(String message, Throwable cause) {
        super(message, cause);
    }
}
