package lurewatch.crawler.frontier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/// Brings `crawl.db` forward to the version this program knows; refuses one from the future.
///
/// `PRAGMA user_version` counts the files applied. A file that has been released is never edited.
final class Migrations {
    private static final List<String> FILES =
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
                    "0011-traffic.sql");

    private Migrations() {}

    /// The version that this program brings a file to.
    static int newest() {
        return FILES.size();
    }

    static void apply(Sql sql, Path file) throws SQLException {
        int version = (int) sql.number("PRAGMA user_version").orElse(0);
        if (version > FILES.size()) {
            throw new FrontierException(
                    file
                            + " has version "
                            + version
                            + "; this program knows up to "
                            + FILES.size());
        }
        for (int next = version; next < FILES.size(); next++) {
            sql.execute("BEGIN IMMEDIATE");
            for (String statement : statements(FILES.get(next))) {
                sql.execute(statement);
            }
            sql.execute("PRAGMA user_version = " + (next + 1));
            sql.execute("COMMIT");
        }
    }

    private static List<String> statements(String name) {
        String text = read(name).replaceAll("(?m)--.*$", "");
        return List.of(text.split(";", -1)).stream()
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static String read(String name) {
        String path = "/frontier/" + name;
        try (InputStream in = Migrations.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new FrontierException("missing resource " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
