package lurewatch.indexer.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Digest;
import lurewatch.indexer.PostingId;

/// Takes single captures out of an archive: tombstones stand in the place of their records and
/// ledger lines, each as long as what it replaces, and a new ledger line says who erased them, when
/// and why. The chain, and every checkpoint over it, goes on to hold: a tombstone has the digests
/// of the line that stood there.
///
/// Holds the archive's lock from opening to closing. What was begun is completed, however the
/// process ends: see [ErasureJournal].
public final class ArchiveEraser implements Closeable {
    /// Bounds a ledger line and the journal.
    private static final int MOST_AT_ONCE = 1000;

    private final ArchiveFiles files;
    private final WriterLock lock;

    private ArchiveEraser(ArchiveFiles files, WriterLock lock) {
        this.files = files;
        this.lock = lock;
    }

    /// Takes the lock, seals what a writer left open and completes what an eraser left undone.
    ///
    /// @throws ArchiveBusyException where another writer has it; nothing was touched
    public static ArchiveEraser open(Path directory, Instant now) throws IOException {
        ArchiveFiles files = new ArchiveFiles(directory);
        WriterLock lock = WriterLock.take(directory.resolve(ArchiveFiles.LOCK), now);
        try {
            new ErasureJournal(files).finish();
            new Recovery(files, now).recover();
            return new ArchiveEraser(files, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// Keeps writers away until closed; changes nothing.
    ///
    /// @throws ArchiveBusyException where one is at work
    public static Closeable exclude(Path directory, Instant now) throws IOException {
        return WriterLock.take(directory.resolve(ArchiveFiles.LOCK), now);
    }

    /// What is to be erased, and for the record.
    ///
    /// @param urls that are not to be fetched again
    /// @param postings that are not to be assessed again
    public record Order(
            String who,
            String why,
            Set<CaptureId> captures,
            List<Digest> urls,
            List<PostingId> postings) {
        public Order {
            captures = Set.copyOf(captures);
            urls = List.copyOf(urls);
            postings = List.copyOf(postings);
        }
    }

    /// Erases the captures that are there; gives how many were.
    ///
    /// @throws IllegalArgumentException where a capture stays that repeats one of them
    public int erase(Order order, Instant now) throws IOException {
        List<Found> found = find(order.captures());
        for (int from = 0; from < found.size(); from += MOST_AT_ONCE) {
            List<Found> some = found.subList(from, Math.min(found.size(), from + MOST_AT_ONCE));
            boolean isFirst = from == 0;
            erase(
                    some,
                    order.who(),
                    order.why(),
                    isFirst ? order.urls() : List.of(),
                    isFirst ? order.postings() : List.of(),
                    now);
        }
        return found.size();
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Found(long offset, byte[] line, LedgerEntry.Captured entry) {}

    private List<Found> find(Set<CaptureId> wanted) throws IOException {
        List<Found> found = new ArrayList<>();
        Ledger ledger = new Ledger(files.ledger());
        try (FileChannel channel = ledger.open()) {
            LineReader lines = new LineReader(channel, 0, ledger.length());
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                if (LedgerLine.decode(line.get()) instanceof LedgerEntry.Captured captured) {
                    Capture capture = captured.capture();
                    if (wanted.contains(capture.id())) {
                        found.add(new Found(line.get().offset(), line.get().bytes(), captured));
                    } else if (capture.revisitOf().filter(wanted::contains).isPresent()) {
                        throw new IllegalArgumentException(
                                capture.id() + " repeats what is to be erased");
                    }
                }
            }
        }
        return found;
    }

    private void erase(
            List<Found> some,
            String who,
            String why,
            List<Digest> urls,
            List<PostingId> postings,
            Instant now)
            throws IOException {
        ArchiveTail tail = new TailFinder(new Ledger(files.ledger())).find();
        List<ErasureJournal.Place> places = new ArrayList<>();
        List<Erasure.Gone> gone = new ArrayList<>();
        for (Found found : some) {
            LedgerEntry.Tombstone tombstone = tombstone(found);
            byte[] line = LedgerLine.encode(tombstone, found.line().length);
            Tombstone.record(tombstone); // is there room for it? Before anything is written.
            places.add(new ErasureJournal.Place(found.offset(), line));
            Capture capture = found.entry().capture();
            gone.add(
                    new Erasure.Gone(
                            capture.id(),
                            tombstone.line(),
                            capture.recordDigest(),
                            capture.payloadDigest(),
                            Digest.of(line)));
        }
        byte[] line =
                LedgerLine.encode(
                        new LedgerEntry.Erased(
                                tail.sequence() + 1,
                                tail.lastLine(),
                                tail.sequence(),
                                new Erasure(now, who, why, gone, urls, postings)));
        if (line.length > LedgerLine.MAX_BYTES) {
            throw new IllegalArgumentException("too much for one erasure: do it in parts");
        }
        ErasureJournal journal = new ErasureJournal(files);
        journal.begin(tail.ledgerLength(), line, places);
        journal.finish();
    }

    private static LedgerEntry.Tombstone tombstone(Found found) {
        LedgerEntry.Captured entry = found.entry();
        LedgerLine.Hashes hashes = LedgerLine.Hashes.ofBytes(found.line());
        return new LedgerEntry.Tombstone(
                entry.sequence(),
                hashes.line(),
                hashes.leaf(),
                entry.previous(),
                entry.acknowledged(),
                entry.capture().fetchedAt(),
                entry.capture().position(),
                entry.preamble());
    }
}
