package lurewatch.indexer.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.CapturedPage;
import lurewatch.indexer.Digest;
import lurewatch.indexer.Provenance;

/// The one writer of an archive directory. Thread-safe.
///
/// [#append] returns when the capture is acknowledged: its records are on disk, and after them its
/// ledger line. A segment grows as `NAME.warc.gz.open` and is sealed, never to change again, when
/// it reaches its size, when the archive is closed, or when the next writer finds it left behind.
///
/// A payload that a URL brought before is archived as a revisit record: where the server said *not
/// modified* (304) when asked whether it was, and where it sent the same whole payload again with a
/// status 2xx. A revisit refers to a capture with a payload, never to another revisit, nor to what
/// a browser made of one.
public final class Archive implements Closeable {
    private final ArchiveReader reader;
    private final LastPayloads lastPayloads = new LastPayloads();
    private final WriterLock lock;
    private final AppendFile ledger;
    private final GroupCommit commits;
    private final List<String> recovered;
    private final ErasedThings erased;

    private Archive(
            ArchiveReader reader,
            WriterLock lock,
            AppendFile ledger,
            GroupCommit commits,
            List<String> recovered,
            ErasedThings erased) {
        this.reader = reader;
        this.lock = lock;
        this.ledger = ledger;
        this.commits = commits;
        this.recovered = recovered;
        this.erased = erased;
    }

    /// Opens the archive for writing, making the directory where there is none.
    ///
    /// @param warcSize a segment is sealed before it grows beyond this; a capture that is bigger
    ///   has one of its own
    /// @throws ArchiveBusyException where another writer has it; nothing was touched
    /// @throws ArchiveDamagedException where acknowledged bytes are missing; nothing was touched
    public static Archive open(Path directory, long warcSize, InstantSource clock) {
        return open(directory, warcSize, DecodeLimits.DEFAULTS, clock);
    }

    /// The same with other bounds for the pages that it gives.
    public static Archive open(
            Path directory, long warcSize, DecodeLimits limits, InstantSource clock) {
        return open(directory, warcSize, limits, clock, AppendFile::new);
    }

    static Archive open(
            Path directory, long warcSize, InstantSource clock, AppendFile.Opener opener) {
        return open(directory, warcSize, DecodeLimits.DEFAULTS, clock, opener);
    }

