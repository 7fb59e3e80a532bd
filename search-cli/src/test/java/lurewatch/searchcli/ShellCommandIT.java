package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import lurewatch.indexer.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `shell` where nobody types: a list of commands.
class ShellCommandIT {
    @TempDir private Path data = Path.of("");

    private Cli.Run run(String lines) {
        return Cli.inPipe().typing(lines).run("shell", "--data", data.toString());
    }

    @Test
    void runsEachLineAndEndsAsTheLastThatFailed() {
        World.ofAll().in(data);
        Cli.Run run =
                run(
                        """
                        # the first look
                        search lang:ko --format ids

                        lurewatch search 'flight
                        country' \\
                          --format ids
                        search nosuchwordatall
                        search class:lure --format ids -n 1
                        """);
        assertThat(run.lines()).contains("p-lure-ko").hasSize(2);
        assertThat(run.err()).contains("nothing found");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run("search lang:ko --format ids\nexit\nsearch :\n").code()).isZero();
        assertThat(run("search 'open\n").code()).isEqualTo(2);
        assertThat(run("search a | head\n").err()).contains("no shell with pipes");
        assertThat(run("shell\n").err()).contains("the shell already");
        assertThat(run("erase p-one --reason x --yes\n").err())
                .contains("leave the shell and run 'lurewatch erase'");
        assertThat(data.resolve("erasing.json")).doesNotExist();
        assertThat(run("help search\n").out()).contains("Usage: lurewatch search");
        assertThat(run("label - --as lure --reason x\n").code()).isNotZero();
    }

    /// A launcher that notes what it is asked, by whom, and what it could read.
    private Path launcher() throws IOException {
        String script =
                """
                #!/bin/sh
                printf '%s,' "$@" "$LUREWATCH_DATA" "$(cat)" >>"$ASKED"
                echo >>"$ASKED"
                [ "$1" != why ]
                """;
        Path file = Files.writeString(data.resolve("launcher"), script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file;
    }

    @Test
    void hasTheLauncherRunWhatIsTheCrawlers() throws IOException {
        World.ofAll().in(data);
        Path asked = data.resolve("asked");
        Cli shell =
                Cli.inPipe()
                        .with("PATH", System.getenv("PATH"))
                        .with("ASKED", asked.toString())
                        .with("LUREWATCH_LAUNCHER", launcher().toString())
                        .with("LUREWATCH_ELSEWHERE", "crawl status why");
        Cli.Run run =
                shell.typing(
                                """
                                status
                                why 'https://board.example/a b'
                                search lang:ko --format ids
                                help status
                                help
                                erase p-one --reason x
                                erase --help
                                craul
                                """)
                        .run("shell", "--data", data.toString());
        assertThat(asked)
                .hasContent(
                        """
                        status,DATA,,
                        why,https://board.example/a b,DATA,,
                        status,--help,DATA,,
                        help,DATA,,
                        erase,p-one,--reason,x,DATA,,
                        """
                                .replace("DATA", data.toString()));
        assertThat(run.out()).contains("p-lure-ko", "Usage: lurewatch erase");
        assertThat(run.err()).contains("did you mean crawl?");
        assertThat(run.code()).isEqualTo(2);
        assertThat(shell.typing("why x\n").run("shell", "--data", data.toString()).code()).isOne();
        Cli.Run lost =
                shell.with("LUREWATCH_LAUNCHER", data.resolve("none").toString())
                        .typing("status\nsearch lang:ko --format ids\n")
                        .run("shell", "--data", data.toString());
        assertThat(lost.err()).contains("the launcher does not start");
        assertThat(lost.out()).contains("p-lure-ko");
        assertThat(lost.code()).isEqualTo(3);
    }

    /// The index changes below it: grown, and deleted and made anew.
    @Test
    void seesEachTimeWhatIsThere() throws Exception {
        new World().add("one", "en", 90, Context.NONE, "Typists", "Typists").in(data);
        String query = "search Typists --format ids\n";
        assertThat(run(query + query).out()).isEqualTo("p-one\np-one\n");
        Changing changing = new Changing(query);
        Cli.Run run =
                Cli.inPipe()
                        .reading(
                                changing.then(() ->
                                                new World()
                                                        .add(
                                                                "two",
                                                                "en",
                                                                90,
                                                                Context.NONE,
                                                                "Typists",
                                                                "Typists")
                                                        .in(data))
                                        .then(() -> {
                                            Folders.delete(data.resolve("index"));
                                            Files.delete(data.resolve("facts.db"));
                                            new World()
                                                    .add(
                                                            "three",
                                                            "en",
                                                            90,
                                                            Context.NONE,
                                                            "Typists",
                                                            "Typists")
                                                    .in(data);
                                        }))
                        .run("shell", "--data", data.toString());
        assertThat(run.out()).isEqualTo("p-one\np-one\np-two\np-three\n");
    }
}
