package lurewatch.crawler.frontier;

import static lurewatch.crawler.frontier.FakeCrawl.link;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import lurewatch.crawler.frontier.FetchReport.Ending;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A wall clock that is ten years ahead for a minute, and what is left of that afterwards.
@Timeout(60)
final class WrongClockIT {
    private static final Duration YEARS = Duration.ofDays(3_650);

    @TempDir Path directory;

    private FakeCrawl crawl;

    @BeforeEach
    void board() {
        crawl = new FakeCrawl(directory);
    }

    /// Visits the seed, an ad and a page that refuses us, and forgets how it came.
    private void visit(Frontier frontier) throws InterruptedException {
        frontier.done(
                crawl.take(frontier),
                crawl.report(
                        Ending.CAPTURED,
                        link(FoundLink.Kind.ITEM, "ad"),
                        link(FoundLink.Kind.ITEM, "late"),
                        link(FoundLink.Kind.OTHER, "http://www.board.example/")));
        for (int page = 0; page < 2; page++) {
            Lease lease = crawl.take(frontier);
            frontier.done(
                    lease,
                    crawl.report(lease.url().contains("www") ? Ending.TROUBLED : Ending.CAPTURED));
        }
        frontier.due(); // and all that was reported is written
    }

    private void assertThatAllIsWellAgain() {
        Instant now = crawl.wall.get();
        long week = now.plus(Duration.ofDays(7)).toEpochMilli();
        for (String time :
                List.of(
                        "max(due_at) FROM url",
                        "max(last_at) FROM url",
                        "max(last_ok) FROM url",
                        "max(first_seen) FROM url",
                        "max(born) FROM url",
                        "max(next_at) FROM host",
                        "max(blocked_until) FROM host",
                        "max(last_success) FROM site")) {
            assertThat(crawl.count("SELECT " + time)).as(time).isLessThan(week);
        }
    }

    @Test
    void aStartPutsRightWhatLiesInTheFuture() throws InterruptedException {
        crawl.wall.updateAndGet(now -> now.plus(YEARS));
        try (Frontier frontier = crawl.open()) {
            visit(frontier);
        }
        crawl.wall.updateAndGet(now -> now.minus(YEARS));
        crawl.open().close();
        assertThatAllIsWellAgain();
        crawl.pass(Duration.ofDays(2));
        try (Frontier frontier = crawl.open()) {
            assertThat(crawl.takeAll(frontier, Ending.CAPTURED)).contains(FakeCrawl.SEED);
        }
    }

    @Test
    void aCrawlThatGoesOnNoticesIt() throws InterruptedException {
        try (Frontier frontier = crawl.open()) {
            crawl.wall.updateAndGet(now -> now.plus(YEARS));
            visit(frontier);
            crawl.wall.updateAndGet(now -> now.minus(YEARS));
            while (crawl.count("SELECT count(last_at) FROM url") < 3
                    || crawl.count("SELECT max(due_at) FROM url")
                            > crawl.wall.get().plus(Duration.ofDays(7)).toEpochMilli()) {
                LockSupport.parkNanos(10_000_000);
            }
            assertThatAllIsWellAgain();
            crawl.pass(Duration.ofDays(2));
            assertThat(crawl.takeAll(frontier, Ending.CAPTURED)).contains(FakeCrawl.SEED);
        }
    }

    /// What is planned, or forbidden, for long is not called wrong.
    @Test
    void aClockThatIsRightChangesNothing() throws InterruptedException {
        try (Frontier frontier = crawl.open()) {
            visit(frontier);
        }
        crawl.change("UPDATE url SET due_at = due_at + 15552000000 WHERE url LIKE '%/ad'");
        long due = crawl.count("SELECT sum(due_at) FROM url");
        crawl.open().close();
        assertThat(crawl.count("SELECT sum(due_at) FROM url")).isEqualTo(due);
    }
}
