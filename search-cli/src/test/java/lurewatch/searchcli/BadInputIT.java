package lurewatch.searchcli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lurewatch.indexer.archive.Archive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is wrong with what a person gives to either program: one line on standard error that
/// says what, where and what to do, the right exit code, nothing on standard output, no stack
/// trace.
class BadInputIT {
    /// Commands of the crawler; everything else is search-cli's, as the launcher has it.
    private static final Set<String> CRAWLER =
            Set.of("demo", "crawl", "replay", "repair", "import", "check", "fetchlog", "status");

    private static final String SETTINGS =
            """
            identity: {user_agent: BadInputTest, contact: "https://example.org/bot"}
            net: {allow_cidr: [127.0.0.0/8], hosts: {board.test: 127.0.0.1}}
            storage: {disk_reserve: 1MB}
            """;

    private static final String SITE =
            """
            name: board
            kind: job-board
            enabled: true
            seeds: ["http://board.test/jobs"]
            scope:
              hosts: [board.test]
              include: ["^/"]
            recipe:
              posting:
                title: h1
            """;

    private static final String PAGE =
            """
            <!doctype html><meta charset=utf-8><title>Customer service</title><article>
            <h1>Customer service %d</h1><p>Free flight and visa to Sihanoukville, Cambodia. 2500 USD
            a month, no experience needed. Telegram: @bad_input_%d</p></article>
            """;

    @TempDir private static Path root;

    /// The writers that others meet.
    private static final List<Archive> BUSY = new ArrayList<>();

    @BeforeAll
    static void makeEverythingWrong() throws IOException, SQLException {
        Path config = Files.createDirectories(root.resolve("config"));
        writeGoodConfig(config.resolve("good"));
        makeConfigs();
        makeFiles();
        fillGoodData();
        makeData();
        Path archive = copyOfData("busy").resolve("archive");
        BUSY.add(Archive.open(archive, 1 << 20, InstantSource.system()));
    }

    @AfterAll
    static void leave() throws IOException {
        for (Archive archive : BUSY) {
            archive.close();
        }
    }

    private static void writeGoodConfig(Path config) throws IOException {
        Files.createDirectories(config.resolve("sites"));
        Files.writeString(config.resolve("lurewatch.yaml"), SETTINGS);
        Files.writeString(config.resolve("sites/board.yaml"), SITE);
        Folders.copy(Folders.shippedConfig().resolve("signals"), config.resolve("signals"));
    }

    private static void makeConfigs() throws IOException {
        change("malformed", "lurewatch.yaml", "net:", "net: {[");
        change("unknown-key", "lurewatch.yaml", "disk_reserve", "disc_reserve");
        change("wrong-type", "lurewatch.yaml", "1MB", "[1, 2]");
        change("bad-size", "lurewatch.yaml", "1MB", "lots");
        change("anonymous", "lurewatch.yaml", "contact: \"https://example.org/bot\"", "");
        change("no-settings", "lurewatch.yaml", SETTINGS, "");
        Files.delete(root.resolve("config/no-settings/lurewatch.yaml"));
        change("bad-pattern", "sites/board.yaml", "\"^/\"", "\"^/(\"");
        change("bad-selector", "sites/board.yaml", "h1", "\"h1 >> p[\"");
        change("bad-kind", "sites/board.yaml", "job-board", "jobboard");
        change("bad-seed", "sites/board.yaml", "http://board.test/jobs", "ftp://board.test/jobs");
        change("other-name", "sites/board.yaml", "name: board", "name: bord");
        change("doubled-key", "sites/board.yaml", "kind:", "name: board\nkind:");
        change("no-site", "sites/board.yaml", "enabled: true", "enabled: false");
        change("bad-signal", "signals/lexicon/en.tsv", "pay_too_high\ten", "pay_to_high\ten");
        change("bad-row", "signals/lexicon/en.tsv", "\tliteral\t", "\t");
        change(
                "bad-sentence",
                "signals/signals.yaml",
                "Company keeps your passport",
                "Company keeps your luggage");
        change("no-signals", "signals/signals.yaml", "", "");
        Folders.delete(root.resolve("config/no-signals/signals"));
    }

    /// A copy of the good settings with one text of one file replaced, where it first stands.
    private static void change(String name, String file, String old, String with)
            throws IOException {
        Path config =
                Folders.copy(root.resolve("config/good"), root.resolve("config").resolve(name));
        String text = Files.readString(config.resolve(file));
        int at = text.indexOf(old);
        assertThat(at).as(old).isNotNegative();
        Files.writeString(
                config.resolve(file),
                text.substring(0, at) + with + text.substring(at + old.length()));
    }

