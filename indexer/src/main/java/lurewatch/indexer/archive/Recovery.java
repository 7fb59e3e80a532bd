package lurewatch.indexer.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lurewatch.indexer.WarcPosition;

/// Brings an archive whose writer died back to what was acknowledged: what stands behind the last
/// good ledger line, there and in the open segment, is moved to `lost+found/`. Needs the lock.
///
/// It never touches a sealed segment or an acknowledged line: where those are not as the ledger
/// says, it throws [ArchiveDamagedException] and leaves everything as it is.
final class Recovery {
    private final ArchiveFiles files;
    private final Instant now;
    private final List<String> cuts = new ArrayList<>();

    Recovery(ArchiveFiles files, Instant now) {
        this.files = files;
        this.now = now;
    }

    /// What was cut, for the log.
    List<String> cuts() {
        return List.copyOf(cuts);
    }

    /// Where the archive ends now. Every segment is sealed afterwards.
    ArchiveTail recover() throws IOException {
        Ledger ledger = new Ledger(files.ledger());
        ArchiveTail tail = new TailFinder(ledger).find();
        checkSegments(tail);
        if (ledger.length() > tail.ledgerLength()) {
            cut(files.ledger(), tail.ledgerLength());
        }
        for (String name : files.names()) {
            if (ArchiveFiles.isOpen(name) && ArchiveFiles.segmentNumber(name).isPresent()) {
                settle(name, tail);
            }
        }
        ArchiveFiles.forceDirectory(files.directory());
        return tail;
    }

    /// Before anything is cut: is all there that the ledger relies on?
    private void checkSegments(ArchiveTail tail) throws IOException {
        if (tail.last().isEmpty()) {
            for (String name : files.names()) {
                if (ArchiveFiles.segmentNumber(name).isPresent() && !ArchiveFiles.isOpen(name)) {
                    throw new ArchiveDamagedException(
                            ArchiveFiles.LEDGER, 0, "it is empty, yet there is " + name);
                }
            }
            return;
        }
        Optional<WarcPosition> last = tail.last().get().position();
        if (last.isPresent()) {
            ArchiveCondition.requireRecords(files, last.get());
        }
    }

    /// Seals an open segment after cutting off what the ledger does not know.
    private void settle(String name, ArchiveTail tail) throws IOException {
        String segment = ArchiveFiles.withoutOpen(name);
        Path open = files.open(segment);
        // Whoever erases has sealed every segment before: one that is open is of a later writer.
        WarcPosition last = tail.last().flatMap(LedgerEntry::position).orElse(null);
        if (last == null || number(segment) > number(last.file())) {
            cut(open, 0);
            Files.delete(open);
            return;
        }
        if (segment.equals(last.file()) && Files.size(open) > last.offset() + last.length()) {
            cut(open, last.offset() + last.length());
        }
        Files.move(open, files.sealed(segment), StandardCopyOption.ATOMIC_MOVE);
    }

    private static long number(String segment) {
        return ArchiveFiles.segmentNumber(segment).orElse(0L);
    }

    /// Copies what stands behind `end` to `lost+found/`, forces the copy, and only then cuts.
    private void cut(Path file, long end) throws IOException {
        Path lost = files.directory().resolve(ArchiveFiles.LOST_AND_FOUND);
        Files.createDirectories(lost);
        try (FileChannel from =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long length = from.size() - end;
            if (length > 0) {
                Path copy = unused(lost, file.getFileName() + "@" + end);
                try (FileChannel to =
                        FileChannel.open(
                                copy, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
                    copy(from, end, to);
                    to.force(true);
                }
                ArchiveFiles.forceDirectory(lost);
                cuts.add(
                        String.format(
                                Locale.ROOT,
                                "%s: %d unacknowledged bytes from byte %d moved to %s/%s",
                                file.getFileName(),
                                length,
                                end,
                                ArchiveFiles.LOST_AND_FOUND,
                                copy.getFileName()));
            }
            from.truncate(end);
            from.force(true);
        }
    }

    private static void copy(FileChannel from, long start, FileChannel to) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        long at = start;
        for (int count = from.read(buffer, at); count >= 0; count = from.read(buffer, at)) {
            at += count;
            buffer.flip();
            while (buffer.hasRemaining()) {
                to.write(buffer);
            }
            buffer.clear();
        }
    }

    private Path unused(Path folder, String name) {
        String stamped = name + "-" + now.toString().replace(":", "");
        Path path = folder.resolve(stamped);
        for (int i = 2; Files.exists(path); i++) {
            path = folder.resolve(stamped + "-" + i);
        }
        return path;
    }
}
