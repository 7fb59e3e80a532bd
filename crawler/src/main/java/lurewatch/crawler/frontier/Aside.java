package lurewatch.crawler.frontier;

import java.time.Instant;

/// A request within a lease that is not the one the schedule is told of.
///
/// @param what the log's word for it
/// @param end when it had ended
public record Aside(String what, FetchReport report, Instant end) {}
