package lurewatch.indexer.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads the ledger: by sequence number (a binary search over the file, since sequences rise) and
/// in order. Opens the file anew for each call, because an interrupt of the calling thread closes a
/// channel; holds one line in memory.
final class Ledger {
    /// Below this the search reads on line by line.
    private static final long NEAR = 64 * 1024;

    private final Path file;

    Ledger(Path file) {
        this.file = file;
    }

    long length() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /// The entry with that sequence among the first `end` bytes.
    Optional<LedgerEntry> find(long sequence, long end) throws IOException {
        if (end == 0) {
            return Optional.empty();
        }
        try (FileChannel channel = open()) {
            LineReader lines = new LineReader(channel, startNear(channel, sequence, end), end);
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                long found = LedgerLine.sequenceOf(line.get().bytes());
                if (found == sequence) {
                    return Optional.of(LedgerLine.decode(line.get()));
                }
                if (found > sequence) {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        }
    }

    /// Every entry after that sequence, in order, among the first `end` bytes. A last line without
    /// line feed is somebody's writing in progress and left out.
    void forEachAfter(long sequence, long end, Consumer<LedgerEntry> action) throws IOException {
        if (end == 0) {
            return;
        }
        try (FileChannel channel = open()) {
            LineReader lines = new LineReader(channel, startNear(channel, sequence, end), end);
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                if (!line.get().isTerminated()) {
                    return;
                }
                long found = LedgerLine.sequenceOf(line.get().bytes());
                if (found < 0 || found > sequence) {
                    action.accept(LedgerLine.decode(line.get()));
                }
            }
        }
    }

    FileChannel open() throws IOException {
        return FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    private static long startNear(FileChannel channel, long sequence, long end) throws IOException {
        long low = 0;
        long high = end;
        while (high - low > NEAR) {
            long middle = low + (high - low) / 2;
            LineReader lines = new LineReader(channel, middle, end);
            lines.next();
            long start = lines.position();
            var line = start < high ? lines.next() : Optional.<LineReader.Line>empty();
            long found = line.map(l -> LedgerLine.sequenceOf(l.bytes())).orElse(Long.MAX_VALUE);
            if (found >= 0 && found <= sequence) {
                low = start;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
