package lurewatch.searchcli.casework;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.sqlite.SQLiteConfig;

/// Opens casework databases and brings them to this version's schema. `user_version` counts the
/// migrations a file has seen; a migration is never edited after it was released.
final class Schema {
    /// Each is one script; empty lines part its statements, as those of triggers hold semicolons.
    private static final List<String> MIGRATIONS = List.of("0001-events.sql");

    /// "Lurc" in ASCII, so that a stranger's database is not taken for ours.
    private static final int APPLICATION_ID = 0x4c757263;

    /// Long enough for a colleague's import of a hundred thousand events to come to its end.
    private static final int BUSY_MILLISECONDS = 60_000;

    private Schema() {}

    /// A connection that writes, with the newest schema. A commit is on disk when it returns:
    /// unlike facts, a note cannot be made anew.
    static Sql openForWriting(Path file) {
        SQLiteConfig config = config();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        return open(file.toAbsolutePath().toString(), config.toProperties(), Schema::migrate);
    }

    /// A connection that cannot write.
    static Sql openForReading(Path file) {
        return open(
                file.toAbsolutePath().toString(),
                config().toProperties(),
                (sql, path) -> {
                    // Migrations of one file are few and quick, and a reader may be the first.
                    if (checkedVersion(sql, path) < MIGRATIONS.size()) {
                        migrate(sql, path);
                    }
                    sql.execute("PRAGMA query_only = ON");
                });
    }

    /// An empty log, for whoever reads where nothing was written yet.
    static Sql openEmpty() {
        return open(":memory:", config().toProperties(), Schema::migrate);
    }

    private interface Preparation {
        void prepare(Sql sql, String file) throws SQLException;
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLISECONDS);
        // Otherwise the driver asks for the last key after every change.
        config.setGetGeneratedKeys(false);
        return config;
    }

    private static Sql open(String file, Properties properties, Preparation preparation) {
        try {
            // The path is our own data directory's, never a text from outside.
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file, properties);
            Sql sql = new Sql(connection);
            try {
                sql.execute("PRAGMA trusted_schema = OFF");
                sql.execute("PRAGMA cell_size_check = ON");
                preparation.prepare(sql, file);
                return sql;
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new CaseworkException(
                    String.format(
                            Locale.ROOT,
                            "%s cannot be used (%s); it cannot be made anew: take the last backup, or"
                                    + " 'lurewatch case import' what a colleague exported",
                            file,
                            e.getMessage()),
                    e);
        }
    }

    private static void migrate(Sql sql, String file) throws SQLException {
        if (checkedVersion(sql, file) == MIGRATIONS.size()) {
            return;
        }
        // Two may come at once; who comes second finds nothing left to do.
        sql.execute("BEGIN IMMEDIATE");
        try {
            for (int version = checkedVersion(sql, file); version < MIGRATIONS.size(); version++) {
                for (String statement : statements(MIGRATIONS.get(version))) {
                    sql.execute(statement);
                }
                sql.execute("PRAGMA user_version = " + (version + 1));
            }
            sql.execute("COMMIT");
        } catch (SQLException | RuntimeException e) {
            sql.execute("ROLLBACK");
            throw e;
        }
    }

    private static int checkedVersion(Sql sql, String file) throws SQLException {
        int version = (int) sql.number("PRAGMA user_version");
        long application = sql.number("PRAGMA application_id");
        boolean isNew =
                version == 0
                        && application == 0
                        && sql.number("SELECT count(*) FROM sqlite_schema") == 0;
        if (!isNew && application != APPLICATION_ID) {
            throw new CaseworkException(file + " is not a casework database; move it away");
        }
        if (version > MIGRATIONS.size()) {
            throw new CaseworkException(
                    String.format(
                            Locale.ROOT,
                            "%s was written by a newer program (version %d, this program knows %d);"
                                    + " use that program",
                            file,
                            version,
                            MIGRATIONS.size()));
        }
        return version;
    }

    private static List<String> statements(String migration) {
        try (InputStream in = Schema.class.getResourceAsStream(migration)) {
            String script =
                    new String(
                            Objects.requireNonNull(in, migration).readAllBytes(),
                            StandardCharsets.UTF_8);
            return List.of(script.strip().split("\n\n", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
