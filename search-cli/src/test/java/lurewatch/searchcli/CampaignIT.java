package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import lurewatch.indexer.Context;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two campaigns and ads that stand alone, through the commands.
class CampaignIT {
    private static final String TYPIST =
            "Typists wanted in Poipet, free flight and visa, no experience needed, salary %d USD a"
                    + " month, rooms with air condition, write to %s today";
    private static final String COOK =
            "Our restaurant by the river looks for a cook who knows Khmer dishes, works clean, comes"
                    + " on time and likes to teach the young people in the kitchen, pay %d";

    @TempDir private Path data;

    @BeforeEach
    void index() {
        Instant start = Instant.parse("2026-08-01T12:00:00Z");
        World world = new World();
        for (int i = 0; i < 6; i++) {
            world.on("site" + i % 3).seen(start, start.plusSeconds(60));
            world.add(
                    "t" + i,
                    "en",
                    90,
                    Context.NONE,
                    "Typists",
                    TYPIST.formatted(1000 + i % 2, "@sample_hr" + i / 2));
        }
        for (int i = 0; i < 2; i++) {
            world.on("site" + i);
            world.add("k" + i, "en", 20, Context.NONE, "Cook", COOK.formatted(300 + i));
        }
        world.on("site9");
        world.add(
                "near",
                "en",
                75,
                Context.NONE,
                "Typists",
                "Typists wanted in Poipet, free flight and visa, no experience needed! Call our office"
                        + " any day but sunday");
        world.add("alone", "en", 80, Context.NONE, "\u001b[31mDriver", "Driver wanted");
        world.add("van", "en", 70, Context.NONE, "Van", "Van for hire");
        world.in(data);
    }

    private Cli.Run run(String... arguments) {
        return run(Cli.inPipe(), arguments);
    }

    private Cli.Run run(Cli cli, String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = data.toString();
        return cli.run(all);
    }

    @Test
    void listsCampaigns() {
        assertThat(run("campaign", "list", "class:lure").lines())
                .singleElement()
                .asString()
                .startsWith("c-t0  90 ×6 on 3 sites 2026-");
        assertThat(run("campaign", "list").lines()).hasSize(2);
        assertThat(run("campaign", "list", "driver").code()).isEqualTo(1);
        assertThat(run("campaign", "list", "nosuchfield:x").code()).isEqualTo(2);
        assertThat(run("campaign", "list", "*", "--format", "jsonl").lines())
                .allMatch(line -> line.startsWith("{\"v\":1,\"campaign\":\"c-"));
    }

    @Test
    void showsTheTemplateWithWhatStandsInItsSlots() {
        Cli.Run run = run("campaign", "show", "c-t0");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("c-t0  ×6 on 3 sites")
                .contains("Template (what 6 postings say; 1 text in all)")
                .contains("needed, salary »<number 1>« USD a month")
                .contains("<number 1>  1000 ×3, 1001 ×3")
                .contains("<contact 2>  @sample_hr0 ×2, @sample_hr1 ×2, @sample_hr2 ×2")
                .contains("  p-t5  90 lure en site2 ");
        assertThat(run("campaign", "show", "c-alone").code()).isEqualTo(1);
        assertThat(run("campaign", "show", "c-none").err()).contains("no campaign 'c-none'");
    }

    @Test
    void aTableHasOneHitForEachCampaignAndAPipeAll() {
        Cli terminal = Cli.onTerminal(100);
        Cli.Run table = run(terminal, "search", "typists", "--color", "never");
        assertThat(table.out()).contains("×6 on 3 sites  c-t0");
        assertThat(table.lines()).filteredOn(line -> line.contains("in Poipet")).hasSize(2);
        assertThat(table.err()).contains("7 found, 2 shown, one for each campaign; --no-collapse");
        assertThat(run(terminal, "search", "typists", "--no-collapse").lines())
                .filteredOn(line -> line.contains("in Poipet"))
                .hasSize(7);
        for (String format : List.of("plain", "jsonl", "ids", "urls")) {
            assertThat(run("search", "typists", "--format", format).lines()).hasSize(7);
        }
        assertThat(run("search", "typists", "--format", "ids", "--collapse").lines()).hasSize(2);
        assertThat(run("search", "id:p-t3", "--format", "jsonl").out())
                .contains("\"campaign\":\"c-t0\",\"campaign_postings\":6");
        assertThat(run("search", "id:p-alone", "--format", "jsonl").out())
                .contains("\"campaign\":null,\"campaign_postings\":1");
    }

