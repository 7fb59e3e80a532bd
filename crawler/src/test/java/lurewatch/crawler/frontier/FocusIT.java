package lurewatch.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lurewatch.crawler.frontier.FetchReport.Ending;
import lurewatch.crawler.frontier.FrontierSettings.RunMode;
import lurewatch.crawler.settings.Focus;
import lurewatch.crawler.settings.Limits;
import lurewatch.crawler.settings.Politeness;
import lurewatch.crawler.settings.Schedule;
import lurewatch.crawler.site.Scope;
import lurewatch.crawler.site.Site;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.SiteKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The order in which a frontier hands out pages that were never seen, on a board whose ads can be
/// told by the words of their links.
final class FocusIT {
    private static final String SEED = "http://board.example/";
    private static final String LURE = "high pay abroad, no experience";
    private static final String OTHER = "terms of use and contact";

    @TempDir Path directory;

    private final AtomicReference<Instant> wall =
            new AtomicReference<>(Instant.parse("2026-11-01T00:00:00Z"));
    private final AtomicLong nanos = new AtomicLong(1);
    private Focus focus = new Focus(0, 2_000);
    private long sequence;

    private Frontier open() {
        Site site =
                new Site(
                        "board",
                        SiteKind.JOB_BOARD,
                        true,
                        List.of(SEED),
                        Scope.DEFAULTS,
                        Optional.empty(),
                        Optional.of(Duration.ofDays(30)),
                        Optional.empty());
        Schedule usual = Schedule.DEFAULTS;
        Schedule schedule =
                new Schedule(
                        usual.hub(),
                        usual.detailFuse(),
                        usual.retry(),
                        usual.retries(),
                        1,
                        1,
                        1_000,
                        usual.revisit(),
                        usual.watch(),
                        focus);
        Frontier frontier =
                Frontier.open(
                        directory.resolve("crawl.db"),
                        new FrontierSettings(
                                Politeness.DEFAULTS,
                                schedule,
                                Limits.DEFAULTS,
                                Map.of("board", site),
                                RunMode.SERVICE,
                                0.35,
                                Duration.ZERO),
                        new Clocks(wall::get, nanos::get),
                        new Random(3));
        frontier.plant(List.of(site));
        return frontier;
    }

    /// Takes the next page and reports what it is worth, and these links.
    private String visit(Frontier frontier, FoundLink... links) throws InterruptedException {
        wall.updateAndGet(now -> now.plusSeconds(2));
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        Lease lease = frontier.take().orElseThrow();
        frontier.done(
                lease,
                FetchReport.of(
                                Ending.CAPTURED,
                                "",
                                new FetchReport.Answer(
                                        OptionalInt.of(200),
                                        10,
                                        Duration.ofMillis(10),
                                        Validators.NONE))
                        .keptAs(OptionalLong.of(++sequence))
                        .saying(
                                new FetchReport.Content(
                                        OptionalLong.of(1),
                                        OptionalDouble.of(
                                                lease.url().contains("/lure") ? 0.9 : 0.02)))
                        .leadingTo(List.of(links)));
        return lease.url();
    }

    private static FoundLink link(String path, String anchor) {
        return new FoundLink(
                WebUrl.parse(SEED + path).orElseThrow(),
                FoundLink.Kind.OTHER,
                anchor,
                Optional.empty());
    }

    private static Stream<FoundLink> links(String name, String anchor, int from, int to) {
        return IntStream.range(from, to).mapToObj(n -> link(name + n + "/x", anchor));
    }

    private static FoundLink[] both(int from, int to) {
        return Stream.concat(links("other", OTHER, from, to), links("lure", LURE, from, to))
                .toArray(FoundLink[]::new);
    }

    private List<String> teachAndTake(int further) throws InterruptedException {
        List<String> taken = new ArrayList<>();
        try (Frontier frontier = open()) {
            visit(frontier, both(0, 60));
            for (int i = 0; i < 119; i++) {
                visit(frontier);
            }
            visit(frontier, both(100, 120));
            for (int i = 0; i < further; i++) {
                taken.add(visit(frontier));
            }
        }
        return taken;
    }

