package lurewatch.crawler.frontier;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import lurewatch.indexer.store.SqliteFile;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/// A connection to SQLite with its prepared statements. Not thread-safe: it has one owner.
final class Sql implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    private Sql(Connection connection) {
        this.connection = connection;
    }

    static Sql writer(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        // Otherwise the driver asks for the last key after every change.
        config.setGetGeneratedKeys(false);
        Sql sql =
                new Sql(DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties()));
        sql.execute("PRAGMA busy_timeout = 5000");
        sql.execute("PRAGMA journal_mode = WAL");
        sql.execute("PRAGMA synchronous = FULL");
        sql.execute("PRAGMA cache_size = -131072");
        sql.execute("PRAGMA wal_autocheckpoint = 4000");
        sql.execute("PRAGMA temp_store = MEMORY"); // what a statement might undo needs no file
        sql.execute("PRAGMA foreign_keys = OFF"); // one writer, which inserts parents first
        return sql;
    }

    static Sql reader(Path file) throws SQLException {
        Sql sql = new Sql(DriverManager.getConnection(SqliteFile.urlToRead(file)));
        sql.execute("PRAGMA busy_timeout = 5000");
        sql.execute("PRAGMA query_only = ON");
        return sql;
    }

    void execute(String statement) throws SQLException {
        try (Statement once = connection.createStatement()) {
            once.execute(statement);
        }
    }

    /// Runs a change; returns how many rows it changed.
    int update(String statement, @Nullable Object... values) throws SQLException {
        return bound(statement, values).executeUpdate();
    }

    <T> List<T> list(String query, RowReader<T> reader, @Nullable Object... values)
            throws SQLException {
        List<T> rows = new ArrayList<>();
        try (ResultSet result = bound(query, values).executeQuery()) {
            while (result.next()) {
                rows.add(reader.read(result));
            }
        }
        return rows;
    }

    <T> Optional<T> first(String query, RowReader<T> reader, @Nullable Object... values)
            throws SQLException {
        try (ResultSet result = bound(query, values).executeQuery()) {
            return result.next() ? Optional.of(reader.read(result)) : Optional.empty();
        }
    }

    /// The first column of the first row; empty where there is no row or NULL stands there.
    OptionalLong number(String query, @Nullable Object... values) throws SQLException {
        try (ResultSet result = bound(query, values).executeQuery()) {
            if (!result.next()) {
                return OptionalLong.empty();
            }
            long value = result.getLong(1);
            return result.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
        }
    }

    private PreparedStatement bound(String statement, @Nullable Object... values)
            throws SQLException {
        PreparedStatement ready = prepared.get(statement);
        if (ready == null) {
            ready = connection.prepareStatement(statement);
            prepared.put(statement, ready);
        }
        for (int i = 0; i < values.length; i++) {
            ready.setObject(i + 1, values[i]);
        }
        return ready;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
        connection.close();
    }

    /// Reads one row.
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
