package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Context;
import lurewatch.indexer.Digest;
import lurewatch.indexer.Provenance;
import lurewatch.indexer.WarcPosition;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.store.CaptureFacts;
import lurewatch.indexer.store.FactsStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `overview`: forty steady lures, twelve copies of a new one, two accounts of victims, a site that
/// answers with errors only.
class OverviewIT {
    private static final String COPY =
            "Typists wanted in Poipet, free flight and visa, no experience needed, write to %s";

    @TempDir private static Path data;
    private static Instant now = Instant.EPOCH;

    @BeforeAll
    static void crawled() {
        now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        World world = new World();
        for (int day = 90; day > 50; day--) {
            at(world.on("steady"), day)
                    .add("s" + day, "en", 80, Context.NONE, "Agents", "Agents " + "x".repeat(day));
        }
        for (int i = 0; i < 12; i++) {
            at(world.on(i < 6 ? "left" : "right"), i % 3)
                    .add(
                            "r" + i,
                            "en",
                            90,
                            Context.NONE,
                            "Typists",
                            COPY.formatted("@sample_rising"),
                            World.contact(ContactKind.TELEGRAM, "sample_rising"));
        }
        at(world.on("forum"), 0)
                .add(
                        "v1",
                        "en",
                        60,
                        Context.VICTIM_REPORT,
                        "Help \u001b[2J\u202e me",
                        "Held in Poipet")
                .add("v2", "en", 60, Context.VICTIM_REPORT, "My son", "Held in Myawaddy");
        world.in(data);
        try (FactsStore facts = FactsStore.open(data.resolve("facts.db"))) {
            for (int i = 102; i < 105; i++) {
                facts.record(
                        new CaptureFacts(visit(i, "walled", 503), List.of(), List.of()), () -> {});
            }
            facts.record(new CaptureFacts(visit(105, "left", 200), List.of(), List.of()), () -> {});
            facts.commit();
        }
    }

    private static World at(World world, int daysAgo) {
        Instant seen = now.minus(Duration.ofDays(daysAgo)).minusSeconds(3600);
        return world.seen(seen, seen.plusSeconds(60));
    }

    private static Capture visit(long sequence, String site, int status) {
        return new Capture(
                new CaptureId(sequence),
                site,
                "https://" + site + ".example/",
                now.minusSeconds(600),
                status,
                List.of(),
                Digest.of("payload" + sequence),
                7,
                Optional.empty(),
                Digest.of("record" + sequence),
                new WarcPosition("lurewatch-1.warc.gz", 512, 99),
                Provenance.CRAWLED,
                Optional.empty());
    }

