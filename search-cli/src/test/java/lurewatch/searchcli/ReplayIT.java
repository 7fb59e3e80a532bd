package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.WarcPosition;
import lurewatch.indexer.archive.ArchiveReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is right of the archive can be thrown away: a replay gives it again, byte for byte.
class ReplayIT {
    @TempDir private static Path root;

    private static Path demo = Path.of("demo");
    private static Everything crawled = new Everything(List.of(), List.of());

    /// A replay of all that was crawled gives what the crawl gave, which is shown once. Whatever
    /// else gives it again is held against a replay of its beginning, which takes a fifth of the
    /// time.
    private static final int BEGINNING = 120;

    private static final int SHOWN_OF = 12;

    private static Path beginning = Path.of("beginning");
    private static Everything replayed = new Everything(List.of(), List.of());

    /// All that is derived.
    ///
    /// @param hits of a search for everything, as JSON
    /// @param rows of every table of `facts.db`, in the order of their keys
    private record Everything(List<String> hits, List<String> rows) {
        static Everything in(Path data) throws SQLException {
            return new Everything(search(data, "jsonl"), FactsDump.of(data.resolve("facts.db")));
        }
    }

    /// `facts.db`, row by row.
    private static final class FactsDump {
        private FactsDump() {}

        static List<String> of(Path file) throws SQLException {
            List<String> rows = new ArrayList<>();
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = connection.createStatement()) {
                for (String table :
                        column(
                                statement,
                                "SELECT name FROM sqlite_schema WHERE type = 'table'"
                                        + " AND name NOT LIKE 'sqlite_%' ORDER BY name")) {
                    List<String> key =
                            column(
                                    statement,
                                    "SELECT name FROM pragma_table_info('%s') WHERE pk > 0 ORDER BY pk"
                                            .formatted(table));
                    addRows(rows, statement, table, String.join(", ", key));
                }
            }
            return rows;
        }

