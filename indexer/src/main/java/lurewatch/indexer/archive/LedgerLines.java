package lurewatch.indexer.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import lurewatch.indexer.Digest;

/// The ledger's lines as bytes, for what is proved about them.
public final class LedgerLines {
    /// A line, without its line feed.
    ///
    /// @param digest its SHA-256, or, where a tombstone stands in its place, that of the line which
    ///   stood there
    /// @param leaf SHA-256 of a zero byte and the same line: its leaf in a hash tree
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Line(long sequence, byte[] bytes, Digest digest, Digest leaf) {}

    /// Takes a line.
    @FunctionalInterface
    public interface Action {
        void take(Line line) throws IOException;
    }

    private LedgerLines() {}

    /// Walks over all lines of the archive in that directory, in order. A last line without line
    /// feed is somebody's writing in progress and left out.
    public static void forEach(Path archive, Action action) throws IOException {
        Ledger ledger = new Ledger(new ArchiveFiles(archive).ledger());
        long end = ledger.length();
        if (end == 0 || !Files.isDirectory(archive)) {
            return;
        }
        try (FileChannel channel = ledger.open()) {
            LineReader lines = new LineReader(channel, 0, end);
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                if (line.get().isTerminated()) {
                    action.take(line(line.get()));
                }
            }
        }
    }

    private static Line line(LineReader.Line line) {
        byte[] bytes = line.bytes();
        try {
            LedgerLine.Hashes hashes = LedgerLine.Hashes.of(bytes);
            return new Line(LedgerLine.sequenceOf(bytes), bytes, hashes.line(), hashes.leaf());
        } catch (LedgerLine.DamageException e) {
            throw new ArchiveDamagedException(ArchiveFiles.LEDGER, line.offset(), e);
        }
    }
}
