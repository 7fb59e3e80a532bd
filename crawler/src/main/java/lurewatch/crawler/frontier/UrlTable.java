package lurewatch.crawler.frontier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import lurewatch.crawler.revisit.Demand;
import lurewatch.crawler.revisit.PageClass;
import lurewatch.crawler.revisit.Rate;
import lurewatch.crawler.revisit.Track;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.store.Sql;

/// The tables `url` and `lease`. Used by the recorder's thread only.
final class UrlTable {
    /// A page that a redirect leads to counts as visited when it was so this recently.
    private static final Duration FRESH = Duration.ofMinutes(10);

    /// Of that time, for one that does not come: a week.
    private static final int MOST_DOUBLINGS = 10;

    /// So many runs that ended in the middle of one page are the page's doing.
    private static final int MOST_INTERRUPTIONS = 10;

    private static final String COLUMNS =
            """
            id, url, site, class, lane, rank, depth, paging, hops, visits, fails, misses,
            etag, last_modified, last_at, changes, events, hours, last_ok, content, born,
            demand, demand_kind, watched, told_by, told_at, news_at, anchor, parent_id, chain
            """;

    /// The class is written out, as `url_other` is an index of that class alone and serves no
    /// parameter.
    private static final String PROMOTION =
            "UPDATE url INDEXED BY url_other SET class = ?1,"
                    + " rank = CASE WHEN lane = ?5 THEN ?2 ELSE 0 END,"
                    + " lane = CASE WHEN lane = ?5 OR ?3 = ?6 THEN ?3 ELSE lane END"
                    + " WHERE url = ?4 AND class = "
                    + PageClass.OTHER.code();

    /// In a run that ends when nothing is due, a page is not visited twice, except to repeat a
    /// failure or to follow a redirect.
    private static final String OF_THIS_RUN =
            "(last_at IS NULL OR last_at < ? OR fails > 0 OR hops > 0)";

    private final Sql sql;

    UrlTable(Sql sql) {
        this.sql = sql;
    }

    /// The next due URLs of a host, some of each lane.
    List<UrlRow> due(long host, Instant now, long visitedBefore, int mostPerLane)
            throws SQLException {
        List<UrlRow> rows = new ArrayList<>();
        for (Lane lane : Lane.values()) {
            rows.addAll(
                    sql.list(
                            dueQuery(lane),
                            UrlTable::row,
                            host,
                            lane.code(),
                            now.toEpochMilli(),
                            visitedBefore,
                            mostPerLane));
        }
        return rows;
    }

    /// Pages never seen are all due, in the order of their ranks. Of the others, whose rank is 0,
    /// most wait for a far day: the index is read up to now and no further.
    static String dueQuery(Lane lane) {
        boolean byRank = lane == Lane.DISCOVERY;
        return "SELECT "
                + COLUMNS
                + " FROM url WHERE host_id = ? AND lane = ?"
                + (byRank ? "" : " AND rank = 0")
                + " AND due_at <= ? AND "
                + OF_THIS_RUN
                + (byRank ? " ORDER BY rank, due_at" : " ORDER BY due_at")
                + " LIMIT ?";
    }

    /// When the host's earliest URL is due, one look into the index per lane.
    OptionalLong earliest(long host) throws SQLException {
        OptionalLong earliest = OptionalLong.empty();
        for (Lane lane : Lane.values()) {
            OptionalLong due =
                    sql.number(
                            """
                            SELECT due_at FROM url WHERE host_id = ? AND lane = ?
                            ORDER BY rank, due_at LIMIT 1
                            """,
                            host,
                            lane.code());
            if (due.isPresent() && (earliest.isEmpty() || due.getAsLong() < earliest.getAsLong())) {
                earliest = due;
            }
        }
        return earliest;
    }

    void leased(long id, Instant now) throws SQLException {
        sql.update("INSERT OR REPLACE INTO lease VALUES (?, ?)", id, now.toEpochMilli());
    }

