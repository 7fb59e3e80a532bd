package lurewatch.indexer.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Digest;
import lurewatch.indexer.WarcPosition;

/// Follows the ledger through the segments: is each group there, unchanged, and right behind the
/// one before?
final class SegmentCheck {
    private static final long UNKNOWN = -1;
    private static final long MAX_HEADS = 4L << 20;
    private static final int RECORD_END = 4;

    private final ArchiveFiles files;
    private final Findings findings;
    private final Set<String> seen = new HashSet<>();
    private Optional<String> segment = Optional.empty();

    /// Where the next group should start, or [#UNKNOWN] behind a damaged ledger line.
    private long covered;

    SegmentCheck(ArchiveFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    int count() {
        return seen.size();
    }

    /// A line that could have said where a group is cannot be read.
    void skip() {
        covered = UNKNOWN;
    }

    void check(LedgerEntry.Captured entry) {
        follow(entry.capture().position(), entry.preamble(), entry.capture().id());
        checkGroup(entry.capture());
    }

    /// What stands in the place of erased records can be made again to the byte.
    void check(LedgerEntry.Tombstone entry) {
        WarcPosition position = entry.place();
        CaptureId id = new CaptureId(entry.sequence());
        follow(position, entry.preamble(), id);
        read(position.file(), position.offset(), position.length(), id)
                .filter(bytes -> !Arrays.equals(bytes, Tombstone.record(entry)))
                .ifPresent(_ ->
                        findings.damage(
                                position.file(),
                                position.offset(),
                                Optional.of(id),
                                "other bytes than a tombstone stand where it was erased"));
    }

    private void follow(
            WarcPosition position, Optional<LedgerEntry.Preamble> preamble, CaptureId id) {
        if (!segment.equals(Optional.of(position.file()))) {
            boolean mayHaveLostItsStart = covered == UNKNOWN;
            finish();
            begin(position.file(), preamble, id, mayHaveLostItsStart);
        }
        if (covered != UNKNOWN && covered != position.offset()) {
            findings.damage(
                    position.file(),
                    Math.min(covered, position.offset()),
                    Optional.of(id),
                    String.format(
                            Locale.ROOT,
                            "bytes %d to %d are not where the ledger has them",
                            covered,
                            position.offset()));
        }
        covered = position.offset() + position.length();
    }

    /// The segment that was being followed ends here.
    void finish() {
        if (segment.isEmpty()) {
            return;
        }
        String name = segment.get();
        Optional<Path> file = files.existing(name);
        long end = covered;
        covered = 0;
        segment = Optional.empty();
        if (file.isEmpty() || end == UNKNOWN) {
            return;
        }
        long length = sizeOf(name, file.get());
        if (length <= end) {
            return; // a missing end was reported with the group that stood there
        }
        if (ArchiveFiles.isOpen(file.get().toString())) {
            note(name, end, length);
        } else {
            findings.problem(
                    name,
                    end,
                    Optional.empty(),
                    (length - end) + " bytes are not in the ledger",
                    "restore the file or the ledger from a backup");
        }
    }

    /// Whether the ledger knows this segment.
    void checkKnown(String name, long number) {
        String sealed = ArchiveFiles.withoutOpen(name);
        if (seen.contains(sealed)) {
            return;
        }
        long last =
                seen.stream()
                        .flatMap(s -> ArchiveFiles.segmentNumber(s).stream())
                        .max(Long::compare)
                        .orElse(0L);
        if (ArchiveFiles.isOpen(name) && number > last) {
            note(sealed, 0, sizeOf(name, files.open(sealed)));
            return;
        }
        findings.problem(
                name,
                0,
                Optional.empty(),
                "the ledger does not know this segment",
                "restore " + ArchiveFiles.LEDGER + " from a backup");
    }

    private void begin(
            String name,
            Optional<LedgerEntry.Preamble> first,
            CaptureId id,
            boolean mayHaveLostItsStart) {
        segment = Optional.of(name);
        if (!seen.add(name)) {
            findings.damage(name, 0, Optional.of(id), "the ledger returns to this segment");
            covered = UNKNOWN;
            return;
        }
        if (first.isEmpty()) {
            covered = mayHaveLostItsStart ? UNKNOWN : 0;
            return;
        }
        LedgerEntry.Preamble preamble = first.get();
        covered = preamble.length();
        if (files.existing(name).isPresent()) {
            read(name, 0, preamble.length(), id)
                    .filter(bytes -> !Digest.of(bytes).equals(preamble.digest()))
                    .ifPresent(_ ->
                            findings.damage(
                                    name,
                                    0,
                                    Optional.empty(),
                                    "the warcinfo record does not match its sha-256"));
        }
    }

    private void checkGroup(Capture capture) {
        WarcPosition position = capture.position();
        Optional<byte[]> read =
                read(position.file(), position.offset(), position.length(), capture.id());
        if (read.isEmpty()) {
            return;
        }
        byte[] group = read.get();
        if (!Digest.of(group).equals(capture.recordDigest())) {
            findings.damage(
                    position.file(),
                    position.offset() + firstBrokenMember(capture, group),
                    Optional.of(capture.id()),
                    "the records do not match their sha-256");
            return;
        }
        findings.goodRecords(position.length());
        if (capture.revisitOf().isPresent()) {
            checkRevisit(capture, capture.revisitOf().get());
        } else if (!hasItsPayload(capture, group)) {
            findings.damage(
                    position.file(),
                    position.offset(),
                    Optional.of(capture.id()),
                    "the payload does not match its sha-256");
        }
    }

    private void checkRevisit(Capture capture, CaptureId original) {
        if (original.compareTo(capture.id()) >= 0) {
            findings.damage(
                    ArchiveFiles.LEDGER,
                    0,
                    Optional.of(capture.id()),
                    "repeats " + original + ", which is no earlier capture");
        }
    }

    private static boolean hasItsPayload(Capture capture, byte[] group) {
        try (GzipUnpacker unpacker = new GzipUnpacker()) {
            byte[] record =
                    unpacker.unpack(group, 0, capture.payloadLength() + MAX_HEADS).content();
            int end = record.length - RECORD_END;
            long start = end - capture.payloadLength();
            return start >= 0
                    && Digest.of(Arrays.copyOfRange(record, (int) start, end))
                            .equals(capture.payloadDigest());
        } catch (GzipUnpacker.DamageException e) {
            return false;
        }
    }

    /// Where in a damaged group the first record stands that cannot be unpacked; 0 where all can.
    private static int firstBrokenMember(Capture capture, byte[] group) {
        int at = 0;
        try (GzipUnpacker unpacker = new GzipUnpacker()) {
            while (at < group.length) {
                at = unpacker.unpack(group, at, capture.payloadLength() + MAX_HEADS).end();
            }
            return 0;
        } catch (GzipUnpacker.DamageException e) {
            return at;
        }
    }

    private Optional<byte[]> read(String name, long offset, long length, CaptureId capture) {
        try {
            return Optional.of(bytes(name, offset, length));
        } catch (IOException e) {
            findings.damage(name, offset, Optional.of(capture), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private byte[] bytes(String name, long offset, long length) throws IOException {
        Path file = files.existing(name).orElseThrow(() -> new IOException("the file is missing"));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (length > Integer.MAX_VALUE - 8 || offset > channel.size() - length) {
                throw new IOException("the file ends at byte " + channel.size());
            }
            ByteBuffer buffer = ByteBuffer.allocate((int) length);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, offset + buffer.position()) < 0) {
                    throw new IOException("the file ends early");
                }
            }
            return buffer.array();
        }
    }

    private long sizeOf(String name, Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            findings.damage(name, 0, Optional.empty(), "cannot be read: " + e);
            return 0;
        }
    }

    private void note(String segment, long from, long to) {
        findings.note(
                String.format(
                        Locale.ROOT,
                        "%s: %d bytes from byte %d are not acknowledged; the next start of the crawler settles that",
                        segment,
                        to - from,
                        from));
    }
}
