package lurewatch.indexer.index;

import java.util.Optional;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.PostingTimes;
import lurewatch.indexer.Sketch;

/// What the index holds of a posting.
///
/// @param sketch by which texts like it are found; empty where it says too little
public record IndexEntry(AssessedPosting posting, PostingTimes times, Optional<Sketch> sketch) {}
