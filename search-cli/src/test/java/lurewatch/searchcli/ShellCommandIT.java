package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
        assertThat(run("erase p-one --reason x --yes\n").err()).contains("leave the shell and run");
        assertThat(data.resolve("erasing.json")).doesNotExist();
        assertThat(run("help search\n").out()).contains("Usage: lurewatch search");
        assertThat(run("label - --as lure --reason x\n").code()).isNotZero();
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
