package lurewatch.indexer;

import java.time.Instant;
import java.util.Optional;

/// That a posting wants to be answered at a contact.
///
/// @param at when the posting says it was put up; where it says nothing, when it was first seen
public record ContactUse(PostingId posting, String site, Optional<String> language, Instant at) {}
