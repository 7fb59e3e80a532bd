package lurewatch.crawler.frontier;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lurewatch.indexer.store.Migrations;
import lurewatch.indexer.store.Sql;
import lurewatch.indexer.store.SqliteFile;
import org.sqlite.SQLiteConfig;

/// What a `crawl.db` says of itself, asked beside a running crawler.
///
/// @param version of its schema
/// @param known the newest version that this program knows
/// @param sites that were ever planted or fetched
/// @param committedAt the wall clock's time when it was last written to
public record CrawlDatabase(int version, int known, long sites, Optional<Instant> committedAt) {
    static final Migrations MIGRATIONS =
            new Migrations(
                    "crawl",
                    0,
                    CrawlDatabase.class,
                    List.of(
                            "0001-frontier.sql",
                            "0002-revisits.sql",
                            "0003-claims.sql",
                            "0004-focus.sql",
                            "0005-size.sql",
                            "0006-left.sql",
                            "0007-second-looks.sql",
                            "0008-listed.sql",
                            "0009-budgets.sql",
                            "0010-chains.sql",
                            "0011-traffic.sql"),
                    Pattern.compile(";\\s*\\n|;$"),
                    "",
                    FrontierException::new);

    /// A connection that writes, with the newest schema. A commit is on disk when it returns.
    static Sql openToWrite(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        // Otherwise the driver asks for the last key after every change.
        config.setGetGeneratedKeys(false);
        Connection connection =
                DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties());
        try {
            Sql sql = new Sql(connection);
            sql.execute("PRAGMA busy_timeout = 5000");
            sql.execute("PRAGMA journal_mode = WAL");
            sql.execute("PRAGMA synchronous = FULL");
            sql.execute("PRAGMA cache_size = -131072");
            sql.execute("PRAGMA wal_autocheckpoint = 4000");
            sql.execute("PRAGMA temp_store = MEMORY"); // what a statement might undo needs no file
            sql.execute("PRAGMA foreign_keys = OFF"); // one writer, which inserts parents first
            MIGRATIONS.apply(connection, file.toString());
            return sql;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /// A connection that cannot write.
    static Sql openToRead(Path file) throws SQLException {
        Sql sql = new Sql(DriverManager.getConnection(SqliteFile.urlToRead(file)));
        sql.execute("PRAGMA busy_timeout = 5000");
        sql.execute("PRAGMA query_only = ON");
        return sql;
    }

    /// Opens the file, reads a little, and closes it.
    public static CrawlDatabase of(Path file) {
        try (Sql sql = openToRead(file)) {
            int version = (int) sql.number("PRAGMA user_version").orElse(0);
            long sites = version == 0 ? 0 : sql.number("SELECT count(*) FROM site").orElse(0);
            long at = version == 0 ? 0 : Recorder.committedAt(sql);
            return new CrawlDatabase(
                    version,
                    MIGRATIONS.newest(),
                    sites,
                    at == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at)));
        } catch (SQLException e) {
            throw new FrontierException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// What is wrong with the file's pages, in one line; empty where nothing is. Reads all of them.
    public static Optional<String> damage(Path file) {
        try (Sql sql = openToRead(file)) {
            return sql.first("PRAGMA integrity_check", row -> row.getString(1))
                    .filter(found -> !found.equals("ok"));
        } catch (SQLException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
