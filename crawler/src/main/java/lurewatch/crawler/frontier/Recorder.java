package lurewatch.crawler.frontier;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import lurewatch.crawler.frontier.FrontierSettings.RunMode;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.store.Sql;
import org.jspecify.annotations.Nullable;

/// The one thread that owns `crawl.db`. Whatever others want of it is a task in its queue, run in
/// order and committed in a [Batch]. Because its own reads see its own writes, a host that is
/// loaded after a fetch was recorded never shows that fetch's URL as still due.
///
/// Between tasks it lets [Admission] fill the workbench.
final class Recorder implements Runnable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final FrontierSettings settings;
    private final Clocks clocks;
    private final Workbench bench;
    private final Sql sql;
    private final HostTable hosts;
    private final UrlTable urls;
    private final FetchRecords records;
    private final RobotsTable robots;
    private final Batch batch;
    private final Admission admission;
    private final WrongClock wrongClock;
    private final LinkedBlockingQueue<Task> tasks = new LinkedBlockingQueue<>();
    private final Thread thread = Thread.ofPlatform().name("frontier").unstarted(this);

    // The fields below belong to the thread, but for the volatile ones.
    private final Watermark watermark;
    private volatile long applied;
    private long lookedAt;
    private volatile boolean begun;
    private volatile boolean closing;
    private volatile @Nullable Throwable failure;

    Recorder(
            FrontierSettings settings,
            Clocks clocks,
            Workbench bench,
            Sql sql,
            RandomGenerator random)
            throws SQLException {
        this.settings = settings;
        this.clocks = clocks;
        this.bench = bench;
        this.sql = sql;
        this.batch = new Batch(sql);
        this.hosts = new HostTable(sql);
        this.urls = new UrlTable(sql);
        this.records =
                new FetchRecords(
                        settings, sql, hosts, urls, new SplittableRandom(random.nextLong()));
        this.robots =
                new RobotsTable(sql, settings.politeness().robotsMaxAge(), RobotsTable.MOST_BYTES);
        this.wrongClock = new WrongClock(sql, clocks, settings.politeness());
        this.applied = sql.number("SELECT value FROM meta WHERE name = 'applied'").orElse(0);
        this.watermark = new Watermark(applied);
        Instant start = clocks.now();
        boolean unclean =
                sql.number("SELECT value FROM meta WHERE name = 'running'").orElse(0) == 1;
        this.admission =
                new Admission(
                        settings,
                        clocks,
                        bench,
                        hosts,
                        urls,
                        records,
                        start,
                        unclean ? Optional.of(start) : Optional.empty());
        open(start);
    }

    private void open(Instant start) throws SQLException {
        sql.execute("BEGIN IMMEDIATE");
        urls.countInterrupted(start);
        hosts.forgetWorkbench();
        if (wrongClock.wasAhead(Instant.ofEpochMilli(committedAt(sql)))) {
            wrongClock.putRight();
        }
        records.open();
        setMeta("running", 1);
        sql.execute("COMMIT");
        // What follows is derived from the archive and the web: a commit need not reach the disk.
        sql.execute("PRAGMA synchronous = NORMAL");
    }

    /// The wall clock's time at the last commit; long ago where there was none.
    static long committedAt(Sql sql) throws SQLException {
        return sql.number("SELECT value FROM meta WHERE name = 'committed_at'").orElse(0);
    }

    void startThread() {
        thread.start();
    }

    FetchRecords records() {
        return records;
    }

    HostTable hosts() {
        return hosts;
    }

    UrlTable urls() {
        return urls;
    }

    RobotsTable robots() {
        return robots;
    }

    Admission admission() {
        return admission;
    }

    long applied() {
        return applied;
    }

    /// Fills the workbench from now on, and may end a run of mode `ONCE`. Until the first lease is
    /// wanted, captures may turn up that say that a URL is not due after all.
    void begin() {
        begun = true;
    }

    /// Runs the task soon, after all that were submitted before.
    void submit(Task task) {
        tasks.add(task);
    }

    /// Runs the question on the thread and waits for its answer.
    <T> T ask(Question<T> question) {
        checkHealthy();
        CompletableFuture<T> answer = new CompletableFuture<>();
        submit(() -> answer(question, answer));
        while (true) {
            try {
                return answer.get(100, TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                checkHealthy(); // a dead thread answers nothing
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new FrontierException("interrupted while waiting for crawl.db", e);
            } catch (ExecutionException e) {
                throw failed(e.getCause() == null ? e : e.getCause());
            }
        }
    }

    /// A question that fails ends the thread as any task does: nobody knows what was half done.
    private static <T> void answer(Question<T> question, CompletableFuture<T> answer)
            throws SQLException {
        try {
            answer.complete(question.answer());
        } catch (SQLException | RuntimeException | Error e) {
            answer.completeExceptionally(e);
            throw e;
        }
    }

    private static FrontierException failed(Throwable cause) {
        return new FrontierException("crawl.db failed: " + cause.getMessage(), cause);
    }

    void checkHealthy() {
        Throwable cause = failure;
        if (cause != null) {
            throw failed(cause);
        }
        if (closing && !thread.isAlive()) {
            throw new FrontierException("the frontier is closed");
        }
    }

    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /// Writes all that is queued, notes the clean end, and closes the file.
    void close() throws InterruptedException {
        closing = true;
        thread.join();
    }

    @Override
    public void run() {
        try {
            while (!closing || !tasks.isEmpty()) {
                step();
            }
            finish();
        } catch (SQLException | RuntimeException | Error e) {
            failure = e;
            bench.finish();
            giveUp(e);
        }
    }

    /// Lets go of the file, so that it can be opened anew.
    private void giveUp(Throwable reason) {
        try {
            sql.close();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private void step() throws SQLException {
        Task task = next();
        if (task != null) {
            batch.add();
            task.run();
        }
        long now = System.nanoTime();
        if (batch.isDue(now)) {
            commit();
        }
        if (tasks.isEmpty() || now - lookedAt > LOOK_EVERY.toNanos()) {
            lookedAt = now;
            if (wrongClock.wasSetBack()) {
                putClockRight();
            }
            if (begun) {
                admitDue();
                finishIfDone();
            }
        }
    }

    /// Hosts that were to wait for years may have something due now.
    private void putClockRight() throws SQLException {
        batch.add();
        records.flush();
        wrongClock.putRight();
        admission.reconsider();
    }

    private @Nullable Task next() {
        try {
            Duration wait = batch.isOpen() ? Batch.COMMIT_WITHIN.dividedBy(2) : LOOK_EVERY;
            return tasks.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            closing = true; // somebody ends the process in haste: write what there is
            return null;
        }
    }

    private void commit() throws SQLException {
        long reached = watermark.reached();
        setMeta("applied", reached);
        setMeta("queued", records.queued());
        setMeta("committed_at", clocks.now().toEpochMilli());
        records.flush();
        batch.commit();
        applied = reached;
    }

    private void finish() throws SQLException {
        batch.add();
        setMeta("running", 0);
        records.close();
        commit();
        sql.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        sql.close();
    }

    private void setMeta(String name, long value) throws SQLException {
        sql.update("INSERT OR REPLACE INTO meta VALUES (?, ?)", name, value);
    }

    private void admitDue() throws SQLException {
        for (HostTable.Stored stored : admission.due()) {
            batch.add();
            admission.admit(stored);
        }
    }

    /// A lease was given. Submitted before its holder can have captured anything.
    void leased(long url) throws SQLException {
        watermark.leased(url);
        urls.leased(url, clocks.now());
    }

    /// A lease is over.
    void released(long url, OptionalLong capture) throws SQLException {
        watermark.released(url);
        capture.ifPresent(this::captured);
        urls.released(url);
    }

    void captured(long sequence) {
        watermark.captured(sequence);
    }

    /// Writes a finished fetch. Hosts that had nothing more may have got something by its links.
    void record(String host, UrlRow row, FetchReport report, Instant end) throws SQLException {
        if (records.record(host, row, report, end)) {
            admission.reconsider();
        }
    }

    /// Plants what a robots.txt names; whoever had nothing more may have got something by it.
    void plantSitemaps(String site, List<WebUrl> sitemaps, Instant now) throws SQLException {
        if (!sitemaps.isEmpty()) {
            records.plantSitemaps(site, sitemaps, now);
            admission.reconsider();
        }
    }

    private void finishIfDone() throws SQLException {
        if (settings.mode() != RunMode.ONCE || bench.isFinished()) {
            return;
        }
        // Leases first: whoever gives one back has submitted its report before.
        if (bench.leases() == 0 && tasks.isEmpty() && admission.isExhausted()) {
            bench.finish();
        }
    }

    /// A question to the database.
    @FunctionalInterface
    interface Question<T> {
        T answer() throws SQLException;
    }
}
