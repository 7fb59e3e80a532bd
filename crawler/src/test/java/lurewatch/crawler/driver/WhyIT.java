package lurewatch.crawler.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import lurewatch.crawler.Main;
import lurewatch.crawler.frontier.Clocks;
import lurewatch.crawler.frontier.FetchReport;
import lurewatch.crawler.frontier.FetchReport.Ending;
import lurewatch.crawler.frontier.FoundLink;
import lurewatch.crawler.frontier.Frontier;
import lurewatch.crawler.frontier.FrontierSettings;
import lurewatch.crawler.frontier.FrontierSettings.RunMode;
import lurewatch.crawler.frontier.Lease;
import lurewatch.crawler.frontier.Validators;
import lurewatch.crawler.settings.Settings;
import lurewatch.crawler.site.Scope;
import lurewatch.crawler.site.Site;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.SiteKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an officer reads who asks when a page is visited next.
final class WhyIT {
    private static final String SEED = "http://board.example/";
    private static final Path CONFIG =
            Path.of(System.getProperty("lurewatch.root", "..")).resolve("config");

    @TempDir Path data;

    private final AtomicReference<Instant> wall =
            new AtomicReference<>(Instant.now().minus(Duration.ofHours(2)));
    private final AtomicLong nanos = new AtomicLong(1);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void crawl() throws InterruptedException {
        Site site =
                new Site(
                        "board",
                        SiteKind.JOB_BOARD,
                        true,
                        List.of(SEED),
                        Scope.DEFAULTS,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        Clocks clocks = new Clocks(wall::get, nanos::get);
        FrontierSettings settings =
                FrontierSettings.of(Settings.DEFAULTS, List.of(site), RunMode.SERVICE, 0.35);
        try (Frontier frontier =
                Frontier.open(data.resolve("crawl.db"), settings, clocks, new Random(3))) {
            frontier.plant(List.of(site));
            finish(frontier, Ending.CAPTURED, "ad/1", "ad/2", "ad/3");
            finish(frontier, Ending.CAPTURED);
            finish(frontier, Ending.MISSING);
        }
    }

    private void finish(Frontier frontier, Ending ending, String... links)
            throws InterruptedException {
        wall.updateAndGet(now -> now.plusSeconds(40));
        nanos.addAndGet(Duration.ofSeconds(40).toNanos());
        Lease lease = frontier.take().orElseThrow();
        List<FoundLink> found =
                List.of(links).stream()
                        .map(link ->
                                new FoundLink(
                                        WebUrl.parse(SEED + link).orElseThrow(),
                                        FoundLink.Kind.ITEM))
                        .toList();
        frontier.done(
                lease,
                FetchReport.of(
                                ending,
                                "",
                                new FetchReport.Answer(
                                        OptionalInt.of(ending == Ending.MISSING ? 404 : 200),
                                        10,
                                        Duration.ofMillis(10),
                                        Validators.NONE))
                        .saying(new FetchReport.Content(OptionalLong.of(1), OptionalDouble.empty()))
                        .leadingTo(found));
    }

    private int why(String... arguments) {
        List<String> all = new ArrayList<>(List.of("why"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        if (!all.contains("--config")) {
            all.addAll(List.of("--config", CONFIG.toString()));
        }
        return Main.run(
                all.toArray(new String[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of());
    }

    @Test
    void aListingIsVisitedAsItsSiteWants() {
        assertThat(why(SEED)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("hxxp://board[.]example/")
                .contains("a listing page of site board")
                .contains("1 visit, 0 with new postings")
                .contains("the budget suffices to visit this listing")
                .contains("a new posting about every")
                .contains("captured 200")
                .contains("asked at most every");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aNewPostingIsOnItsFuse() {
        assertThat(why("hxxp://board[.]example/ad/1")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("a posting's page")
                .contains("a new posting is looked at soon");
    }

    @Test
    void noLineIsWiderThanTheTerminal() {
        for (String columns : List.of("60", "80", "120")) {
            String said =
                    Cli.run(data, CONFIG, Map.of("COLUMNS", columns), "why", SEED + "ad/1").out();
            assertThat(said).contains("worth").contains("today's price is");
            assertThat(said.lines())
                    .allSatisfy(line ->
                            assertThat(line).hasSizeLessThanOrEqualTo(Integer.parseInt(columns)));
        }
    }

    @Test
    void aSiteThatWasNeverVisitedIsSaidToBeNone() {
        Cli log = Cli.run(data, CONFIG, "fetchlog", "--site", "nowhere", "-n", "3");
        assertThat(log.code()).isEqualTo(1);
        assertThat(log.err()).contains("nothing was fetched of a site 'nowhere'");
        assertThat(Cli.run(data, CONFIG, "fetchlog", "-n", "1").out().lines()).hasSize(1);
    }

    /// An empty directory is mostly the wrong one.
    @Test
    void whereNothingWasCrawledItSaysWhatToDo(@TempDir Path empty) {
        for (String[] command : new String[][] {{"status"}, {"fetchlog"}, {"why", SEED}}) {
            assertThat(Cli.run(empty, CONFIG, command).err())
                    .contains("'lurewatch crawl' visits sites, --data DIR names another directory");
        }
    }

    @Test
    void aMissingPageIsLookedForAgain() {
        assertThat(why(SEED + "ad/2")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("said that it is not there")
                .contains("missing 404");
    }

    @Test
    void aPageNeverSeenSaysSo() {
        assertThat(why(SEED + "ad/3")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("never fetched")
                .contains("as soon as its host's turn comes");
    }

    @Test
    void anUnknownUrlNamesItsNeighbours() {
        assertThat(why(SEED + "ad/11")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("not known: hxxp://board[.]example/ad/11")
                .contains("hxxp://board[.]example/ad/1\n");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aPageThatIsLeftOutIsSaidToBe(@TempDir Path config) throws Exception {
        Files.copy(CONFIG.resolve("lurewatch.yaml"), config.resolve("lurewatch.yaml"));
        Files.createDirectory(config.resolve("sites"));
        Files.writeString(
                config.resolve("sites/board.yaml"),
                "name: board\nkind: job-board\nenabled: true\nseeds: [\"" + SEED + "\"]\n");
        try (Connection db =
                        DriverManager.getConnection("jdbc:sqlite:" + data.resolve("crawl.db"));
                Statement statement = db.createStatement()) {
            statement.execute("UPDATE site SET budget = 4, full_since = 1");
        }
        assertThat(why(SEED + "ad/11", "--config", config.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("board has 4 of 4 pages (scope.pages): new ones are left out");
    }

    @Test
    void programsGetTheSame() {
        assertThat(why(SEED + "ad/1", "--format", "jsonl")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\"url\":\"http://board.example/ad/1\"")
                .contains("\"class\":\"detail\"")
                .contains("\"reason\":\"fuse\"")
                .contains("\"rate_per_hour\":");
    }

    @Test
    void whatIsNoUrlIsAMistakeOfUse() {
        assertThat(why("no url")).isEqualTo(2);
    }
}
