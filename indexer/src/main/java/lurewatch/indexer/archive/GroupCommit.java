package lurewatch.indexer.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Digest;
import lurewatch.indexer.WarcPosition;
import org.jspecify.annotations.Nullable;

/// The archive's one writing thread. It takes whatever appenders are waiting as one batch: their
/// WARC records are written and forced, then their ledger lines are written and forced, then all of
/// them are released. Sixty-four appenders so share two forces.
///
/// The batch is released as a whole or fails as a whole. After a failure whose outcome on disk is
/// in doubt nothing is acknowledged any more until the archive is opened anew.
final class GroupCommit {
    private static final byte[] LINE_FEED = {'\n'};
    private static final int MAX_GROUPS = 256;
    private static final long MAX_BYTES = 64L << 20;

    /// Where several came together last time, so many are on their way that waiting for them
    /// doubles the batches and halves the forces. Who appends alone waits for nobody.
    private static final long GATHER_NANOS = 3_000_000;

    private final SegmentWriter segments;
    private final AppendFile ledger;
    private final long segmentSize;
    private final BlockingQueue<Pending> queue = new LinkedBlockingQueue<>();

    /// Written by the writing thread only.
    private volatile Durable durable;

    private volatile @Nullable Throwable broken;
    private boolean closed;

    /// What readers may rely on: both values belong together.
    record Durable(long sequence, long ledgerLength, Digest lastLine) {}

    /// Somebody who waits: for his group to be durable or, without one, for the end.
    private record Pending(
            Optional<WarcRecords.Group> group, CompletableFuture<Optional<Capture>> done) {
        Pending(Optional<WarcRecords.Group> group) {
            this(group, new CompletableFuture<>());
        }
    }

    GroupCommit(SegmentWriter segments, AppendFile ledger, ArchiveTail tail, long segmentSize) {
        this.segments = segments;
        this.ledger = ledger;
        this.segmentSize = segmentSize;
        durable = new Durable(tail.sequence(), tail.ledgerLength(), tail.lastLine());
        // A platform thread of our own: nobody can interrupt it, and forces do not pin a carrier.
        Thread.ofPlatform().name("archive-writer").daemon(true).start(this::run);
    }

    Durable durable() {
        return durable;
    }

    /// Waits until the group is durable. Does not end early when interrupted: what was half done
    /// would be in doubt.
    Capture commit(WarcRecords.Group group) {
        Pending pending = new Pending(Optional.of(group));
        synchronized (queue) {
            if (closed) {
                throw new IllegalStateException("the archive is closed");
            }
            queue.add(pending);
        }
        try {
            return pending.done().join().orElseThrow();
        } catch (CompletionException e) {
            throw new ArchiveWriteException(
                    "capture of site " + group.exchange().site() + " not archived: " + e.getCause(),
                    e);
        }
    }

    /// Finishes what is waiting, seals the segment and stops.
    void close() throws IOException {
        Pending last = new Pending(Optional.empty());
        synchronized (queue) {
            if (closed) {
                return;
            }
            closed = true;
            queue.add(last);
        }
        try {
            last.done().join();
        } catch (CompletionException e) {
            throw new IOException("the archive's last segment was not sealed", e.getCause());
        }
    }

    private void run() {
        List<Pending> waiting = new ArrayList<>();
        boolean busy = false;
        while (true) {
            try {
                if (waiting.isEmpty()) {
                    waiting.add(queue.take());
                    if (busy) {
                        LockSupport.parkNanos(GATHER_NANOS);
                    }
                }
            } catch (InterruptedException e) {
                throw new AssertionError("nobody interrupts the archive's writer", e);
            }
            queue.drainTo(waiting, MAX_GROUPS);
            List<Pending> batch = firstBatch(waiting);
            if (batch.isEmpty()) {
                finish(waiting.getFirst());
                return;
            }
            writeOrFail(batch);
            busy = batch.size() > 1;
            waiting.subList(0, batch.size()).clear();
        }
    }

