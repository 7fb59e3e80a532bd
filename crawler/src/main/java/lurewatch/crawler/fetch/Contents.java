package lurewatch.crawler.fetch;

import java.util.Optional;
import lurewatch.indexer.archive.ContentCoding;
import lurewatch.indexer.archive.ContentCodingException;
import lurewatch.indexer.archive.DecodeLimits;

/// The content of one file that is read at once, decoded up to a limit.
final class Contents {
    private Contents() {}

    /// What can be decoded; a broken end keeps what came before it. Empty where nothing could be:
    /// in a coding that is not read, or broken from the first byte.
    static Optional<byte[]> decoded(FetchedExchange answer, long most) {
        try {
            return Optional.of(
                    ContentCoding.decode(
                            answer.body(),
                            answer.exchange().responseHeaders(),
                            new DecodeLimits(most, Integer.MAX_VALUE)));
        } catch (ContentCodingException e) {
            return Optional.of(e.decoded()).filter(decoded -> decoded.length > 0);
        }
    }
}
