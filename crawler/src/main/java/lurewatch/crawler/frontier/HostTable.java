package lurewatch.crawler.frontier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import lurewatch.crawler.revisit.Habits;
import lurewatch.crawler.revisit.Rate;
import lurewatch.indexer.store.Sql;
import org.jspecify.annotations.Nullable;

/// The table `host`. Used by the recorder's thread only.
final class HostTable {
    private static final int REMEMBERED = 50_000;

    private final Sql sql;

    /// Recently used hosts by name, so that a link costs no query for its host.
    private final Map<String, Known> known = new RecentlyUsed<>(REMEMBERED);

    HostTable(Sql sql) {
        this.sql = sql;
    }

    /// The host of that name, made if new.
    Known named(String name) throws SQLException {
        Known remembered = known.get(name);
        if (remembered != null) {
            return remembered;
        }
        Optional<Known> stored = find(name);
        if (stored.isEmpty()) {
            sql.update("INSERT INTO host (name, due_at) VALUES (?, ?)", name, Long.MAX_VALUE);
            stored = find(name);
        }
        known.put(name, stored.orElseThrow());
        return stored.orElseThrow();
    }

    /// The host of that name, with what its pages were like.
    Optional<Known> find(String name) throws SQLException {
        Optional<Known> stored =
                sql.first(
                        "SELECT id, pages, gone FROM host WHERE name = ?",
                        row -> new Known(row.getLong(1), row.getLong(2), row.getLong(3)),
                        name);
        if (stored.isPresent()) {
            readHabits(stored.get());
        }
        return stored;
    }

    /// The host of that name with its pace.
    Optional<Stored> stored(String name) throws SQLException {
        return sql.first(
                """
                SELECT id, name, address, gap, next_at, strikes, blocked_until, crawl_delay,
                    traffic, traffic_at FROM host WHERE name = ?
                """,
                HostTable::stored,
                name);
    }

    private void readHabits(Known host) throws SQLException {
        sql.list(
                        "SELECT kind, events, hours FROM habit WHERE host_id = ?",
                        row ->
                                Map.entry(
                                        Habits.Kind.of(row.getInt(1)),
                                        new Rate(row.getDouble(2), row.getDouble(3))),
                        host.id)
                .forEach(stored -> host.habits.set(stored.getKey(), stored.getValue()));
    }

    /// Writes what was learnt of the host's pages since the last time.
    void saveHabits(Known host) throws SQLException {
        for (Habits.Kind kind : host.habits.takeChanged()) {
            sql.update(
                    "INSERT OR REPLACE INTO habit VALUES (?, ?, ?, ?)",
                    host.id,
                    kind.code(),
                    host.habits.get(kind).events(),
                    host.habits.get(kind).hours());
        }
    }

    /// A page of the host was added, which is due then. While the workbench has the host, that is
    /// null and stays so.
    void grown(Known host, Instant due) throws SQLException {
        sql.update(
                "UPDATE host SET pages = ?, due_at = min(due_at, ?) WHERE id = ?",
                host.pages,
                due.toEpochMilli(),
                host.id);
    }

    /// A page of the host has been gone for long, or has come back after that.
    void gone(Known host, int change) throws SQLException {
        host.gone += change;
        sql.update("UPDATE host SET gone = ? WHERE id = ?", host.gone, host.id);
    }

    /// Something of a host that is not on the workbench becomes due.
    void dueAt(long id, Instant due) throws SQLException {
        sql.update(
                "UPDATE host SET due_at = min(due_at, ?) WHERE id = ? AND due_at IS NOT NULL",
                due.toEpochMilli(),
                id);
    }

    List<Stored> due(Instant now, int most) throws SQLException {
        return sql.list(
                """
                SELECT id, name, address, gap, next_at, strikes, blocked_until, crawl_delay,
                    traffic, traffic_at FROM host WHERE due_at <= ? ORDER BY due_at LIMIT ?
                """,
                HostTable::stored,
                now.toEpochMilli(),
                most);
    }

