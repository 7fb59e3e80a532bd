package lurewatch.crawler.frontier;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// A site's counters, added up in memory and written with each batch.
final class SiteFigures {
    private final String site;
    private long pages;
    private long fetches;
    private long errors;
    private Optional<Instant> lastSuccess = Optional.empty();
    private Optional<String> lastError = Optional.empty();
    private boolean changed;

    SiteFigures(String site, long pages) {
        this.site = site;
        this.pages = pages;
    }

    long pages() {
        return pages;
    }

    void addPage() {
        pages++;
        changed = true;
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
                UPDATE site SET pages = ?, fetches = fetches + ?, errors = errors + ?,
                    last_success = coalesce(?, last_success), last_error = coalesce(?, last_error)
                WHERE name = ?
                """,
                pages,
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
