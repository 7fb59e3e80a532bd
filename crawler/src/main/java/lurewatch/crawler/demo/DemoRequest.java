package lurewatch.crawler.demo;

/// One line of the demo world's own log.
///
/// @param target path and query
/// @param receivedNanos [System#nanoTime] when the request's head had been read
/// @param answeredNanos the same when the last byte of the answer had been handed to the system
public record DemoRequest(
        String host,
        String target,
        String userAgent,
        int status,
        long receivedNanos,
        long answeredNanos) {}
