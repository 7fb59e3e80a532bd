package lurewatch.crawler.frontier;

import static lurewatch.crawler.frontier.FakeCrawl.link;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lurewatch.crawler.frontier.FetchReport.Ending;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What redirects make the frontier ask for, in days of service.
@Timeout(60)
final class ChainsIT {
    @TempDir Path directory;

    private FakeCrawl crawl;

    @BeforeEach
    void board() {
        crawl = new FakeCrawl(directory);
        crawl.seeds = List.of(FakeCrawl.SEED + "r");
    }

    /// Takes what is due, each page sending on to one that is an x longer.
    private List<String> follow(Frontier frontier) throws InterruptedException {
        List<String> taken = new ArrayList<>();
        while (frontier.due() > 0) {
            Lease lease = crawl.take(frontier);
            taken.add(lease.url());
            frontier.done(
                    lease,
                    crawl.report(
                            Ending.REDIRECTED, link(FoundLink.Kind.REDIRECT, lease.url() + "x")));
        }
        return taken;
    }

    @Test
    void aChainEndsForGood() throws InterruptedException {
        List<Integer> requests = new ArrayList<>();
        try (Frontier frontier = crawl.open()) {
            for (int hour = 0; hour < 72; hour++) {
                requests.add(follow(frontier).size());
                crawl.pass(Duration.ofHours(1));
            }
        }
        assertThat(crawl.count("SELECT count(*) FROM url")).isEqualTo(6);
        assertThat(requests.getFirst()).isEqualTo(6);
        assertThat(requests).allSatisfy(most -> assertThat(most).isLessThanOrEqualTo(12));
    }

    /// A page that a link names is no member of a chain, whatever led to it first.
    @Test
    void whatAListingNamesBeginsAnew() throws InterruptedException {
        String last = FakeCrawl.SEED + "rxxxxx";
        try (Frontier frontier = crawl.open()) {
            follow(frontier);
            crawl.pass(Duration.ofHours(1));
            Lease seed = crawl.take(frontier);
            while (!seed.url().endsWith("/r")) {
                frontier.done(seed, crawl.report(Ending.FAILED));
                seed = crawl.take(frontier);
            }
            frontier.done(seed, crawl.report(Ending.CAPTURED, link(FoundLink.Kind.ITEM, last)));
            for (int day = 0; day < 40; day++) {
                crawl.pass(Duration.ofDays(1));
                while (frontier.due() > 0) {
                    Lease lease = crawl.take(frontier);
                    frontier.done(
                            lease,
                            lease.url().equals(last)
                                    ? crawl.report(
                                            Ending.REDIRECTED,
                                            link(FoundLink.Kind.REDIRECT, "there"))
                                    : crawl.report(Ending.CAPTURED));
                }
            }
        }
        assertThat(crawl.count("SELECT count(*) FROM url WHERE url LIKE '%/there'")).isEqualTo(1);
    }

    /// One ad after the other expires, and leads to the same page, which is not there.
    @ParameterizedTest
    @EnumSource(
            value = Ending.class,
            names = {"MISSING", "DENIED"})
    void aTargetThatIsNotThereIsAskedForOnItsOwnTime(Ending ending) throws InterruptedException {
        crawl.seeds = List.of(FakeCrawl.SEED);
        int asked = 0;
        int ads = 0;
        try (Frontier frontier = crawl.open()) {
            for (int round = 0; round < 40; round++) {
                crawl.pass(Duration.ofMinutes(35));
                while (frontier.due() > 0) {
                    Lease lease = crawl.take(frontier);
                    if (lease.url().endsWith("/expired")) {
                        asked++;
                        frontier.done(lease, crawl.report(ending));
                    } else if (lease.url().contains("/ad/")) {
                        ads++;
                        frontier.done(
                                lease,
                                crawl.report(
                                        Ending.REDIRECTED,
                                        link(FoundLink.Kind.REDIRECT, "expired")));
                    } else {
                        frontier.done(
                                lease,
                                crawl.report(
                                        Ending.CAPTURED, link(FoundLink.Kind.ITEM, "ad/" + round)));
                    }
                }
            }
        }
        assertThat(ads).isGreaterThan(40);
        assertThat(asked).isBetween(1, 20); // in a day
    }
}
