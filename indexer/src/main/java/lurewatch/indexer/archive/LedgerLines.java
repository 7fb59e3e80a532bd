package lurewatch.indexer.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// The ledger's lines as bytes, for what is proved about them.
public final class LedgerLines {
    /// Takes a line, without its line feed.
    @FunctionalInterface
    public interface Action {
        void take(long sequence, byte[] line) throws IOException;
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
                    action.take(LedgerLine.sequenceOf(line.get().bytes()), line.get().bytes());
                }
            }
        }
    }
}
