package lurewatch.crawler.frontier;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// What a `crawl.db` says of itself, asked beside a running crawler.
///
/// @param version of its schema
/// @param known the newest version that this program knows
/// @param sites that were ever planted or fetched
/// @param committedAt the wall clock's time when it was last written to
public record CrawlDatabase(int version, int known, long sites, Optional<Instant> committedAt) {
    /// Opens the file, reads a little, and closes it.
    public static CrawlDatabase of(Path file) {
        try (Sql sql = Sql.reader(file)) {
            int version = (int) sql.number("PRAGMA user_version").orElse(0);
            long sites = version == 0 ? 0 : sql.number("SELECT count(*) FROM site").orElse(0);
            long at = version == 0 ? 0 : Recorder.committedAt(sql);
            return new CrawlDatabase(
                    version,
                    Migrations.newest(),
                    sites,
                    at == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at)));
        } catch (SQLException e) {
            throw new FrontierException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// What is wrong with the file's pages, in one line; empty where nothing is. Reads all of them.
    public static Optional<String> damage(Path file) {
        try (Sql sql = Sql.reader(file)) {
            return sql.first("PRAGMA integrity_check", row -> row.getString(1))
                    .filter(found -> !found.equals("ok"));
        } catch (SQLException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