    private static JsonNode json(Path from, String... more) throws IOException {
        String[] all = new String[more.length + 5];
        List.of("overview", "--format", "json", "--data", from.toString()).toArray(all);
        System.arraycopy(more, 0, all, 5, more.length);
        Cli.Run run = Cli.inPipe().with("LUREWATCH_ANALYST", "ann").run(all);
        assertThat(run.code()).describedAs(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void countsWhatIsNewAndWhatWasBefore() throws IOException {
        JsonNode day = json(data);
        assertThat(day.path("postings").asInt()).isEqualTo(54);
        assertThat(day.path("new").asInt()).isEqualTo(6);
        assertThat(day.path("new_before").asInt()).isEqualTo(4);
        assertThat(day.path("new_lures_by_site").toString())
                .isEqualTo(
                        "[{\"value\":\"left\",\"postings\":2},{\"value\":\"right\",\"postings\":2}]");
        JsonNode quarter = json(data, "--since", "100d");
        assertThat(quarter.path("new").asInt()).isEqualTo(54);
    }

    @Test
    void findsTheContactAndTheCampaignThatRise() throws IOException {
        JsonNode rising = json(data).path("rising");
        assertThat(rising).hasSize(2);
        assertThat(rising.path(0).path("value").asText()).isEqualTo("telegram:sample_rising");
        assertThat(rising.path(0).path("in_window").asInt()).isEqualTo(12);
        assertThat(rising.path(0).path("in_baseline").asInt()).isZero();
        assertThat(rising.path(0).path("q").asDouble()).isLessThan(1e-6);
        assertThat(rising.path(1).path("field").asText()).isEqualTo("campaign");
        assertThat(rising.path(1).path("in_window").asInt()).isEqualTo(12);
        assertThat(json(data).path("next").toString())
                .contains("lurewatch pivot telegram:sample_rising");
    }

    @Test
    void namesTheSiteOfWhichNothingCame() throws IOException {
        JsonNode overview = json(data);
        assertThat(overview.path("last_capture").asText())
                .isEqualTo(now.minusSeconds(600).toString());
        assertThat(overview.path("sites").toString())
                .contains("\"site\":\"walled\",\"visits\":3,\"troubled\":3,\"failing\":true")
                .contains("\"site\":\"left\",\"visits\":1,\"troubled\":0,\"failing\":false");
    }

    @Test
    void whatIsLabelledIsNoLongerUrgent(@TempDir Path fresh) throws IOException {
        at(new World().on("forum"), 0)
                .add("v1", "en", 60, Context.VICTIM_REPORT, "Help me", "Held in Poipet")
                .add("v2", "en", 60, Context.VICTIM_REPORT, "My son", "Held in Myawaddy")
                .add("v3", "en", 60, Context.VICTIM_REPORT, "My wife", "Held in Bavet")
                .in(fresh);
        assertThat(json(fresh).path("urgent_unread").asInt()).isEqualTo(3);
        Cli ann = Cli.inPipe().with("LUREWATCH_ANALYST", "ann");
        String in = fresh.toString();
        ann.run("label", "p-v1", "--as", "victim", "--reason", "called the family", "--data", in);
        String opened = ann.run("case", "new", "families", "--data", in).out().strip();
        ann.run("case", "add", opened, "p-v2", "--data", in);
        assertThat(json(fresh).path("urgent_unread").asInt()).isEqualTo(2);
        ann.run("case", "next", opened, "--read", "--data", in);
        JsonNode overview = json(fresh);
        assertThat(overview.path("urgent_unread").asInt()).isEqualTo(1);
        assertThat(overview.path("urgent").asInt()).isEqualTo(3);
        assertThat(overview.path("urgent_first").path(0).path("posting").asText())
                .isEqualTo("p-v3");
    }

    @Test
    void fitsTheScreenAndKeepsItClean() {
        for (int columns : new int[] {40, 80, 132}) {
            Cli.Run run =
                    Cli.onTerminal(columns)
                            .with("LINES", "24")
                            .with("NO_COLOR", "1")
                            .run("overview", "--data", data.toString());
            assertThat(run.code()).isZero();
            assertThat(run.lines()).hasSizeLessThan(24);
            assertThat(run.out())
                    .containsPattern("lurewatch search 'class:lure -label:\\* first>=[^ ]*Z'");
            assertThat(run.lines())
                    .allSatisfy(line -> {
                        // What is to be copied is whole; the terminal breaks it.
                        if (!line.contains(" lurewatch ")) {
                            assertThat(TerminalText.width(line)).isLessThanOrEqualTo(columns);
                        }
                        assertThat(line).doesNotContain("\u001b").doesNotContain("\u202e");
                    });
        }
    }

    @Test
    void teachesWhereNothingIs(@TempDir Path empty) {
        for (Path nowhere : List.of(empty, empty.resolve("not-there"))) {
            Cli.Run run = Cli.inPipe().run("overview", "--data", nowhere.toString());
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out()).contains("lurewatch demo", "lurewatch crawl --once");
            assertThat(run.err()).contains("nothing was crawled into");
        }
        Cli.Run wrong = Cli.inPipe().run("overview", "--since", "soon", "--data", data.toString());
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("--since: 'soon' is no time");
    }
}
