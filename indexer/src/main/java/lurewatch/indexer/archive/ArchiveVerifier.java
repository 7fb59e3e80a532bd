package lurewatch.indexer.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Digest;

/// Looks at every byte of an archive: each ledger line against its own hash and the line before,
/// each group of records against the SHA-256 in the ledger, each payload against its digest, and
/// each byte of a segment for a line that covers it. Writes nothing; works beside a live writer.
///
/// What it cannot see alone is an archive of which the end was taken off cleanly, ledger and
/// segments alike: compare [VerifyReport#ledgerHead] with one kept elsewhere.
public final class ArchiveVerifier {
    private final ArchiveFiles files;
    private final Findings findings = new Findings();
    private final SegmentCheck segments;
    private final ErasureCheck erasures;

    private long lastSequence;
    private Optional<Digest> lastLine = Optional.of(LedgerEntry.NO_LINE);

    private ArchiveVerifier(Path directory) {
        files = new ArchiveFiles(directory);
        segments = new SegmentCheck(files, findings);
        erasures = new ErasureCheck(findings);
    }

    /// Checks the archive in that directory. Damage is reported, never thrown.
    public static VerifyReport verify(Path directory) {
        return new ArchiveVerifier(directory).verify();
    }

    private VerifyReport verify() {
        Optional<Digest> head = Optional.empty();
        try {
            head = checkLedger();
        } catch (IOException e) {
            findings.damage(ArchiveFiles.LEDGER, 0, Optional.empty(), "cannot be read: " + e);
        }
        try {
            segments.finish();
            erasures.finish(ErasedThings.read(files), underWay());
            checkNames(files.names());
        } catch (IOException e) {
            findings.damage(".", 0, Optional.empty(), "cannot be listed: " + e);
        }
        return findings.report(segments.count(), head, erasures.count());
    }

    /// What is no erasure excuses nothing.
    private Optional<Erasure> underWay() throws IOException {
        try {
            return new ErasureJournal(files).underWay();
        } catch (ArchiveDamagedException _) {
            findings.damage(
                    ArchiveFiles.ERASING,
                    0,
                    Optional.empty(),
                    "is no erasure that could be completed");
            return Optional.empty();
        }
    }

    private Optional<Digest> checkLedger() throws IOException {
        Ledger ledger = new Ledger(files.ledger());
        long end = ledger.length();
        if (end == 0) {
            return Optional.empty();
        }
        Optional<Digest> head = Optional.empty();
        try (FileChannel channel = ledger.open()) {
            LineReader lines = new LineReader(channel, 0, end);
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                if (line.get().isTerminated()) {
                    check(line.get());
                    head = Optional.of(lastLine.orElse(Digest.of(line.get().bytes())));
                } else {
                    tornLine(line.get());
                }
            }
        }
        return head;
    }

    private void check(LineReader.Line line) {
        LedgerEntry entry;
        try {
            entry = LedgerLine.decode(line.bytes());
        } catch (LedgerLine.DamageException e) {
            findings.damage(
                    ArchiveFiles.LEDGER,
                    line.offset(),
                    Optional.of(new CaptureId(lastSequence + 1)),
                    String.valueOf(e.getMessage()));
            lastSequence++;
            lastLine = Optional.empty();
            segments.skip();
            return;
        }
        CaptureId id = new CaptureId(entry.sequence());
        if (entry.sequence() != lastSequence + 1) {
            findings.damage(
                    ArchiveFiles.LEDGER,
                    line.offset(),
                    Optional.of(id),
                    "sequence goes from " + lastSequence + " to " + entry.sequence());
        } else if (lastLine.isPresent() && !lastLine.get().equals(entry.previous())) {
            findings.damage(
                    ArchiveFiles.LEDGER,
                    line.offset(),
                    Optional.of(id),
                    "the chain is broken: the line before is not the one this was written after");
        } else if (entry instanceof LedgerEntry.Captured) {
            findings.goodLine();
        }
        lastSequence = entry.sequence();
        Digest digest = Digest.of(line.bytes());
        lastLine =
                Optional.of(
                        entry instanceof LedgerEntry.Tombstone tombstone
                                ? tombstone.line()
                                : digest);
        switch (entry) {
            case LedgerEntry.Captured captured -> segments.check(captured);
            case LedgerEntry.Tombstone tombstone -> {
                segments.check(tombstone);
                erasures.tombstone(tombstone, digest);
            }
            case LedgerEntry.Erased(long sequence, _, _, Erasure erasure) ->
                    erasures.erasure(sequence, erasure);
        }
    }

    /// A line without its end: whoever writes is in the middle of it, or died there.
    private void tornLine(LineReader.Line line) throws IOException {
        if (files.names().stream().anyMatch(ArchiveFiles::isOpen)) {
            findings.note(
                    String.format(
                            Locale.ROOT,
                            "%s: %d bytes from byte %d are not acknowledged; the next start of the crawler settles that",
                            ArchiveFiles.LEDGER,
                            line.bytes().length,
                            line.offset()));
            return;
        }
        findings.damage(
                ArchiveFiles.LEDGER,
                line.offset(),
                Optional.of(new CaptureId(lastSequence + 1)),
                "the last line ends early");
        segments.skip();
    }

    private void checkNames(List<String> names) {
        for (String name : names) {
            Optional<Long> number = ArchiveFiles.segmentNumber(name);
            if (number.isPresent()) {
                segments.checkKnown(name, number.get());
            } else if (!isOurs(name)) {
                findings.problem(
                        ArchiveFiles.printable(name),
                        0,
                        Optional.empty(),
                        "is not part of an archive",
                        "move it elsewhere");
            }
        }
    }

    private static boolean isOurs(String name) {
        return List.of(
                        ArchiveFiles.LEDGER,
                        ArchiveFiles.LOCK,
                        ArchiveFiles.LOST_AND_FOUND,
                        ArchiveFiles.ERASED,
                        ArchiveFiles.ERASING)
                .contains(name);
    }
}
