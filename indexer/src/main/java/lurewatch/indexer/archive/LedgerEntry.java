package lurewatch.indexer.archive;

import java.util.Optional;
import lurewatch.indexer.Capture;
import lurewatch.indexer.Digest;

/// What one line of the ledger says.
///
/// @param previous SHA-256 of the line before, without its line feed; [#NO_LINE] in the first
/// @param acknowledged the last sequence that was acknowledged when this line was written. Damage
///   at or below it is damage; above it, it may be what a crash left of a batch
/// @param preamble the segment's warcinfo record, in the line of the segment's first capture
record LedgerEntry(
        Capture capture, Digest previous, long acknowledged, Optional<Preamble> preamble) {
    /// Stands for the line before the first.
    static final Digest NO_LINE = new Digest("0".repeat(64));

    /// The record in front of a segment's first capture: it starts at byte 0.
    record Preamble(long length, Digest digest) {
        Preamble {
            if (length <= 0) {
                throw new IllegalArgumentException("impossible length: " + length);
            }
        }
    }

    long sequence() {
        return capture.id().sequence();
    }
}
