package lurewatch.indexer.archive;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.Header;
import lurewatch.indexer.Provenance;

/// One request and its answer, as they are to be archived. Arrays are shared, not copied: nobody
/// writes to them.
///
/// @param remoteAddress the IP address that answered; empty where it is not known (an import)
/// @param requestHead request line and headers as sent; empty where they are not known
/// @param body as received: after transfer decoding, before content decoding
/// @param truncated why the body is not whole: `length`, `time`, `disconnect` or `unspecified`
/// @param metadata what else a court may ask: limits hit, TLS, redirect chain, trigger
@SuppressWarnings("ArrayRecordComponent") // bodies are megabytes; an exchange is never compared
public record Exchange(
        String site,
        String url,
        Instant fetchedAt,
        String remoteAddress,
        byte[] requestHead,
        int status,
        String reason,
        List<Header> responseHeaders,
        byte[] body,
        Optional<String> truncated,
        Provenance provenance,
        Map<String, String> metadata) {
    /// A ledger line holds the response's headers; this keeps it far below [LedgerLine#MAX_BYTES].
    private static final int MAX_HEADER_CHARACTERS = 256 * 1024;

    private static final Set<String> TRUNCATIONS =
            Set.of("length", "time", "disconnect", "unspecified");

    public Exchange {
        responseHeaders = List.copyOf(responseHeaders);
        metadata = Map.copyOf(metadata);
        if (status < 100 || status > 599) {
            throw new IllegalArgumentException("not an HTTP status: " + status);
        }
        if (url.isEmpty() || url.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
            throw new IllegalArgumentException("not a normalised url of " + site);
        }
        if (truncated.isPresent() && !TRUNCATIONS.contains(truncated.get())) {
            throw new IllegalArgumentException(
                    "unknown truncation '" + truncated.get() + "', expected one of " + TRUNCATIONS);
        }
        long headerCharacters = site.length() + (long) url.length();
        for (Header header : responseHeaders) {
            headerCharacters += header.name().length() + header.value().length();
        }
        if (headerCharacters > MAX_HEADER_CHARACTERS) {
            throw new IllegalArgumentException(
                    "headers of "
                            + headerCharacters
                            + " characters are more than a ledger line holds");
        }
    }
}
