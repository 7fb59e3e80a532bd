package lurewatch.searchcli.casework;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One connection and its prepared statements. Used by one thread at a time.
final class Sql implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /// Makes a value of the current row.
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// Takes the current row.
    @FunctionalInterface
    interface Taker {
        void take(ResultSet row) throws SQLException;
    }

    Sql(Connection connection) {
        this.connection = connection;
    }

    /// Runs a statement that is not worth being prepared: a pragma, a transaction's ends.
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    int update(String sql, @Nullable Object... parameters) throws SQLException {
        return bound(sql, parameters).executeUpdate();
    }

    /// Runs an insertion and gives the new row's key.
    long insert(String sql, @Nullable Object... parameters) throws SQLException {
        try (ResultSet row = bound(sql + " RETURNING rowid", parameters).executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    void forEach(String sql, Taker taker, @Nullable Object... parameters) throws SQLException {
        try (ResultSet rows = bound(sql, parameters).executeQuery()) {
            while (rows.next()) {
                taker.take(rows);
            }
        }
    }

    <T> List<T> list(String sql, Row<T> reader, @Nullable Object... parameters)
            throws SQLException {
        List<T> found = new ArrayList<>();
        forEach(sql, row -> found.add(reader.read(row)), parameters);
        return found;
    }

    <T> Optional<T> first(String sql, Row<T> reader, @Nullable Object... parameters)
            throws SQLException {
        try (ResultSet rows = bound(sql, parameters).executeQuery()) {
            return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
        }
    }

    long number(String sql, @Nullable Object... parameters) throws SQLException {
        return first(sql, row -> row.getLong(1), parameters).orElse(0L);
    }

    private PreparedStatement bound(String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
        connection.close();
    }
}
