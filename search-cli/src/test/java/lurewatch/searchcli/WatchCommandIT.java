package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.search.QueryLanguage;
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.watch.WatchLog;
import lurewatch.searchcli.watch.WatchRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The commands of `watch`, and how events reach people and programs.
class WatchCommandIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir private Path folder;

    private final Year year = Year.of("year.tsv");
    private Path data;

    @BeforeEach
    void aFewVisits() throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
        year.record(data, 0, 3);
    }

    private Cli.Run watch(String... args) {
        List<String> all = new ArrayList<>(List.of("watch"));
        all.addAll(List.of(args));
        all.addAll(List.of("--data", data.toString()));
        return Cli.inPipe().with("SECRET", "s3cret").run(all.toArray(String[]::new));
    }

    private Path program(String script) throws IOException {
        Path program = folder.resolve("tell");
        Files.writeString(program, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    add a --on new flight             | 0 | watching a
                    add a --on neww flight            | 2 | 'neww' is no trigger; write one of new,
                    add a --on count:0 flight         | 2 | 'count:0' is no trigger
                    add a --on reappear:30 flight     | 2 | is no trigger
                    add -a --on new flight            | 2 |
                    add a/b --on new flight           | 2 | is no name for a watch
                    add a --on new sgnal:x            | 2 | did you mean 'signal'?
                    add a --on new like:p12345        | 2 | there is no posting 'p12345'
                    add a --on new x --command nosuch | 2 | there is no program 'nosuch'
                    run nosuch                        | 1 | there is no watch 'nosuch'
                    run                               | 1 | there is no watch; 'lurewatch watch add'
                    list                              | 1 | there is no watch
                    test nosuch                       | 1 | there is no watch
                    rm nosuch                         | 1 | there is no watch
                    """)
    void saysWhatIsWrong(String args, int code, String message) {
        Cli.Run run = watch(args.strip().split(" "));
        assertThat(run.code()).as(run.err()).isEqualTo(code);
        assertThat(run.err()).contains(Optional.ofNullable(message).orElse(""));
    }

    @Test
    void hasALifeFromAddToRm() {
        assertThat(watch("add", "all", "--on", "new", "*").code()).isZero();
        assertThat(watch("add", "all", "--on", "gone", "*").err())
                .contains("there is a watch 'all'");
        assertThat(watch("run").code()).isEqualTo(1);
        year.record(data, 3, 12);
        assertThat(watch("test", "all", "--days", "3650").out()).contains("board");
        Cli.Run run = watch("run");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("  all  new  ").contains("hxxps://board[.]test/");
        assertThat(watch("run").code()).isEqualTo(1);
        assertThat(watch("list").out()).contains("fired 2, unseen 2");
        assertThat(watch("list", "all").lines()).hasSize(2);
        assertThat(watch("ack", "all").err()).contains("2 events acknowledged");
        assertThat(watch("ack", "all").code()).isEqualTo(1);
        assertThat(watch("list").out()).contains("fired 2, unseen 0");
        assertThat(watch("rm", "all").code()).isZero();
        assertThat(watch("list").code()).isEqualTo(1);
        try (EventLog log = EventLog.openToRead(data)) {
            assertThat(log.newest(100))
                    .extracting(event -> event.kind().name())
                    .contains(
                            "watch.added",
                            "watch.fired",
                            "watch.told",
                            "watch.acked",
                            "watch.removed");
        }
    }

    /// The second ad has neither the handle nor the number of the first, and says the same; the
    /// third is something else. Both orders of asking tell the same.
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void tellsWhatJoinsACampaign(boolean atOnce) throws IOException {
        Path own = Files.createDirectories(folder.resolve("copies"));
        Year copies = Year.of("copies.tsv");
        copies.record(own, 0, 1);
        Cli.Run made =
                Cli.inPipe()
                        .run(
                                "watch",
                                "add",
                                "kin",
                                "--on",
                                "joins-campaign",
                                "@sample_first",
                                "--data",
                                own.toString());
        assertThat(made.code()).as(made.err()).isZero();
        List<String> told = new ArrayList<>();
        for (int visit = 1; visit < copies.size(); visit++) {
            copies.record(own, visit, visit + 1);
            if (!atOnce || visit + 1 == copies.size()) {
                told.addAll(Cli.inPipe().run("watch", "run", "--data", own.toString()).lines());
            }
        }
        assertThat(told)
                .singleElement()
                .asString()
                .contains(
                        "  kin  joins the campaign of "
                                + Year.ad("first")
                                + "  "
                                + Year.ad("copy"));
    }

    /// No shell, none of our environment, the event on standard input, and what it is called.
    @Test
    void givesEventsToACommand() throws IOException {
        Path out = folder.resolve("out");
        Path program =
                program(
                        "printf '%s\\n' \"$#\" \"$1\" \"$LUREWATCH_EVENT\" \"x$SECRET\" >> "
                                + out
                                + "\ncat >> "
                                + out);
        watch("add", "all", "--on", "new", "*", "--command", program + " 'a $(id) b'");
        year.record(data, 3, 9);
        Cli.Run run = watch("run", "--format", "jsonl");
        assertThat(run.code()).as(run.err()).isZero();
        List<String> given = Files.readAllLines(out);
        JsonNode event = JSON.readTree(given.get(4));
        assertThat(given.get(4)).isEqualTo(run.lines().getFirst());
        assertThat(given.subList(0, 4))
                .containsExactly("1", "a $(id) b", event.path("event").asText(), "x");
    }

    @Test
    void triesAFailedCommandAgainInTheNextRun() throws IOException {
        Path out = folder.resolve("out");
        Path program = program("echo no printer; exit 3");
        watch("add", "all", "--on", "new", "*", "--command", program.toString());
        year.record(data, 3, 12);
        Cli.Run failed = watch("run");
        assertThat(failed.code()).isEqualTo(6);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err()).contains("all: its command ended with code 3: no printer");
        assertThat(watch("list").out()).contains("2 not told: the command ended with code 3");
        program("cat >> " + out);
        Cli.Run told = watch("run", "--format", "jsonl");
        assertThat(told.code()).as(told.err()).isZero();
        assertThat(Files.readAllLines(out)).hasSize(2).isEqualTo(told.lines());
        assertThat(watch("run").code()).isEqualTo(1);
        assertThat(Files.readAllLines(out)).hasSize(2);
        assertThat(watch("list").out()).doesNotContain("not told");
    }

    /// As after a kill between keeping and telling: told by the next run, under the same id.
    @Test
    void tellsAgainWhatReachedNobody() throws Exception {
        watch("add", "all", "--on", "new", "*");
        year.record(data, 3, 12);
        List<String> lost = new ArrayList<>();
        try (EventLog log = EventLog.openToWrite(data, "sample_ana", InstantSource.system())) {
            WatchLog watches = new WatchLog(log);
            try (WatchRun run = run(watches, notice -> !lost.add(notice.fired().id()))) {
                run.run(watches.watches());
                assertThat(watch("run").err()).contains("another 'lurewatch watch run' is at work");
            }
        }
        assertThat(lost).hasSize(2);
        List<String> told = new ArrayList<>();
        for (String line : watch("run", "--format", "jsonl").lines()) {
            told.add(JSON.readTree(line).path("event").asText());
        }
        assertThat(told).isEqualTo(lost);
        assertThat(watch("run").code()).isEqualTo(1);
    }

    private WatchRun run(WatchLog watches, WatchRun.Teller teller) throws IOException {
        return WatchRun.open(
                data,
                watches,
                new QueryLanguage(_ -> Optional.empty(), InstantSource.system()),
                1000,
                teller);
    }

    /// What an enemy writes into a title stays text.
    @Test
    void printsNothingThatActs() throws IOException {
        data = Files.createDirectories(folder.resolve("hostile"));
        World.ofAll().in(data);
        watch("add", "all", "--on", "new", "click");
        for (String format : List.of("table", "jsonl")) {
            Cli.Run run = watch("test", "all", "--days", "3650", "--format", format);
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(
                            run.out()
                                    .codePoints()
                                    .filter(c -> c != '\n')
                                    .noneMatch(WatchCommandIT::acts))
                    .as(run.out())
                    .isTrue();
        }
    }

    private static boolean acts(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
    }

    /// A second file of the same words is not the same watch.
    @Test
    void runsCommandsOnlyWhereTheyWereGiven() throws IOException {
        Path out = folder.resolve("out");
        Path program = program("cat >> " + out);
        watch("add", "all", "--on", "new", "*", "--command", program.toString());
        year.record(data, 3, 9);
        Path copy = folder.resolve("copy");
        Files.createDirectories(copy.resolve("index"));
        copy(data, copy);
        copy(data.resolve("index"), copy.resolve("index"));
        data = copy;
        Cli.Run run = watch("run");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.lines()).hasSize(2);
        assertThat(out).doesNotExist();
        assertThat(watch("list").out()).contains("made elsewhere");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