        private static List<String> column(Statement statement, String query) throws SQLException {
            List<String> values = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(query)) {
                while (row.next()) {
                    values.add(row.getString(1));
                }
            }
            return values;
        }

        private static void addRows(
                List<String> rows, Statement statement, String table, String key)
                throws SQLException {
            try (ResultSet row =
                    statement.executeQuery("SELECT * FROM " + table + " ORDER BY " + key)) {
                int columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    StringBuilder line = new StringBuilder(table);
                    for (int i = 1; i <= columns; i++) {
                        line.append('|').append(shown(row.getObject(i)));
                    }
                    rows.add(line.toString());
                }
            }
        }
    }

    private static Object shown(Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value;
    }

    @BeforeAll
    static void crawlTheDemoWorld() throws IOException, SQLException {
        demo = root.resolve("demo");
        Cli.Run run =
                Cli.inPipe()
                        .crawler(
                                "demo",
                                "--data",
                                demo.toString(),
                                "--config",
                                Folders.shippedConfig().toString());
        assertThat(run.code()).as(run.err()).isZero();
        crawled = Everything.in(demo);
        assertThat(crawled.hits()).hasSizeGreaterThan(300);
        assertThat(crawled.rows()).hasSizeGreaterThan(3000);
        beginning = beginningOf(demo, BEGINNING, root.resolve("beginning"));
        crawler(beginning, "replay");
        replayed = Everything.in(beginning);
        assertThat(replayed.hits()).hasSizeGreaterThan(50);
        assertThat(replayed.rows()).hasSizeGreaterThan(500);
    }

    /// The same where its archive ends after so many captures; what is derived of it is missing.
    private static Path beginningOf(Path whole, int captures, Path to) throws IOException {
        Path data = Folders.copy(whole, to);
        deleteIndex(data);
        deleteFacts(data);
        Path ledger = data.resolve("archive/ledger.jsonl");
        Files.write(ledger, Files.readAllLines(ledger).subList(0, captures));
        WarcPosition last =
                ArchiveReader.open(data.resolve("archive"))
                        .capture(new CaptureId(captures))
                        .orElseThrow()
                        .position();
        try (FileChannel warc =
                FileChannel.open(
                        data.resolve("archive").resolve(last.file()), StandardOpenOption.WRITE)) {
            warc.truncate(last.offset() + last.length());
        }
        return data;
    }

    private static List<String> search(Path data, String format) {
        Cli.Run run =
                Cli.inPipe().run("search", "*", "--data", data.toString(), "--format", format);
        assertThat(run.code()).as(run.err()).isZero();
        return run.lines();
    }

    /// Every so many-th posting as JSON, in the order of the hits. What stands in the rows is
    /// compared whole; this is how it is read.
    private static List<String> shown(Path data) {
        List<String> ids = search(data, "ids");
        return IntStream.range(0, ids.size())
                .filter(i -> i % SHOWN_OF == 0)
                .mapToObj(i -> shown(data, ids.get(i)))
                .toList();
    }

    private static String shown(Path data, String id) {
        Cli.Run run = Cli.inPipe().run("show", id, "--data", data.toString(), "--format", "jsonl");
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
    }

    private static Path copy(String name) throws IOException {
        return Folders.copy(beginning, root.resolve(name));
    }

    private static void deleteIndex(Path data) throws IOException {
        Folders.delete(data.resolve("index"));
    }

    private static void deleteFacts(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().startsWith("facts.db")) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Cli.Run crawler(Path data, String... command) {
        List<String> args = new ArrayList<>(List.of(command));
        args.addAll(List.of("--data", data.toString()));
        args.addAll(List.of("--config", data.resolve("config").toString()));
        Cli.Run run = Cli.inPipe().crawler(args.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return run;
    }

    private static void assertThatNothingIsLost(Path data) throws SQLException {
        assertThatIs(data, replayed);
    }

    private static void assertThatIs(Path data, Everything before) throws SQLException {
        Everything now = Everything.in(data);
        assertThat(now.hits()).isEqualTo(before.hits());
        assertThat(now.rows()).isEqualTo(before.rows());
    }

    @Test
    void aReplayGivesFactsAndIndexAgain() throws IOException, SQLException {
        Path data = Folders.copy(demo, root.resolve("both"));
        deleteIndex(data);
        deleteFacts(data);
        assertThat(crawler(data, "replay").out()).startsWith("replayed ");
        assertThatIs(data, crawled);
        assertThat(shown(data)).isEqualTo(shown(demo));
    }

    @Test
    void aReplayGivesTheIndexAgain() throws IOException, SQLException {
        Path data = copy("index");
        deleteIndex(data);
        crawler(data, "replay");
        assertThatNothingIsLost(data);
    }

    @Test
    void aReplayGivesTheFactsAgain() throws IOException, SQLException {
        Path data = copy("facts");
        deleteFacts(data);
        crawler(data, "replay");
        assertThatNothingIsLost(data);
    }

    @Test
    void aReplayOfWhatIsWholeChangesNothing() throws IOException, SQLException {
        Path data = copy("whole");
        crawler(data, "replay");
        crawler(data, "replay");
        assertThatNothingIsLost(data);
        assertThat(data.resolve("replay")).doesNotExist();
    }

    /// The world is gone by now, and nothing in it is due again so soon.
    @Test
    void aCrawlCatchesUpWithTheArchiveByItself() throws IOException, SQLException {
        Path data = copy("crawl");
        deleteIndex(data);
        deleteFacts(data);
        crawler(data, "crawl", "--once");
        assertThatNothingIsLost(data);
    }

    @Test
    void aCrawlCatchesUpWhereOnlyOneOfThemIsMissing() throws IOException, SQLException {
        Path withoutIndex = copy("crawl-index");
        deleteIndex(withoutIndex);
        crawler(withoutIndex, "crawl", "--once");
        assertThatNothingIsLost(withoutIndex);

        Path withoutFacts = copy("crawl-facts");
        deleteFacts(withoutFacts);
        crawler(withoutFacts, "crawl", "--once");
        assertThatNothingIsLost(withoutFacts);
    }
}
