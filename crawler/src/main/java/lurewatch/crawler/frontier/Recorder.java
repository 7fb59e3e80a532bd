package lurewatch.crawler.frontier;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lurewatch.crawler.frontier.FrontierSettings.RunMode;
import org.jspecify.annotations.Nullable;

/// The one thread that owns `crawl.db`. Whatever others want of it is a task in its queue, run in
/// order; commits come at most 50 ms or 500 tasks apart. Because its own reads see its own writes,
/// a host that is loaded after a fetch was recorded never shows that fetch's URL as still due.
///
/// It also keeps the workbench filled: hosts with something due are admitted, hosts without are
/// retired, and so the work is proportional to what is due.
final class Recorder implements Runnable {
    private static final Duration COMMIT_WITHIN = Duration.ofMillis(50);
    private static final int COMMIT_AFTER = 500;
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final int MOST_HOSTS = 20_000;
    private static final int ADMIT_AT_ONCE = 500;
    private static final int ROWS_PER_LANE = 16;

    private final FrontierSettings settings;
    private final Clocks clocks;
    private final Workbench bench;
    private final Sql sql;
    private final HostTable hosts;
    private final UrlTable urls;
    private final Books books;
    private final RobotsTable robots;
    private final Instant start;
    private final boolean unclean;
    private final LinkedBlockingQueue<Task> tasks = new LinkedBlockingQueue<>();
    private final Thread thread = Thread.ofPlatform().name("frontier").unstarted(this);

    // The fields below belong to the thread, but for the volatile ones.
    private final Set<Long> onBench = new HashSet<>();

    /// Hosts that have nothing more for a run of mode `ONCE` although something of them is due.
    private final Set<Long> settled = new HashSet<>();

    /// For each lease, the highest capture recorded before it: its own capture comes later.
    private final Map<Long, Long> floors = new HashMap<>();

    private final TreeMap<Long, Integer> floorCounts = new TreeMap<>();
    private long highest;
    private volatile long applied;
    private boolean inTransaction;
    private long begunAt;
    private int uncommitted;
    private long lookedAt;
    private volatile boolean begun;
    private volatile boolean closing;
    private volatile @Nullable Throwable failure;

    Recorder(FrontierSettings settings, Clocks clocks, Workbench bench, Sql sql)
            throws SQLException {
        this.settings = settings;
        this.clocks = clocks;
        this.bench = bench;
        this.sql = sql;
        this.hosts = new HostTable(sql);
        this.urls = new UrlTable(sql);
        this.books = new Books(settings, sql, hosts, urls);
        this.robots = new RobotsTable(sql);
        this.start = clocks.now();
        this.unclean = sql.number("SELECT value FROM meta WHERE name = 'running'").orElse(0) == 1;
        this.applied = sql.number("SELECT value FROM meta WHERE name = 'applied'").orElse(0);
        this.highest = applied;
        open();
    }

    private void open() throws SQLException {
        sql.execute("BEGIN IMMEDIATE");
        urls.countInterrupted(start);
        hosts.forgetWorkbench();
        books.open();
        setMeta("running", 1);
        sql.execute("COMMIT");
        // What follows is derived from the archive and the web: a commit need not reach the disk.
        sql.execute("PRAGMA synchronous = NORMAL");
    }

    void startThread() {
        thread.start();
    }

