package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A posting full of escape sequences and bidi controls, through every way of printing it.
class HostileTextIT {
    @TempDir private static Path data;

    @BeforeAll
    static void index() {
        World.ofAll().in(data);
    }

    @ParameterizedTest
    @CsvSource({
        "search click --format table",
        "search click --format plain",
        "search click --format jsonl",
        "search click --format ids",
        "search click --format urls",
        "search click --format table --raw",
        "search click --facet class,employer,contact",
        "search click --facet class,employer,contact --format jsonl",
        "pivot click",
        "pivot click --raw",
        "pivot click --format jsonl",
        "pivot click --format dot",
        "pivot click --format graphml",
        "pivot click --format gexf",
        "contact email:a\u202eb",
        "contact email:a\u202eb --format jsonl",
        "timeline click",
        "timeline click --format jsonl",
        "show p-hostile",
        "show p-hostile --raw",
        "show p-hostile --format jsonl",
        "stats",
        "stats --format jsonl",
    })
    void neverReachesTheTerminal(String command) {
        for (String colour : new String[] {"never", "always"}) {
            boolean takesColour =
                    !command.contains("--format jsonl") && !command.startsWith("timeline");
            String[] args =
                    (command + " --data " + data + (takesColour ? " --color " + colour : ""))
                            .split(" ");
            Cli.Run run = Cli.onTerminal(80).run(args);
            assertThat(run.code()).as(run.err()).isZero();
            String withoutOwnColours = run.out().replaceAll("\u001b\\[[0-9;]*m", "");
            assertThat(
                            withoutOwnColours
                                    .codePoints()
                                    .filter(c -> c != '\n')
                                    .noneMatch(HostileTextIT::acts))
                    .as(command)
                    .isTrue();
        }
    }

    private static boolean acts(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
    }

    @ParameterizedTest
    @CsvSource({"sgnal:\u202ex", "\"\u001b[2J", "nosuch:\u0007", "(\u009b31m"})
    void neverReachesTheTerminalFromAQueryEither(String query) {
        Cli.Run run = Cli.onTerminal(80).run("search", query, "--data", data.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().codePoints().filter(c -> c != '\n').noneMatch(HostileTextIT::acts))
                .isTrue();
    }
}
