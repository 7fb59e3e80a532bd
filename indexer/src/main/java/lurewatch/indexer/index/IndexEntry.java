package lurewatch.indexer.index;

import java.util.Optional;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.PostingTimes;
import lurewatch.indexer.Sketch;
import lurewatch.indexer.Standing;

/// What the index holds of a posting.
///
/// @param standing whether it is still where it was seen
/// @param sketch by which texts like it are found; empty where it says too little
public record IndexEntry(
        AssessedPosting posting, PostingTimes times, Standing standing, Optional<Sketch> sketch) {
    /// Of a posting that nobody has missed.
    public IndexEntry(AssessedPosting posting, PostingTimes times, Optional<Sketch> sketch) {
        this(posting, times, Standing.LIVE, sketch);
    }
}
