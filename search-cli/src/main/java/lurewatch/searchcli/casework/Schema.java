package lurewatch.searchcli.casework;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import lurewatch.indexer.store.Migrations;
import lurewatch.indexer.store.Sql;
import lurewatch.indexer.store.SqliteFile;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Opens casework databases and brings them to this version's schema.
final class Schema {
    private static final Migrations MIGRATIONS =
            new Migrations(
                    "casework",
                    0x4c757263, // "Lurc" in ASCII
                    Schema.class,
                    List.of("0001-events.sql"),
                    Pattern.compile("\n\n"), // as the statements of triggers hold semicolons
                    "",
                    CaseworkException::new);

    /// Long enough for a colleague's import of a hundred thousand events to come to its end.
    private static final int BUSY_MILLISECONDS = 60_000;

    private static final long PAUSE_NANOS = 20_000_000;

    private Schema() {}

    /// A connection that writes, with the newest schema. A commit is on disk when it returns:
    /// unlike facts, a note cannot be made anew.
    static Sql openForWriting(Path file) {
        SQLiteConfig config = config();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        return open(
                file.toAbsolutePath().toString(),
                "jdbc:sqlite:" + file.toAbsolutePath(),
                config.toProperties());
    }

    /// A connection that cannot write.
    static Sql openForReading(Path file) {
        // Migrations of one file are few and quick, and a reader may be the first.
        return open(
                file.toAbsolutePath().toString(),
                SqliteFile.urlToRead(file),
                config().toProperties(),
                "PRAGMA query_only = ON");
    }

    /// An empty log, for whoever reads where nothing was written yet.
    static Sql openEmpty() {
        return open(":memory:", "jdbc:sqlite::memory:", config().toProperties());
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLISECONDS);
        // Otherwise the driver asks for the last key after every change.
        config.setGetGeneratedKeys(false);
        return config;
    }

    private static Sql open(String file, String url, Properties properties, String... settings) {
        long start = System.nanoTime();
        while (true) {
            try {
                return opened(file, url, properties, settings);
            } catch (SQLException e) {
                if (!isBeingBegun(e)
                        || System.nanoTime() - start > BUSY_MILLISECONDS * 1_000_000L) {
                    throw unusable(file, e);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /// SQLite waits for whoever writes, but not for who turns the file's journal into a log, as the
    /// first of several does that begin the file at once.
    private static boolean isBeingBegun(SQLException e) {
        return e instanceof SQLiteException known
                && known.getResultCode() == SQLiteErrorCode.SQLITE_BUSY;
    }

    private static Sql opened(String file, String url, Properties properties, String... settings)
            throws SQLException {
        // The path is our own data directory's, never a text from outside.
        Connection connection = DriverManager.getConnection(url, properties);
        Sql sql = new Sql(connection);
        try {
            sql.execute("PRAGMA trusted_schema = OFF");
            sql.execute("PRAGMA cell_size_check = ON");
            MIGRATIONS.apply(connection, file);
            for (String setting : settings) {
                sql.execute(setting);
            }
            return sql;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static CaseworkException unusable(String file, SQLException e) {
        return new CaseworkException(
                String.format(
                        Locale.ROOT,
                        "%s cannot be used (%s); %s",
                        file,
                        e.getMessage(),
                        SqliteFile.advice(
                                e,
                                "it cannot be made anew: take the last backup, or"
                                        + " 'lurewatch case import' what a colleague exported")),
                e);
    }
}
