package lurewatch.crawler.browser;

/// A page could not be rendered; the message says why, for the fetch log.
public final class BrowserException extends Exception {
    private static final long serialVersionUID = 1L;

    BrowserException(String message) {
        super(message);
    }

    BrowserException(String message, Throwable cause) {
        super(message, cause);
    }
}
