package lurewatch.indexer.archive;

import java.util.Optional;
import lurewatch.indexer.Digest;

/// Where the acknowledged archive ends: what a writer goes on from.
///
/// @param ledgerLength bytes of the ledger up to there
/// @param last the last entry; empty in a new archive
/// @param lastLine SHA-256 of its line
record ArchiveTail(long ledgerLength, Optional<LedgerEntry> last, Digest lastLine) {
    static final ArchiveTail NEW = new ArchiveTail(0, Optional.empty(), LedgerEntry.NO_LINE);

    long sequence() {
        return last.map(LedgerEntry::sequence).orElse(0L);
    }
}
