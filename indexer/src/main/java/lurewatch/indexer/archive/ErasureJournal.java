package lurewatch.indexer.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.Digest;
import lurewatch.indexer.WarcPosition;

/// An erasure, written down before it is done: what to write where. Once it stands on disk the
/// erasure will be completed, by whoever writes the archive next if need be; doing it twice does
/// the same as doing it once. Needs the lock.
///
/// Its first line is how long the ledger was and the line to be added; each other line is where in
/// the ledger a tombstone goes, and the tombstone.
final class ErasureJournal {
    /// Of an offset.
    private static final int MOST_DIGITS = 18;

    private final ArchiveFiles files;

    ErasureJournal(ArchiveFiles files) {
        this.files = files;
    }

    /// A tombstone and where in the ledger it goes.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Place(long offset, byte[] line) {}

    void begin(long ledgerLength, byte[] erasure, List<Place> tombstones) throws IOException {
        Path draft = files.directory().resolve(ArchiveFiles.ERASING + ".new");
        Files.deleteIfExists(draft);
        try (FileChannel out =
                FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            write(out, line(ledgerLength, erasure));
            for (Place place : tombstones) {
                write(out, line(place.offset(), place.line()));
            }
            out.force(true);
        }
        Files.move(draft, files.erasing(), StandardCopyOption.ATOMIC_MOVE);
        ArchiveFiles.forceDirectory(files.directory());
    }

    /// What is written down.
    ///
    /// @param erasure the line to be added
    private record Planned(Place erasure, Erasure what, List<Place> tombstones) {}

    /// The erasure that is under way; empty where none is.
    ///
    /// @throws ArchiveDamagedException where what stands there is none
    Optional<Erasure> underWay() throws IOException {
        return read().map(Planned::what);
    }

    private Optional<Planned> read() throws IOException {
        if (!Files.exists(files.erasing())) {
            return Optional.empty();
        }
        List<Place> lines = new ArrayList<>();
        for (String line : Files.readAllLines(files.erasing(), ISO_8859_1)) {
            lines.add(place(line));
        }
        if (lines.isEmpty()
                || !(decoded(lines.getFirst()) instanceof LedgerEntry.Erased erased)
                || lines.getFirst().offset() > Files.size(files.ledger())) {
            throw damaged(0, "is no erasure");
        }
        Place erasure = lines.removeFirst();
        Set<Digest> listed = new HashSet<>();
        erased.erasure().captures().forEach(gone -> listed.add(gone.tombstone()));
        for (Place place : lines) {
            if (!listed.remove(Digest.of(place.line()))
                    || place.offset() + place.line().length >= erasure.offset()) {
                throw damaged(place.offset(), "is no erasure of what its first line names");
            }
        }
        if (!listed.isEmpty()) {
            throw damaged(0, "is no erasure of all that its first line names");
        }
        return Optional.of(new Planned(erasure, erased.erasure(), lines));
    }

    private static Place place(String line) {
        int blank = line.indexOf(' ');
        if (blank < 1
                || blank > MOST_DIGITS
                || !line.chars().limit(blank).allMatch(c -> c >= '0' && c <= '9')) {
            throw damaged(0, "is no erasure");
        }
        return new Place(
                Long.parseLong(line.substring(0, blank)),
                line.substring(blank + 1).getBytes(ISO_8859_1));
    }

    private static ArchiveDamagedException damaged(long offset, String what) {
        return new ArchiveDamagedException(ArchiveFiles.ERASING, offset, what);
    }

    /// Completes an erasure that was begun; does nothing where none was.
    void finish() throws IOException {
        Optional<Planned> planned = read();
        if (planned.isEmpty()) {
            return;
        }
        Place erasure = planned.get().erasure();
        List<Place> lines = planned.get().tombstones();
        ErasedThings erased = ErasedThings.read(files);
        overwriteRecords(lines);
        try (FileChannel ledger =
                FileChannel.open(
                        files.ledger(), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            for (Place place : lines) {
                write(ledger, ByteBuffer.wrap(place.line()), place.offset());
            }
            ledger.force(false);
            ledger.truncate(erasure.offset());
            write(ledger, ByteBuffer.wrap(withLineFeed(erasure.line())), erasure.offset());
            ledger.force(true);
        }
        erased.add(planned.get().what());
        erased.write(files);
        Files.delete(files.erasing());
        ArchiveFiles.forceDirectory(files.directory());
    }

    private void overwriteRecords(List<Place> tombstones) throws IOException {
        Set<String> written = new HashSet<>();
        for (Place place : tombstones) {
            if (decoded(place) instanceof LedgerEntry.Tombstone tombstone) {
                WarcPosition position = tombstone.place();
                Path file =
                        files.existing(position.file())
                                .orElseThrow(() ->
                                        new ArchiveDamagedException(
                                                position.file(), 0, "the file is missing"));
                try (FileChannel segment =
                        FileChannel.open(
                                file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
                    write(segment, ByteBuffer.wrap(Tombstone.record(tombstone)), position.offset());
                }
                written.add(position.file());
            }
        }
        for (String segment : written) {
            try (FileChannel file =
                    FileChannel.open(
                            files.existing(segment).orElseThrow(), StandardOpenOption.WRITE)) {
                file.force(false);
            }
        }
    }

    private static LedgerEntry decoded(Place place) {
        try {
            return LedgerLine.decode(place.line());
        } catch (LedgerLine.DamageException e) {
            ArchiveDamagedException damaged =
                    damaged(place.offset(), "is no erasure: " + e.getMessage());
            damaged.initCause(e);
            throw damaged;
        }
    }

    private static byte[] withLineFeed(byte[] line) {
        byte[] longer = Arrays.copyOf(line, line.length + 1);
        longer[line.length] = '\n';
        return longer;
    }

    private static ByteBuffer line(long offset, byte[] line) {
        byte[] start = (offset + " ").getBytes(US_ASCII);
        return ByteBuffer.allocate(start.length + line.length + 1)
                .put(start)
                .put(line)
                .put((byte) '\n')
                .flip();
    }

    private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private static void write(FileChannel out, ByteBuffer bytes, long at) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes, at + bytes.position());
        }
    }
}
