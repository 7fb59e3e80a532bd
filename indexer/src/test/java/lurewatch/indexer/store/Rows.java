package lurewatch.indexer.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Every row of every table as text, for comparing databases.
public final class Rows {
    private Rows() {}

    public static List<String> of(Path file) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            for (String table : tables(connection)) {
                read(connection, table, rows);
            }
        }
        return rows;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet names =
                        statement.executeQuery(
                                "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        return tables;
    }

    private static void read(Connection connection, String table, List<String> rows)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("SELECT * FROM " + table + " ORDER BY 1, 2")) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                StringBuilder row = new StringBuilder(table);
                for (int i = 1; i <= columns; i++) {
                    row.append('|').append(found.getString(i));
                }
                rows.add(row.toString());
            }
        }
    }
}
