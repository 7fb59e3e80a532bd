package lurewatch.crawler.fetch;

import org.apache.hc.core5.http.MessageConstraintException;

/// The head of an answer met a limit.
final class LimitException extends MessageConstraintException {
    private static final long serialVersionUID = 1L;

    LimitException(LimitHit hit) {
        super(hit.toString());
    }
}
