package lurewatch.indexer.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import org.sqlite.SQLiteConfig;

/// Opens facts databases and brings them to this version's schema.
final class Schema {
    /// What an operator can always do about broken facts.
    static final String MAKE_ANEW =
            "move it away and run 'lurewatch replay', which makes it anew from the archive";

    private static final Migrations MIGRATIONS =
            new Migrations(
                    "facts",
                    0x4c757265, // "Lure" in ASCII
                    Schema.class,
                    List.of(
                            "0001-facts.sql",
                            "0002-pages.sql",
                            "0003-fraud-score.sql",
                            "0004-pay-in-dollars.sql",
                            "0005-behaviour.sql",
                            "0006-absence.sql",
                            "0007-turns.sql",
                            "0008-campaigns.sql",
                            "0009-well-sites.sql",
                            "0010-claims.sql",
                            "0011-contact-traits.sql",
                            "0012-dead-templates.sql"),
                    Pattern.compile(";\\s*\\n|;$"),
                    ", or " + MAKE_ANEW,
                    StrangeFactsException::new);

    private static final int BUSY_MILLISECONDS = 5000;

    /// Ids are hashes, so that each insertion touches another page of their index: those pages
    /// should stay in memory (not Java's) as long as they are few.
    private static final int WRITER_CACHE_KIB = 32 * 1024;

    /// 64 MB: a page that every commit changes is copied back once in a while, not once a second.
    /// Postings that come by the thousand change many: of each wording's shingles each has its own.
    private static final String CHECKPOINT_PAGES = "16000";

    private Schema() {}

    /// A connection that writes, with the newest schema. Commits survive the death of the process
    /// but not a power cut (`synchronous = NORMAL`): the ledger brings back what that loses.
    static Sql openForWriting(Path file) {
        SQLiteConfig config = config();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setCacheSize(-WRITER_CACHE_KIB);
        // Each capture is a savepoint, which keeps the pages it changes as they were: not in a
        // file.
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, CHECKPOINT_PAGES);
        return open(
                file,
                "jdbc:sqlite:" + file.toAbsolutePath(),
                config.toProperties(),
                (connection, path) -> MIGRATIONS.apply(connection, path.toString()));
    }

    /// A connection that cannot write.
    static Sql openForReading(Path file) {
        return open(
                file,
                SqliteFile.urlToRead(file),
                config().toProperties(),
                (connection, path) -> {
                    requireCurrent(connection, path);
                    execute(connection, "PRAGMA query_only = ON");
                });
    }

    private interface Preparation {
        void prepare(Connection connection, Path file) throws SQLException;
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLISECONDS);
        // Otherwise the driver asks for the last key after every change.
        config.setGetGeneratedKeys(false);
        return config;
    }

    private static Sql open(Path file, String url, Properties properties, Preparation preparation) {
        try {
            // The path is our own data directory's, never a text from outside.
            Connection connection = DriverManager.getConnection(url, properties);
            try {
                execute(connection, "PRAGMA trusted_schema = OFF");
                execute(connection, "PRAGMA cell_size_check = ON");
                preparation.prepare(connection, file);
                connection.setAutoCommit(false);
                return new Sql(connection);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new FactsException(
                    String.format(
                            Locale.ROOT,
                            "%s cannot be used (%s); %s",
                            file,
                            e.getMessage(),
                            SqliteFile.advice(e, MAKE_ANEW)),
                    e);
        }
    }

    private static void requireCurrent(Connection connection, Path file) throws SQLException {
        int version = MIGRATIONS.version(connection, file.toString());
        if (version < MIGRATIONS.newest()) {
            throw new FactsException(
                    String.format(
                            Locale.ROOT,
                            "%s has version %d, this program reads version %d; start the crawler"
                                    + " once, which brings it up to date",
                            file,
                            version,
                            MIGRATIONS.newest()));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
