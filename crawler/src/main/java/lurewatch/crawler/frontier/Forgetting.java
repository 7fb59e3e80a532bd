package lurewatch.crawler.frontier;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import lurewatch.indexer.store.Sql;

/// Takes out of `crawl.db` what it knows of pages that were erased. Needs the data directory's
/// lock. Doing it twice does the same as doing it once.
public final class Forgetting {
    private final Sql sql;

    private Forgetting(Sql sql) {
        this.sql = sql;
    }

    /// Forgets these addresses and what only they led to, these captures' numbers, and every anchor
    /// and note that holds what must go; then makes the file anew, so that no free page keeps it.
    /// Listings stay: they lead to others. Of what they said nothing is remembered.
    ///
    /// @param listed addresses that go even where they are listings
    /// @param isTrace whether a text holds what must go
    /// @return those of the addresses that stay, in order
    public static List<String> forget(
            Path file,
            Collection<String> addresses,
            Set<String> listed,
            Set<Long> captures,
            Predicate<String> isTrace) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (Sql sql = CrawlDatabase.openToWrite(file)) {
            sql.execute("PRAGMA secure_delete = ON");
            sql.execute("BEGIN IMMEDIATE");
            Forgetting forgetting = new Forgetting(sql);
            forgetting.pages(addresses, listed);
            List<String> staying = forgetting.listings(addresses);
            forgetting.answers(captures);
            forgetting.log(Set.copyOf(addresses), captures, isTrace);
            forgetting.anchors(isTrace);
            sql.execute("DROP TABLE chosen");
            sql.execute("DELETE FROM listed");
            forgetting.figures();
            sql.execute("COMMIT");
            sql.execute("VACUUM");
            sql.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            return staying;
        } catch (SQLException e) {
            throw new FrontierException("cannot forget in " + file + ": " + e.getMessage(), e);
        }
    }

    private void pages(Collection<String> addresses, Set<String> listed) throws SQLException {
        Set<Long> gone = new HashSet<>();
        for (String address : addresses) {
            gone.addAll(
                    sql.list(
                            "SELECT id FROM url WHERE url = ? AND (class <> 0 OR ?)",
                            row -> row.getLong(1),
                            address,
                            listed.contains(address)));
        }
        choose(gone);
        // What nobody has fetched and such a page led to is not known from anywhere else.
        sql.execute(
                "DELETE FROM url WHERE parent_id IN (SELECT id FROM chosen) AND last_at IS NULL");
        for (String table : List.of("shown", "lease", "second_look")) {
            sql.execute("DELETE FROM " + table + " WHERE url_id IN (SELECT id FROM chosen)");
        }
        sql.execute("DELETE FROM url WHERE id IN (SELECT id FROM chosen)");
        for (String table : List.of("lease", "second_look")) {
            sql.execute("DELETE FROM " + table + " WHERE url_id NOT IN (SELECT id FROM url)");
        }
        for (String table : List.of("habit", "trust", "yield")) {
            sql.execute("DELETE FROM " + table + " WHERE host_id NOT IN (SELECT host_id FROM url)");
        }
        sql.execute("DELETE FROM host WHERE id NOT IN (SELECT host_id FROM url)");
    }

    /// Puts numbers where one statement finds all of them: `url` has no index for most of what is
    /// asked here, and is read through once for each statement.
    private void choose(Collection<Long> ids) throws SQLException {
        sql.execute("CREATE TEMP TABLE IF NOT EXISTS chosen (id INTEGER PRIMARY KEY)");
        sql.execute("DELETE FROM chosen");
        for (long id : ids) {
            sql.update("INSERT OR IGNORE INTO chosen VALUES (?)", id);
        }
    }

    private List<String> listings(Collection<String> addresses) throws SQLException {
        List<String> staying = new ArrayList<>();
        for (String address : new TreeSet<>(addresses)) {
            staying.addAll(
                    sql.list(
                            "SELECT url FROM url WHERE url = ?", row -> row.getString(1), address));
        }
        return staying;
    }

    /// A server that is asked whether a page has changed since an erased capture would say no, and
    /// the page would be without a capture.
    private void answers(Set<Long> captures) throws SQLException {
        choose(captures);
        sql.execute(
                "UPDATE url SET etag = NULL, last_modified = NULL, content = NULL, capture = 0"
                        + " WHERE capture IN (SELECT id FROM chosen)");
    }

    /// Millions of lines may stand there; only the numbers of those that go are kept.
    private void log(Set<String> addresses, Set<Long> captures, Predicate<String> isTrace)
            throws SQLException {
        List<Long> gone = new ArrayList<>();
        sql.forEach(
                "SELECT id, url, detail FROM fetch_log",
                row -> {
                    String url = row.getString(2);
                    if (addresses.contains(url)
                            || isTrace.test(url)
                            || isTrace.test(row.getString(3))) {
                        gone.add(row.getLong(1));
                    }
                });
        choose(gone);
        sql.execute("DELETE FROM fetch_log WHERE id IN (SELECT id FROM chosen)");
        choose(captures);
        sql.execute("UPDATE fetch_log SET capture = NULL WHERE capture IN (SELECT id FROM chosen)");
    }

    private void anchors(Predicate<String> isTrace) throws SQLException {
        List<Long> holding = new ArrayList<>();
        sql.forEach(
                "SELECT id, anchor FROM url WHERE anchor <> ''",
                row -> {
                    if (isTrace.test(row.getString(2))) {
                        holding.add(row.getLong(1));
                    }
                });
        choose(holding);
        sql.execute("UPDATE url SET anchor = NULL WHERE id IN (SELECT id FROM chosen)");
    }

    private void figures() throws SQLException {
        sql.execute(
                "INSERT OR REPLACE INTO meta SELECT 'queued', count(*) FROM url WHERE last_at IS"
                        + " NULL");
        // What is not known any more has no part in a budget.
        for (String table : List.of("host", "site")) {
            sql.execute("UPDATE " + table + " SET pages = 0, gone = 0");
        }
        sql.update(
                """
                UPDATE host SET pages = known.pages, gone = known.gone
                FROM (SELECT host_id, count(*) AS pages, sum(misses >= ?) AS gone
                      FROM url GROUP BY host_id) AS known
                WHERE known.host_id = host.id
                """,
                PageBudget.GONE);
        sql.update(
                """
                UPDATE site SET pages = known.pages, gone = known.gone
                FROM (SELECT site, count(*) AS pages, sum(misses >= ?) AS gone
                      FROM url GROUP BY site) AS known
                WHERE known.site = site.name
                """,
                PageBudget.GONE);
    }
}
