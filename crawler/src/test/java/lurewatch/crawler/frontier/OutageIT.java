package lurewatch.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lurewatch.crawler.frontier.FetchReport.Ending;
import lurewatch.crawler.frontier.FrontierSettings.RunMode;
import lurewatch.crawler.settings.Limits;
import lurewatch.crawler.settings.Politeness;
import lurewatch.crawler.settings.Schedule;
import lurewatch.crawler.site.Scope;
import lurewatch.crawler.site.Site;
import lurewatch.indexer.SiteKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A network that is away, and hosts that are.
@Timeout(60)
final class OutageIT {
    @TempDir Path directory;

    private FakeCrawl crawl;

    @BeforeEach
    void makeACrawl() {
        crawl = new FakeCrawl(directory);
    }

    private Frontier open(int sites) {
        Map<String, Site> all =
                IntStream.range(0, 12)
                        .mapToObj(host -> site("site" + host % sites, host, sites))
                        .distinct()
                        .collect(Collectors.toMap(Site::name, Function.identity()));
        Frontier frontier =
                Frontier.open(
                        crawl.file,
                        new FrontierSettings(
                                Politeness.DEFAULTS,
                                Schedule.DEFAULTS,
                                Limits.DEFAULTS,
                                all,
                                RunMode.SERVICE,
                                0.35,
                                Duration.ZERO),
                        crawl.clocks,
                        new Random(3));
        frontier.plant(all.values());
        return frontier;
    }

    private static Site site(String name, int host, int sites) {
        List<String> seeds =
                IntStream.range(0, 12)
                        .filter(n -> n % sites == host % sites)
                        .mapToObj(n -> "http://host" + n + ".example/")
                        .toList();
        return new Site(
                name,
                SiteKind.JOB_BOARD,
                true,
                seeds,
                Scope.DEFAULTS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private void fail(Frontier frontier) throws InterruptedException {
        crawl.pass(Duration.ofSeconds(31));
        frontier.unreached(
                frontier.take().orElseThrow(),
                FetchReport.of(Ending.TROUBLED, "NO_ADDRESS no address", Duration.ZERO));
        frontier.due(); // and it is written
    }

    @Test
    void whenNoHostCanBeReachedNoneIsBlamed() throws InterruptedException {
        try (Frontier frontier = open(3)) {
            for (int host = 0; host < 7; host++) {
                fail(frontier);
            }
            assertThat(frontier.offlineSince()).isEmpty();
            fail(frontier);
            assertThat(frontier.offlineSince()).contains(crawl.wall.get());

            AtomicInteger taken = new AtomicInteger();
            Thread taker = Thread.ofVirtual().start(() -> takeAll(frontier, taken));
            crawl.pass(Duration.ofSeconds(29));
            assertThat(taker.join(Duration.ofMillis(300))).isFalse();
            assertThat(taken).hasValue(0);
            crawl.pass(Duration.ofSeconds(2));
            while (taken.get() == 0) {
                LockSupport.parkNanos(1_000_000);
            }
            assertThat(taker.join(Duration.ofMillis(300))).isFalse();
            assertThat(taken).as("one of twelve hosts is tried").hasValue(1);
            frontier.finish();
            taker.join();
        }
        assertThat(crawl.count("SELECT max(strikes) FROM host")).isZero();
        assertThat(crawl.count("SELECT count(*) FROM host WHERE blocked_until IS NOT NULL"))
                .isZero();
    }

    @Test
    void anAnswerEndsIt() throws InterruptedException {
        try (Frontier frontier = open(3)) {
            for (int host = 0; host < 8; host++) {
                fail(frontier);
            }
            crawl.pass(Duration.ofSeconds(31));
            Lease probe = frontier.take().orElseThrow();
            frontier.done(probe, crawl.report(Ending.CAPTURED));
            assertThat(frontier.offlineSince()).isEmpty();
            crawl.pass(Duration.ofSeconds(61));
            for (int host = 0; host < 3; host++) {
                frontier.release(frontier.take().orElseThrow()); // at once
            }
        }
    }

    /// Names that lead nowhere are cheap: they must not hold up what answers.
    @Test
    void deadNamesOfOneSiteAreNoOutage() throws InterruptedException {
        try (Frontier frontier = open(1)) {
            for (int host = 0; host < 10; host++) {
                fail(frontier);
            }
            assertThat(frontier.offlineSince()).isEmpty();
        }
        assertThat(crawl.count("SELECT count(*) FROM host WHERE strikes > 0")).isEqualTo(10);
    }

    @Test
    void whereSomethingAnswersItIsNoOutage() throws InterruptedException {
        try (Frontier frontier = open(3)) {
            for (int host = 0; host < 11; host++) {
                if (host == 5) {
                    crawl.pass(Duration.ofSeconds(31));
                    frontier.done(frontier.take().orElseThrow(), crawl.report(Ending.MISSING));
                } else {
                    fail(frontier);
                }
            }
            assertThat(frontier.offlineSince()).isEmpty();
        }
    }

    private static void takeAll(Frontier frontier, AtomicInteger taken) {
        try {
            while (frontier.take().isPresent()) {
                taken.incrementAndGet();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