    @Test
    void queriesNameCampaigns() {
        assertThat(run("search", "campaign:c-t0", "--format", "ids").lines()).hasSize(6);
        assertThat(run("search", "near:c-t0 -campaign:c-t0", "--format", "ids").lines())
                .containsExactly("p-near");
        assertThat(run("search", "campaign:c-none").err())
                .contains("there is no campaign 'c-none'");
        assertThat(run("timeline", "campaign:c-t0").out()).contains("6 postings");
    }

    @Test
    void analystsMergeSplitAndLabel() throws IOException {
        assertThat(run("campaign", "label", "c-k0", "benign").code()).isEqualTo(2);
        assertThat(
                        run(
                                        "campaign",
                                        "label",
                                        "c-k0",
                                        "benign",
                                        "--reason",
                                        "a restaurant",
                                        "--sure",
                                        "80",
                                        "--analyst",
                                        "kim")
                                .code())
                .isZero();
        assertThat(run("campaign", "show", "c-k0").out())
                .contains("label     benign 80% by kim: a restaurant");
        assertThat(run("campaign", "merge", "c-t0", "c-k0", "--reason", "one owner").code())
                .isZero();
        assertThat(run("campaign", "list", "*").lines())
                .singleElement()
                .asString()
                .contains("×8 on 3 sites");
        assertThat(run("search", "campaign:c-k0", "--format", "ids").lines()).hasSize(8);
        Cli.Run split = run("campaign", "split", "c-t0", "p-k1", "--reason", "two owners");
        assertThat(split.err()).contains("2 postings split off").contains("went along");
        assertThat(run("campaign", "list", "*").lines()).hasSize(2);
        assertThat(run("campaign", "show", "c-k0").out()).contains("×2 on 2 sites");
        assertThat(run("campaign", "split", "c-k0", "p-t1", "--reason", "x").err())
                .contains("'p-t1' is no posting of c-k0");
        assertThat(run("campaign", "split", "c-k0", "p-k1", "--reason", "x").err())
                .contains("nothing of c-k0 would be left");
        assertThat(run("campaign", "merge", "c-t0", "c-t3", "--reason", "x").err())
                .contains("both are c-t0 already");
    }

    @Test
    void postingsThatStandAloneCanBeMerged() {
        assertThat(run("campaign", "merge", "p-near", "p-alone", "--reason", "one boss").code())
                .isZero();
        assertThat(run("campaign", "list", "*").lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("c-alone ") && line.contains("×2"));
        assertThat(run("campaign", "merge", "c-k0", "p-none", "--reason", "x").err())
                .contains("there is no campaign 'p-none'");
    }

    /// p-alone was there first and gave the name.
    @Test
    void theNameStaysWithWhatStaysAndAMergeUndoesASplit() {
        run("campaign", "merge", "p-alone", "p-near", "--reason", "one boss");
        run("campaign", "merge", "c-alone", "p-van", "--reason", "one boss");
        run("campaign", "label", "c-alone", "benign", "--reason", "known", "--analyst", "kim");
        assertThat(run("campaign", "split", "c-alone", "p-alone", "--reason", "two bosses").code())
                .isZero();
        assertThat(run("campaign", "show", "c-alone").out())
                .contains("c-alone  ×2 on 1 site")
                .contains("label     benign");
        assertThat(run("search", "campaign:c-alone", "--format", "ids").lines())
                .containsExactlyInAnyOrder("p-near", "p-van");
        assertThat(run("campaign", "list", "*").lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("c-alone ") && line.contains("×2"));
        assertThat(
                        run("campaign", "merge", "c-alone", "p-alone", "--reason", "one after all")
                                .code())
                .isZero();
        assertThat(run("campaign", "list", "*").lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("c-alone ") && line.contains("×3"));
    }

    @Test
    void searchingGoesOnWithoutFacts() throws IOException {
        Files.delete(data.resolve("facts.db"));
        Cli.Run run = run(Cli.onTerminal(100), "search", "typists");
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("campaigns are not known").contains("7 found");
    }

    @Test
    void aSearchPrintsEachPostingOnceWhereFactsBreakOnTheWay() throws Exception {
        try (Connection facts =
                        DriverManager.getConnection("jdbc:sqlite:" + data.resolve("facts.db"));
                Statement statement = facts.createStatement()) {
            statement.execute("DROP TABLE campaigns");
        }
        Cli.Run run = run("search", "typists", "--format", "json");
        assertThat(new ObjectMapper().readTree(run.out())).hasSize(7);
        assertThat(run.err()).containsOnlyOnce("campaigns are not known");
    }
}
