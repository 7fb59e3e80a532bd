package lurewatch.indexer.archive;

import java.time.Instant;
import java.util.Optional;
import lurewatch.indexer.Capture;
import lurewatch.indexer.Digest;
import lurewatch.indexer.WarcPosition;

/// What one line of the ledger says.
sealed interface LedgerEntry {
    /// Stands for the line before the first.
    Digest NO_LINE = new Digest("0".repeat(64));

    long sequence();

    /// SHA-256 of the line before, without its line feed, as it was written first; [#NO_LINE] in
    /// the first.
    Digest previous();

    /// The last sequence that was acknowledged when this line was written. Damage at or below it is
    /// damage; above it, it may be what a crash left of a batch.
    long acknowledged();

    /// Where the line's records stand; empty where it has none.
    Optional<WarcPosition> position();

    /// The record in front of a segment's first capture: it starts at byte 0.
    record Preamble(long length, Digest digest) {
        public Preamble {
            if (length <= 0) {
                throw new IllegalArgumentException("impossible length: " + length);
            }
        }
    }

    /// A capture.
    ///
    /// @param preamble the segment's warcinfo record, in the line of the segment's first capture
    record Captured(
            Capture capture, Digest previous, long acknowledged, Optional<Preamble> preamble)
            implements LedgerEntry {
        @Override
        public long sequence() {
            return capture.id().sequence();
        }

        @Override
        public Optional<WarcPosition> position() {
            return Optional.of(capture.position());
        }
    }

    /// What stands in the place of an erased capture's line, as long as that was.
    ///
    /// @param line SHA-256 of the line that stood here: the next line's `previous`
    /// @param leaf SHA-256 of a zero byte and that line: its leaf in a hash tree (RFC 6962)
    /// @param time when the capture was fetched
    record Tombstone(
            long sequence,
            Digest line,
            Digest leaf,
            Digest previous,
            long acknowledged,
            Instant time,
            WarcPosition place,
            Optional<Preamble> preamble)
            implements LedgerEntry {
        @Override
        public Optional<WarcPosition> position() {
            return Optional.of(place);
        }
    }

    /// That captures were erased, by whom and why.
    record Erased(long sequence, Digest previous, long acknowledged, Erasure erasure)
            implements LedgerEntry {
        @Override
        public Optional<WarcPosition> position() {
            return Optional.empty();
        }
    }
}
