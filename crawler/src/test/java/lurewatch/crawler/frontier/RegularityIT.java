package lurewatch.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lurewatch.crawler.frontier.FetchReport.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A server's log shows no fixed period, and none shorter than was promised.
@Timeout(60)
final class RegularityIT {
    @TempDir Path directory;

    @Test
    void gapsBetweenRequestsDiffer() throws InterruptedException {
        FakeCrawl crawl = new FakeCrawl(directory);
        List<Duration> gaps = new ArrayList<>();
        for (int visit = 0; visit < 20; visit++) {
            try (Frontier frontier = crawl.open()) {
                frontier.done(crawl.take(frontier), crawl.report(Ending.MISSING));
            }
            gaps.add(
                    Duration.ofMillis(
                            crawl.count("SELECT next_at FROM host")
                                    - crawl.wall.get().toEpochMilli()));
            crawl.pass(Duration.ofDays(60));
        }
        assertThat(gaps)
                .allSatisfy(gap ->
                        assertThat(gap).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1_200)));
        assertThat(gaps.stream().distinct().count()).isGreaterThan(10);
    }

    @Test
    void listingsAreSeenAtNoFixedPeriod() throws InterruptedException {
        FakeCrawl crawl = new FakeCrawl(directory);
        List<Duration> gaps = new ArrayList<>();
        for (int visit = 0; visit < 20; visit++) {
            try (Frontier frontier = crawl.open()) {
                frontier.done(crawl.take(frontier), crawl.report(Ending.CAPTURED));
            }
            gaps.add(Duration.ofMillis(crawl.count("SELECT due_at - last_at FROM url")));
            crawl.pass(gaps.getLast());
        }
        assertThat(gaps)
                .allSatisfy(gap ->
                        assertThat(gap).isBetween(Duration.ofMinutes(30), Duration.ofMinutes(33)));
        assertThat(gaps.stream().distinct().count()).isGreaterThan(10);
    }
}
