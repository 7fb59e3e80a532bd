package lurewatch.indexer.archive;

import java.time.Instant;
import java.util.List;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Digest;
import lurewatch.indexer.PostingId;

/// That captures were taken out of the archive: a line of the ledger, which stays.
///
/// @param who as the account names them
/// @param why as they said
/// @param urls SHA-256 of each address that is not to be fetched again
/// @param postings ids that are not to be assessed again
public record Erasure(
        Instant time,
        String who,
        String why,
        List<Gone> captures,
        List<Digest> urls,
        List<PostingId> postings) {
    /// A capture that is gone, and what it was by digests.
    ///
    /// @param line of its line in the ledger
    /// @param records of its WARC records
    /// @param payload of what the server sent
    /// @param tombstone of the line that stands in the place of its own
    public record Gone(
            CaptureId capture, Digest line, Digest records, Digest payload, Digest tombstone) {}

    public Erasure {
        captures = List.copyOf(captures);
        urls = List.copyOf(urls);
        postings = List.copyOf(postings);
        if (captures.isEmpty()) {
            throw new IllegalArgumentException("an erasure of nothing");
        }
    }
}
