package lurewatch.crawler.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One screen that says how crawler and sites do.
final class StatusIT {
    private static final String LONG_NAME = "board-of-jobs-in-the-north-and-the-south";

    private static final String LAST_WORDS =
            "you come more often than anybody who reads what we print, so wait until tomorrow";

    @TempDir Path data;

    private final AtomicReference<Instant> wall =
            new AtomicReference<>(Instant.now().minus(Duration.ofHours(3)));
    private final AtomicLong nanos = new AtomicLong(1);

    private static Site site(String name) {
        return new Site(
                name,
                SiteKind.JOB_BOARD,
                true,
                List.of("http://" + name.substring(0, 4) + ".example/"),
                Scope.DEFAULTS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// Three hours ago: the board gave a listing that leads to two ads; `wall` refused, and rests
    /// for six hours.
    @BeforeEach
    void crawl() throws InterruptedException {
        List<Site> sites = List.of(site(LONG_NAME), site("wall"));
        Clocks clocks = new Clocks(wall::get, nanos::get);
        FrontierSettings settings =
                FrontierSettings.of(Settings.DEFAULTS, sites, RunMode.SERVICE, 0.35);
        try (Frontier frontier =
                Frontier.open(data.resolve("crawl.db"), settings, clocks, new Random(3))) {
            frontier.plant(sites);
            for (int i = 0; i < 2; i++) {
                finish(frontier, frontier.take().orElseThrow());
            }
        }
    }

    private void finish(Frontier frontier, Lease lease) {
        boolean board = lease.site().equals(LONG_NAME);
        List<FoundLink> links =
                board
                        ? List.of(
                                new FoundLink(
                                        WebUrl.parse("http://boar.example/ad/1").orElseThrow(),
                                        FoundLink.Kind.ITEM),
                                new FoundLink(
                                        WebUrl.parse("http://boar.example/ad/2").orElseThrow(),
                                        FoundLink.Kind.ITEM))
                        : List.of();
        frontier.done(
                lease,
                FetchReport.of(
                                board ? Ending.CAPTURED : Ending.TROUBLED,
                                board ? "" : "slow down\u001b[31m, " + LAST_WORDS,
                                new FetchReport.Answer(
                                        OptionalInt.of(board ? 200 : 429),
                                        10,
                                        Duration.ofMillis(10),
                                        Validators.NONE))
                        .asking(board ? Optional.empty() : Optional.of(Duration.ofHours(6)))
                        .saying(new FetchReport.Content(OptionalLong.of(1), OptionalDouble.empty()))
                        .leadingTo(links));
    }

    private Cli status(String... options) {
        String[] all = new String[options.length + 1];
        all[0] = "status";
        System.arraycopy(options, 0, all, 1, options.length);
        return Cli.run(data, Cli.SHIPPED, all);
    }

    private List<String> onTerminal(int columns) {
        Cli status =
                Cli.run(
                        data,
                        Cli.SHIPPED,
                        Map.of("LUREWATCH_TTY", "1", "COLUMNS", Integer.toString(columns)),
                        "status");
        assertThat(status.code()).as(status.err()).isZero();
        return status.out().lines().toList();
    }

    /// Every row: columns of the terminal, what stands in the two lines of heads, and the figures
    /// of a site, its name aside.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                     40 | last 24 hours 7 days                                  | page errors lures                                  | 3 h 0 0
                     50 | last oldest 24 hours 7 days                           | page due errors lures                              | 3 h 3 h 0 0
                     60 | last oldest 24 hours 7 days                           | page due fetches errors posts lures                | 3 h 3 h 1 0 0 0
                     80 | last oldest page due, by lane 24 hours 7 days         | page evidence hub new fetches errors posts lures   | 3 h - 2 h 3 h 1 0 0 0
                    120 | last oldest page due, by lane 24 hours 7 days         | page evidence hub new fetches errors posts lures   | 3 h - 2 h 3 h 1 0 0 0
                    200 | last oldest page due, by lane 24 hours 7 days         | page evidence hub new fetches errors posts lures   | 3 h - 2 h 3 h 1 0 0 0
                    """)
    void usesTheWidthThereIs(int columns, String heads, String headings, String figures) {
        List<String> lines = onTerminal(columns);
        assertThat(lines).allMatch(line -> line.length() <= columns);
        assertThat(squeezed(lines.get(2))).isEqualTo(heads);
        assertThat(squeezed(lines.get(3))).isEqualTo("site " + headings);
        String board = lines.stream().filter(line -> line.startsWith("board")).findFirst().get();
        assertThat(squeezed(board)).endsWith(" " + figures);
        assertThat(board.length()).isEqualTo(lines.get(3).length());
        // A name is whole where there is room for it, and the error is on any screen.
        assertThat(board.startsWith(LONG_NAME + " ")).isEqualTo(columns > 100);
        assertThat(squeezed(String.join(" ", lines)))
                .contains("last error: TROUBLED 429 slow down<U+001B>[31m")
                .contains(LAST_WORDS);
    }

    /// A page that is not there is no trouble of its site.
    @ParameterizedTest
    @CsvSource({"80, ''", "90, ''", "110, MISSING 404 no such", "200, MISSING 404 no such"})
    void showsTheLastErrorWhereThereIsRoom(int columns, String error, @TempDir Path calm)
            throws InterruptedException {
        Site site = site("calm");
        Clocks clocks = new Clocks(wall::get, nanos::get);
        FrontierSettings settings =
                FrontierSettings.of(Settings.DEFAULTS, List.of(site), RunMode.SERVICE, 0.35);
        try (Frontier frontier =
                Frontier.open(calm.resolve("crawl.db"), settings, clocks, new Random(3))) {
            frontier.plant(List.of(site));
            Lease listing = frontier.take().orElseThrow();
            FoundLink ad =
                    new FoundLink(
                            WebUrl.parse("http://calm.example/ad").orElseThrow(),
                            FoundLink.Kind.ITEM);
            frontier.done(listing, report(Ending.CAPTURED, 200, "", List.of(ad)));
            nanos.addAndGet(Duration.ofMinutes(2).toNanos());
            frontier.done(
                    frontier.take().orElseThrow(),
                    report(Ending.MISSING, 404, "no such", List.of()));
        }
        List<String> lines =
                Cli.run(
                                calm,
                                Cli.SHIPPED,
                                Map.of("LUREWATCH_TTY", "1", "COLUMNS", "" + columns),
                                "status")
                        .out()
                        .lines()
                        .toList();
        assertThat(lines.get(3).contains("last error")).isEqualTo(!error.isEmpty());
        assertThat(lines.getLast()).startsWith("calm ").endsWith(error.isEmpty() ? " 0" : error);
    }

    private static FetchReport report(
            Ending ending, int status, String detail, List<FoundLink> links) {
        return FetchReport.of(
                        ending,
                        detail,
                        new FetchReport.Answer(
                                OptionalInt.of(status), 10, Duration.ofMillis(10), Validators.NONE))
                .saying(new FetchReport.Content(OptionalLong.of(1), OptionalDouble.empty()))
                .leadingTo(links);
    }

    private static String squeezed(String line) {
        return line.strip().replaceAll(" +", " ");
    }

    @Test
    void saysWhatWaitsAndWhatIsWrong() {
        List<String> lines = onTerminal(200);
        assertThat(lines.getFirst()).isEqualTo("crawler  not running");
        assertThat(lines.get(4)).startsWith("wall ");
        assertThat(lines.get(5))
                .startsWith("  rests for")
                .contains("last error: TROUBLED 429 slow down<U+001B>[31m");
        assertThat(lines.get(6)).matches(LONG_NAME + " +3 h +- +2 h +3 h +1 +0 +0 +0");
    }

    @Test
    void aFullSiteStandsAboveTheOthers() throws SQLException {
        try (Connection db =
                        DriverManager.getConnection("jdbc:sqlite:" + data.resolve("crawl.db"));
                Statement statement = db.createStatement()) {
            statement.execute(
                    "UPDATE site SET budget = 3, full_since = 1 WHERE name = '" + LONG_NAME + "'");
        }
        List<String> lines = status().out().lines().toList();
        assertThat(lines.get(4)).startsWith(LONG_NAME);
        assertThat(lines.get(5)).isEqualTo("  FULL, new postings are left out: 3 of 3 pages");
    }

    @Test
    void programsGetEverySiteWithItsLanes() throws Exception {
        List<String> lines = status("--format", "jsonl").out().lines().toList();
        ObjectMapper json = new ObjectMapper();
        JsonNode crawler = json.readTree(lines.getFirst());
        assertThat(crawler.path("type").asText()).isEqualTo("crawler");
        assertThat(crawler.path("running").asBoolean()).isFalse();
        JsonNode board = json.readTree(lines.get(1));
        assertThat(board.path("site").asText()).isEqualTo(LONG_NAME);
        assertThat(board.path("due_discovery").asLong()).isEqualTo(2);
        assertThat(board.path("oldest_due_seconds_discovery").asLong()).isBetween(10_700L, 11_000L);
        assertThat(board.path("fetches_1d").asLong()).isEqualTo(1);
        JsonNode wall = json.readTree(lines.get(2));
        assertThat(wall.path("blocked_until").asText()).isNotEmpty();
        assertThat(wall.path("due_hub").asLong()).as("of a host that rests").isZero();
    }

    @Test
    void watchingRenewsTheScreenUntilInterrupted() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Thread watcher =
                Thread.ofPlatform()
                        .start(() ->
                                Main.run(
                                        new String[] {
                                            "status", "--watch", "--every=1", "--data=" + data
                                        },
                                        new PrintStream(out, true, StandardCharsets.UTF_8),
                                        new PrintStream(new ByteArrayOutputStream()),
                                        Map.of("LUREWATCH_TTY", "1", "LINES", "7")));
        assertThat(watcher.join(Duration.ofMillis(2500))).isFalse();
        watcher.interrupt();
        assertThat(watcher.join(Duration.ofSeconds(10))).isTrue();
        String screens = out.toString(StandardCharsets.UTF_8);
        assertThat(screens).startsWith("\u001b[2J\u001b[Hcrawler");
        assertThat(screens.split("\u001b\\[H", -1).length).isGreaterThan(2);
        String last = screens.substring(screens.lastIndexOf("\u001b[H"));
        assertThat(last.lines().count()).isLessThanOrEqualTo(7);
    }

    @Test
    void theFigureColumnsHoldAnyNumber() {
        assertThat(StatusTable.count(99_999)).isEqualTo("99999");
        assertThat(StatusTable.count(123_456)).isEqualTo("123k");
        assertThat(StatusTable.count(123_456_789)).isEqualTo("123M");
    }
}
