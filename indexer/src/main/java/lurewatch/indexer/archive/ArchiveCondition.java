package lurewatch.indexer.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import lurewatch.indexer.Digest;
import lurewatch.indexer.WarcPosition;

/// How an archive stands, by a look at its end: cheap however large it is, without the writer's
/// lock, beside a live writer too. What stands before the end is [ArchiveVerifier]'s to look at.
///
/// @param captures acknowledged ones
/// @param lastCapture when the latest was fetched
/// @param head SHA-256 of the last ledger line
/// @param unacknowledged bytes of the ledger behind it: a writer's work in progress, or what a
///   crash left, which the next writer moves aside
/// @param writer who writes it now
public record ArchiveCondition(
        long captures,
        Optional<Instant> lastCapture,
        Optional<Digest> head,
        long unacknowledged,
        Optional<String> writer) {
    /// Looks at the archive of that directory; an absent one is empty.
    ///
    /// @throws ArchiveDamagedException where acknowledged bytes are missing
    public static ArchiveCondition of(Path directory) {
        ArchiveFiles files = new ArchiveFiles(directory);
        Ledger ledger = new Ledger(files.ledger());
        try {
            Optional<String> writer = WriterLock.holder(directory.resolve(ArchiveFiles.LOCK));
            ArchiveTail tail = new TailFinder(ledger).find();
            Optional<WarcPosition> last = tail.last().flatMap(LedgerEntry::position);
            if (last.isPresent()) {
                requireRecords(files, last.get());
            }
            return new ArchiveCondition(
                    tail.sequence(),
                    lastCapture(ledger, tail),
                    tail.last().map(_ -> tail.lastLine()),
                    ledger.length() - tail.ledgerLength(),
                    writer);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read archive " + directory + ": " + e, e);
        }
    }

    /// Looks back over lines that tell of erasures.
    private static Optional<Instant> lastCapture(Ledger ledger, ArchiveTail tail)
            throws IOException {
        for (long sequence = tail.sequence(); sequence > 0; sequence--) {
            Optional<LedgerEntry> entry = ledger.find(sequence, tail.ledgerLength());
            if (entry.isPresent()
                    && entry.get() instanceof LedgerEntry.Captured(var capture, _, _, _)) {
                return Optional.of(capture.fetchedAt());
            }
        }
        return Optional.empty();
    }

    /// Who writes the archive of that directory: `pid 4711 since 2026-11-22T12:00:00Z`.
    public static Optional<String> writerOf(Path directory) {
        try {
            return WriterLock.holder(directory.resolve(ArchiveFiles.LOCK));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the lock of " + directory + ": " + e, e);
        }
    }

    /// The last acknowledged records must be there: all before them were written earlier.
    static void requireRecords(ArchiveFiles files, WarcPosition last) throws IOException {
        Path file =
                files.existing(last.file())
                        .orElseThrow(() ->
                                new ArchiveDamagedException(last.file(), 0, "the file is missing"));
        long end = last.offset() + last.length();
        if (Files.size(file) < end) {
            throw new ArchiveDamagedException(
                    last.file(), Files.size(file), "the file ends before byte " + end);
        }
    }
}
