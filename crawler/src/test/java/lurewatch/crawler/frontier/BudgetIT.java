package lurewatch.crawler.frontier;

import static lurewatch.crawler.frontier.FakeCrawl.link;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lurewatch.crawler.frontier.FetchReport.Ending;
import lurewatch.crawler.settings.Focus;
import lurewatch.crawler.settings.Limits;
import lurewatch.crawler.settings.Schedule;
import lurewatch.crawler.site.Scope;
import lurewatch.indexer.settings.ByteSize;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Which pages the budget of a site is for.
@Timeout(60)
final class BudgetIT {
    @TempDir Path directory;

    private FakeCrawl crawl;

    @BeforeEach
    void board() {
        crawl = new FakeCrawl(directory);
        crawl.scope = new Scope(List.of(), List.of(), List.of(), 50, 50);
    }

    private static FoundLink[] links(FoundLink.Kind kind, String path, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(n -> link(kind, path + n))
                .toArray(FoundLink[]::new);
    }

    private SiteStatus.Room room() {
        try (FrontierReader reader = FrontierReader.open(crawl.file)) {
            return reader.room("board").orElseThrow();
        }
    }

    /// Each door of the maze has ten more behind it.
    @Test
    void aMazeLeavesRoomForPostings() throws InterruptedException {
        try (Frontier frontier = crawl.open()) {
            frontier.done(
                    crawl.take(frontier),
                    crawl.report(
                            Ending.CAPTURED,
                            link(FoundLink.Kind.ITEM, "ad/0"),
                            link(FoundLink.Kind.OTHER, "door/0")));
            for (int visit = 1; visit <= 25; visit++) {
                Lease lease = crawl.take(frontier);
                FoundLink[] doors =
                        links(FoundLink.Kind.OTHER, "door/", 10 * visit, 10 * visit + 10);
                frontier.done(
                        lease,
                        lease.url().contains("door")
                                ? crawl.report(Ending.CAPTURED, doors)
                                : crawl.report(Ending.CAPTURED));
            }
        }
        assertThat(crawl.count("SELECT count(*) FROM url")).isEqualTo(30);
        assertThat(room().isScarce()).isTrue();
        assertThat(room().fullSince()).isEmpty();

        try (Frontier frontier = crawl.open()) {
            frontier.done(
                    crawl.take(frontier),
                    crawl.report(Ending.CAPTURED, links(FoundLink.Kind.ITEM, "ad/", 1, 30)));
        }
        assertThat(crawl.count("SELECT count(*) FROM url WHERE url LIKE '%/ad/%'")).isEqualTo(21);
        assertThat(room().fullSince()).contains(crawl.wall.get());
    }

    /// The listing shows what is known, and nothing else.
    @Test
    void aSiteThatJustFitsIsNotFull() throws InterruptedException {
        try (Frontier frontier = crawl.open()) {
            for (int visit = 0; visit < 3; visit++) {
                Lease lease = crawl.take(frontier);
                frontier.done(
                        lease,
                        lease.url().equals(FakeCrawl.SEED)
                                ? crawl.report(
                                        Ending.CAPTURED, links(FoundLink.Kind.ITEM, "ad/", 0, 49))
                                : crawl.report(Ending.CAPTURED));
                crawl.pass(Duration.ofDays(8));
            }
        }
        assertThat(room().counted()).isEqualTo(50);
        assertThat(room().fullSince()).isEmpty();
    }

    /// A board whose ads end: the same number is there at any time, and others each month.
    @Test
    void pagesThatAreLongGoneLeaveRoomForOthers() throws InterruptedException {
        try (Frontier frontier = crawl.open()) {
            frontier.done(
                    crawl.take(frontier),
                    crawl.report(Ending.CAPTURED, links(FoundLink.Kind.ITEM, "ad/", 0, 60)));
            crawl.takeAll(frontier, Ending.CAPTURED);
        }
        assertThat(crawl.count("SELECT count(*) FROM url")).isEqualTo(50);
        assertThat(room().fullSince()).isPresent();

        try (Frontier frontier = crawl.open()) {
            for (int look = 0; look < 4; look++) {
                crawl.pass(Duration.ofDays(40));
                while (frontier.due() > 0) {
                    Lease lease = crawl.take(frontier);
                    boolean isAd = lease.url().contains("/ad/");
                    frontier.done(lease, crawl.report(isAd ? Ending.MISSING : Ending.CAPTURED));
                }
            }
            crawl.pass(Duration.ofDays(8));
            Lease seed = crawl.take(frontier);
            while (!seed.url().equals(FakeCrawl.SEED)) {
                frontier.done(seed, crawl.report(Ending.MISSING));
                seed = crawl.take(frontier);
            }
            frontier.done(
                    seed, crawl.report(Ending.CAPTURED, links(FoundLink.Kind.ITEM, "ad/", 50, 70)));
        }
        assertThat(crawl.count("SELECT count(*) FROM url WHERE last_at IS NULL")).isEqualTo(20);
        assertThat(room().counted()).isEqualTo(21);
        assertThat(room().fullSince()).isEmpty();

        try (Frontier frontier = crawl.open()) {
            crawl.pass(Duration.ofDays(40));
            crawl.takeAll(frontier, Ending.CAPTURED);
        }
        assertThat(room().counted()).as("they came back").isEqualTo(70);
    }

