package lurewatch.indexer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/// What a server answered for one URL at one time, as the archive holds it; or what stands in for
/// that, as `provenance` says.
///
/// The payload itself stays in the archive; `payloadDigest` is the SHA-256 of the body after
/// transfer decoding and before content decoding (a payload in the sense of WARC 1.1), and
/// `recordDigest` that of the record's compressed bytes on disk.
///
/// @param site name of the watched site this belongs to, as in `config/sites/NAME.yaml`
/// @param url the URL that was asked for, normalised
/// @param status HTTP status, 100 to 599; of what no server answered with, that of an answer which
///   would have to be read in the same way
/// @param revisitOf the earlier capture whose payload this one repeats: the server said *not
///   modified*, or sent the same bytes again
/// @param truncated why the payload is not whole: `length` or `time`; empty when it is
public record Capture(
        CaptureId id,
        String site,
        String url,
        Instant fetchedAt,
        int status,
        List<Header> headers,
        Digest payloadDigest,
        long payloadLength,
        Optional<String> truncated,
        Digest recordDigest,
        WarcPosition position,
        Provenance provenance,
        Optional<CaptureId> revisitOf) {
    /// The header of RFC 7089 for when a page was seen.
    public static final String CLAIM = "Memento-Datetime";

    public Capture {
        headers = List.copyOf(headers);
        if (status < 100 || status > 599) {
            throw new IllegalArgumentException("not an HTTP status: " + status);
        }
        if (payloadLength < 0) {
            throw new IllegalArgumentException("negative payload length: " + payloadLength);
        }
    }

    /// Whether it shows what a page looked like, and is itself no page.
    public boolean isPicture() {
        return provenance == Provenance.RENDERED && mediaType().equals("image/png");
    }

    /// Whether it was made to see what a page shows to others.
    public boolean isSecondLook() {
        return provenance == Provenance.COMPARED;
    }

    /// When it was seen, by the word of the file that it was brought in from; a crawled page claims
    /// nothing that we did not see ourselves.
    public Optional<Instant> claimedAt() {
        return provenance == Provenance.IMPORTED
                ? headers.stream()
                        .filter(header -> header.isNamed(CLAIM))
                        .map(Header::value)
                        .reduce((_, ours) -> ours)
                        .flatMap(Capture::time)
                : Optional.empty();
    }

    private static Optional<Instant> time(String written) {
        try {
            return Optional.of(
                    Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(written.strip())));
        } catch (DateTimeException e) {
            // The file's own header, where it has no time that ours could say.
            return Optional.empty();
        }
    }

    /// The first header of that name.
    public Optional<String> header(String name) {
        return headers.stream().filter(h -> h.isNamed(name)).map(Header::value).findFirst();
    }

    /// What the server calls it, as a browser takes its word; empty where it says nothing.
    public String contentType() {
        return MediaType.contentType(headers);
    }

    /// The media type without parameters, in lower case; empty where the server named none.
    public String mediaType() {
        String value = contentType();
        int end = value.indexOf(';');
        return LowerCase.of((end < 0 ? value : value.substring(0, end)).strip());
    }
}
