package lurewatch.indexer.store;

import java.time.Instant;

/// The visits that came through and did not find a posting where it had stood. Visits that were
/// blocked, refused, sent elsewhere or in trouble are none.
///
/// @param count at least 1
public record Looks(long count, Instant first, Instant last) {}
