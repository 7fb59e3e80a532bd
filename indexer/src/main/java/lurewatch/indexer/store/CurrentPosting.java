package lurewatch.indexer.store;

import java.util.List;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.PostingTimes;
import lurewatch.indexer.Standing;

/// A posting as it last stood, without the captures that showed it: there may be tens of thousands,
/// and most who ask want the text.
///
/// @param current content and assessment of the latest sighting that showed it in full, as that
///   capture has it; a feed or listing that abridges it does not count
/// @param currentVersion the number of the version that it is
/// @param versions in the order they appeared
public record CurrentPosting(
        AssessedPosting current,
        int currentVersion,
        PostingTimes times,
        Standing standing,
        List<StoredPosting.Version> versions) {
    public CurrentPosting {
        versions = List.copyOf(versions);
    }

    public PostingId id() {
        return current.posting().id();
    }
}