    /// The host is on the workbench from now on.
    void admitted(long id) throws SQLException {
        sql.update("UPDATE host SET due_at = NULL WHERE id = ?", id);
    }

    void retired(long id, long due) throws SQLException {
        sql.update("UPDATE host SET due_at = ? WHERE id = ?", due, id);
    }

    void save(HostEntry host, Pace pace, Instant next) throws SQLException {
        sql.update(
                """
                UPDATE host SET address = ?, gap = ?, next_at = ?, strikes = ?,
                    blocked_until = ?, crawl_delay = ?, traffic = ?, traffic_at = ? WHERE id = ?
                """,
                host.knownAddress().orElse(null),
                pace.gap().toMillis(),
                next.toEpochMilli(),
                pace.strikes(),
                millis(pace.blockedUntil().map(Instant::toEpochMilli)),
                millis(pace.crawlDelay().map(Duration::toMillis)),
                pace.traffic().bytes(),
                pace.traffic().at().toEpochMilli(),
                host.id());
    }

    /// What befell a host was not its doing: it may be asked as if that had not been.
    void spare(long id, Pace before, Instant now) throws SQLException {
        sql.update(
                """
                UPDATE host SET strikes = ?1, blocked_until = ?2, next_at = min(next_at, ?3),
                    due_at = CASE WHEN due_at IS NULL THEN NULL ELSE min(due_at, ?3) END
                WHERE id = ?4
                """,
                before.strikes(),
                millis(before.blockedUntil().map(Instant::toEpochMilli)),
                now.plus(before.gap()).toEpochMilli(),
                id);
    }

    /// After a kill: no host is on the workbench, and what was due is not known exactly.
    void forgetWorkbench() throws SQLException {
        sql.execute("UPDATE host SET due_at = 0 WHERE due_at IS NULL");
    }

    /// When the earliest host is due that is not among these.
    OptionalLong earliest(java.util.Collection<Long> without) throws SQLException {
        List<long[]> rows =
                sql.list(
                        """
                        SELECT due_at, id FROM host WHERE due_at IS NOT NULL
                        ORDER BY due_at LIMIT ?
                        """,
                        row -> new long[] {row.getLong(1), row.getLong(2)},
                        without.size() + 1);
        return rows.stream()
                .filter(row -> !without.contains(row[1]))
                .mapToLong(row -> row[0])
                .findFirst();
    }

    private static @Nullable Long millis(Optional<Long> value) {
        return value.orElse(null);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        Optional<Instant> blocked =
                Optional.ofNullable((Number) row.getObject(7))
                        .map(n -> Instant.ofEpochMilli(n.longValue()));
        Optional<Duration> crawlDelay =
                Optional.ofNullable((Number) row.getObject(8))
                        .map(n -> Duration.ofMillis(n.longValue()));
        Pace pace =
                new Pace(
                        Duration.ofMillis(row.getLong(4)),
                        row.getInt(6),
                        blocked,
                        crawlDelay,
                        new Traffic(row.getLong(9), Instant.ofEpochMilli(row.getLong(10))));
        return new Stored(
                row.getLong(1),
                row.getString(2),
                Optional.ofNullable(row.getString(3)),
                pace,
                Instant.ofEpochMilli(row.getLong(5)));
    }

    /// A host as stored.
    record Stored(long id, String name, Optional<String> address, Pace pace, Instant nextAt) {}

    /// What links need to know of their host.
    static final class Known {
        private final long id;
        private final Habits habits = Habits.ofHost();
        private long pages;
        private long gone;

        Known(long id, long pages, long gone) {
            this.id = id;
            this.pages = pages;
            this.gone = gone;
        }

        long id() {
            return id;
        }

        Habits habits() {
            return habits;
        }

        /// Pages that count: those known, but for those long gone.
        long counted() {
            return pages - gone;
        }

        void addPage() {
            pages++;
        }
    }
}