    void released(long id) throws SQLException {
        sql.update("DELETE FROM lease WHERE url_id = ?", id);
    }

    /// Counts the fetches that the end of the last run cut short. A page that ends run after run is
    /// put off, so that it cannot keep the others from being seen.
    void countInterrupted(Instant now) throws SQLException {
        sql.execute(
                """
                UPDATE url SET interrupted = interrupted + 1
                WHERE id IN (SELECT url_id FROM lease)
                """);
        sql.update(
                """
                UPDATE url SET due_at = ?, lane = min(lane, ?), rank = 0, interrupted = 0
                WHERE id IN (SELECT url_id FROM lease) AND interrupted > ?
                """,
                now.plus(Duration.ofHours(1)).toEpochMilli(),
                Lane.HUB.code(),
                MOST_INTERRUPTIONS);
        sql.execute("DELETE FROM lease");
    }

    void save(UrlRow row, Revisits.Next next, FetchReport report, Instant end) throws SQLException {
        Lane lane = row.pageClass().isListing() ? Lane.HUB : Lane.EVIDENCE;
        sql.update(
                """
                UPDATE url SET lane = ?, rank = 0, due_at = ?, hops = 0, visits = ?, fails = ?,
                    misses = ?, interrupted = 0, etag = ?, last_modified = ?, last_at = ?,
                    last_ok = coalesce(?, last_ok), status = ?, capture = max(capture, ?),
                    changes = ?, events = ?, hours = ?, content = ?, demand = ?, demand_kind = ?,
                    relevance = coalesce(?, relevance)
                WHERE id = ?
                """,
                lane.code(),
                next.dueAt().toEpochMilli(),
                next.track().visits(),
                next.fails(),
                next.misses(),
                next.validators().etag().orElse(null),
                next.validators().lastModified().orElse(null),
                end.toEpochMilli(),
                next.seen().map(Instant::toEpochMilli).orElse(null),
                report.status().isPresent() ? report.status().getAsInt() : null,
                report.capture().orElse(0),
                next.track().changes(),
                next.track().seen().events(),
                next.track().seen().hours(),
                next.content().isPresent() ? next.content().getAsLong() : null,
                next.demand().visits(),
                next.demand().kind(),
                report.relevance().isPresent() ? report.relevance().getAsDouble() : null,
                row.id());
    }

    /// A visit that was due is due later after all.
    void putOff(UrlRow row, Revisits.Next next) throws SQLException {
        sql.update(
                "UPDATE url SET due_at = ?, demand = ?, demand_kind = ? WHERE id = ?",
                next.dueAt().toEpochMilli(),
                next.demand().visits(),
                next.demand().kind(),
                row.id());
    }

    /// Watches exactly these pages from now on; they are due no later than by the gap.
    void watch(List<String> watched, Instant latest) throws SQLException {
        sql.execute("UPDATE url SET watched = 0 WHERE watched = 1");
        for (String url : watched) {
            sql.update(
                    "UPDATE url SET watched = 1, due_at = min(due_at, ?) WHERE url = ?",
                    latest.toEpochMilli(),
                    url);
        }
    }

    /// Adds a URL that may be known.
    ///
    /// @return whether it is new
    boolean add(NewUrl url, Instant now) throws SQLException {
        return sql.update(
                        """
                        INSERT INTO url (url, host_id, site, class, lane, rank, due_at, depth,
                            paging, hops, first_seen, parent_id, born, anchor, chain)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (url) DO NOTHING
                        """,
                        url.url(),
                        url.host(),
                        url.site(),
                        url.pageClass().code(),
                        url.lane().code(),
                        url.rank(),
                        now.toEpochMilli(),
                        url.depth(),
                        url.paging(),
                        url.hops(),
                        now.toEpochMilli(),
                        url.parent(),
                        url.born().toEpochMilli(),
                        url.anchor().isEmpty() ? null : url.anchor(),
                        url.chain())
                > 0;
    }

    boolean isKnown(String url) throws SQLException {
        return id(url).isPresent();
    }

