package lurewatch.indexer.store;

import java.time.Instant;
import java.util.Optional;

/// Where a posting was when a capture was recorded, as far as visits could tell.
///
/// @param isKnown whether it had been seen by then
/// @param missedSince the first visit that had not found it, where it was gone
public record Whereabouts(boolean isKnown, Optional<Instant> missedSince) {}
