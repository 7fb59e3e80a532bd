package lurewatch.crawler.frontier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import lurewatch.indexer.store.Sql;

/// A site's counters, added up in memory and written with each batch.
final class SiteFigures {
    /// A site that is full here and there, or just so, counts as full until nothing was left out
    /// for so long.
    private static final Duration FULL_FOR = Duration.ofHours(1);

    private final String site;
    private final long budget;
    private long pages;
    private long gone;
    private boolean tells;
    private Optional<Instant> fullSince;
    private Instant leftOutAt = Instant.EPOCH;
    private long fetches;
    private long errors;
    private Optional<Instant> lastSuccess = Optional.empty();
    private Optional<String> lastError = Optional.empty();
    private boolean changed = true;

    private SiteFigures(
            String site,
            long budget,
            long pages,
            long gone,
            boolean tells,
            Optional<Instant> fullSince) {
        this.site = site;
        this.budget = budget;
        this.pages = pages;
        this.gone = gone;
        this.tells = tells;
        this.fullSince = fullSince;
    }

    /// The figures of a site that may have none yet.
    ///
    /// @param budget the most pages of it
    static SiteFigures of(Sql sql, String site, long budget) throws SQLException {
        sql.update("INSERT OR IGNORE INTO site (name) VALUES (?)", site);
        return sql.first(
                        "SELECT pages, gone, tells, full_since FROM site WHERE name = ?",
                        row -> read(row, site, budget),
                        site)
                .orElseThrow();
    }

    private static SiteFigures read(ResultSet row, String site, long budget) throws SQLException {
        return new SiteFigures(
                site,
                budget,
                row.getLong(1),
                row.getLong(2),
                row.getInt(3) == 1,
                UrlTable.time(row, 4));
    }

    /// Pages that count: those known, but for those long gone.
    long counted() {
        return pages - gone;
    }

    long budget() {
        return budget;
    }

    void addPage(Instant now) {
        pages++;
        changed = true;
        if (leftOutAt.plus(FULL_FOR).isBefore(now)) {
            fullSince = Optional.empty();
        }
    }

    /// A page has been gone for long, or has come back after that.
    void addGone(int change) {
        gone += change;
        changed = true;
    }

    /// Whether its own pages say which of its links lead to postings.
    boolean tells() {
        return tells;
    }

    void told() {
        changed |= !tells;
        tells = true;
    }

    /// A page that is wanted was left out, since there are so many already.
    void leftOut(Instant now) {
        leftOutAt = now;
        if (fullSince.isEmpty()) {
            fullSince = Optional.of(now);
            changed = true;
        }
    }

    void fetched(FetchReport report, Instant end) {
        changed = true;
        fetches++;
        switch (report.ending()) {
            case CAPTURED, UNCHANGED, REDIRECTED -> lastSuccess = Optional.of(end);
            case MISSING, DENIED, DISALLOWED, REFUSED, TROUBLED, FAILED -> {
                errors++;
                String status = report.status().isPresent() ? " " + report.status().getAsInt() : "";
                lastError = Optional.of((report.ending() + status + " " + report.detail()).strip());
            }
        }
    }

    void save(Sql sql) throws SQLException {
        if (!changed) {
            return;
        }
        sql.update(
                """
                UPDATE site SET pages = ?, gone = ?, tells = ?, budget = ?, full_since = ?,
                    fetches = fetches + ?, errors = errors + ?,
                    last_success = coalesce(?, last_success), last_error = coalesce(?, last_error)
                WHERE name = ?
                """,
                pages,
                gone,
                tells ? 1 : 0,
                budget,
                fullSince.map(Instant::toEpochMilli).orElse(null),
                fetches,
                errors,
                lastSuccess.map(Instant::toEpochMilli).orElse(null),
                lastError.orElse(null),
                site);
        fetches = 0;
        errors = 0;
        changed = false;
    }
}