    Books books() {
        return books;
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
        submit(() -> answer.complete(question.answer()));
        while (true) {
            try {
                return answer.get(100, TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                checkHealthy(); // a dead thread answers nothing
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new FrontierException("interrupted while waiting for crawl.db", e);
            } catch (ExecutionException e) {
                throw new FrontierException("crawl.db: " + e.getMessage(), e);
            }
        }
    }

    void checkHealthy() {
        Throwable cause = failure;
        if (cause != null) {
            throw new FrontierException("crawl.db failed: " + cause.getMessage(), cause);
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
        }
    }

    private void step() throws SQLException {
        Task task = next();
        if (task != null) {
            beginTransaction();
            task.run();
            uncommitted++;
        }
        long now = System.nanoTime();
        if (inTransaction
                && (uncommitted >= COMMIT_AFTER || now - begunAt >= COMMIT_WITHIN.toNanos())) {
            commit();
        }
        if (tasks.isEmpty() || now - lookedAt > LOOK_EVERY.toNanos()) {
            lookedAt = now;
            admitDue();
            finishIfDone();
        }
    }

    private @Nullable Task next() {
        try {
            long wait = inTransaction ? COMMIT_WITHIN.toNanos() / 2 : LOOK_EVERY.toNanos();
            return tasks.poll(wait, TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            closing = true; // somebody ends the process in haste: write what there is
            return null;
        }
    }

    private void beginTransaction() throws SQLException {
        if (!inTransaction) {
            sql.execute("BEGIN IMMEDIATE");
            inTransaction = true;
            begunAt = System.nanoTime();
            uncommitted = 0;
        }
    }

    private void commit() throws SQLException {
        long watermark = floorCounts.isEmpty() ? highest : floorCounts.firstKey();
        setMeta("applied", watermark);
        books.flush();
        sql.execute("COMMIT");
        applied = watermark;
        inTransaction = false;
    }

    private void finish() throws SQLException {
        beginTransaction();
        setMeta("running", 0);
        commit();
        sql.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        sql.close();
    }

    private void setMeta(String name, long value) throws SQLException {
        sql.update("INSERT OR REPLACE INTO meta VALUES (?, ?)", name, value);
    }

    /// A lease was given. Submitted before its holder can have captured anything.
    void leased(long url) throws SQLException {
        floors.put(url, highest);
        floorCounts.merge(highest, 1, Integer::sum);
        urls.leased(url, clocks.now());
    }

    /// A lease is over.
    void released(long url, OptionalLong capture) throws SQLException {
        Long floor = floors.remove(url);
        if (floor != null) {
            floorCounts.computeIfPresent(floor, (_, count) -> count == 1 ? null : count - 1);
        }
        capture.ifPresent(this::captured);
        urls.released(url);
    }

    void captured(long sequence) {
        highest = Math.max(highest, sequence);
    }

    private void admitDue() throws SQLException {
        int room = MOST_HOSTS - onBench.size();
        if (!begun || room <= 0) {
            return;
        }
        int most = Math.min(room, ADMIT_AT_ONCE) + settled.size();
        List<HostTable.Stored> due = hosts.due(clocks.now(), most);
        for (HostTable.Stored stored : due) {
            if (!settled.contains(stored.id())) {
                beginTransaction();
                uncommitted++;
                admit(stored);
            }
        }
    }

    private void admit(HostTable.Stored stored) throws SQLException {
        List<UrlRow> rows = dueRows(stored.id());
        Duration least = settings.politeness().minimum();
        Pace pace = stored.pace();
        if (pace.gap().compareTo(least) < 0) {
            pace = new Pace(least, pace.strikes(), pace.blockedUntil(), pace.crawlDelay());
        }
        for (UrlRow row : rows) {
            pace =
                    pace.withCrawlDelay(
                            pace.crawlDelay(),
                            settings.siteMinimum(row.site()),
                            settings.politeness());
        }
        HostEntry host =
                bench.admit(
                        stored.id(), stored.name(), stored.address(), pace, readyAt(stored, pace));
        hosts.admitted(stored.id());
        onBench.add(stored.id());
        give(host, rows);
    }

    /// After a kill nothing proves when a host was last asked: it gets its whole gap from the start
    /// of this run.
    private long readyAt(HostTable.Stored stored, Pace pace) {
        Instant next = stored.nextAt();
        Instant guarded = start.plus(pace.gap());
        return clocks.nanoOf(unclean && guarded.isAfter(next) ? guarded : next);
    }

    private List<UrlRow> dueRows(long host) throws SQLException {
        long visitedBefore =
                settings.mode() == RunMode.ONCE ? start.toEpochMilli() : Long.MAX_VALUE;
        return urls.due(host, clocks.now(), visitedBefore, ROWS_PER_LANE);
    }

    /// Loads a host that has run out of URLs, or retires it.
    void reload(HostEntry host) throws SQLException {
        Optional<Instant> blocked = host.pace().blockedUntil().filter(clocks.now()::isBefore);
        if (blocked.isPresent()) {
            retire(host, blocked.get().toEpochMilli());
        } else {
            give(host, dueRows(host.id()));
        }
    }

    private void give(HostEntry host, List<UrlRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            retire(host, 0);
        } else {
            bench.load(host, rows);
        }
    }

    private void retire(HostEntry host, long notBefore) throws SQLException {
        long due = Math.max(notBefore, urls.earliest(host.id()).orElse(Long.MAX_VALUE));
        hosts.retired(host.id(), due);
        onBench.remove(host.id());
        bench.retire(host);
        if (settings.mode() == RunMode.ONCE && due <= clocks.now().toEpochMilli()) {
            settled.add(host.id());
        }
    }

    /// Writes a finished fetch. Hosts that had nothing more may have got something by its links.
    void record(UrlRow row, FetchReport report, Instant end) throws SQLException {
        if (books.record(row, report, end)) {
            settled.clear();
        }
    }

    private void finishIfDone() throws SQLException {
        if (settings.mode() != RunMode.ONCE || !begun || bench.isFinished()) {
            return;
        }
        // Leases first: whoever gives one back has submitted its report before.
        if (bench.leases() > 0 || !tasks.isEmpty() || !onBench.isEmpty()) {
            return;
        }
        long soon = clocks.now().plus(settings.horizon()).toEpochMilli();
        if (hosts.earliest(settled).orElse(Long.MAX_VALUE) > soon) {
            bench.finish();
        }
    }

    /// A question to the database.
    @FunctionalInterface
    interface Question<T> {
        T answer() throws SQLException;
    }
}
