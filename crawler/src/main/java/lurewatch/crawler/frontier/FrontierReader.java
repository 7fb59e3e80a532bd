package lurewatch.crawler.frontier;

import java.io.Closeable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import lurewatch.crawler.revisit.RevisitPolicy;
import lurewatch.crawler.revisit.Trust;
import lurewatch.crawler.settings.Schedule;
import lurewatch.crawler.site.Site;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.store.Sql;

/// Reads `crawl.db` beside a running crawler, for `status` and `fetchlog`. Not thread-safe.
public final class FrontierReader implements Closeable {
    private static final int SEARCHED_ENTRIES = 1_000_000;
    private static final int CHUNK = 1_000;

    private static final String LOG_COLUMNS =
            "SELECT id, at, site, url, ending, status, detail, bytes, took, capture FROM fetch_log"
                    + " ";

    private final Sql sql;

    private FrontierReader(Sql sql) {
        this.sql = sql;
    }

    public static FrontierReader open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new FrontierException(
                    "no "
                            + file
                            + ": nothing has been crawled yet; 'lurewatch crawl' visits sites,"
                            + " --data DIR names another directory");
        }
        try {
            Sql sql = CrawlDatabase.openToRead(file);
            if (sql.number("PRAGMA user_version").orElse(0) < CrawlDatabase.MIGRATIONS.newest()) {
                sql.close();
                throw new FrontierException(
                        file
                                + " is of an older program; the next 'lurewatch crawl' brings it"
                                + " forward");
            }
            return new FrontierReader(sql);
        } catch (SQLException e) {
            throw new FrontierException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /// The latest entries, newest first.
    public List<FetchLogEntry> latest(int most) {
        return reading(() ->
                sql.list(LOG_COLUMNS + "ORDER BY id DESC LIMIT ?", FrontierReader::entry, most));
    }

    /// The latest entries of one site, newest first.
    public List<FetchLogEntry> latest(String site, int most) {
        return reading(() ->
                sql.list(
                        LOG_COLUMNS + "WHERE site = ? ORDER BY id DESC LIMIT ?",
                        FrontierReader::entry,
                        site,
                        most));
    }

    /// Every entry, oldest first. Reads in pieces, so that a slow consumer holds up no writer.
    public void forEach(Consumer<FetchLogEntry> action) {
        long after = 0;
        List<FetchLogEntry> entries = after(after);
        while (!entries.isEmpty()) {
            entries.forEach(action);
            after = entries.getLast().id();
            entries = after(after);
        }
    }

    private List<FetchLogEntry> after(long id) {
        return reading(() ->
                sql.list(
                        LOG_COLUMNS + "WHERE id > ? ORDER BY id LIMIT ?",
                        FrontierReader::entry,
                        id,
                        CHUNK));
    }

    /// Every site that was ever planted or fetched, by name.
    ///
    /// @param window how far back the figures of late reach
    public List<SiteStatus> sites(Instant now, Duration window) {
        return reading(() -> new SiteStatuses(sql, now).all(window));
    }

    /// When this URL is visited next, and why; empty where it is not known.
    public Optional<Forecast> forecast(WebUrl url, Schedule schedule, Map<String, Site> sites) {
        return reading(() -> {
            UrlTable urls = new UrlTable(sql);
            Optional<UrlRow> row = urls.row(url.toString());
            return row.isEmpty()
                    ? Optional.empty()
                    : Optional.of(forecast(row.get(), url.host(), urls, schedule, sites));
        });
    }

    private Forecast forecast(
            UrlRow row, String hostName, UrlTable urls, Schedule schedule, Map<String, Site> sites)
            throws SQLException {
        Revisits revisits = new Revisits(schedule, sites, new SplittableRandom(1));
        revisits.policy().restore(new PolicyTable(sql).read());
        HostTable hosts = new HostTable(sql);
        HostTable.Known known = hosts.find(hostName).orElseThrow();
        HostTable.Stored host = hosts.stored(hostName).orElseThrow();
        return new Forecast(
                row.url(),
                row.site(),
                row.pageClass(),
                urls.dueAt(row.id()),
                row.track().visits(),
                row.track().changes(),
                row.misses(),
                row.fails(),
                row.watched(),
                row.seenAt(),
                row.lastAt(),
                revisits.explained(row, known.habits()),
                revisits.policy().price(),
                revisits.policy().isAmple(),
                host.pace().gap(),
                host.nextAt(),
                host.pace().blockedUntil(),
                hearsay(row, known),
                row.anchor(),
                promise(row, schedule),
                lastEntry(row.url()),
                look(row.id()));
    }

    private Optional<Forecast.LookedAt> look(long url) throws SQLException {
        return sql.first(
                "SELECT verdict, detail, at FROM second_look WHERE url_id = ?",
                row ->
                        new Forecast.LookedAt(
                                new SecondLook(
                                        SecondLook.Result.valueOf(row.getString(1)),
                                        row.getString(2)),
                                Instant.ofEpochMilli(row.getLong(3))),
                url);
    }

    private Optional<Double> promise(UrlRow row, Schedule schedule) throws SQLException {
        if (row.lane() != Lane.DISCOVERY) {
            return Optional.empty();
        }
        LinkRanks ranks = new LinkRanks(sql, schedule.focus());
        ranks.open();
        return ranks.promise(row);
    }

    private Optional<Forecast.Hearsay> hearsay(UrlRow row, HostTable.Known host)
            throws SQLException {
        if (row.claim().isEmpty()) {
            return Optional.empty();
        }
        Claim claim = row.claim().get();
        Trust trust =
                claim.source() == Claim.Source.LEFT
                        ? RevisitPolicy.trustInLeaving(host.habits())
                        : new TrustTable(sql).of(host.id(), claim.source());
        return Optional.of(new Forecast.Hearsay(claim, claim.isNewsAfter(row.lastAt()), trust));
    }

    /// The log has no index by URL, since every fetch would pay for it.
    private Optional<FetchLogEntry> lastEntry(String url) throws SQLException {
        long newest = sql.number("SELECT max(id) FROM fetch_log").orElse(0);
        return sql.first(
                LOG_COLUMNS + "WHERE id > ? AND url = ? ORDER BY id DESC LIMIT 1",
                FrontierReader::entry,
                newest - SEARCHED_ENTRIES,
                url);
    }

    /// How a site stands with its budget of pages; empty where it was never visited.
    public Optional<SiteStatus.Room> room(String site) {
        return reading(() ->
                sql.first(
                        "SELECT pages - gone, budget, full_since FROM site WHERE name = ?",
                        row ->
                                new SiteStatus.Room(
                                        row.getLong(1), row.getLong(2), UrlTable.time(row, 3)),
                        site));
    }

    /// When a host may be asked again; empty where nothing is known of it.
    public Optional<Instant> restsUntil(String host) {
        return reading(() ->
                new HostTable(sql)
                        .stored(host)
                        .map(known ->
                                known.pace()
                                        .blockedUntil()
                                        .filter(until -> until.isAfter(known.nextAt()))
                                        .orElse(known.nextAt())));
    }

    /// Known URLs that are written much like this one.
    public List<String> neighbours(WebUrl url, int most) {
        return reading(() -> new UrlTable(sql).neighbours(url.toString(), most));
    }

    private static FetchLogEntry entry(ResultSet row) throws SQLException {
        Number status = (Number) row.getObject(6);
        Number capture = (Number) row.getObject(10);
        return new FetchLogEntry(
                row.getLong(1),
                Instant.ofEpochMilli(row.getLong(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                status == null ? OptionalInt.empty() : OptionalInt.of(status.intValue()),
                row.getString(7),
                row.getLong(8),
                Duration.ofMillis(row.getLong(9)),
                capture == null ? OptionalLong.empty() : OptionalLong.of(capture.longValue()));
    }

    private static <T> T reading(Recorder.Question<T> question) {
        try {
            return question.answer();
        } catch (SQLException e) {
            throw new FrontierException("crawl.db: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            sql.close();
        } catch (SQLException e) {
            throw new FrontierException("crawl.db: " + e.getMessage(), e);
        }
    }
}
