package lurewatch.indexer.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.CapturedPage;
import lurewatch.indexer.Digest;
import lurewatch.indexer.Header;
import lurewatch.indexer.Provenance;

/// Reads an archive, also while a crawler writes it. Thread-safe; holds no file open.
///
/// Every record is checked against the ledger's SHA-256 before it is used: neither gzip nor WARC
/// libraries notice every flipped bit.
public final class ArchiveReader {
    /// Room for record and HTTP headers in front of a payload.
    private static final long MAX_HEADS = 4L << 20;

    private static final int RECORD_END = 4;

    private final ArchiveFiles files;
    private final Ledger ledger;
    private final DecodeLimits limits;

    private ArchiveReader(Path directory, DecodeLimits limits) {
        files = new ArchiveFiles(directory);
        ledger = new Ledger(files.ledger());
        this.limits = limits;
    }

    /// A reader of the archive in that directory; an absent one is empty.
    public static ArchiveReader open(Path directory) {
        return open(directory, DecodeLimits.DEFAULTS);
    }

    /// The same with other bounds for decoded pages.
    static ArchiveReader open(Path directory, DecodeLimits limits) {
        return new ArchiveReader(directory, limits);
    }

    /// The capture of that name.
    public Optional<Capture> capture(CaptureId id) {
        try {
            return capture(id, ledger.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Every capture after that sequence, in ledger order, one at a time; 0 gives all.
    public void forEachAfter(long sequence, Consumer<Capture> action) {
        try {
            forEachAfter(sequence, ledger.length(), action, _ -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The names of all sites that a crawl brought captures of.
    public Set<String> crawledSites() {
        Set<String> sites = new HashSet<>();
        forEachAfter(
                0,
                capture -> {
                    if (capture.provenance() == Provenance.CRAWLED) {
                        sites.add(capture.site());
                    }
                });
        return sites;
    }

    /// What was erased, in the order in which it was.
    public void forEachErasure(Consumer<Erasure> action) {
        try {
            ledger.forEachAfter(
                    0,
                    ledger.length(),
                    entry -> {
                        if (entry instanceof LedgerEntry.Erased(_, _, _, Erasure erasure)) {
                            action.accept(erasure);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The capture with its payload, content coding undone.
    ///
    /// Of a revisit this is the payload of the capture it repeats, and the headers are completed
    /// with those of that capture, as a cache does (RFC 9111, 4.3.4). A payload that is too big or
    /// broken gives what could be decoded before that point, and says so.
    public CapturedPage page(Capture capture) {
        return page(capture, limits.bytes());
    }

    /// The same, decoded up to so many bytes.
    public CapturedPage page(Capture capture, long most) {
        Capture original = capture.revisitOf().map(id -> original(capture, id)).orElse(capture);
        return decoded(capture, original, payload(original), most);
    }

    /// The payload as received, content coding not undone: the bytes of `payloadDigest`.
    public byte[] payload(Capture capture) {
        if (capture.revisitOf().isPresent()) {
            return payload(original(capture, capture.revisitOf().get()));
        }
        byte[] record = response(capture);
        int end = record.length - RECORD_END;
        long start = end - capture.payloadLength();
        if (start < 0) {
            throw damaged(capture, "record is shorter than its payload");
        }
        return Arrays.copyOfRange(record, (int) start, end);
    }

    /// The records of a capture as they lie in the archive.
    public ArchivedRecords records(Capture capture) {
        byte[] group = group(capture);
        try (GzipUnpacker unpacker = new GzipUnpacker()) {
            int end = unpacker.unpack(group, 0, capture.payloadLength() + MAX_HEADS).end();
            return new ArchivedRecords(group, end);
        } catch (GzipUnpacker.DamageException e) {
            throw damaged(capture, e);
        }
    }

    /// The records of a capture, heads and blocks, inflated, one behind the other.
    public byte[] inflated(Capture capture) {
        byte[] group = group(capture);
        ByteArrayOutputStream all = new ByteArrayOutputStream(group.length * 2);
        try (GzipUnpacker unpacker = new GzipUnpacker()) {
            int at = 0;
            while (at < group.length) {
                var member = unpacker.unpack(group, at, capture.payloadLength() + MAX_HEADS);
                all.writeBytes(member.content());
                at = member.end();
            }
        } catch (GzipUnpacker.DamageException e) {
            throw damaged(capture, e);
        }
        return all.toByteArray();
    }

    Optional<Capture> capture(CaptureId id, long ledgerEnd) throws IOException {
        return ledger.find(id.sequence(), ledgerEnd)
                .filter(LedgerEntry.Captured.class::isInstance)
                .map(entry -> ((LedgerEntry.Captured) entry).capture());
    }

    void forEachAfter(long sequence, long ledgerEnd, Consumer<Capture> action, LongConsumer other)
            throws IOException {
        ledger.forEachAfter(
                sequence,
                ledgerEnd,
                entry -> {
                    switch (entry) {
                        case LedgerEntry.Captured(var capture, _, _, _) -> action.accept(capture);
                        case LedgerEntry.Tombstone _, LedgerEntry.Erased _ ->
                                other.accept(entry.sequence());
                    }
                });
    }

    /// The page of a capture whose payload the caller still has in memory.
    CapturedPage decoded(Capture capture, Capture original, byte[] payload, long most) {
        Capture complete =
                capture.revisitOf().isEmpty()
                        ? capture
                        : withHeadersOf(capture, original.headers());
        try {
            return new CapturedPage(
                    complete, ContentCoding.decode(payload, original.headers(), limits.upTo(most)));
        } catch (ContentCodingException e) {
            return new CapturedPage(
                    complete, e.decoded(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private Capture original(Capture revisit, CaptureId id) {
        Capture original =
                capture(id)
                        .orElseThrow(
                                () -> damaged(revisit, "repeats " + id + ", which is missing"));
        if (original.revisitOf().isPresent() || id.compareTo(revisit.id()) >= 0) {
            throw damaged(revisit, "repeats " + id + ", which has no payload of its own");
        }
        return original;
    }

    private byte[] response(Capture capture) {
        byte[] group = group(capture);
        try (GzipUnpacker unpacker = new GzipUnpacker()) {
            return unpacker.unpack(group, 0, capture.payloadLength() + MAX_HEADS).content();
        } catch (GzipUnpacker.DamageException e) {
            throw damaged(capture, e);
        }
    }

    private byte[] group(Capture capture) {
        try {
            byte[] group = read(capture);
            if (!Digest.of(group).equals(capture.recordDigest())) {
                throw damaged(
                        capture, "records of " + capture.id() + " do not match their sha-256");
            }
            return group;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] read(Capture capture) throws IOException {
        Path file =
                files.existing(capture.position().file())
                        .orElseThrow(() -> damaged(capture, "the file is missing"));
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            long offset = capture.position().offset();
            long length = capture.position().length();
            // Asked first, so that a damaged length never becomes an allocation.
            if (offset + length > channel.size() || length > Integer.MAX_VALUE - 8) {
                throw damaged(capture, "the file ends before the records of " + capture.id());
            }
            ByteBuffer group = ByteBuffer.allocate((int) length);
            while (group.hasRemaining()) {
                if (channel.read(group, offset + group.position()) < 0) {
                    throw damaged(capture, "the file ends early");
                }
            }
            return group.array();
        }
    }

    private static Capture withHeadersOf(Capture revisit, List<Header> original) {
        List<Header> headers = new ArrayList<>(revisit.headers());
        for (Header header : original) {
            if (revisit.header(header.name()).isEmpty()) {
                headers.add(header);
            }
        }
        return new Capture(
                revisit.id(),
                revisit.site(),
                revisit.url(),
                revisit.fetchedAt(),
                revisit.status(),
                headers,
                revisit.payloadDigest(),
                revisit.payloadLength(),
                revisit.truncated(),
                revisit.recordDigest(),
                revisit.position(),
                revisit.provenance(),
                revisit.revisitOf());
    }

    private static ArchiveDamagedException damaged(Capture capture, String what) {
        return new ArchiveDamagedException(
                capture.position().file(), capture.position().offset(), what);
    }

    private static ArchiveDamagedException damaged(Capture capture, Exception cause) {
        return new ArchiveDamagedException(
                capture.position().file(), capture.position().offset(), cause);
    }
}
