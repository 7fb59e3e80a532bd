package lurewatch.indexer.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// One connection and its prepared statements. Used by one thread at a time.
///
/// Parameters may be strings, whole and real numbers, truths, bytes, instants, null, and optionals
/// of these.
public final class Sql implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /// Makes a value of the current row.
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// Takes the current row.
    @FunctionalInterface
    public interface Taker {
        void take(ResultSet row) throws SQLException;
    }

    public Sql(Connection connection) {
        this.connection = connection;
    }

    public Connection connection() {
        return connection;
    }

    /// Runs a statement that is not worth being prepared: a pragma, a transaction's ends.
    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Takes back what a transaction did, after a failure. SQLite ends a transaction itself where
    /// the disk is full or failing; that there is none to end then must not hide why.
    public void rollback(Exception why) {
        try {
            execute("ROLLBACK");
        } catch (SQLException second) {
            why.addSuppressed(second);
        }
    }

    /// Runs a change and gives the number of changed rows.
    public int update(String sql, @Nullable Object... parameters) throws SQLException {
        return bound(sql, parameters).executeUpdate();
    }

    /// Runs an insertion and gives the new row's key.
    public long insert(String sql, @Nullable Object... parameters) throws SQLException {
        try (ResultSet row = bound(sql + " RETURNING rowid", parameters).executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    public void forEach(String sql, Taker taker, @Nullable Object... parameters)
            throws SQLException {
        try (ResultSet rows = bound(sql, parameters).executeQuery()) {
            while (rows.next()) {
                taker.take(rows);
            }
        }
    }

    public <T> List<T> list(String sql, Row<T> reader, @Nullable Object... parameters)
            throws SQLException {
        List<T> found = new ArrayList<>();
        forEach(sql, row -> found.add(reader.read(row)), parameters);
        return found;
    }

    public <T> Optional<T> first(String sql, Row<T> reader, @Nullable Object... parameters)
            throws SQLException {
        try (ResultSet rows = bound(sql, parameters).executeQuery()) {
            return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
        }
    }

    /// The first column of the first row; empty where there is no row or NULL stands there.
    public OptionalLong number(String sql, @Nullable Object... parameters) throws SQLException {
        try (ResultSet rows = bound(sql, parameters).executeQuery()) {
            if (!rows.next()) {
                return OptionalLong.empty();
            }
            long value = rows.getLong(1);
            return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
        }
    }

    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private PreparedStatement bound(String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < parameters.length; i++) {
            bind(statement, i + 1, parameters[i]);
        }
        return statement;
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object parameter)
            throws SQLException {
        switch (parameter) {
            case null -> statement.setNull(index, Types.NULL);
            case Optional<?> optional when optional.isEmpty() ->
                    statement.setNull(index, Types.NULL);
            case Optional<?> optional -> bind(statement, index, optional.get());
            case String text -> statement.setString(index, storable(text));
            case Instant instant -> statement.setString(index, Times.write(instant));
            case Integer number -> statement.setInt(index, number);
            case Long number -> statement.setLong(index, number);
            case Double number -> statement.setDouble(index, number);
            case Boolean truth -> statement.setInt(index, truth ? 1 : 0);
            case byte[] bytes -> statement.setBytes(index, bytes);
            default ->
                    throw new IllegalArgumentException(
                            "no column takes a " + parameter.getClass().getName());
        }
    }

    /// SQLite holds neither lone surrogates nor, reliably, NUL. One unit is put for one, so that
    /// offsets into the text stay right.
    static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder storable = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                storable.append(c).append(text.charAt(++i));
            } else {
                storable.append(c == 0 || Character.isSurrogate(c) ? '\ufffd' : c);
            }
        }
        return storable.toString();
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
        connection.close();
    }
}