    private static void makeFiles() throws IOException {
        Path files = Files.createDirectories(root.resolve("files"));
        for (int i = 1; i <= 3; i++) {
            Files.writeString(files.resolve(i + ".html"), PAGE.formatted(i, i));
        }
        Files.writeString(files.resolve("empty.html"), "<html></html>");
        Files.writeString(files.resolve("text.txt"), "Free flight to Cambodia");
        Files.writeString(
                files.resolve("ads.jsonl"),
                "{\"id\":\"a\",\"text\":\"Free flight\"}\n{\"id\":\"b\",\"text\":\n");
        Files.write(files.resolve("euckr.txt"), "캄보디아".getBytes(Charset.forName("EUC-KR")));
        Files.writeString(files.resolve("there.csv"), "mine");
    }

    private static void fillGoodData() throws IOException {
        for (int i = 1; i <= 3; i++) {
            Cli.Run run =
                    run(
                            ("import F/%d.html --url http://board.test/ad/%d --site board"
                                            + " --time 2026-10-0%dT00:00:00Z --data D/good --config C/good")
                                    .formatted(i, i, i));
            assertThat(run.code()).as(run.err()).isZero();
        }
        Files.createDirectories(root.resolve("data/empty"));
        Files.writeString(root.resolve("data/file"), "no directory");
    }

