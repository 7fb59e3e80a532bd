package lurewatch.searchcli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What somebody sees who may read the data directory and not write it, while nobody writes it and
/// beside a crawl. Asked in a process of its own: root is first made like others there.
final class ReadOnlyIT {
    private static final Set<String> CRAWLER =
            Set.of("status", "why", "fetchlog", "discoveries", "doctor", "crawl");

    private static final List<String> STORES = List.of("crawl.db", "facts.db", "casework.db");

    /// Data directories: nobody writes it, a writer has just opened its stores, one has written.
    private static final List<String> TIMES = List.of("alone", "opened", "writing");

    private static final String COMMANDS =
            """
            status                              | 0 | board
            why URL/ad/1                        | 0 | a new posting is looked at soon
            fetchlog                            | 0 | captured
            discoveries                         | 1 | no lure leads anywhere
            doctor                              | 3 | ok    crawl.db     version
            search *                            | 0 | Sihanoukville
            show ID                             | 0 | sample_reader
            stats                               | 0 | lure
            overview                            | 0 | Crawler
            campaign list                       | 1 | no campaign
            campaign show ID                    | 1 | in no campaign
            pivot ID                            | 0 | 1 contact
            contact @sample_reader              | 0 | sample_reader
            timeline *                          | 0 | posting
            trends                              | 2 | window
            batch WORDS                         | 0 | 1 known
            case list                           | 0 | seen
            case show CASE                      | 0 | seen
            label list                          | 0 | ID
            watch list                          | 0 | new-ones
            watch test new-ones                 | 0 | new
            audit list                          | 0 | anna
            audit verify                        | 0 | no problem
            evaluate --labels                   | 0 | lure
            export * --for opencti --reason r --dry-run | 0 | would hand on
            key list                            | 1 | there is no key
            erase ID --reason r --dry-run       | 0 | nothing was changed
            verify                              | 0 | no problem
            """;

    @TempDir private static Path root;

    private static final List<Connection> WRITERS = new ArrayList<>();

    /// What each command said, by the directory and the command.
    private static final Map<String, String> SAID = new HashMap<>();

    private static String url = "";
    private static String id = "";
    private static String caseId = "";

    @BeforeAll
    static void crawlAndAsk() throws Exception {
        Path data = root.resolve("alone");
        fill(data);
        for (String time : TIMES.subList(1, TIMES.size())) {
            write(Folders.copy(data, root.resolve(time)), time);
        }
        for (String time : TIMES) {
            close(root.resolve(time));
        }
        ask();
    }

    @AfterAll
    static void leave() throws SQLException {
        for (Connection writer : WRITERS) {
            writer.close();
        }
    }

    private static void fill(Path data) throws IOException {
        Folders.configOfFewWords(root.resolve("config"));
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve(server, "/", "<ul><li class=ad><a href=/ad/1>Customer service</a></ul>");
        serve(
                server,
                "/ad/1",
                "<h1>Customer service, Sihanoukville</h1><p class=text>Free flight and visa to"
                        + " Cambodia, 2500 USD a month. Telegram: @sample_reader");
        server.start();
        try {
            url = "http://board.test:" + server.getAddress().getPort();
            writeSettings(server.getAddress().getPort());
            assertThat(said("crawl --once", "alone")).startsWith("0 ");
        } finally {
            server.stop(0);
        }
        id = said("search * --format ids", "alone").split(" ", -1)[1];
        caseId = said("case new seen", "alone").split(" ", -1)[1];
        for (String noted :
                List.of("label ID --as lure --reason read", "watch add new-ones --on new flight")) {
            assertThat(said(noted, "alone")).startsWith("0 ");
        }
        Files.writeString(root.resolve("words"), "@sample_reader\n");
        assertThat(data).isDirectoryContaining(file -> file.endsWith("casework.db"));
    }

