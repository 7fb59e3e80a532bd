package lurewatch.indexer.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import lurewatch.indexer.text.JarText;

/// The numbered scripts that bring a database of one kind to this version's schema. `user_version`
/// counts those that a file has seen; a script is never edited after it was released.
///
/// @param kind what such a database is called: a facts database
/// @param applicationId what marks its files, so that a stranger's is not taken for ours
/// @param beside the class beside whose own file the scripts lie
/// @param parting what stands between two statements of a script
/// @param newerAdvice what else there is to do about a file of a newer program; may be empty
/// @param strange makes the exception for a file that is none of ours
public record Migrations(
        String kind,
        int applicationId,
        Class<?> beside,
        List<String> scripts,
        Pattern parting,
        String newerAdvice,
        Function<String, RuntimeException> strange) {
    private static final String STATE =
            """
            SELECT (SELECT user_version FROM pragma_user_version),
                (SELECT application_id FROM pragma_application_id),
                (SELECT count(*) FROM sqlite_schema)
            """;

    public Migrations {
        scripts = List.copyOf(scripts);
    }

    /// Whether the file has seen all scripts.
    ///
    /// @throws RuntimeException the strange one, if it is not of this kind or of a newer program
    public boolean isCurrent(Connection connection, String file) throws SQLException {
        return version(connection, file) == scripts.size();
    }

    /// The version that this program reads.
    public int newest() {
        return scripts.size();
    }

    /// How many scripts the file has seen; 0 for an empty one.
    public int version(Connection connection, String file) throws SQLException {
        int version;
        int application;
        boolean isNew;
        // One statement, so that it sees one state: another process may be making the file.
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery(STATE)) {
            row.next();
            version = row.getInt(1);
            application = row.getInt(2);
            isNew = version == 0 && application == 0 && row.getInt(3) == 0;
        }
        if (!isNew && application != applicationId) {
            throw strange.apply(file + " is not a " + kind + " database; move it away");
        }
        if (version > scripts.size()) {
            throw strange.apply(
                    String.format(
                            Locale.ROOT,
                            "%s was written by a newer program (version %d, this program knows %d);"
                                    + " use that program%s",
                            file,
                            version,
                            scripts.size(),
                            newerAdvice));
        }
        return version;
    }

    /// Runs the scripts that the file has not seen, all or none of them.
    public void apply(Connection connection, String file) throws SQLException {
        if (isCurrent(connection, file)) {
            return;
        }
        // Two may come at once; who comes second finds nothing left to do.
        execute(connection, "BEGIN IMMEDIATE");
        try {
            for (int version = version(connection, file); version < scripts.size(); version++) {
                for (String statement : statements(scripts.get(version))) {
                    execute(connection, statement);
                }
                execute(connection, "PRAGMA user_version = " + (version + 1));
            }
            execute(connection, "COMMIT");
        } catch (SQLException | RuntimeException e) {
            new Sql(connection).rollback(e);
            throw e;
        }
    }

    private List<String> statements(String script) {
        return List.of(parting.split(JarText.read(beside, script).strip()));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