    /// Half of what the board has is ads, told by nobody; its calendar has nothing, without end.
    @Test
    void aMazeIsCutOnAGoodHostToo() throws InterruptedException {
        crawl.schedule = focus(new Focus(0, 80));
        crawl.scope = new Scope(List.of(), List.of(), List.of(), 6, 1_000);
        try (Frontier frontier = crawl.open()) {
            frontier.done(crawl.take(frontier), crawl.report(Ending.CAPTURED, both(0, 20)));
            for (int page = 0; page < 40; page++) {
                Lease lease = crawl.take(frontier);
                double worth = lease.url().contains("/jobs/") ? 0.6 : 0.01;
                frontier.done(
                        lease,
                        page < 39
                                ? crawl.report(Ending.CAPTURED, 10, worth)
                                : crawl.report(Ending.CAPTURED, 10, worth, both(100, 130)));
            }
        }
        assertThat(crawl.count("SELECT count(*) FROM url WHERE url LIKE '%/jobs/1__'"))
                .isEqualTo(30);
        assertThat(crawl.count("SELECT count(*) FROM url WHERE url LIKE '%/days/1__'")).isZero();

        try (Frontier frontier = crawl.open()) {
            frontier.done(
                    crawl.take(frontier),
                    crawl.report(
                            Ending.CAPTURED,
                            link(FoundLink.Kind.OTHER, "days/200"),
                            link(FoundLink.Kind.ITEM, "days/201")));
        }
        assertThat(crawl.count("SELECT count(*) FROM url WHERE url LIKE '%/days/2__'"))
                .as("a posting, wherever it is; and what was learnt is kept")
                .isEqualTo(1);
    }

    private static FoundLink[] both(int from, int to) {
        return Stream.of("days/", "jobs/")
                .flatMap(path -> Stream.of(links(FoundLink.Kind.OTHER, path, from, to)))
                .toArray(FoundLink[]::new);
    }

    /// Noise without end, at four megabytes a page.
    @Test
    void aHostThatSendsTooMuchIsAskedMoreSeldom() throws InterruptedException {
        crawl.limits = withBytesADay(ByteSize.parse("100MB"));
        crawl.scope = new Scope(List.of(), List.of(), List.of(), 6, 1_000);
        try (Frontier frontier = crawl.open()) {
            frontier.done(
                    crawl.take(frontier),
                    crawl.report(Ending.CAPTURED, links(FoundLink.Kind.OTHER, "n", 0, 100)));
            for (int page = 0; page < 26; page++) {
                frontier.done(crawl.take(frontier), crawl.report(Ending.CAPTURED, 4 << 20, 0.01));
            }
        }
        long wait = crawl.count("SELECT next_at FROM host") - crawl.wall.get().toEpochMilli();
        assertThat(Duration.ofMillis(wait))
                .isBetween(Duration.ofMinutes(30), Duration.ofMinutes(58)); // a page takes 57
        try (FrontierReader reader = FrontierReader.open(crawl.file)) {
            assertThat(reader.latest(1).getFirst().detail())
                    .startsWith("limit bytes_per_host_daily=104857600 observed=10");
            assertThat(reader.latest(2).getLast().detail()).isEmpty();
        }
    }

    /// However a lease ends for which a host has to rest so long.
    @Test
    void whyAHostRestsIsInTheLogAlsoWherePagesAreComparedOrRobotsAreRead()
            throws InterruptedException {
        crawl.limits = withBytesADay(ByteSize.parse("1MB"));
        try (Frontier frontier = crawl.open()) {
            FetchReport page = crawl.report(Ending.CAPTURED, 4 << 20, 0.01);
            frontier.compared(
                    crawl.take(frontier),
                    page,
                    List.of(),
                    page,
                    new SecondLook(SecondLook.Result.SAME, "the same page"));
            crawl.pass(Duration.ofDays(100));
            frontier.postpone(
                    crawl.take(frontier), "ROBOTS", crawl.report(Ending.CAPTURED, 4 << 20, 0.01));
        }
        try (FrontierReader reader = FrontierReader.open(crawl.file)) {
            assertThat(reader.latest(2))
                    .hasSize(2)
                    .allSatisfy(entry ->
                            assertThat(entry.detail()).startsWith("limit bytes_per_host_daily="));
        }
    }

    private static Limits withBytesADay(ByteSize bytes) {
        Limits usual = Limits.DEFAULTS;
        return new Limits(
                usual.bodyWire(),
                usual.bodyDecoded(),
                usual.decodedRatio(),
                usual.headers(),
                usual.headerCount(),
                usual.redirects(),
                usual.cookies(),
                usual.connect(),
                usual.firstByte(),
                usual.total(),
                usual.minimumRatePerSecond(),
                usual.linksPerPage(),
                usual.linksPerSitemap(),
                usual.urlLength(),
                usual.pagesPerHost(),
                bytes,
                usual.depth(),
                usual.fetches());
    }

    private static Schedule focus(Focus focus) {
        Schedule usual = Schedule.DEFAULTS;
        return new Schedule(
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
    }
}
