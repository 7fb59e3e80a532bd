package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Completion of both programs' commands, as the shell does it.
class CompletionIT {
    @TempDir private static Path folder;

    @BeforeAll
    static void writeScripts() throws IOException {
        Cli.Run outline = Cli.inPipe().crawler("outline");
        assertThat(outline.code()).isZero();
        for (String shell : List.of("bash", "zsh", "fish")) {
            Cli.Run script =
                    Cli.inPipe().typing(outline.out()).run("completion", shell, "--outline", "-");
            assertThat(script.code()).as(script.err()).isZero();
            assertThat(script.err()).isEmpty();
            Files.writeString(folder.resolve(shell), script.out());
        }
    }

    /// What the crawler's commands, those below them, their options and what these take, and the
    /// same of search-cli's, are completed to.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    cr                     | crawl
                    d                      | demo doctor discoveries
                    re                     | replay repair retract
                    fet                    | fetchlog
                    check s                | site
                    check site --fi        | --file
                    fetchlog --format js   | jsonl
                    replay --da            | --data
                    sea                    | search
                    case re                | remove reopen
                    watch add --on x --co  | --command --config
                    search --format pl     | plain
                    he                     | help
                    ma                     | man
                    --no                   | --no-pager
                    fac                    | facets
                    man-                   |
                    outl                   |
                    """)
    void bashCompletes(String typed, String expected) throws IOException, InterruptedException {
        assertThat(completed(typed.strip()))
                .containsExactlyInAnyOrderElementsOf(words(expected == null ? "" : expected));
    }

    private static List<String> words(String line) {
        return Stream.of(line.strip().split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    private static List<String> completed(String typed) throws IOException, InterruptedException {
        String script =
                """
                source "$1"
                function=$(complete -p lurewatch | sed 's/.*-F \\([^ ]*\\) .*/\\1/')
                COMP_WORDS=(lurewatch $2)
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                COMP_LINE="lurewatch $2"
                COMP_POINT=${#COMP_LINE}
                "$function" lurewatch "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
                printf '%s\\n' "${COMPREPLY[@]}"
                """;
        Process bash =
                new ProcessBuilder(
                                "bash",
                                "--norc",
                                "-c",
                                script,
                                "bash",
                                folder.resolve("bash").toString(),
                                typed)
                        .redirectError(
                                ProcessBuilder.Redirect.DISCARD) // compopt, outside of a prompt
                        .start();
        bash.getOutputStream().close();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return said.lines().map(String::strip).filter(word -> !word.isEmpty()).toList();
    }

    @Test
    void zshRunsTheSameScriptAndFishItsOwn() throws IOException {
        assertThat(folder.resolve("zsh")).hasSameTextualContentAs(folder.resolve("bash"));
        assertThat(Files.readString(folder.resolve("zsh"))).contains("bashcompinit");
        assertThat(Files.readString(folder.resolve("fish")))
                .contains(
                        "-n '__fish_use_subcommand' -a crawl -d ",
                        "-n '__fish_use_subcommand' -a help -d ",
                        "-n '__fish_use_subcommand' -l no-pager -d ",
                        "-n '__fish_seen_subcommand_from fetchlog' -l format -x -a 'plain jsonl'",
                        "-n '__fish_seen_subcommand_from check; and not"
                                + " __fish_seen_subcommand_from site' -a site -d ",
                        "-n '__fish_seen_subcommand_from search' -l format -x -a ")
                .doesNotContain("man-pages", "outline");
    }
}
