package lurewatch.indexer;

import java.util.Optional;

/// A capture together with its decoded payload. The array is shared, not copied: nobody writes to
/// it.
///
/// @param cutShort why the payload could be decoded only up to a point, where that is so
@SuppressWarnings("ArrayRecordComponent") // a payload is megabytes; it is never compared
public record CapturedPage(Capture capture, byte[] payload, Optional<String> cutShort) {
    /// A page whose payload was decoded as a whole.
    public CapturedPage(Capture capture, byte[] payload) {
        this(capture, payload, Optional.empty());
    }
}
