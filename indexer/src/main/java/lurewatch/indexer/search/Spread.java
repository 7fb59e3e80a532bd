package lurewatch.indexer.search;

import java.time.Instant;
import java.util.Optional;

/// Where and when what a query finds was seen.
///
/// @param counts how much there is of each value
/// @param first when the first of it was first seen; empty where there is none
/// @param last when the last of it was last seen
public record Spread(ValueCounts counts, Optional<Instant> first, Optional<Instant> last) {}
