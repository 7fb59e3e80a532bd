package lurewatch.indexer.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.Digest;
import org.jspecify.annotations.Nullable;

/// Finds where the acknowledged part of a ledger ends, reading from its end only as far back as a
/// crash can have done damage.
///
/// A batch of lines is written and then forced. After a power cut any part of the last batch may be
/// missing, also from its middle; whole lines behind such a hole were never acknowledged. Each line
/// says what was acknowledged when it was written, so a hole at or below that is not a torn batch
/// but a damaged ledger, and nothing is cut.
final class TailFinder {
    private static final long FIRST_WINDOW = 1 << 20;

    private final Ledger ledger;

    TailFinder(Ledger ledger) {
        this.ledger = ledger;
    }

    ArchiveTail find() throws IOException {
        long length = ledger.length();
        if (length == 0) {
            return ArchiveTail.NEW;
        }
        try (FileChannel channel = ledger.open()) {
            long window = FIRST_WINDOW;
            while (true) {
                long start = Math.max(0, length - window);
                Optional<ArchiveTail> tail = tailWithin(channel, start, length);
                if (tail.isPresent()) {
                    return tail.get();
                }
                window *= 2;
            }
        }
    }

    /// A line of the window; `entry` is null where it says nothing reliable.
    private record Seen(long offset, long end, Digest digest, @Nullable LedgerEntry entry) {}

    /// The tail, or empty where the window does not reach back to acknowledged lines.
    private static Optional<ArchiveTail> tailWithin(FileChannel channel, long start, long length)
            throws IOException {
        List<Seen> lines = linesFrom(channel, start, length);
        long acknowledged = 0;
        for (Seen line : lines) {
            if (line.entry() != null) {
                acknowledged = Math.max(acknowledged, line.entry().acknowledged());
            }
        }
        LedgerEntry first = lines.isEmpty() ? null : lines.getFirst().entry();
        if (start > 0 && (first == null || first.sequence() > acknowledged)) {
            return Optional.empty();
        }
        return Optional.of(lastGood(lines, acknowledged));
    }

    private static ArchiveTail lastGood(List<Seen> lines, long acknowledged) {
        ArchiveTail tail = ArchiveTail.NEW;
        for (Seen line : lines) {
            if (line.entry() == null || !follows(line, tail, lines.getFirst())) {
                if (tail.sequence() < acknowledged) {
                    throw new ArchiveDamagedException(
                            ArchiveFiles.LEDGER,
                            line.offset(),
                            "the line after sequence " + tail.sequence() + " is damaged");
                }
                return tail;
            }
            tail = new ArchiveTail(line.end(), Optional.of(line.entry()), line.digest());
        }
        return tail;
    }

    private static boolean follows(Seen line, ArchiveTail tail, Seen first) {
        LedgerEntry entry = line.entry();
        if (entry == null) {
            return false;
        }
        boolean startsWindow = line.offset() == first.offset() && line.offset() > 0;
        return startsWindow
                || (entry.sequence() == tail.sequence() + 1
                        && entry.previous().equals(tail.lastLine()));
    }

    private static List<Seen> linesFrom(FileChannel channel, long start, long length)
            throws IOException {
        LineReader reader = new LineReader(channel, start, length);
        if (start > 0) {
            reader.next();
        }
        List<Seen> lines = new ArrayList<>();
        for (var line = reader.next(); line.isPresent(); line = reader.next()) {
            LineReader.Line found = line.get();
            LedgerEntry entry = found.isTerminated() ? entryOf(found.bytes()) : null;
            lines.add(
                    new Seen(
                            found.offset(),
                            reader.position(),
                            entry instanceof LedgerEntry.Tombstone tombstone
                                    ? tombstone.line()
                                    : Digest.of(found.bytes()),
                            entry));
        }
        return lines;
    }

    private static @Nullable LedgerEntry entryOf(byte[] line) {
        try {
            return LedgerLine.decode(line);
        } catch (LedgerLine.DamageException e) {
            return null;
        }
    }
}
