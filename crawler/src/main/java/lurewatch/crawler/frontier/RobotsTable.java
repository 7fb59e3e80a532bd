package lurewatch.crawler.frontier;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import lurewatch.indexer.store.Sql;

/// The table `robots`. Used by the recorder's thread only.
///
/// A file that is no longer valid is asked for anew, so it goes; and since anybody may have
/// thousands of host names with half a megabyte each, the oldest go, too, where all are too large.
final class RobotsTable {
    static final long MOST_BYTES = 256L * 1024 * 1024;
    private static final Duration TIDY_EVERY = Duration.ofHours(1);

    private final Sql sql;
    private final Duration validity;
    private final long mostBytes;
    private Instant tidied = Instant.EPOCH;
    private long bytes;

    RobotsTable(Sql sql, Duration validity, long mostBytes) {
        this.sql = sql;
        this.validity = validity;
        this.mostBytes = mostBytes;
    }

    Optional<StoredRobots> find(String origin) throws SQLException {
        return sql.first(
                "SELECT fetched_at, status, body FROM robots WHERE origin = ?",
                row ->
                        new StoredRobots(
                                origin,
                                Instant.ofEpochMilli(row.getLong(1)),
                                row.getInt(2),
                                row.getBytes(3)),
                origin);
    }

    void save(StoredRobots robots) throws SQLException {
        sql.update(
                "INSERT OR REPLACE INTO robots VALUES (?, ?, ?, ?)",
                robots.origin(),
                robots.fetchedAt().toEpochMilli(),
                robots.status(),
                robots.body());
        bytes += robots.body().length;
        Instant now = robots.fetchedAt();
        if (bytes > mostBytes || tidied.plus(TIDY_EVERY).isBefore(now)) {
            tidy(now);
        }
    }

    private void tidy(Instant now) throws SQLException {
        sql.update("DELETE FROM robots WHERE fetched_at < ?", now.minus(validity).toEpochMilli());
        // Half of what there may be stays, so that the next time is not soon.
        sql.update(
                """
                DELETE FROM robots WHERE origin IN (
                    SELECT origin FROM (
                        SELECT origin, sum(length(body)) OVER (ORDER BY fetched_at DESC, origin)
                            AS newer FROM robots)
                    WHERE newer > ? AND (SELECT sum(length(body)) FROM robots) > ?)
                """,
                mostBytes / 2,
                mostBytes);
        bytes =
                sql.first("SELECT coalesce(sum(length(body)), 0) FROM robots", r -> r.getLong(1))
                        .orElse(0L);
        tidied = now;
    }
}
