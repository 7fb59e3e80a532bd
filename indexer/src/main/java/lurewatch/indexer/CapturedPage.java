package lurewatch.indexer;

/// A capture together with its decoded payload. The array is shared, not copied: nobody writes to
/// it.
@SuppressWarnings("ArrayRecordComponent") // a payload is megabytes; it is never compared
public record CapturedPage(Capture capture, byte[] payload) {}
