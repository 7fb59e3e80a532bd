package lurewatch.crawler.frontier;

import java.sql.SQLException;
import java.time.Instant;
import lurewatch.indexer.store.Sql;

/// The table `fetch_log`, of which only the newest rows are kept. Used by the recorder's thread
/// only.
final class FetchLog {
    private static final int PRUNE_EVERY = 256;

    /// So many at most are taken away at once: a log from before there was a bound may be long.
    private static final int PRUNED_AT_ONCE = 2_000;

    private final Sql sql;
    private final long most;
    private int added;

    /// @param most rows, give or take a few hundred
    FetchLog(Sql sql, long most) {
        this.sql = sql;
        this.most = most;
    }

    /// @param detail what there is to be said, for the operator
    void add(UrlRow row, String ending, FetchReport report, String detail, Instant end)
            throws SQLException {
        sql.update(
                """
                INSERT INTO fetch_log (at, site, url, ending, status, detail, bytes, took, capture)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                end.toEpochMilli(),
                row.site(),
                row.url(),
                ending,
                report.status().isPresent() ? report.status().getAsInt() : null,
                detail,
                report.bytes(),
                report.took().toMillis(),
                report.capture().isPresent() ? report.capture().getAsLong() : null);
        if (++added % PRUNE_EVERY == 0) {
            prune();
        }
    }

    /// Takes the oldest rows away that are too many. Their ids rise with time.
    void prune() throws SQLException {
        long oldest = sql.number("SELECT min(id) FROM fetch_log").orElse(0);
        long newest = sql.number("SELECT max(id) FROM fetch_log").orElse(0);
        if (newest - oldest >= most) {
            sql.update(
                    "DELETE FROM fetch_log WHERE id <= ?",
                    Math.min(newest - most, oldest + PRUNED_AT_ONCE));
        }
    }
}
