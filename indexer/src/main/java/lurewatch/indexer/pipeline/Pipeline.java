package lurewatch.indexer.pipeline;

import java.io.Closeable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.CapturedPage;
import lurewatch.indexer.extract.Extraction;
import lurewatch.indexer.store.CaptureFacts;

/// The way from a capture to its searchable postings.
///
/// Life: started on opened stations; [#catchUp] once, for what an earlier run left; then [#accept]
/// for every capture, from any number of threads; closed before the stations are. Killed at any
/// moment, the next [#catchUp] gives the same rows and documents as if nothing had happened.
///
/// Every capture of the archive gets its rows, also one that was never brought to [#accept]: those
/// behind it wait a moment for it, and then it is read from the archive.
public final class Pipeline implements Closeable {
    /// Captures that wait for one before them. Beyond this, whoever brings more waits too.
    private static final int WAITING = 256;

    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(4);

    private final Stations stations;
    private final PageWork work;
    private final LedgerOrder order;
    private final Committer committer;

    /// As many as there are processors, however many call [#accept]: parsers keep scratch memory by
    /// thread, and sixty sets of it are in no cache and cost the garbage collector. No virtual
    /// threads: reading never waits, and a few slow pages would keep those of all fetches from
    /// running until their deadlines.
    private final ExecutorService readers;

    private final List<Capture> suspects;

    private Pipeline(Stations stations, long start, Duration commitEvery) {
        this.stations = stations;
        suspects =
                stations.quarantine()
                        .sort(sequence -> stations.archive().capture(new CaptureId(sequence)));
        work = new PageWork(stations);
        order = new LedgerOrder(start + 1, WAITING, () -> sequence(stations.archive().last()));
        readers =
                Executors.newFixedThreadPool(
                        Runtime.getRuntime().availableProcessors(),
                        Thread.ofPlatform().daemon(true).name("reader-", 0).factory());
        committer = new Committer(stations, work, order, start, commitEvery);
    }

    /// Starts the pipeline where facts or index, whichever has less, ended. From its first capture
    /// on, the archive's writer finds earlier payloads in the facts.
    ///
    /// @param commitEvery the longest time until an accepted posting can be found
    /// @throws IllegalStateException where facts or index know captures that the archive has not:
    ///   they belong to another archive
    public static Pipeline start(Stations stations, Duration commitEvery) {
        long facts = stations.facts().lastSequence();
        long index = stations.index().committedSequence();
        long archived = sequence(stations.archive().last());
        if (Math.max(facts, index) > archived) {
            throw new IllegalStateException(
                    String.format(
                            Locale.ROOT,
                            "facts (%d) or index (%d) know more captures than the archive has (%d);"
                                    + " if the archive is right, move facts.db and index/ away and run"
                                    + " 'lurewatch replay'",
                            facts,
                            index,
                            archived));
        }
        stations.archive().consult(stations.facts()::lastPayload);
        return new Pipeline(stations, Math.min(facts, index), commitEvery);
    }

    /// Reads and assesses the page, and hands the result on to be stored. Waits while too many
    /// results wait for an earlier capture. Never fails for what a page contains.
    ///
    /// The caller gets what the page says, links above all. A thread that is interrupted here gets
    /// it too; its capture is then read again from the archive.
    public Extraction accept(CapturedPage page) {
        return acceptAndJudge(page.capture(), _ -> page).extraction();
    }

    /// What a page says and is worth.
    ///
    /// @param relevance the highest score of its postings, 0 to 1, warnings and victims' accounts
    ///   aside; empty for a page that gave no posting
    /// @param cutShort why the page could be decoded only up to a point, where that is so
    public record Accepted(
            Extraction extraction, OptionalDouble relevance, Optional<String> cutShort) {}

