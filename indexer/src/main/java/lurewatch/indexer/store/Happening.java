package lurewatch.indexer.store;

import java.time.Instant;
import java.util.Comparator;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.PostingId;

/// Something that a capture told of a posting. Captures and archive stay as they are, so a replay
/// by the same rules tells the same again, under the same capture.
public sealed interface Happening {
    /// In ledger order; what one capture tells of several postings in the order of ids, and that
    /// one is back after that it was seen.
    Comparator<Happening> ORDER =
            Comparator.comparingLong((Happening happening) -> happening.capture().sequence())
                    .thenComparing(Happening::posting)
                    .thenComparingInt(happening -> happening instanceof Seen ? 0 : 1);

    CaptureId capture();

    /// When the capture was made.
    Instant at();

    PostingId posting();

    /// The number of the version that it shows, or that the posting was last seen with.
    int version();

    /// A posting was seen.
    ///
    /// @param versionSince the capture that first showed this version
    /// @param postingSince the capture that first showed the posting
    record Seen(
            CaptureId capture,
            Instant at,
            PostingId posting,
            int version,
            CaptureId versionSince,
            CaptureId postingSince)
            implements Happening {}

    /// A posting is gone: this visit confirmed that earlier ones had missed it.
    ///
    /// @param missedSince the first visit that did not find it
    record Gone(CaptureId capture, Instant at, PostingId posting, int version, Instant missedSince)
            implements Happening {}

    /// A posting that was gone is where it had been.
    ///
    /// @param missedSince the first visit that had not found it
    record Back(CaptureId capture, Instant at, PostingId posting, int version, Instant missedSince)
            implements Happening {}
}