    @Test
    void whatPromisesMostComesFirst() throws InterruptedException {
        List<String> taken = teachAndTake(40);
        assertThat(taken.subList(0, 20)).allMatch(url -> url.contains("/lure"));
        assertThat(taken.subList(20, 40)).allMatch(url -> url.contains("/other"));
    }

    @Test
    void aShareIsFollowedWhateverItPromises() throws InterruptedException {
        focus = new Focus(30, 2_000);
        List<String> taken = teachAndTake(20);
        assertThat(taken).anyMatch(url -> url.contains("/other"));
        assertThat(taken.stream().filter(url -> url.contains("/lure")).count()).isGreaterThan(10);
    }

    @Test
    void whatWasLearntIsKept() throws InterruptedException {
        teachAndTake(2);
        assertThat(promise("lure119/x")).hasValueSatisfying(p -> assertThat(p).isGreaterThan(0.6));
        assertThat(promise("other119/x")).hasValueSatisfying(p -> assertThat(p).isLessThan(0.3));
        assertThat(promise("lure0/x")).as("seen already").isEmpty();
    }

    @Test
    void aBarrenHostGetsNoFurtherPagesButPostings() throws InterruptedException {
        focus = new Focus(0, 10);
        try (Frontier frontier = open()) {
            visit(frontier, links("other", OTHER, 0, 12).toArray(FoundLink[]::new));
            for (int i = 0; i < 11; i++) {
                visit(frontier);
            }
            FoundLink ad =
                    new FoundLink(
                            WebUrl.parse(SEED + "ad").orElseThrow(),
                            FoundLink.Kind.ITEM,
                            "",
                            Optional.empty());
            visit(frontier, link("other99/x", OTHER), ad);
            assertThat(frontier.due()).as("and all that was reported is written").isEqualTo(1);
            assertThat(frontier.queued()).isEqualTo(1);
            assertThat(visit(frontier)).isEqualTo(SEED + "ad");
        }
    }

    /// Nobody announced it as an ad: there is no recipe. It is seen again before it can vanish.
    @Test
    void aPageThatTurnsOutToBeAnAdIsSeenAgainSoon() throws InterruptedException {
        try (Frontier frontier = open()) {
            visit(frontier, link("lure1", OTHER), link("other1", OTHER));
            visit(frontier);
            visit(frontier);
            assertThat(frontier.due()).as("and all that was reported is written").isZero();
            wall.updateAndGet(now -> now.plus(Schedule.DEFAULTS.detailFuse().getFirst()));
            nanos.addAndGet(Schedule.DEFAULTS.detailFuse().getFirst().toNanos());
            assertThat(visit(frontier)).isEqualTo(SEED + "lure1");
            assertThat(frontier.due()).isZero();
        }
    }

    /// From which score on that is, the operator's rules say.
    @ParameterizedTest
    @CsvSource({"0.35, 0.4, 1", "0.5, 0.4, 0", "0.5, 0.5, 1", "0.2, 0.1, 0"})
    void whatIsWorthALookIsSaidByTheRules(double worthALook, double relevance, int ads)
            throws InterruptedException {
        FakeCrawl crawl = new FakeCrawl(directory);
        crawl.worthALook = worthALook;
        try (Frontier frontier = crawl.open()) {
            frontier.done(
                    crawl.take(frontier),
                    crawl.report(Ending.CAPTURED, FakeCrawl.link(FoundLink.Kind.OTHER, "offer")));
            frontier.done(crawl.take(frontier), crawl.report(Ending.CAPTURED, 10, relevance));
        }
        assertThat(crawl.count("SELECT count(*) FROM url WHERE class = 1")).isEqualTo(ads);
    }

    private Optional<Double> promise(String path) {
        try (FrontierReader reader = FrontierReader.open(directory.resolve("crawl.db"))) {
            return reader.forecast(
                            WebUrl.parse(SEED + path).orElseThrow(), Schedule.DEFAULTS, Map.of())
                    .orElseThrow()
                    .promise();
        }
    }
}