    /// The same as [#accept], and what the page is worth.
    ///
    /// @param page decodes it up to so many bytes, where it is read and no sooner: of sixty pages
    ///   that came at once, each may be many times larger than what was sent
    public Accepted acceptAndJudge(Capture capture, LongFunction<CapturedPage> page) {
        long sequence = capture.id().sequence();
        boolean isWanted = order.announce(sequence);
        try {
            PageWork.AssessedPage assessed = assessed(capture, page);
            if (isWanted) {
                bring(assessed.facts());
            }
            return new Accepted(
                    assessed.extraction(),
                    relevance(assessments(assessed.facts())),
                    assessed.cutShort());
        } finally {
            if (isWanted) {
                order.giveUp(sequence);
            }
        }
    }

    /// Brings facts and index up to what the ledger has now, on all cores. Returns when all of it
    /// is committed.
    ///
    /// @throws IllegalStateException where a store failed
    public void catchUp() throws InterruptedException {
        suspects.forEach(work::alone);
        long end = sequence(stations.archive().last());
        Semaphore room = new Semaphore(WAITING);
        int workers = Runtime.getRuntime().availableProcessors();
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            stations.archive()
                    .forEachAfter(
                            order.written(),
                            capture -> {
                                room.acquireUninterruptibly();
                                if (order.announce(capture.id().sequence())) {
                                    pool.execute(() -> catchUp(capture, room));
                                } else {
                                    room.release();
                                }
                            },
                            order::pass);
        }
        flush(end);
    }

    /// How often a page showed a posting that was erased; it was not assessed again.
    public long erasedSeen() {
        return work.erasedSeen();
    }

    /// How many captures the archive could not give, as it is damaged there. Each is recorded as a
    /// capture without postings.
    public long unreadable() {
        return work.unreadable();
    }

    /// Returns when every capture accepted so far can be found.
    ///
    /// @throws IllegalStateException where a store failed
    public void flush() throws InterruptedException {
        flush(order.newest());
    }

    /// Why facts and index no longer follow the archive; empty while they do.
    public Optional<Throwable> failure() {
        return committer.failure();
    }

    /// Stores what is in order, commits, and stops. What is missing then is made up for by the next
    /// [#catchUp].
    @Override
    public void close() {
        order.close();
        readers.shutdown();
        try {
            committer.join(LONGEST_CLOSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Stream<Assessment> assessments(CaptureFacts facts) {
        return facts.postings().stream().map(AssessedPosting::assessment);
    }

    /// What a page with postings assessed so is worth to the crawl.
    static OptionalDouble relevance(Stream<Assessment> assessments) {
        return assessments
                .mapToDouble(found -> found.context().allowsSuspicion() ? found.score() / 100 : 0)
                .max();
    }

    /// In two steps that queue up one by one, so that pages that came together are all read before
    /// the first of them is assessed: each step finds its own tables in the processor's caches.
    private PageWork.AssessedPage assessed(Capture capture, LongFunction<CapturedPage> page) {
        if (work.isQuarantined(capture)) {
            return work.quarantined(capture);
        }
        try {
            return CompletableFuture.supplyAsync(() -> work.extract(capture, page), readers)
                    .thenApplyAsync(extracted -> work.assess(capture, extracted), readers)
                    .join();
        } catch (RejectedExecutionException _) {
            return work.onPage(
                    capture, page); // closed meanwhile; the caller wants to know all the same
        } catch (CompletionException e) {
            return switch (e.getCause()) {
                case RejectedExecutionException _ ->
                        work.onPage(capture, page); // closed between the two
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw e;
            };
        }
    }

    private void bring(CaptureFacts facts) {
        try {
            order.bring(facts);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void catchUp(Capture capture, Semaphore room) {
        try {
            order.bring(work.onCapture(capture));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            order.giveUp(capture.id().sequence());
            room.release();
        }
    }

    private void flush(long sequence) throws InterruptedException {
        order.awaitCommitted(sequence);
        if (failure().isPresent()) {
            throw new IllegalStateException(
                    "facts or index cannot be written: " + failure().get().getMessage(),
                    failure().get());
        }
    }

    private static long sequence(Optional<CaptureId> id) {
        return id.map(CaptureId::sequence).orElse(0L);
    }
}
