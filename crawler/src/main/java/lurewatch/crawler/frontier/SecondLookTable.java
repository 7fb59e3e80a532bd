package lurewatch.crawler.frontier;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import lurewatch.crawler.frontier.SecondLook.Result;
import lurewatch.indexer.store.Sql;

/// The table `second_look`: what came of asking for pages under another user agent. Written by the
/// recorder's thread only.
final class SecondLookTable {
    /// Pages that are remembered to show others something else.
    private static final int MOST_TWO_FACED = 100_000;

    private final Sql sql;

    /// Pages that show others something else; asked by all threads.
    private final Set<Long> twoFaced = ConcurrentHashMap.newKeySet();

    SecondLookTable(Sql sql) {
        this.sql = sql;
    }

    void open() throws SQLException {
        twoFaced.addAll(
                sql.list(
                        "SELECT url_id FROM second_look WHERE verdict = ? LIMIT ?",
                        row -> row.getLong(1),
                        Result.DIFFERENT.name(),
                        MOST_TWO_FACED));
    }

    /// A page was asked for under another user agent; what came of it. A look that failed says
    /// nothing against an earlier one.
    void looked(UrlRow row, SecondLook look, Instant end) throws SQLException {
        boolean isTold = look.result() != Result.UNKNOWN;
        sql.update(
                (isTold ? "INSERT OR REPLACE" : "INSERT OR IGNORE")
                        + " INTO second_look (url_id, at, verdict, detail) VALUES (?, ?, ?, ?)",
                row.id(),
                end.toEpochMilli(),
                look.result().name(),
                look.detail());
        if (look.result() == Result.DIFFERENT) {
            twoFaced.add(row.id());
        } else if (isTold) {
            twoFaced.remove(row.id());
        }
    }

    /// Whether a page, when it was last looked at so, showed others something else.
    boolean isTwoFaced(long url) {
        return twoFaced.contains(url);
    }
}