    /// As many of the waiting as fit into the segment and a batch; at least one. Empty where
    /// closing is next.
    private List<Pending> firstBatch(List<Pending> waiting) {
        long bytes = 0;
        List<Pending> batch = new ArrayList<>();
        for (Pending pending : waiting) {
            if (pending.group().isEmpty() || batch.size() == MAX_GROUPS) {
                break;
            }
            bytes += pending.group().get().bytes().length;
            boolean fits = segments.length() + bytes <= segmentSize && bytes <= MAX_BYTES;
            if (!batch.isEmpty() && !fits) {
                break;
            }
            batch.add(pending);
        }
        return batch;
    }

    private void finish(Pending last) {
        try {
            segments.seal();
            last.done().complete(Optional.empty());
        } catch (IOException | RuntimeException e) {
            last.done().completeExceptionally(e);
        }
    }

    private void writeOrFail(List<Pending> batch) {
        try {
            if (broken != null) {
                throw new IOException("an earlier failure left the disk in doubt: restart", broken);
            }
            List<WarcRecords.Group> groups =
                    batch.stream().flatMap(pending -> pending.group().stream()).toList();
            List<Capture> captures = write(groups);
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).done().complete(Optional.of(captures.get(i)));
            }
        } catch (IOException | RuntimeException | Error e) {
            if (!(e instanceof IOException) || e instanceof SegmentWriter.UncertainException) {
                broken = e;
            }
            batch.forEach(pending -> pending.done().completeExceptionally(e));
        }
    }

    private List<Capture> write(List<WarcRecords.Group> groups) throws IOException {
        List<byte[]> records = groups.stream().map(WarcRecords.Group::bytes).toList();
        long bytes = records.stream().mapToLong(record -> record.length).sum();
        if (segments.length() + bytes > segmentSize) {
            segments.seal();
        }
        long start = segments.length();
        SegmentWriter.Placed placed = segments.write(records);
        Durable next = durable;
        List<byte[]> lines = new ArrayList<>();
        List<Capture> captures = new ArrayList<>();
        long offset = placed.offset();
        for (WarcRecords.Group group : groups) {
            WarcPosition position = new WarcPosition(placed.file(), offset, group.bytes().length);
            Capture capture = capture(group, next.sequence() + 1, position);
            byte[] line =
                    LedgerLine.encode(
                            new LedgerEntry.Captured(
                                    capture,
                                    next.lastLine(),
                                    durable.sequence(),
                                    captures.isEmpty() ? placed.preamble() : Optional.empty()));
            next =
                    new Durable(
                            capture.id().sequence(),
                            next.ledgerLength() + line.length + 1,
                            Digest.of(line));
            lines.add(line);
            lines.add(LINE_FEED);
            captures.add(capture);
            offset += group.bytes().length;
        }
        writeLedger(lines, start);
        durable = next;
        return captures;
    }

    private void writeLedger(List<byte[]> lines, long segmentStart) throws IOException {
        try {
            ledger.append(lines);
        } catch (IOException e) {
            takeBack(segmentStart, e);
            throw e;
        }
        try {
            ledger.force();
        } catch (IOException e) {
            // Cut what can be cut, but never trust this file again: see the class comment.
            takeBack(segmentStart, e);
            throw new SegmentWriter.UncertainException(ArchiveFiles.LEDGER, e);
        }
    }

    private void takeBack(long segmentStart, IOException reason) throws IOException {
        try {
            ledger.cutTo(durable.ledgerLength());
        } catch (IOException e) {
            e.addSuppressed(reason);
            throw new SegmentWriter.UncertainException(ArchiveFiles.LEDGER, e);
        }
        segments.takeBack(segmentStart, reason);
    }

    private static Capture capture(WarcRecords.Group group, long sequence, WarcPosition position) {
        Exchange exchange = group.exchange();
        return new Capture(
                new CaptureId(sequence),
                exchange.site(),
                exchange.url(),
                exchange.fetchedAt(),
                exchange.status(),
                exchange.responseHeaders(),
                group.payloadDigest(),
                group.payloadLength(),
                group.repeats().map(Capture::truncated).orElse(exchange.truncated()),
                group.digest(),
                position,
                exchange.provenance(),
                group.repeats().map(Capture::id));
    }
}