    private static void serve(HttpServer server, String path, String page) {
        server.createContext(
                path,
                exchange -> {
                    byte[] body = ("<!doctype html><meta charset=utf-8>" + page).getBytes(UTF_8);
                    boolean isThere = exchange.getRequestURI().getPath().equals(path);
                    exchange.getResponseHeaders().add("Content-Type", "text/html");
                    exchange.sendResponseHeaders(isThere ? 200 : 404, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
    }

    private static void writeSettings(int port) throws IOException {
        Path config = root.resolve("config");
        Files.writeString(
                config.resolve("lurewatch.yaml"),
                """
                identity: {user_agent: ReadOnlyTest, contact: "https://example.org/bot"}
                net: {allow_cidr: [127.0.0.0/8], allow_ports: [%d], hosts: {board.test: 127.0.0.1}}
                politeness: {factor: 0, minimum: 1ms, ip_minimum: 1ms}
                storage: {disk_reserve: 1MB}
                """
                        .formatted(port));
        Files.writeString(
                config.resolve("sites/board.yaml"),
                """
                name: board
                kind: job-board
                enabled: true
                seeds: ["%s/"]
                recipe:
                  list: {item: li.ad, link: a}
                  posting: {match: /ad/, title: h1, body: .text}
                """
                        .formatted(url));
    }

    /// Another writer's stores: what it wrote last stands beside each file.
    private static void write(Path data, String time) throws SQLException {
        for (String store : STORES) {
            Connection writer = DriverManager.getConnection("jdbc:sqlite:" + data.resolve(store));
            WRITERS.add(writer);
            try (Statement statement = writer.createStatement()) {
                statement.execute("PRAGMA journal_mode = WAL");
                statement.executeQuery("SELECT count(*) FROM sqlite_schema").close();
                if (time.equals("writing")) {
                    statement.execute("CREATE TABLE beside(x)");
                }
            }
            assertThat(data.resolve(store + "-shm")).exists();
        }
    }

    private static void close(Path data) throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            for (Path path : all.toList()) {
                Files.setPosixFilePermissions(
                        path,
                        PosixFilePermissions.fromString(
                                Files.isDirectory(path) ? "r-xr-x---" : "r--r-----"));
            }
        }
    }

    private static void ask() throws Exception {
        Path questions = root.resolve("questions");
        List<String> lines = new ArrayList<>();
        for (String time : TIMES) {
            COMMANDS.lines()
                    .forEach(row -> lines.add(time + "\t" + filled(row.split("\\|", -1)[0])));
        }
        Files.write(questions, lines);
        List<String> command = new ArrayList<>();
        if (Files.isWritable(root.resolve("alone"))) {
            Path program = OthersIT.program("setpriv").orElse(null);
            assumeTrue(program != null, "root writes everything, and there is no setpriv");
            command.addAll(
                    List.of(
                            program.toString(),
                            "--bounding-set=-dac_override,-dac_read_search,-fowner",
                            "--inh-caps=-all"));
        }
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reader.class.getName(),
                        root.toString()));
        Path answers = root.resolve("answers");
        Process process =
                new ProcessBuilder(command)
                        .redirectInput(questions.toFile())
                        .redirectOutput(answers.toFile())
                        .redirectError(root.resolve("errors").toFile())
                        .start();
        assertThat(process.waitFor()).as(Files.readString(root.resolve("errors"))).isZero();
        List<String> said = Files.readAllLines(answers);
        assertThat(said).hasSameSizeAs(lines);
        for (int i = 0; i < lines.size(); i++) {
            SAID.put(lines.get(i), said.get(i));
        }
    }

    private static String filled(String command) {
        return command.strip()
                .replace("URL", url)
                .replace("ID", id)
                .replace("CASE", caseId)
                .replace("WORDS", root.resolve("words").toString());
    }

    /// The exit code, and in one line what a command printed.
    private static String said(String command, String time) {
        List<String> args = new ArrayList<>(List.of(filled(command).split(" ")));
        boolean isCrawlers = CRAWLER.contains(args.getFirst());
        args.addAll(List.of("--data", root.resolve(time).toString(), "--config", root + "/config"));
        Cli cli = Cli.inPipe().with("LUREWATCH_ANALYST", "anna");
        String[] all = args.toArray(String[]::new);
        Cli.Run run = isCrawlers ? cli.crawler(all) : cli.run(all);
        return run.code() + " " + (run.out() + run.err()).replace('\n', ' ');
    }

    /// The process that may not write.
    static final class Reader {
        private Reader() {}

        public static void main(String[] arguments) throws IOException {
            root = Path.of(arguments[0]);
            if (Files.isWritable(root.resolve("alone"))) {
                throw new IllegalStateException("writes all the same");
            }
            for (String line : new String(System.in.readAllBytes(), UTF_8).lines().toList()) {
                String[] question = line.split("\t", -1);
                System.out.println(said(question[1], question[0]));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = COMMANDS)
    void readsWhatItMayNotWrite(String command, int code, String part) {
        for (String time : TIMES) {
            assertThat(SAID.get(time + "\t" + filled(command)))
                    .as(time + " " + command)
                    .startsWith(code + " ")
                    .contains(filled(part))
                    .doesNotContain("Exception");
        }
    }
}