    /// A page once found by an unclassified link turned out, when it came, to be of this class.
    void reclassify(UrlRow row) throws SQLException {
        sql.update(
                "UPDATE url SET class = ? WHERE id = ? AND class = ?",
                row.pageClass().code(),
                row.id(),
                PageClass.OTHER.code());
    }

    /// A page once found by an unclassified link turns out to be a posting's or a listing's. Nearly
    /// always it is known as one, and the index of the others says so without a look at its row.
    void promote(NewUrl url) throws SQLException {
        sql.update(
                PROMOTION,
                url.pageClass().code(),
                url.rank(),
                url.lane().code(),
                url.url(),
                Lane.DISCOVERY.code(),
                Lane.HUB.code());
    }

    /// A redirect leads to a known page: it is due now, unless it has just been asked for. One that
    /// failed, or was not there, time and again, is left alone for longer each time; one that leads
    /// on itself may be a gate, which every visit has to pass.
    ///
    /// @return whether it is due now
    boolean pull(String url, int hops, Instant now) throws SQLException {
        return sql.update(
                        """
                        UPDATE url SET due_at = min(due_at, ?1), hops = ?2
                        WHERE url = ?3 AND (last_at IS NULL
                            OR status IN (300, 301, 302, 303, 307, 308)
                            OR last_at < ?1 - ?4 * (1 << min(fails + misses, ?5)))
                        """,
                        now.toEpochMilli(),
                        hops,
                        url,
                        FRESH.toMillis(),
                        MOST_DOUBLINGS)
                > 0;
    }

    /// Some of the pages that a redirect led to.
    List<String> chained(int most) throws SQLException {
        return sql.list(
                "SELECT url FROM url WHERE chain > 0 LIMIT ?", row -> row.getString(1), most);
    }

    /// Something else than a redirect leads to this page: it is no member of a chain, or begins
    /// one.
    void unchain(String url) throws SQLException {
        sql.update(
                "UPDATE url INDEXED BY url_chained SET chain = 0 WHERE url = ? AND chain > 0", url);
    }

    /// A known page is due now, however lately it was seen.
    void again(String url, int hops, Instant now) throws SQLException {
        sql.update(
                "UPDATE url SET due_at = ?, hops = ? WHERE url = ?", now.toEpochMilli(), hops, url);
    }

    /// A seed is a listing page at depth 0, however it was found before.
    void seed(String url, PageClass pageClass) throws SQLException {
        sql.update(
                "UPDATE url SET class = ?1, lane = ?3, rank = 0 WHERE url = ?2 AND class <> ?1",
                pageClass.code(),
                url,
                Lane.HUB.code());
        sql.update("UPDATE url SET depth = 0, paging = 0 WHERE url = ?", url);
    }

    /// Makes a page due that was not asked for, since our own rules or robots.txt forbade it: both
    /// may say something else now, and finding out costs no request.
    ///
    /// @return whether it was so
    boolean askAfterRefusal(String url, Instant now) throws SQLException {
        return sql.update(
                        "UPDATE url SET due_at = ?1 WHERE url = ?2 AND due_at > ?1 AND misses > 0"
                                + " AND status IS NULL",
                        now.toEpochMilli(),
                        url)
                > 0;
    }

    OptionalLong id(String url) throws SQLException {
        return sql.number("SELECT id FROM url WHERE url = ?", url);
    }

    Optional<UrlRow> row(long id) throws SQLException {
        return sql.first("SELECT " + COLUMNS + " FROM url WHERE id = ?", UrlTable::row, id);
    }

    Optional<UrlRow> row(String url) throws SQLException {
        return sql.first("SELECT " + COLUMNS + " FROM url WHERE url = ?", UrlTable::row, url);
    }

