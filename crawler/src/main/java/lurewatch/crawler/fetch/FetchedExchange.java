package lurewatch.crawler.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lurewatch.indexer.Header;

/// One request and the answer to it, as they went over the wire.
///
/// HttpClient gives no raw bytes of the heads: both are rebuilt from its own messages, in order,
/// with the names' and values' spelling kept. White space around header values and folded lines are
/// lost.
///
/// @param site name of the watched site
/// @param remoteAddress the address that was connected to
/// @param requestHead request line and headers as sent, with their line ends
/// @param body after transfer decoding, still content-encoded; up to the limit
/// @param truncated why the body is not whole: `length`, `time` or `disconnect`
/// @param metadata what else is known: protocol version, TLS certificate and our verdict on it
/// @param took from the request's first byte to the answer's last
@SuppressWarnings("ArrayRecordComponent") // megabytes that are written once and never compared
public record FetchedExchange(
        String site,
        String url,
        Instant fetchedAt,
        String remoteAddress,
        byte[] requestHead,
        int status,
        String reason,
        List<Header> headers,
        byte[] body,
        Optional<String> truncated,
        Map<String, String> metadata,
        Duration took) {
    public FetchedExchange {
        headers = List.copyOf(headers);
        metadata = Map.copyOf(metadata);
    }

    /// The first header of that name.
    public Optional<String> header(String name) {
        return headers.stream().filter(h -> h.isNamed(name)).map(Header::value).findFirst();
    }
}
