package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Context;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Counts, profiles, timelines, trends and pasted lists over ten weeks of made-up ads.
class LeadsIT {
    private static final String AD =
            "Typists wanted in Poipet, free flight and visa, no experience needed, salary %d USD, write"
                    + " to @sample_rising today";

    @TempDir private static Path data;

    @BeforeAll
    static void index() {
        World world = new World();
        Instant start = Instant.parse("2026-08-01T12:00:00Z");
        for (int day = 0; day < 70; day++) {
            Instant seen = start.plusSeconds(86_400L * day);
            world.on("steady").seen(seen, seen.plusSeconds(3600));
            world.add(
                    "s" + day,
                    "en",
                    20,
                    Context.NONE,
                    "Cook wanted",
                    "Cook wanted number " + day,
                    World.contact(ContactKind.PHONE, "+85500000001"));
            if (day >= 60) {
                world.on(day % 2 == 0 ? "left" : "right");
                world.add(
                        "r" + day,
                        "en",
                        90,
                        Context.NONE,
                        "Typists",
                        AD.formatted(1000 + day),
                        World.contact(ContactKind.TELEGRAM, "sample_rising"));
            }
        }
        world.in(data);
    }

    private static Cli.Run run(String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = data.toString();
        return Cli.inPipe().run(all);
    }

    @Test
    void countsValues() {
        Cli.Run run = run("search", "class:lure", "--facet", "site,contact");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .isEqualTo(
                        """
                              5  site  left
                              5  site  right
                             10  contact  telegram:sample_rising
                        """);
        assertThat(run("search", "nosuchword", "--facet", "site").code()).isEqualTo(1);
        assertThat(run("search", "*", "--facet", "colour").err())
                .contains("'colour' cannot be counted; these can: site, country");
    }

    @Test
    void countsByTheNameOfWhatIsCounted() {
        String[] counted = {"search", "class:lure", "--facet", "site,contact", "-n", "1"};
        assertThat(run("facets", "class:lure", "--by", "site,contact", "--top", "1").out())
                .isEqualTo(run(counted).out())
                .contains("10  contact  telegram:sample_rising");
        assertThat(run("facets", "class:lure", "--by", "site", "--format", "csv").out())
                .startsWith("field,value,postings");
        assertThat(run("facets", "class:lure").err()).contains("--by");
        assertThat(run("facets", "class:lure", "--by", "colour").code()).isEqualTo(2);
        assertThat(run("facets", "nosuchword", "--by", "site").code()).isEqualTo(1);
    }

    @Test
    void coloursWhereThatIsAskedFor() {
        String[] plain = {"search", "class:lure", "--format", "table", "--data", "" + data};
        Cli forced = Cli.inPipe().with("CLICOLOR_FORCE", "1");
        assertThat(forced.run(plain).out()).contains("\u001b[");
        assertThat(forced.with("NO_COLOR", "1").run(plain).out()).doesNotContain("\u001b[");
        assertThat(Cli.inPipe().with("CLICOLOR_FORCE", "0").run(plain).out())
                .doesNotContain("\u001b[");
    }

    @Test
    void profilesAContact() {
        assertThat(run("contact", "t[.]me/sample_rising").out())
                .isEqualTo(
                        """
                        telegram:sample_rising
                          uses      10 postings on 2 sites (left 5, right 5), seen 2026-09-30..2026-10-09
                          class     lure 10
                          context   none 10
                          site      left 5, right 5
                          lang      en 10
                          signal    free_airfare 10
                          over time 2026-09-30..2026-10-09  ██████████  10 postings by day
                        """);
        assertThat(run("contact", "@sample_nobody").code()).isEqualTo(1);
        assertThat(run("contact", "two words").err()).contains("'two words' is no contact");
    }

