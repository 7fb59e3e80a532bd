package lurewatch.crawler.frontier;

import java.time.Instant;

/// A robots.txt as it was fetched for one origin.
///
/// @param status of the answer that counts; the body is empty unless it was a 200
@SuppressWarnings("ArrayRecordComponent") // bytes as received, written once and never compared
public record StoredRobots(String origin, Instant fetchedAt, int status, byte[] body) {}
