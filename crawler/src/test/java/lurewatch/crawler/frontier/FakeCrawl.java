package lurewatch.crawler.frontier;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import lurewatch.crawler.frontier.FetchReport.Ending;
import lurewatch.crawler.frontier.FrontierSettings.RunMode;
import lurewatch.crawler.settings.Limits;
import lurewatch.crawler.settings.Politeness;
import lurewatch.crawler.settings.Schedule;
import lurewatch.crawler.site.Scope;
import lurewatch.crawler.site.Site;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.SiteKind;

/// A frontier of one site without any network, on clocks that a test moves.
final class FakeCrawl {
    static final String SEED = "http://board.example/";

    final Path file;
    final AtomicReference<Instant> wall =
            new AtomicReference<>(Instant.parse("2026-11-01T00:00:00Z"));
    final AtomicLong nanos = new AtomicLong(1);
    final Clocks clocks = new Clocks(wall::get, nanos::get);
    List<String> seeds = List.of(SEED);
    Scope scope = Scope.DEFAULTS;
    Schedule schedule = Schedule.DEFAULTS;
    Limits limits = Limits.DEFAULTS;
    Politeness politeness = Politeness.DEFAULTS;
    double worthALook = 0.35;
    int logRows = 5_000_000;
    private final Random random = new Random(3);
    private long sequence;

    FakeCrawl(Path directory) {
        this.file = directory.resolve("crawl.db");
    }

    Frontier open() {
        return open(RunMode.SERVICE);
    }

    Frontier open(RunMode mode) {
        Site site =
                new Site(
                        "board",
                        SiteKind.JOB_BOARD,
                        true,
                        seeds,
                        scope,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        Frontier frontier =
                Frontier.open(
                        file,
                        new FrontierSettings(
                                politeness,
                                schedule,
                                limits,
                                Map.of("board", site),
                                mode,
                                worthALook,
                                _ -> false,
                                Duration.ZERO,
                                logRows),
                        clocks,
                        random);
        frontier.plant(List.of(site));
        return frontier;
    }

    void pass(Duration time) {
        wall.updateAndGet(now -> now.plus(time));
        nanos.addAndGet(time.toNanos());
    }

    /// The next page, a while later.
    Lease take(Frontier frontier) throws InterruptedException {
        pass(Duration.ofSeconds(40)); // longer than any gap here
        return frontier.take().orElseThrow();
    }

    /// Takes what is due now until nothing is, and answers it so.
    List<String> takeAll(Frontier frontier, Ending ending, FoundLink... links)
            throws InterruptedException {
        List<String> taken = new ArrayList<>();
        while (frontier.due() > 0) {
            Lease lease = take(frontier);
            taken.add(lease.url());
            frontier.done(lease, report(ending, links));
        }
        return taken;
    }

    FetchReport report(Ending ending, FoundLink... links) {
        return report(ending, 10, 0.02, links);
    }

    FetchReport report(Ending ending, long bytes, double relevance, FoundLink... links) {
        return FetchReport.of(
                        ending,
                        "",
                        new FetchReport.Answer(
                                OptionalInt.of(ending == Ending.MISSING ? 404 : 200),
                                bytes,
                                Duration.ofMillis(10),
                                Validators.NONE))
                .keptAs(OptionalLong.of(++sequence))
                .saying(new FetchReport.Content(OptionalLong.empty(), OptionalDouble.of(relevance)))
                .leadingTo(Arrays.asList(links));
    }

    static FoundLink link(FoundLink.Kind kind, String path) {
        String url = path.startsWith("http:") ? path : SEED + path;
        return new FoundLink(WebUrl.parse(url).orElseThrow(), kind);
    }

    long count(String query) {
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = db.createStatement()) {
            return statement.executeQuery(query).getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    void change(String sql) {
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = db.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