    @Test
    void showsSilenceInATimeline() {
        Cli.Run run = run("timeline", "id:p-s0 OR id:p-s1 OR id:p-s4", "--by", "day");
        assertThat(run.out())
                .isEqualTo(
                        """
                        2026-08-01..2026-08-05  ██··█  3 postings by day
                        2026-08-01      1  ██████████████████████████████████████████████████
                        2026-08-02      1  ██████████████████████████████████████████████████
                        2026-08-03      0
                        2026-08-04      0
                        2026-08-05      1  ██████████████████████████████████████████████████
                        """);
        assertThat(run("timeline", "class:review", "--by", "month").out())
                .contains("2026-08        31  █")
                .contains("2026-10         9  █");
        assertThat(Cli.onTerminal(40).run("timeline", "id:p-s0", "--data", data.toString()).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(40));
        // No campaign hides anything where all is shown.
        assertThat(Cli.onTerminal(80).run("search", "id:p-s0", "--data", data.toString()).err())
                .isEqualTo("lurewatch: 1 found, 1 shown\n");
        // Seventy days do not fit on a screen, ten weeks do.
        assertThat(run("timeline", "class:review").out()).contains("by week").contains("2026-W31");
        assertThat(run("timeline", "class:review", "--time", "posted").code()).isEqualTo(1);
    }

    @Test
    void saysWhatRisesAndAgainstWhat() {
        Cli.Run run =
                run("trends", "--window", "10d", "--baseline", "60d", "--until", "2026-10-10");
        assertThat(run.err())
                .contains(
                        "window 2026-09-30T00:00Z..2026-10-10T00:00Z (20 postings) against baseline"
                                + " 2026-08-01T00:00Z..2026-09-30T00:00Z (60 postings)");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("contact  telegram:sample_rising")
                .contains("new")
                .contains("10 (50.0%)")
                .doesNotContain("steady")
                .doesNotContain("+85500000001");
    }