    private static Archive open(
            Path directory,
            long warcSize,
            DecodeLimits limits,
            InstantSource clock,
            AppendFile.Opener opener) {
        ArchiveFiles files = new ArchiveFiles(directory);
        try {
            Files.createDirectories(directory);
            WriterLock lock =
                    WriterLock.take(directory.resolve(ArchiveFiles.LOCK), clock.instant());
            try {
                ArchiveReader reader = ArchiveReader.open(directory, limits);
                return openLocked(reader, files, warcSize, clock, opener, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open archive " + directory + ": " + e, e);
        }
    }

    private static Archive openLocked(
            ArchiveReader reader,
            ArchiveFiles files,
            long warcSize,
            InstantSource clock,
            AppendFile.Opener opener,
            WriterLock lock)
            throws IOException {
        new ErasureJournal(files).finish();
        Recovery recovery = new Recovery(files, clock.instant());
        ArchiveTail tail = recovery.recover();
        SegmentWriter segments = new SegmentWriter(files, opener, clock);
        AppendFile ledger = opener.open(files.ledger());
        ArchiveFiles.forceDirectory(files.directory());
        GroupCommit commits = new GroupCommit(segments, ledger, tail, warcSize);
        return new Archive(
                reader, lock, ledger, commits, recovery.cuts(), ErasedThings.read(files));
    }

    /// Names who knows, beyond what this process remembers, which capture last brought a payload
    /// for a URL. Without one, a payload that was last seen before the start is archived once more.
    public void consult(PayloadLookup lookup) {
        lastPayloads.consult(lookup);
    }

    /// What a crash had left unacknowledged and opening moved to `lost+found/`; one line each, for
    /// the operator's log.
    public List<String> recovered() {
        return recovered;
    }

    /// Archives the exchange and returns when that is durable. Calls from many threads share their
    /// disk forces. Does not end early when the thread is interrupted.
    ///
    /// @throws ArchiveWriteException where it could not be archived; the exchange is not in the
    ///   archive then
    public Capture append(Exchange exchange) {
        Digest bodyDigest = Digest.of(exchange.body());
        Optional<Capture> repeats = repeats(exchange, bodyDigest);
        Capture capture = commits.commit(WarcRecords.group(exchange, repeats, bodyDigest));
        boolean sent = capture.provenance() != Provenance.RENDERED;
        if (isSuccess(capture) && capture.revisitOf().isEmpty() && sent) {
            lastPayloads.remember(capture.site(), capture.url(), capture.id());
        }
        return capture;
    }

    /// The capture with its decoded payload; see [ArchiveReader#page].
    public CapturedPage page(Capture capture) {
        return reader.page(capture);
    }

    /// The same, decoded up to so many bytes.
    public CapturedPage page(Capture capture, long most) {
        return reader.page(capture, most);
    }

    /// The same page as [#page(Capture)] gives, without reading what the caller of [#append] still
    /// has in his hands.
    public CapturedPage page(Capture capture, Exchange appended) {
        return page(capture, appended, Long.MAX_VALUE);
    }

    /// The same, decoded up to so many bytes.
    public CapturedPage page(Capture capture, Exchange appended, long most) {
        Capture original = capture.revisitOf().flatMap(this::capture).orElse(capture);
        return capture.status() == HttpHead.NOT_MODIFIED && capture.revisitOf().isPresent()
                ? reader.page(capture, most)
                : reader.decoded(capture, original, appended.body(), most);
    }

    /// What was erased and is not to come back.
    public ErasedThings erased() {
        return erased;
    }

    /// The acknowledged capture of that name.
    public Optional<Capture> capture(CaptureId id) {
        try {
            return reader.capture(id, commits.durable().ledgerLength());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The latest acknowledged line of the ledger; a capture, unless captures were erased after it.
    public Optional<CaptureId> last() {
        long sequence = commits.durable().sequence();
        return sequence == 0 ? Optional.empty() : Optional.of(new CaptureId(sequence));
    }

    /// Every capture after that sequence that is acknowledged now, in ledger order, one at a time.
    public void forEachAfter(long sequence, Consumer<Capture> action) {
        forEachAfter(sequence, action, _ -> {});
    }

    /// The same, with the sequences of lines that are no captures, or no longer.
    public void forEachAfter(long sequence, Consumer<Capture> action, LongConsumer other) {
        try {
            reader.forEachAfter(sequence, commits.durable().ledgerLength(), action, other);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Seals the segment and gives the lock back.
    @Override
    public void close() throws IOException {
        try (lock;
                ledger) {
            commits.close();
        }
    }

    private Optional<Capture> repeats(Exchange exchange, Digest bodyDigest) {
        boolean unchanged =
                exchange.status() == HttpHead.NOT_MODIFIED && HttpHead.isConditional(exchange);
        boolean success = exchange.status() >= 200 && exchange.status() < 300;
        boolean whole = exchange.truncated().isEmpty() && exchange.body().length > 0;
        boolean sent = exchange.provenance() != Provenance.RENDERED;
        if (!unchanged && !(success && whole && sent)) {
            return Optional.empty();
        }
        return lastPayloads
                .of(exchange.site(), exchange.url())
                .flatMap(this::capture)
                .flatMap(this::withPayload)
                .filter(last -> unchanged || (isSameWhole(last, bodyDigest) && isReadable(last)));
    }

    /// Who repeats what is damaged keeps nothing: it is written anew then.
    private boolean isReadable(Capture last) {
        try {
            return reader.payload(last).length == last.payloadLength();
        } catch (ArchiveDamagedException | UncheckedIOException _) {
            return false;
        }
    }

    private Optional<Capture> withPayload(Capture capture) {
        return capture.revisitOf().isEmpty()
                ? Optional.of(capture)
                : capture.revisitOf().flatMap(this::capture);
    }

    private static boolean isSameWhole(Capture last, Digest bodyDigest) {
        return last.truncated().isEmpty() && last.payloadDigest().equals(bodyDigest);
    }

    private static boolean isSuccess(Capture capture) {
        return capture.status() >= 200 && capture.status() < 300;
    }
}