    /// Known URLs next to this one in the order of the alphabet, some before and some after it.
    List<String> neighbours(String url, int most) throws SQLException {
        List<String> before =
                sql.list(
                        "SELECT url FROM url WHERE url < ? ORDER BY url DESC LIMIT ?",
                        row -> row.getString(1),
                        url,
                        most);
        List<String> neighbours = new ArrayList<>(before.reversed());
        neighbours.addAll(
                sql.list(
                        "SELECT url FROM url WHERE url > ? ORDER BY url LIMIT ?",
                        row -> row.getString(1),
                        url,
                        most));
        return neighbours;
    }

    Instant dueAt(long id) throws SQLException {
        return Instant.ofEpochMilli(
                sql.number("SELECT due_at FROM url WHERE id = ?", id).orElseThrow());
    }

    long countDue(Instant now) throws SQLException {
        return sql.number("SELECT count(*) FROM url WHERE due_at <= ?", now.toEpochMilli())
                .orElse(0);
    }

    long captureOf(String url) throws SQLException {
        return sql.number("SELECT capture FROM url WHERE url = ?", url).orElse(0);
    }

    private static UrlRow row(ResultSet row) throws SQLException {
        Validators validators =
                new Validators(
                        Optional.ofNullable(row.getString("etag")),
                        Optional.ofNullable(row.getString("last_modified")));
        Rate seen = new Rate(row.getDouble("events"), row.getDouble("hours"));
        return new UrlRow(
                row.getLong("id"),
                row.getString("url"),
                row.getString("site"),
                PageClass.of(row.getInt("class")),
                Lane.of(row.getInt("lane")),
                row.getInt("rank"),
                row.getInt("depth"),
                row.getInt("paging"),
                row.getInt("hops"),
                row.getInt("fails"),
                row.getInt("misses"),
                validators,
                new Track(row.getInt("visits"), row.getInt("changes"), seen),
                time(row, "last_ok"),
                number(row, "content"),
                time(row, "born"),
                Demand.of(row.getInt("demand_kind"), row.getDouble("demand")),
                row.getInt("watched") == 1,
                time(row, "last_at"),
                Claims.claim(number(row, "told_by"), time(row, "told_at"), time(row, "news_at")),
                Optional.ofNullable(row.getString("anchor")).orElse(""),
                row.getLong("parent_id"),
                row.getInt("chain"));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return time(row, row.findColumn(column));
    }

    private static OptionalLong number(ResultSet row, String column) throws SQLException {
        return number(row, row.findColumn(column));
    }

    static Optional<Instant> time(ResultSet row, int column) throws SQLException {
        OptionalLong millis = number(row, column);
        return millis.isPresent()
                ? Optional.of(Instant.ofEpochMilli(millis.getAsLong()))
                : Optional.empty();
    }

    private static OptionalLong number(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /// A page turns out to promise more or less than when it was found.
    void rank(UrlRow row, int rank) throws SQLException {
        sql.update("UPDATE url SET rank = ? WHERE id = ?", rank, row.id());
    }

    /// A URL to be added.
    ///
    /// @param rank order within its host and lane, smallest first
    /// @param chain redirects from a page that something else led to
    record NewUrl(
            String url,
            long host,
            String site,
            PageClass pageClass,
            int rank,
            int depth,
            int paging,
            int hops,
            long parent,
            String anchor,
            Instant born,
            int chain) {
        static NewUrl of(
                WebUrl url,
                long host,
                String site,
                PageClass pageClass,
                int rank,
                int depth,
                int paging,
                Instant born) {
            return new NewUrl(
                    url.toString(), host, site, pageClass, rank, depth, paging, 0, 0, "", born, 0);
        }

        NewUrl from(long parentRow, int redirects, String words) {
            return new NewUrl(
                    url, host, site, pageClass, rank, depth, paging, redirects, parentRow, words,
                    born, chain);
        }

        /// The same as the next of a chain of redirects.
        NewUrl inChain(int place) {
            return new NewUrl(
                    url, host, site, pageClass, rank, depth, paging, hops, parent, anchor, born,
                    place);
        }

        Lane lane() {
            return pageClass.isListing() ? Lane.HUB : Lane.DISCOVERY;
        }
    }
}