    /// One phrase for the ten copies, and none of those that were there before.
    @Test
    void saysWhichWordsAreNew() {
        Cli.Run run =
                run(
                        "trends",
                        "--by",
                        "phrase",
                        "--window",
                        "10d",
                        "--baseline",
                        "60d",
                        "--until",
                        "2026-10-10",
                        "--format",
                        "jsonl");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.lines())
                .singleElement()
                .asString()
                .contains(
                        "\"field\":\"phrase\",\"value\":\"no experience needed\",\"in_window\":10,"
                                + "\"window_postings\":20,\"in_baseline\":0,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    trends --until 2026-09-01 --window 7d --baseline 14d | 1 | nothing rises
                    trends --until 2020-01-01                            | 2 | has no postings to compare
                    trends --window 3                                    | 2 | is no span
                    trends --fdr 2                                       | 2 | less than 1
                    trends --by colour                                   | 2 | employer, phrase
                    search * --facet phrase                              | 2 | cannot be counted
                    campaign list nosuchword                             | 1 | lurewatch: nothing found
                    trends nosuch:x                                      | 2 | unknown field
                    """)
    void saysWhenNothingCanBeSaid(String command, int code, String message) {
        Cli.Run run = run(command.split(" "));
        assertThat(run.err()).contains(message);
        assertThat(run.code()).isEqualTo(code);
    }

    @Test
    void splitsAListIntoKnownAndUnknown() {
        String list =
                """
                # from the complaint
                @sample_rising
                tel +855 00 000 001 or @sample_nobody

                https://left.example/ads/r60
                hxxps://left[.]example/ads/none
                TYPISTS WANTED in Poipet - free flight and visa, no experience needed, salary 9,000 USD, write to @sample_nobody today
                Typists wanted in Poipet, free flight and visa, no experience needed, salary 77 USD, write to us today please
                hello there
                """;
        Cli cli = Cli.inPipe().typing(list);
        Cli.Run run = cli.run("batch", "-", "--data", data.toString());
        assertThat(run.code()).isZero();
        assertThat(
                        run.lines().stream()
                                .map(line -> line.replaceAll("  (\\d+ posting|no contact).*", "")))
                .containsExactly(
                        "known   contact @sample_rising",
                        "known   contact +855 00 000 001",
                        "unknown contact @sample_nobody",
                        "known   url hxxps://left[.]example/ads/r60",
                        "unknown url hxxps://left[.]example/ads/none",
                        "unknown contact @sample_nobody",
                        "known   text Typists wanted in Poipet, free flight and visa, no experien…",
                        "unknown nothing hello there");
        assertThat(run.out()).contains("10 postings on 2 sites");
        Cli.Run unknown =
                cli.run(
                        "batch",
                        "-",
                        "--only",
                        "unknown",
                        "--format",
                        "jsonl",
                        "--data",
                        "" + data);
        assertThat(unknown.lines()).hasSize(4).allMatch(line -> line.contains("\"known\":false"));
        assertThat(Cli.inPipe().typing("@x_y_z").run("batch", "-", "--data", "" + data).code())
                .isEqualTo(1);
    }

    /// Numbers as at home are contacts, and what cannot be read is told, too.
    @Test
    void dropsNothingOfALine() {
        Cli cli =
                Cli.inPipe()
                        .typing("@sample_rising (096) 123-4567 @x\nLinh 0900 000 000 1234567\n");
        Cli.Run run = cli.run("batch", "-", "--data", "" + data);
        assertThat(
                        run.lines().stream()
                                .map(line -> line.replaceAll("  (\\d+ posting|no contact).*", "")))
                .containsExactly(
                        "known   contact @sample_rising",
                        "unknown contact (096) 123-4567",
                        "unknown nothing @x",
                        "unknown contact 0900 000 000",
                        "unknown nothing 1234567");
        assertThat(run.err()).contains("1 known, 4 unknown");
        String ad =
                "Typists wanted in Poipet, free flight and visa, no experience needed, salary 77 USD,"
                        + " write to us today please, order 1234567890";
        assertThat(Cli.inPipe().typing(ad).run("batch", "-", "--data", "" + data).lines())
                .satisfiesExactly(
                        number -> assertThat(number).isEqualTo("unknown contact 1234567890"),
                        text -> assertThat(text).startsWith("known   text Typists wanted"));
        assertThat(run("contact", "0900000000").err()).contains("no posting gives 0900000000");
    }

    /// People get the best few, programs whatever there is.
    @Test
    void namesAllPostingsToPrograms() throws IOException {
        Cli cli = Cli.inPipe().typing("+855 00 000 001\nhello there\n@sample_rising\n");
        Cli.Run run = cli.run("batch", "-", "--format", "jsonl", "--data", "" + data);
        List<JsonNode> answers = new ArrayList<>();
        for (String line : run.lines()) {
            answers.add(new ObjectMapper().readTree(line));
        }
        assertThat(answers)
                .extracting(answer -> answer.path("ids").size())
                .containsExactly(70, 0, 10);
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.path("ids")).doesNotHaveDuplicates());
        assertThat(cli.run("batch", "-", "--ids", "--data", "" + data).lines())
                .hasSize(80)
                .doesNotHaveDuplicates()
                .contains("p-s69", "p-r60");
        String plain = cli.run("batch", "-", "--data", "" + data).lines().getFirst();
        assertThat(plain).matches(".*(  | )(p-s\\d+ ){5}…");
        assertThat(cli.run("batch", "-", "--format", "csv", "--data", "" + data).out())
                .contains("p-s0")
                .contains("p-s69");
    }

    @Test
    void putsBothHalvesOfAListIntoFiles(@TempDir Path folder) throws IOException {
        Path known = folder.resolve("known.txt");
        Path unknown = folder.resolve("unknown.txt");
        Cli cli = Cli.inPipe().typing("@sample_rising, @sample_nobody\n+855 00 000 001\n");
        String[] both = {"batch", "-", "--known", "" + known, "--unknown", "" + unknown};
        String[] all = Arrays.copyOf(both, both.length + 2);
        all[both.length] = "--data";
        all[both.length + 1] = data.toString();
        assertThat(cli.run(all).code()).isZero();
        assertThat(known).hasContent("@sample_rising\n+855 00 000 001\n");
        assertThat(unknown).hasContent("@sample_nobody\n");
        assertThat(cli.run(all).err()).contains("--known: " + known + " exists");
    }

    /// Every list there is, in every form that programs read.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
"""
                    search * --facet site,lang          | field value postings
                    timeline * --by month               | bucket from postings
                    trends --until 2026-10-10           | field value in_window window_postings in_baseline \
baseline_postings p q window_from window_until baseline_from
                    batch LIST                          | line known kind written postings sites first last ids
                    campaign list                       | campaign postings score first last texts sites langs \
classes contacts labels ids
                    audit list                          | time analyst kind about details log number hash
                    label list                          | posting label analyst time reason
                    case list                           | id title status opened opened_by changed tags postings \
unread notes
""")
    void printsListsForPrograms(String command, String columns) throws IOException {
        Path list = data.resolve("list");
        if (!Files.exists(list)) {
            Files.writeString(list, "@sample_rising\n@sample_nobody\n");
            Cli.Run label = run("label", "p-r60", "--as", "lure", "--reason", "=1+1");
            assertThat(label.code()).as(label.err()).isZero();
            assertThat(run("case", "new", "a, b").code()).isZero();
        }
        List<String> lines = formed(command, list, "jsonl").lines();
        assertThat(lines).isNotEmpty();
        String csv = formed(command, list, "csv").out();
        List<CsvRecord> rows = CsvReader.builder().ofCsvRecord(csv).stream().toList();
        assertThat(rows.getFirst().getFields()).containsExactly(columns.split(" ", -1));
        assertThat(rows)
                .hasSameSizeAs(formed(command, list, "tsv").lines())
                .allSatisfy(
                        row -> assertThat(row.getFields()).noneMatch(cell -> cell.startsWith("=")));
        JsonNode array = new ObjectMapper().readTree(formed(command, list, "json").out());
        if (command.equals("audit list")) {
            assertThat(array.size()).isGreaterThan(1);
            return;
        }
        assertThat(rows).hasSize(lines.size() + 1);
        assertThat(array).hasSize(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            assertThat(array.get(i)).isEqualTo(new ObjectMapper().readTree(lines.get(i)));
        }
        assertThat(formed(command, list, "plain").out())
                .isEqualTo(formed(command, list, "table").out());
    }

    private static Cli.Run formed(String command, Path list, String format) {
        String typed = command.replace("LIST", list.toString()) + " --format " + format;
        return run(typed.split(" ", -1));
    }

    @Test
    void recordsWhateverLooksForSomething(@TempDir Path fresh) throws IOException {
        new World().add("a", "en", 90, Context.NONE, "Typists", "Typists wanted").in(fresh);
        Path list =
                Files.writeString(fresh.resolve("list.txt"), "@sample_rising\n@nobody_at_all\n");
        String[][] commands = {
            {"pivot", "typists"},
            {"contact", "@sample_rising"},
            {"timeline", "typists"},
            {"trends", "--until", "2026-11-01", "--window", "1d"},
            {"batch", list.toString()},
        };
        for (String[] command : commands) {
            String[] all = Arrays.copyOf(command, command.length + 2);
            all[command.length] = "--data";
            all[command.length + 1] = fresh.toString();
            Cli.inPipe().with("LUREWATCH_REASON", "request 9").run(all);
        }
        assertThat(Cli.inPipe().run("audit", "list", "--data", fresh.toString()).out())
                .contains("command=pivot query=typists found=1 shown=1 reason=“request 9”")
                .contains("command=contact query=@sample_rising found=0 shown=0")
                .contains("command=timeline query=typists found=1 shown=1")
                .contains("command=batch query=“@sample_rising | @nobody_at_all” found=0 shown=2");
    }
}
