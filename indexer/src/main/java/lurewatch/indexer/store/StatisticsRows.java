package lurewatch.indexer.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Counts over all facts: for people, not for loops.
final class StatisticsRows {
    private final Sql sql;

    StatisticsRows(Sql sql) {
        this.sql = sql;
    }

    FactsStatistics all() throws SQLException {
        return new FactsStatistics(
                sql.number("SELECT count(*) FROM captures").orElse(0),
                sql.number("SELECT count(*) FROM postings").orElse(0),
                sql.number("SELECT count(*) FROM contacts").orElse(0),
                sql.number("SELECT count(DISTINCT capture) FROM failures").orElse(0),
                time("SELECT min(fetched_at) FROM captures"),
                time("SELECT max(fetched_at) FROM captures"),
                sites(),
                counts("coalesce(a.language, '')"),
                counts("coalesce(b.class, a.class)"),
                counts("a.context"));
    }

    Map<String, SiteYield> yields(Instant since) throws SQLException {
        Map<String, SiteYield> yields = new HashMap<>();
        sql.list(
                        """
                        SELECT p.site, count(*), sum(coalesce(b.class, a.class) = 'lure')
                        FROM postings p
                        LEFT JOIN assessments a ON a.version = p.current_version
                        LEFT JOIN behaviours b ON b.posting = p.posting
                        WHERE p.first_seen >= ? GROUP BY p.site
                        """,
                        row ->
                                Map.entry(
                                        row.getString(1),
                                        new SiteYield(row.getLong(2), row.getLong(3))),
                        Times.write(since))
                .forEach(row -> yields.put(row.getKey(), row.getValue()));
        return yields;
    }

    List<SiteVisits> visits(Duration before) throws SQLException {
        Optional<Instant> last =
                time("SELECT fetched_at FROM captures ORDER BY sequence DESC LIMIT 1");
        if (last.isEmpty()) {
            return List.of();
        }
        return sql.list(
                """
                SELECT site, count(*), sum(outcome IN ('blocked', 'denied', 'troubled')),
                    max(fetched_at)
                FROM captures
                WHERE sequence > (SELECT max(sequence) FROM captures) - 200000
                    AND fetched_at >= ?
                GROUP BY site ORDER BY site
                """,
                row ->
                        new SiteVisits(
                                row.getString(1),
                                row.getLong(2),
                                row.getLong(3),
                                Times.read(row.getString(4))),
                Times.write(last.get().minus(before)));
    }

    Quarantined quarantined() throws SQLException {
        long captures =
                sql.number(
                                """
                                SELECT count(*) FROM captures
                                WHERE sequence > (SELECT max(sequence) FROM captures) - 200000
                                    AND outcome = 'quarantined'
                                """)
                        .orElse(0);
        return new Quarantined(
                captures,
                captures == 0
                        ? Optional.empty()
                        : sql.first(
                                """
                                SELECT c.site || ' ' || c.url || ': ' || coalesce(f.message, '')
                                FROM captures c LEFT JOIN failures f ON f.capture = c.sequence
                                WHERE c.outcome = 'quarantined'
                                ORDER BY c.sequence DESC, f.ordinal DESC LIMIT 1
                                """,
                                row -> row.getString(1)));
    }

    private Optional<Instant> time(String query) throws SQLException {
        return sql.first(query, row -> Optional.ofNullable(row.getString(1)))
                .flatMap(text -> text)
                .map(Times::read);
    }

    private List<FactsStatistics.SiteCount> sites() throws SQLException {
        return sql.list(
                """
                SELECT site, count(*),
                    (SELECT count(*) FROM postings p WHERE p.site = c.site)
                FROM captures c GROUP BY site ORDER BY site
                """,
                row ->
                        new FactsStatistics.SiteCount(
                                row.getString(1), row.getLong(2), row.getLong(3)));
    }

    private List<FactsStatistics.Count> counts(String column) throws SQLException {
        return sql.list(
                "SELECT "
                        + column
                        + """
                         AS name, count(*) FROM postings p
                        JOIN assessments a ON a.version = p.current_version
                        LEFT JOIN behaviours b ON b.posting = p.posting
                        GROUP BY name ORDER BY name
                        """,
                row -> new FactsStatistics.Count(row.getString(1), row.getLong(2)));
    }
}
