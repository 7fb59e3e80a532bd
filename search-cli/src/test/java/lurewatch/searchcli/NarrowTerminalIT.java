package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Context;
import lurewatch.indexer.console.TerminalText;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists on a terminal of 80 columns, of ads with long titles in wide letters: no line is wider,
/// and in a pipe nothing is cut.
class NarrowTerminalIT {
    private static final int COLUMNS = 80;
    private static final String TITLE = "캄보디아 시아누크빌 고수익 상담원 모집 ".repeat(4);
    private static final String CONTACT = "sample_name_as_long_as_they_get";

    @TempDir private static Path data;
    private static String folder = "";
    private static String campaign = "";

    @BeforeAll
    static void world() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        World world = new World();
        for (int i = 0; i < 20; i++) {
            Instant old = now.minus(Duration.ofDays(50));
            world.seen(old, old)
                    .on("steady")
                    .add("s" + i, "ko", 90, Context.NONE, TITLE, "재택 부업 " + "x".repeat(i));
        }
        for (int i = 0; i < 12; i++) {
            Instant late = now.minus(Duration.ofDays(2));
            world.seen(late, late)
                    .on("site-" + i)
                    .add(
                            "r" + i,
                            "ko",
                            90,
                            i == 0 ? Context.VICTIM_REPORT : Context.NONE,
                            TITLE,
                            TITLE + "y".repeat(i),
                            World.contact(ContactKind.TELEGRAM, CONTACT));
        }
        world.in(data);
        folder = run(Cli.inPipe(), "case", "new", "상담원 모집").out().strip();
        campaign = run(Cli.inPipe(), "campaign", "list", "*").out().split(" ", 2)[0];
        assertThat(run(Cli.inPipe(), "case", "add", folder, "p-r1", "p-r2").code()).isZero();
        assertThat(run(Cli.inPipe(), "label", "p-r1", "--as", "lure", "--reason", "seen").code())
                .isZero();
    }

    private static Cli.Run run(Cli cli, String... words) {
        String[] all = new String[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--data";
        all[words.length + 1] = data.toString();
        return cli.with("LUREWATCH_ANALYST", "ann")
                .with("NO_COLOR", "1")
                .typing("@" + CONTACT + "\n" + TITLE + "\n")
                .run(all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "search 캄보디아",
                "search urgent:true",
                "pivot CONTACT",
                "timeline *",
                "contact CONTACT",
                "trends",
                "batch -",
                "campaign list *",
                "case list",
                "case show FOLDER",
                "overview",
                "campaign show CAMPAIGN",
            })
    void noLineIsWider(String command) {
        String[] words =
                command.replace("CONTACT", "@" + CONTACT)
                        .replace("FOLDER", folder)
                        .replace("CAMPAIGN", campaign)
                        .split(" ");
        Cli.Run run = run(Cli.onTerminal(COLUMNS), words);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.lines())
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(TerminalText.width(line)).as(line).isLessThanOrEqualTo(COLUMNS));
    }

    /// The text itself is not broken, and neither is what is copied: ids, digests, names of files.
    @ParameterizedTest
    @ValueSource(ints = {60, 80, 120})
    void whatIsSaidOfAPostingIsBrokenBetweenWords(int columns) {
        Cli.Run run = run(Cli.onTerminal(columns), "show", "p-r0");
        assertThat(run.code()).as(run.err()).isZero();
        List<String> lines = run.lines();
        assertThat(lines.subList(0, lines.indexOf("Text")))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(TerminalText.width(line)).as(line).isLessThanOrEqualTo(columns));
    }

    @Test
    void nothingIsCutInAPipe() {
        assertThat(run(Cli.inPipe(), "trends").out()).contains("telegram:" + CONTACT + " ");
        assertThat(run(Cli.inPipe(), "batch", "-").lines()).hasSize(2);
    }

    @Test
    void saysFirstThatSomebodyMayBeInDanger() {
        assertThat(run(Cli.onTerminal(COLUMNS), "search", "urgent:true").out())
                .contains("lure    URGENT  캄보디아");
    }
}
