package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every bad input is one line that says what, where and what to do, with the right code.
class ExitCodeIT {
    @TempDir private static Path root;

    @BeforeAll
    static void makeDirectories() throws IOException {
        World.ofAll().in(root.resolve("good"));
        Files.createDirectories(root.resolve("empty"));
        Files.writeString(root.resolve("file"), "not a directory");
        Files.writeString(root.resolve("long"), "x".repeat(65 * 1024));
        Files.createDirectories(root.resolve("broken/index"));
        Files.writeString(
                root.resolve("broken/index/segments_1"), "no index at all, whatever the name");
        Files.writeString(
                root.resolve("broken/facts.db"), "no database at all, whatever the name says");
        Files.createDirectories(root.resolve("badrules/signals"));
        Files.writeString(root.resolve("badrules/signals/signals.yaml"), "signals: [\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    # arguments                                        | code | part of standard error
                    search free --data ROOT/good                       | 0 | ``
                    search nosuchword --data ROOT/good                 | 1 | nothing found
                    show p-lure-en --data ROOT/good                    | 0 | ``
                    show p-lure --data ROOT/good                       | 2 | begins several ids: p-lure-en p-lure-ko
                    show p-none --data ROOT/good                       | 1 | there is no posting 'p-none'
                    stats --data ROOT/good                             | 0 | ``
                    signals --config CONFIG                            | 0 | ``
                    signals nosuch --config CONFIG                     | 1 | there is no signal 'nosuch'
                    completion bash                                    | 0 | the crawler's commands are left out
                    completion bash --outline ROOT/file                | 2 | the outline is not one, line 1
                    completion bash --outline ROOT/nosuch              | 3 | no such file
                    completion bash --outline -                        | 2 | the outline is empty
                    --version                                          | 0 | ``
                    --help                                             | 0 | ``
                    search --help                                      | 0 | ``
                    ``                                                 | 2 | which command?
                    serach free                                        | 2 | did you mean search?
                    search                                             | 2 | QUERY
                    search free --format xml                           | 2 | xml
                    search free --limit 0 --data ROOT/good             | 2 | at least 1
                    search free --limit many                           | 2 | many
                    search free --nosuch                               | 2 | --nosuch
                    search ( --data ROOT/good                          | 2 | opens nothing
                    search nosuch:x --data ROOT/good                   | 2 | unknown field 'nosuch'
                    search free --data ROOT/none                       | 3 | 'lurewatch demo' makes demo-data: --data demo-data
                    search free --data ROOT/file                       | 3 | is not a directory
                    search free --data ROOT/empty                      | 3 | no index at
                    search free --data ROOT/broken                     | 3 | replay
                    show p1 --data ROOT/empty                          | 3 | replay
                    show p1 --data ROOT/broken                         | 3 | facts.db
                    stats --data ROOT/empty                            | 3 | replay
                    verify --data ROOT/empty                           | 3 | no readable archive
                    export free --format csv                           | 2 | --out
                    export free --format pdf --out x.pdf               | 2 | pdf
                    export free --format csv --out ROOT/a.csv --data ROOT/none | 3 | no data directory
                    export free --format csv --out ROOT/good --data ROOT/good  | 2 | is a directory
                    export free --format csv --out - --data ROOT/good          | 2 | not to a pipe
                    export free --format csv --out /dev/null --force --data ROOT/good | 2 | is a device
                    erase p9849 --reason x --dry-run --data ROOT/good          | 2 | is no whole id
                    export free --for x --bom --reason x --out ROOT/x --data ROOT/good | 2 | bom: true
                    batch ROOT/long --data ROOT/good                   | 6 | line 1 has more than 64 KiB
                    verify ROOT/empty                                  | 3 | is no pack
                    key new --data ROOT/none                           | 3 | there is no data directory
                    nosuch --help                                      | 2 | there is no command 'nosuch'
                    search free --format xls                           | 2 | it is one of table, plain
                    search free --limit x                              | 2 | no whole number
                    search free --colour never                         | 2 | did you mean --color
                    assess ROOT/nosuch.txt --config CONFIG             | 3 | no such file
                    assess ROOT/empty --config CONFIG                  | 2 | is a directory
                    assess ROOT/file --config ROOT/none                | 3 | there is no config directory
                    assess ROOT/file --config ROOT/badrules            | 3 | signals.yaml:
                    assess ROOT/file --input pdf --config CONFIG       | 2 | pdf
                    assess ROOT/file --config CONFIG                   | 0 | ``
                    """)
    void saysWhatIsWrong(String arguments, int code, String message) {
        String[] args =
                arguments.isBlank()
                        ? new String[0]
                        : Stream.of(arguments.strip().split(" +"))
                                .map(argument ->
                                        argument.replace("ROOT", root.toString())
                                                .replace("CONFIG", config()))
                                .toArray(String[]::new);
        Cli.Run run = Cli.inPipe().run(args);
        assertThat(run.code()).as(arguments + "\n" + run.err()).isEqualTo(code);
        assertThat(run.err()).contains(message).doesNotContain("\tat ", "Exception");
        assertThat(run.err().isEmpty()).as(run.err()).isEqualTo(message.isEmpty());
        if (code > 1) {
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).startsWith("lurewatch: ");
        }
    }

    @Test
    void findsADamagedArchive() throws IOException {
        Path archive = Files.createDirectories(root.resolve("damaged/archive"));
        Files.writeString(archive.resolve("ledger.jsonl"), "{\"broken\":1}\n");
        Cli.Run run = Cli.inPipe().run("verify", "--data", root.resolve("damaged").toString());
        assertThat(run.code()).isEqualTo(4);
        assertThat(run.out()).contains("ledger.jsonl", "DAMAGED");
    }

    @Test
    void takesTheDataDirectoryFromTheEnvironment() {
        Cli.Run run =
                Cli.inPipe()
                        .with("LUREWATCH_DATA", root.resolve("good").toString())
                        .run("search", "id:p-lure-en", "--format", "ids");
        assertThat(run.out()).isEqualTo("p-lure-en\n");
    }

    private static String config() {
        return Path.of(System.getProperty("lurewatch.root", "..")).resolve("config").toString();
    }
}
