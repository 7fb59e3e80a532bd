package lurewatch.crawler.frontier;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// The table `robots`. Used by the recorder's thread only.
final class RobotsTable {
    private final Sql sql;

    RobotsTable(Sql sql) {
        this.sql = sql;
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
    }
}
