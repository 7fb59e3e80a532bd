package lurewatch.crawler.frontier;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// One line of the fetch log: one request, or one that was not made and why.
///
/// @param at when it ended
/// @param ending an [FetchReport.Ending], or `ROBOTS` for a request for robots.txt on its behalf,
///   or `SECOND_LOOK` for one under another user agent
/// @param bytes of the body as received
/// @param capture its place in the archive's ledger, where it has one
public record FetchLogEntry(
        long id,
        Instant at,
        String site,
        String url,
        String ending,
        OptionalInt status,
        String detail,
        long bytes,
        Duration took,
        OptionalLong capture) {}