    private static void makeData() throws IOException, SQLException {
        Path flipped = segment(copyOfData("flipped"));
        flip(flipped, (int) (Files.size(flipped) / 2));
        Path torn = copyOfData("torn").resolve("archive/ledger.jsonl");
        byte[] ledger = Files.readAllBytes(torn);
        Files.write(torn, Arrays.copyOf(ledger, ledger.length - 30));
        Path cut = segment(copyOfData("cut"));
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 200));
        Folders.copy(root.resolve("data/cut"), root.resolve("data/cut-for-crawl"));
        Files.delete(segments(copyOfData("end")).getLast());
        withFacts("newer", "PRAGMA user_version = 99");
        withFacts("stranger", "PRAGMA application_id = 7");
        Files.writeString(
                copyOfData("no-database").resolve("facts.db"), "no database, whatever the name is");
        Path facts = copyOfData("broken-facts").resolve("facts.db");
        byte[] pages = Files.readAllBytes(facts);
        Arrays.fill(pages, 4096, pages.length, (byte) 0xAA);
        Files.write(facts, pages);
        breakIndex(copyOfData("broken-index").resolve("index"), "segments_");
        breakIndex(copyOfData("torn-index").resolve("index"), "_");
        Folders.delete(copyOfData("no-index").resolve("index"));
        Files.writeString(copyOfData("bad-crawl").resolve("crawl.db"), "no database, whatever");
        Path locked = copyOfData("locked");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        Path sealed = Files.createDirectories(root.resolve("files/sealed"));
        Files.setPosixFilePermissions(sealed, PosixFilePermissions.fromString("r-xr-xr-x"));
    }

    private static Path copyOfData(String name) throws IOException {
        return Folders.copy(root.resolve("data/good"), root.resolve("data").resolve(name));
    }

    /// The first file of captures.
    private static Path segment(Path data) throws IOException {
        return segments(data).getFirst();
    }

    private static List<Path> segments(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("archive"))) {
            return files.filter(file -> file.toString().endsWith(".warc.gz")).sorted().toList();
        }
    }

    private static void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }

    private static void withFacts(String name, String pragma) throws IOException, SQLException {
        Path facts = copyOfData(name).resolve("facts.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + facts);
                Statement statement = connection.createStatement()) {
            statement.execute(pragma);
        }
    }

    private static void breakIndex(Path index, String start) throws IOException {
        try (Stream<Path> files = Files.list(index)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().startsWith(start)) {
                    Files.writeString(file, "no index", StandardOpenOption.TRUNCATE_EXISTING);
                }
            }
        }
    }

    /// `C/x` is a folder of settings, `D/x` a data directory, `F/x` a file.
    private static Cli.Run run(String arguments) {
        String[] args =
                Stream.of(arguments.strip().split(" +"))
                        .map(argument -> argument.replaceFirst("^C/", root + "/config/"))
                        .map(argument -> argument.replaceFirst("^D/", root + "/data/"))
                        .map(argument -> argument.replaceFirst("^F/", root + "/files/"))
                        .toArray(String[]::new);
        return CRAWLER.contains(args[0]) ? Cli.inPipe().crawler(args) : Cli.inPipe().run(args);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    # settings: arguments                              | code | lines | part of standard error
                    crawl --once --data D/x --config C/none            | 3 | 1 | there is no config directory at
                    crawl --once --data D/x --config C/no-settings     | 3 | 1 | lurewatch.yaml
                    crawl --once --data D/x --config C/malformed       | 3 | 1 | lurewatch.yaml:2:
                    crawl --once --data D/x --config C/unknown-key     | 3 | 1 | unknown key 'disc_reserve'
                    crawl --once --data D/x --config C/wrong-type      | 3 | 1 | lurewatch.yaml:3:
                    crawl --once --data D/x --config C/bad-size        | 3 | 1 | lurewatch.yaml:3:
                    crawl --once --data D/x --config C/anonymous       | 3 | 1 | the crawler has no identity; set user_agent and contact
                    crawl --once --data D/x --config C/no-site         | 3 | 1 | no site is enabled; set 'enabled: true'
                    crawl --once --data D/x --config C/good --site x   | 2 | 1 | there is no file
                    crawl --once --data D/x --config C/bad-pattern     | 3 | 1 | board.yaml:7:13:
                    crawl --once --data D/x --config C/bad-selector    | 3 | 1 | board.yaml:10:
                    crawl --once --data D/x --config C/bad-kind        | 3 | 1 | board.yaml:2:
                    crawl --once --data D/x --config C/bad-seed        | 3 | 1 | ftp://board.test/jobs
                    crawl --once --data D/x --config C/other-name      | 3 | 1 | board.yaml:1:
                    crawl --once --data D/x --config C/doubled-key     | 3 | 1 | board.yaml:2:
                    crawl --once --data D/x --config C/bad-signal      | 3 | 1 | unknown signal 'pay_to_high'
                    crawl --once --data D/x --config C/bad-row         | 3 | 1 | en.tsv:
                    crawl --once --data D/x --config C/no-signals      | 3 | 1 | signals
                    replay --data D/good --config C/malformed          | 3 | 1 | lurewatch.yaml:2:
                    replay --data D/good --config C/bad-selector       | 3 | 1 | board.yaml:10:
                    replay --data D/good --config C/bad-row            | 3 | 1 | en.tsv:
                    demo --data D/x --config C/bad-row                 | 3 | 1 | en.tsv:
                    demo --data D/good --config C/good                 | 5 | 1 | was not made by a demo and is left alone
                    assess F/text.txt --config C/bad-row               | 3 | 1 | en.tsv:
                    assess F/text.txt --config C/no-signals            | 3 | 1 | signals
                    # data: arguments                                  | code | lines | part of standard error
                    crawl --once --data D/file --config C/good         | 3 | 1 | is not a directory; name another with --data
                    replay --data D/file --config C/good               | 3 | 1 | is not a directory
                    replay --data D/none --config C/good               | 3 | 1 | there is no data directory at
                    replay --data D/empty --config C/good              | 3 | 1 | there is no archive in
                    status --data D/none                               | 3 | 1 | there is no data directory at
                    status --data D/empty                              | 3 | 1 | crawl.db
                    fetchlog --data D/empty                            | 3 | 1 | crawl.db
                    status --data D/bad-crawl                          | 3 | 1 | crawl.db
                    search * --data D/none                             | 3 | 1 | there is no data directory at
                    search * --data D/file                             | 3 | 1 | is not a directory
                    search * --data D/empty                            | 3 | 1 | replay
                    search * --data D/no-index                         | 3 | 1 | replay
                    search * --data D/broken-index                     | 3 | 1 | replay
                    search * --data D/torn-index                       | 3 | 1 | replay
                    export * --format csv --out F/x.csv --data D/torn-index | 3 | 1 | replay
                    show p --data D/empty                              | 3 | 1 | replay
                    show p --data D/newer                              | 3 | 1 | was written by a newer program
                    stats --data D/newer                               | 3 | 1 | was written by a newer program
                    show p --data D/stranger                           | 3 | 1 | is not a facts database
                    show p --data D/no-database                        | 3 | 1 | facts.db
                    stats --data D/no-database                         | 3 | 1 | facts.db
                    stats --data D/broken-facts                        | 3 | 1 | facts.db
                    verify --data D/empty                              | 3 | 1 | no readable archive at
                    crawl --once --data D/newer --config C/good        | 3 | 1 | was written by a newer program
                    crawl --once --data D/no-database --config C/good  | 3 | 1 | facts.db
                    repair --data D/newer --config C/good              | 3 | 1 | was written by a newer program
                    repair --data D/stranger --config C/good           | 3 | 1 | is not a facts database
                    repair --data D/empty --config C/good              | 3 | 1 | there is no archive in
                    crawl --once --data D/broken-index --config C/good | 3 | 1 | replay
                    import F/1.html --url http://a.test/ --data D/newer --config C/good | 3 | 1 | was written by a newer program
                    # a second writer                                  | code | lines | part of standard error
                    crawl --once --data D/busy --config C/good         | 3 | 1 | data directory in use by pid
                    replay --data D/busy --config C/good               | 3 | 1 | data directory in use by pid
                    import F/1.html --url http://a.test/ --data D/busy --config C/good | 3 | 1 | data directory in use by pid
                    # an archive that lost bytes                       | code | lines | part of standard error
                    crawl --once --data D/end --config C/good          | 4 | 1 | run 'lurewatch verify'
                    replay --data D/end --config C/good                | 4 | 1 | run 'lurewatch verify'
                    import F/1.html --url http://a.test/ --data D/end --config C/good | 4 | 1 | run 'lurewatch verify'
                    # queries: arguments                               | code | lines | part of standard error
                    search ( --data D/good                             | 2 | 3 | opens nothing
                    search nosuch:x --data D/good                      | 2 | 4 | unknown field 'nosuch'
                    search sgnal:x --data D/good                       | 2 | 4 | did you mean 'signal'
                    search score:[70 --data D/good                     | 2 | 3 | this range is never closed
                    export nosuch:x --format csv --out F/x.csv --data D/good | 2 | 4 | unknown field 'nosuch'
                    search nosuchword --data D/good                    | 1 | 1 | nothing found
                    show pffff --data D/good                           | 1 | 1 | there is no posting 'pffff'
                    # files: arguments                                 | code | lines | part of standard error
                    export * --format csv --out F/there.csv --data D/good | 2 | 1 | there.csv exists; --force replaces it
                    export * --format csv --out F/no/x.csv --data D/good  | 3 | 1 | there is no directory
                    export nosuchword --format csv --out F/x.csv --data D/good | 1 | 1 | nothing found, nothing written
                    assess F/none.txt --config C/good                  | 3 | 1 | no such file
                    assess F/euckr.txt --config C/good                 | 6 | 1 | not UTF-8; convert it first
                    import F/none.html --url http://a.test/ --data D/x --config C/good | 3 | 1 | no such file
                    import F/. --url http://a.test/ --data D/x --config C/good | 3 | 1 | is a directory; name the files in it
                    import F/1.html --url nonsense --data D/x --config C/good | 2 | 1 | not an http or https address
                    import F/1.html --url http://a.test/ --site x --data D/x --config C/good | 2 | 1 | sites/x.yaml; without --site
                    import F/1.html --url http://a.test/ --time noon --data D/x --config C/good | 2 | 1 | not a time such as
                    # usage: arguments                                 | code | lines | part of standard error
                    serach free                                        | 2 | 3 | did you mean search?
                    replay --nosuch                                    | 2 | 2 | --nosuch
                    search free --nosuch                               | 2 | 2 | --nosuch
                    import F/1.html --data D/x --config C/good         | 3 | 2 | say so with --url
                    show                                               | 2 | 2 | ID
                    watch                                              | 2 | 2 | which command? add, list, test, run, ack, rm
                    campaign                                           | 2 | 2 | which command? list, show, label, split, merge
                    stats foo                                          | 2 | 2 | more than it takes: 'foo'
                    trends --by phrases --data D/good                  | 2 | 1 | did you mean 'phrase'? these can: site,
                    fetchlog --limit many --data D/good                | 2 | 2 | many
                    fetchlog --limit -1 --data D/good                  | 2 | 1 | at least 1
                    crawl --format xml                                 | 2 | 2 | xml
                    """)
    void saysWhatIsWrongAndWhatToDo(String arguments, int code, int lines, String message) {
        Cli.Run run = run(arguments);
        String told = "%s%n%s%s".formatted(arguments, run.out(), run.err());
        assertThat(run.code()).as(told).isEqualTo(code);
        assertThat(run.err()).as(told).startsWith("lurewatch: ").contains(message);
        assertThat(run.err()).as(told).hasLineCount(lines).doesNotContain("\tat ", "Exception");
        assertThat(run.out()).as(told).isEmpty();
    }

    /// Before anything is looked for, noted or recorded.
    @Test
    void refusesWhatJavaCouldNotRead() {
        for (String command :
                List.of("search \uFFFD\uFFFD", "case note c1 a\uFFFDb", "status \uFFFD")) {
            Cli.Run run = run(command + " --data D/good");
            assertThat(run.code()).as(command).isEqualTo(2);
            assertThat(run.err()).as(command).contains("is no UTF-8").hasLineCount(1);
        }
    }

    @Test
    void checkTriesTheSentencesOfEverySignal() {
        Cli.Run run = run("check --config C/bad-sentence");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .containsPattern(
                        "signals\\.yaml:\\d+:9: 'Company keeps your luggage' does not raise 'passport_retention'; it raises nothing")
                .contains("1 fault");
        assertThat(run.out()).doesNotContain("signals: in order").contains("board.yaml: in order");
    }

    @Test
    void checkNamesEveryFault() {
        Cli.Run run = run("check --config C/bad-pattern");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("board.yaml:7:13:").hasLineCount(2).doesNotContain("\tat ");
    }

    @Test
    void checkNamesABrokenModel() throws IOException {
        Path config = root.resolve("config/broken-model");
        writeGoodConfig(config);
        Files.createDirectory(config.resolve("models"));
        Files.writeString(config.resolve("models/fraud.bin"), "no model");
        for (String command : List.of("check", "replay --data D/good", "assess F/text.txt")) {
            Cli.Run run = run(command + " --config C/broken-model");
            assertThat(run.code()).as(command).isEqualTo(3);
            assertThat(run.err())
                    .as(command)
                    .contains("fraud.bin: damaged")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void aLineThatIsNoJsonCostsItself() {
        Cli.Run run = run("assess F/ads.jsonl --format jsonl --config C/good");
        assertThat(run.code()).isEqualTo(6);
        assertThat(run.err()).contains("ads.jsonl:2: not JSON").hasLineCount(1);
        assertThat(run.lines()).hasSize(2);
    }

    @Test
    void verifyNamesFileOffsetAndCapture() throws IOException {
        String segment = segment(root.resolve("data/flipped")).getFileName().toString();
        Cli.Run run = run("verify --data D/flipped");
        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(segment + " at byte ", "(capture c1): ", "DAMAGED", "1 problem")
                .doesNotContain("\tat ");
    }

    @Test
    void verifyFindsAnEndThatWasCutOff() {
        Cli.Run run = run("verify --data D/torn");
        assertThat(run.code()).isEqualTo(4);
        assertThat(run.out()).contains("ledger.jsonl at byte ", "(capture c3)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"flipped", "cut"})
    void aDamagedCaptureCostsItselfOnly(String data) {
        String there = " --data D/" + data;
        String id = run("search @bad_input_1 --format ids" + there).out().strip();
        assertThat(run("show " + id + there).code()).isZero();

        Cli.Run replay = run("replay --config C/good" + there);
        assertThat(replay.code()).as(replay.err()).isEqualTo(4);
        assertThat(replay.err())
                .contains("1 could not be read from the archive; 'lurewatch verify' names them")
                .hasLineCount(1);
        assertThat(replay.out()).startsWith("replayed 3 captures");
        assertThat(run("search @bad_input_1 --format ids" + there).code()).isEqualTo(1);
        assertThat(run("search @bad_input_2 --format ids" + there).code()).isZero();
    }

    /// Without `crawl.db` the crawler reads every capture for its links.
    @Test
    void aDamagedCaptureStopsNoCrawl() {
        Cli.Run crawl = run("crawl --once --data D/cut-for-crawl --config C/good");
        assertThat(crawl.code()).as(crawl.err()).isZero();
        assertThat(crawl.err()).startsWith("lurewatch: done: ").hasLineCount(1);
    }

    @Test
    void whatIsNotReadableIsNamed() {
        assumeFalse(isRoot(), "root reads and writes everything");
        for (String arguments :
                List.of(
                        "search * --data D/locked",
                        "stats --data D/locked",
                        "crawl --once --data D/locked --config C/good",
                        "export * --format csv --out F/sealed/x.csv --data D/good")) {
            Cli.Run run = run(arguments);
            assertThat(run.code()).as(run.err()).isEqualTo(3);
            assertThat(run.err()).hasLineCount(1).doesNotContain("\tat ");
        }
    }

    private static boolean isRoot() {
        return Files.isReadable(root.resolve("data/locked"));
    }

    @Test
    void nothingWasWrittenByAnyOfThem() {
        assertThat(new String[] {"x.csv", "x.contacts.csv"})
                .noneMatch(name -> Files.exists(root.resolve("files").resolve(name)));
        assertThat(root.resolve("files/there.csv")).content(UTF_8).isEqualTo("mine");
    }
}
