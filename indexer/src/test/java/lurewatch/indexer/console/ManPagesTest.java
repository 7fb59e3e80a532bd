package lurewatch.indexer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

class ManPagesTest {
    @Command(name = "lurewatch")
    static final class Root {}

    enum Form {
        PLAIN,
        JSON
    }

    @Command(
            name = "find",
            header = "Find things.",
            description = {
                "",
                ".so /etc/passwd",
                "'so and \\fBno\\fR more, 5 %% of it.",
                "",
                "  code -x   캄보디아",
                ""
            },
            footer = {"", "Examples:", "  lurewatch find 'a'", "", "Exit: 0 found,", "      1 not"},
            subcommands = Below.class)
    static final class Find implements Callable<ExitCode> {
        @Parameters(paramLabel = "THING", description = "What.")
        String thing = "";

        @Option(
                names = "--form",
                paramLabel = "FORM",
                defaultValue = "PLAIN",
                description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
        Form form = Form.PLAIN;

        @Option(names = "--secret", hidden = true)
        boolean secret;

        @Option(names = "--fold", negatable = true, description = "Fold.")
        boolean fold;

        @Override
        public ExitCode call() {
            return ExitCode.FOUND;
        }
    }

    @Command(name = "below", description = "What lies below.")
    static final class Below {}

    private static String page(Path folder, String name) throws IOException {
        return Files.readString(folder.resolve(name), StandardCharsets.US_ASCII);
    }

    private static void write(Path folder, Object... commands) throws IOException {
        CommandLine root = new CommandLine(new Root());
        for (Object command : commands) {
            root.addSubcommand(command);
        }
        new ManPages("1.2").write(root, folder);
    }

    @Test
    void saysWhatHelpSays(@TempDir Path folder) throws IOException {
        write(folder, new Find());
        String page = page(folder, "lurewatch-find.1");
        assertThat(page)
                .startsWith(".TH LUREWATCH\\-FIND 1 \"\" \"lurewatch 1.2\" Lurewatch\n.SH NAME\n")
                .contains("lurewatch\\-find \\- Find things\n")
                .contains("\n.TP\n\\fB\\-\\-form\\fR=\\fIFORM\\fR\nPLAIN, JSON. Default: PLAIN.\n")
                .contains("\\fB\\-\\-[no\\-]fold\\fR\nFold.")
                .contains(".SH ARGUMENTS\n.TP\n\\fITHING\\fR\nWhat.\n")
                .contains(".SH EXAMPLES\n.RS 2\n.nf\nlurewatch find \\(aqa\\(aq\n.fi\n.RE\n")
                .contains(".SH EXIT STATUS\n0 found,\n1 not\n")
                .contains("\\fBlurewatch\\-find\\-below(1)\\fR\nWhat lies below\n")
                .doesNotContain("secret");
        assertThat(page(folder, "lurewatch-find-below.1")).contains("\\- What lies below\n");
    }

    @Test
    void nothingInATextIsARequest(@TempDir Path folder) throws IOException {
        write(folder, new Find());
        String page = page(folder, "lurewatch-find.1");
        assertThat(page)
                .contains("\n\\&.so /etc/passwd\n")
                .contains("\n\\(aqso and \\efBno\\efR more, 5 % of it.\n")
                .contains("\ncode \\-x   \\[uCE84]\\[uBCF4]\\[uB514]\\[uC544]\n");
        List<String> requests =
                page.lines().filter(line -> line.startsWith(".") || line.startsWith("'")).toList();
        assertThat(requests).allMatch(line -> line.matches("\\.(TH|SH|PP|TP|RS|RE|nf|fi)( .*)?"));
    }

    @Test
    void listsThePagesOfBothPrograms(@TempDir Path folder) throws IOException {
        write(folder, new Find());
        write(folder, new Below());
        assertThat(page(folder, "lurewatch.1"))
                .contains("lurewatch\\-below(1)\nWhat lies below\n")
                .contains("lurewatch\\-find(1)\nFind things\n");
    }

    @Test
    void everyProgramHasTheCommandAndHidesIt(@TempDir Path folder) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Session session =
                new Session(
                        new ByteArrayInputStream(new byte[0]),
                        stream,
                        stream,
                        Map.of(),
                        InstantSource.system());
        CommandShell shell =
                new CommandShell(
                        session,
                        new Root(),
                        List.of(new Find(), new Below()),
                        _ -> Optional.empty());
        assertThat(shell.run(new String[] {"man-pages", "--out", folder.toString()})).isZero();
        assertThat(folder.resolve("lurewatch-find.1")).exists();
        assertThat(folder.resolve("lurewatch-man-pages.1")).doesNotExist();
    }
}
