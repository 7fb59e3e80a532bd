package lurewatch.indexer.pipeline;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.index.IndexEntry;
import lurewatch.indexer.store.CaptureFacts;
import lurewatch.indexer.store.FactsStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that writes facts and index, in ledger order: a capture's rows, then its
/// documents. Facts are committed when they are due, the index at least every so often and after
/// the facts it was made from.
///
/// Where a store fails, the thread stops and says so; captures go on being archived, and the next
/// start makes up for what is missing.
final class Committer {
    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);

    private final Stations stations;
    private final PageWork work;
    private SecondPass secondPass;
    private final LedgerOrder order;
    private final long commitEveryNanos;
    private final Thread thread;

    private long written;
    private long indexed;
    private long firstUncommitted;
    private volatile @Nullable Throwable failure;

    Committer(
            Stations stations, PageWork work, LedgerOrder order, long start, Duration commitEvery) {
        this.stations = stations;
        this.work = work;
        this.secondPass = new SecondPass(stations.facts(), stations.crossposts());
        this.order = order;
        this.written = start;
        this.indexed = start;
        this.commitEveryNanos = commitEvery.toNanos();
        thread = Thread.ofPlatform().name("pipeline-committer").daemon(true).start(this::run);
    }

    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    void join(Duration longest) throws InterruptedException {
        if (!thread.join(longest)) {
            LOG.warn(
                    "stopped while a capture was still being read; the next start makes up for it");
        }
    }

    private void run() {
        try {
            while (step(order.next(untilNextCommit()))) {
                if (stations.facts().untilDue() <= 0) {
                    stations.facts().commit();
                }
                if (untilCommit() <= 0) {
                    commitIndex();
                }
            }
            commitIndex();
        } catch (InterruptedException | RuntimeException | Error e) {
            failure = e;
            LOG.error("facts and index fall behind the archive until the next start", e);
        } finally {
            order.close();
        }
    }

    private boolean step(LedgerOrder.Step step) {
        switch (step) {
            case LedgerOrder.Step.Write(var captures, long through) -> {
                captures.forEach(this::write);
                pass(through);
                order.written(written);
            }
            case LedgerOrder.Step.Missing(long sequence) -> {
                makeUpFor(sequence);
                order.madeUpFor(sequence);
            }
            case LedgerOrder.Step.Commit _ -> commitIndex();
            case LedgerOrder.Step.Nothing _ -> {}
            case LedgerOrder.Step.End _ -> {
                return false;
            }
        }
        return true;
    }

    /// A line that is no capture any more counts as written.
    private void makeUpFor(long sequence) {
        stations.archive()
                .capture(new CaptureId(sequence))
                .ifPresentOrElse(capture -> write(work.onCapture(capture)), () -> pass(sequence));
    }

    /// Lines up to there are written, whether or not they are captures.
    private void pass(long through) {
        if (written < through) {
            writing();
            written = through;
        }
    }

    private void writing() {
        if (written <= indexed) {
            firstUncommitted = System.nanoTime();
        }
    }

    private void write(CaptureFacts found) {
        Capture capture = found.capture();
        CaptureFacts facts = compared(found);
        List<IndexEntry> touched = new ArrayList<>();
        boolean isNew =
                stations.facts()
                        .record(facts, () -> touched.addAll(after(facts, SecondPass.Uses.NEW)));
        if (!isNew) {
            touched.addAll(again(facts));
        }
        touched.forEach(this::put);
        writing();
        written = capture.id().sequence();
    }

    /// What is to be recorded of a capture, beside what earlier ones gave.
    private CaptureFacts compared(CaptureFacts found) {
        Capture capture = found.capture();
        try {
            return capture.revisitOf().isPresent()
                    ? stations.facts().repeated(capture)
                    : capture.isSecondLook()
                            ? stations.facts().beyondPage(found)
                            : work.withoutErased(stations.facts().settled(found));
        } catch (RuntimeException | StackOverflowError e) {
            if (FactsStore.isOfStore(e)) {
                throw e;
            }
            LOG.error("{} cannot be compared with others", capture.id(), e);
            return CaptureFacts.quarantined(
                    capture, found.failures(), "not stored: " + PageWork.message(e));
        }
    }

    /// The second pass, begun anew after it broke: it holds what it was about to do.
    private List<IndexEntry> after(CaptureFacts facts, SecondPass.Uses which) {
        try {
            return secondPass.after(facts, which);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("{} breaks the second pass", facts.capture().id(), e);
            secondPass = new SecondPass(stations.facts(), stations.crossposts());
            throw e;
        }
    }

    /// What the index may have missed of a capture that the facts have. One that broke has nothing.
    private List<IndexEntry> again(CaptureFacts facts) {
        List<IndexEntry> touched = new ArrayList<>();
        stations.facts().orNothing(() -> touched.addAll(after(facts, SecondPass.Uses.ALL)));
        return touched;
    }

    private void put(IndexEntry entry) {
        try {
            stations.index().put(entry);
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            // Lucene refuses some texts, an immense term above all, and an analyzer may break on
            // one. The facts have the posting; an index that is closed says so when it commits.
            LOG.warn("{} is not searchable", entry.posting().posting().id(), e);
        }
    }

    private long untilNextCommit() {
        return Math.min(untilCommit(), stations.facts().untilDue());
    }

    private long untilCommit() {
        if (written <= indexed) {
            return commitEveryNanos;
        }
        return commitEveryNanos - (System.nanoTime() - firstUncommitted);
    }

    private void commitIndex() {
        if (written > indexed) {
            stations.facts().commit();
            stations.index().commit(written);
            indexed = written;
        }
        order.committed(written);
    }
}
