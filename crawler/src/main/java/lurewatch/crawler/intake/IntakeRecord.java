package lurewatch.crawler.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lurewatch.indexer.Header;

/// One page, post or mail of a file, with its bytes as the file has them. The array is shared, not
/// copied: nobody writes to it.
///
/// @param place where in the file, for people: `record at byte 1024`, `line 17`
/// @param url its address; for what has none, one made of its own name or bytes
/// @param site the source it belongs to, where the file says so
/// @param claimed when it was seen, by the file's word; a time that no header can say ([#isTime])
///   is none
/// @param headers of the answer; at least the media type
/// @param truncated `length` where the body was longer than may be kept
/// @param metadata what else the file says of it
@SuppressWarnings("ArrayRecordComponent") // bodies are megabytes; never compared
public record IntakeRecord(
        String place,
        String url,
        Optional<String> site,
        Optional<Instant> claimed,
        int status,
        List<Header> headers,
        byte[] body,
        Optional<String> truncated,
        Map<String, String> metadata) {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    public IntakeRecord {
        claimed = claimed.filter(IntakeRecord::isTime);
        headers = List.copyOf(headers);
        metadata = Map.copyOf(metadata);
    }

    /// Whether a time is one at which something can have been seen: HTTP writes years in four
    /// digits.
    public static boolean isTime(Instant time) {
        return !time.isBefore(FIRST) && time.isBefore(END);
    }

    /// A record that no server answered with.
    static IntakeRecord of(
            String place, String url, Optional<Instant> claimed, String type, byte[] body) {
        return new IntakeRecord(
                place,
                url,
                Optional.empty(),
                claimed,
                200,
                List.of(new Header("Content-Type", type)),
                body,
                Optional.empty(),
                Map.of());
    }

    /// The same with what the file says of its source, and of it.
    IntakeRecord from(Optional<String> source, Map<String, String> said) {
        return new IntakeRecord(
                place, url, source, claimed, status, headers, body, truncated, said);
    }
}
