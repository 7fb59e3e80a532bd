package lurewatch.crawler.frontier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lurewatch.crawler.frontier.SiteStatus.Looks;
import lurewatch.crawler.frontier.SiteStatus.Recent;
import lurewatch.crawler.frontier.SiteStatus.Room;
import lurewatch.indexer.store.Sql;

/// How the sites do, put together from the rows of `crawl.db`.
final class SiteStatuses {
    private final Sql sql;
    private final Instant now;

    SiteStatuses(Sql sql, Instant now) {
        this.sql = sql;
        this.now = now;
    }

    /// Every site that was ever planted or fetched, by name.
    ///
    /// @param window how far back *recent* reaches
    List<SiteStatus> all(Duration window) throws SQLException {
        Map<String, Map<Lane, LaneStatus>> lanes = lanes();
        Map<String, Instant> blocked = blocked();
        Map<String, Recent> recent = recent(now.minus(window));
        Map<String, Looks> looks = looks();
        return sql.list(
                """
                SELECT name, pages, fetches, errors, last_success, last_error, pages - gone,
                    budget, full_since FROM site
                ORDER BY name
                """,
                row -> {
                    String site = row.getString(1);
                    return new SiteStatus(
                            site,
                            row.getLong(2),
                            row.getLong(3),
                            row.getLong(4),
                            time(row, 5),
                            Optional.ofNullable(row.getString(6)),
                            recent.getOrDefault(site, Recent.NONE),
                            lanes.getOrDefault(site, Map.of()),
                            Optional.ofNullable(blocked.get(site)),
                            looks.getOrDefault(site, Looks.NONE),
                            new Room(row.getLong(7), row.getLong(8), time(row, 9)));
                });
    }

    private Map<String, Map<Lane, LaneStatus>> lanes() throws SQLException {
        Map<String, Map<Lane, LaneStatus>> lanes = new HashMap<>();
        List<Due> all =
                sql.list(
                        """
                        SELECT url.site, url.lane, count(*), min(url.due_at)
                        FROM url JOIN host ON host.id = url.host_id
                        WHERE url.due_at <= ?1 AND coalesce(host.blocked_until, 0) <= ?1
                        GROUP BY url.site, url.lane
                        """,
                        Due::read,
                        now.toEpochMilli());
        for (Due due : all) {
            lanes.computeIfAbsent(due.site(), _ -> new EnumMap<>(Lane.class))
                    .put(
                            due.lane(),
                            new LaneStatus(due.count(), Duration.between(due.oldest(), now)));
        }
        return lanes;
    }

    private Map<String, Instant> blocked() throws SQLException {
        Map<String, Instant> blocked = new HashMap<>();
        sql.forEach(
                """
                SELECT url.site, max(host.blocked_until) FROM host
                JOIN url ON url.host_id = host.id
                WHERE host.blocked_until > ? GROUP BY url.site
                """,
                row -> blocked.put(row.getString(1), Instant.ofEpochMilli(row.getLong(2))),
                now.toEpochMilli());
        return blocked;
    }

    private Map<String, Looks> looks() throws SQLException {
        Map<String, Looks> looks = new HashMap<>();
        sql.forEach(
                """
                SELECT url.site, count(*), sum(verdict = 'DIFFERENT')
                FROM second_look JOIN url ON url.id = url_id GROUP BY url.site
                """,
                row -> looks.put(row.getString(1), new Looks(row.getLong(2), row.getLong(3))));
        return looks;
    }

    private Map<String, Recent> recent(Instant since) throws SQLException {
        Map<String, Recent> recent = new HashMap<>();
        sql.forEach(
                """
                SELECT site, count(*), sum(ending NOT IN ('CAPTURED', 'UNCHANGED', 'REDIRECTED'))
                FROM fetch_log
                WHERE id >= ? AND ending NOT IN ('ROBOTS', 'SECOND_LOOK') GROUP BY site
                """,
                row -> recent.put(row.getString(1), new Recent(row.getLong(2), row.getLong(3))),
                firstAfter(since));
        return recent;
    }

    /// The log has no index by time, since every fetch would pay for it; but its ids rise with
    /// time, so a search by halves finds the place.
    private long firstAfter(Instant since) throws SQLException {
        long low = sql.number("SELECT min(id) FROM fetch_log").orElse(1);
        long high = sql.number("SELECT max(id) FROM fetch_log").orElse(0) + 1;
        while (low < high) {
            long middle = low + (high - low) / 2;
            long at =
                    sql.number("SELECT at FROM fetch_log WHERE id >= ? ORDER BY id LIMIT 1", middle)
                            .orElse(Long.MAX_VALUE);
            if (at < since.toEpochMilli()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Optional<Instant> time(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable((Number) row.getObject(column))
                .map(millis -> Instant.ofEpochMilli(millis.longValue()));
    }

    private record Due(String site, Lane lane, long count, Instant oldest) {
        static Due read(ResultSet row) throws SQLException {
            return new Due(
                    row.getString(1),
                    Lane.of(row.getInt(2)),
                    row.getLong(3),
                    Instant.ofEpochMilli(row.getLong(4)));
        }
    }
}
