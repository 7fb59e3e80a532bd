package lurewatch.indexer.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Digest;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.PostingTimes;
import lurewatch.indexer.WarcPosition;

/// A posting as it last stood, with everything known about it.
///
/// @param current content and assessment of the latest sighting that showed it in full, as that
///   capture has it; a feed or listing that abridges it does not count
/// @param versions in the order they appeared
/// @param sightings in ledger order
/// @param observations what was observed without seeing it, in ledger order
public record StoredPosting(
        AssessedPosting current,
        PostingTimes times,
        List<Version> versions,
        List<Sighting> sightings,
        List<Observation> observations) {
    /// A content and since when it stood there.
    ///
    /// @param contentDigest of the text and what was found in it; equal digests, equal content
    public record Version(
            int number, CaptureId firstCapture, Instant since, Digest contentDigest) {}

    /// A capture in which the posting was seen.
    ///
    /// @param version number of the version that was seen
    public record Sighting(SeenCapture capture, int version) {}

    /// That a posting was not seen where it used to stand.
    ///
    /// @param kind `gone_observed`: its address answered *not found* or *gone*
    public record Observation(SeenCapture capture, String kind) {}

    /// A capture as custody needs it.
    public record SeenCapture(
            CaptureId id,
            String url,
            Instant fetchedAt,
            int status,
            Digest payloadDigest,
            Digest recordDigest,
            WarcPosition position,
            Optional<CaptureId> revisitOf) {}

    public StoredPosting {
        versions = List.copyOf(versions);
        sightings = List.copyOf(sightings);
        observations = List.copyOf(observations);
    }

    public PostingId id() {
        return current.posting().id();
    }
}
