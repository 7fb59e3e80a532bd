package lurewatch.crawler.fetch;

import static lurewatch.crawler.fetch.HostileServer.html;
import static lurewatch.crawler.fetch.HostileServer.notFound;
import static lurewatch.crawler.fetch.HostileServer.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import lurewatch.crawler.fetch.HostileServer.Hit;
import lurewatch.crawler.settings.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What happens to a host that says that it is too much for it.
final class BackOffIT {
    private static final Duration REST = Duration.ofMillis(400);
    private static final int ADS = 10;

    /// Nobody listens there.
    private static final int CLOSED = 1;

    @TempDir Path directory;

    @ParameterizedTest
    @CsvSource({
        "429 Too Many Requests,, 360",
        "503 Service Unavailable,, 360",
        "429 Too Many Requests, 1, 1000", // seconds asked for, longer than our own rest
        "503 Service Unavailable, 1, 1000",
        "429 Too Many Requests, 0, 360", // shorter: ours holds
        "429 Too Many Requests, soon, 360", // nonsense
    })
    void theWholeHostRests(String status, String retryAfter, long least)
            throws InterruptedException {
        AtomicInteger pages = new AtomicInteger();
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    if (request.path().equals("/robots.txt")) {
                        notFound(out);
                    } else if (pages.incrementAndGet() == 2) {
                        String header =
                                retryAfter == null ? "" : "Retry-After: " + retryAfter + "\r\n";
                        send(out, status, header, new byte[0]);
                    } else {
                        html(out, "<a class=item href=/1>1</a><a class=item href=/2>2</a>");
                    }
                })) {
            crawl(server).run(directory);
            List<Hit> hits = server.pageHits();
            assertThat(hits).hasSize(4); // the seed, a refusal, and both pages in the end
            assertThat(millis(hits.get(1), hits.get(2))).isGreaterThanOrEqualTo(least);
        }
    }

    @Test
    void anotherHostGoesOnMeanwhile() throws InterruptedException {
        try (HostileServer busy =
                        HostileServer.start((_, out) -> send(out, "429 No", "", new byte[0]));
                HostileServer fine =
                        HostileServer.start((request, out) -> {
                            if (request.path().equals("/robots.txt")) {
                                notFound(out);
                            } else {
                                html(out, "<a class=item href=" + request.path() + "x>n</a>");
                            }
                        })) {
            TestCrawl crawl = new TestCrawl().port(busy).port(fine);
            crawl.hosts.put("busy.example", "127.0.0.2");
            crawl.site("busy", "http://busy.example:" + busy.port() + "/");
            crawl.site("fine", fine.url("/"));
            MemorySink sink = crawl.run(directory);
            assertThat(busy.hits()).hasSize(1);
            assertThat(sink.kept()).hasSize(7); // as deep as the scope goes
        }
    }

    /// A host that hangs twice in a row rests; pages that hang by themselves cost their own time.
    @Test
    void pagesThatHangDoNotKeepOthersWaiting() throws Exception {
        try (HostileServer board =
                HostileServer.start((request, out) -> {
                    if (request.path().equals("/robots.txt")) {
                        notFound(out);
                    } else if (request.path().equals("/")) {
                        html(out, hangingLinks() + adLinks());
                    } else if (request.path().startsWith("/dl/")) {
                        request.socket().getInputStream().read(); // until the other side gives up
                    } else {
                        html(out, "an ad");
                    }
                })) {
            TestCrawl crawl = new TestCrawl().port(board).site("board", board.url("/"));
            crawl.limits = TestCrawl.limits(Duration.ofMillis(300), Duration.ofSeconds(1), 16);
            crawl.blockFirst = Duration.ofMinutes(5);
            crawl.horizon = Duration.ofSeconds(3);
            MemorySink sink = crawl.run(directory);
            assertThat(sink.kept()).hasSize(ADS + 1);
        }
    }

    /// Links of one post, to ports of the board where nobody listens, hangs, or is too busy.
    @Test
    void deadPortsOfAHostDoNotKeepItsPagesWaiting() throws Exception {
        try (HostileServer busy =
                        HostileServer.start((_, out) ->
                                send(out, "503 No", "Retry-After: 60\r\n", new byte[0]));
                HostileServer board =
                        HostileServer.start((request, out) -> {
                            if (request.path().equals("/robots.txt")) {
                                notFound(out);
                            } else if (request.path().equals("/")) {
                                html(out, deadLinks(busy.port()) + adLinks());
                            } else {
                                html(out, "an ad");
                            }
                        })) {
            TestCrawl crawl = new TestCrawl().port(board).port(busy);
            crawl.ports.add(CLOSED);
            crawl.site("board", board.url("/"));
            crawl.blockFirst = Duration.ofMinutes(5);
            crawl.horizon = Duration.ofSeconds(3);
            MemorySink sink = crawl.run(directory);
            assertThat(sink.kept()).hasSize(ADS + 1);
        }
    }

    private static String deadLinks(int busy) {
        return "<a class=item href='http://127.0.0.1:%d/x'>x</a><a class=item href='http://127.0.0.1:%d/y'>y</a>"
                .formatted(CLOSED, busy);
    }

    private static String hangingLinks() {
        return "<a class=item href=/dl/1>1</a><a class=item href=/dl/2>2</a><a class=item href=/dl/3>3</a>";
    }

    private static String adLinks() {
        StringBuilder links = new StringBuilder();
        for (int i = 0; i < ADS; i++) {
            links.append("<a class=item href=/ad/").append(i).append(">ad</a>");
        }
        return links.toString();
    }

    /// Whoever links to a host that rests must not keep a run from ending until it has rested.
    @Test
    void linksToARestingHostAreNotWaitedFor() throws InterruptedException {
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    boolean busy = request.host().startsWith("busy.");
                    if (request.path().equals("/robots.txt")) {
                        notFound(out);
                    } else if (busy) {
                        send(out, "429 No", "", new byte[0]);
                    } else {
                        String next = request.path() + "x";
                        String there = "http://" + request.host().replace("fine.", "busy.") + next;
                        html(
                                out,
                                "<a class=item href=%s>n</a><a href=%s>b</a>"
                                        .formatted(next, there));
                    }
                })) {
            TestCrawl crawl = new TestCrawl().port(server);
            crawl.hosts.put("busy.example", "127.0.0.2");
            crawl.hosts.put("fine.example", "127.0.0.3");
            crawl.site(
                    "both",
                    "http://busy.example:" + server.port() + "/",
                    "http://fine.example:" + server.port() + "/");
            MemorySink sink = crawl.run(directory);
            assertThat(sink.of("fine.example:" + server.port() + "/xxxxxx").status())
                    .isEqualTo(200);
        }
    }

    private static TestCrawl crawl(HostileServer server) {
        TestCrawl crawl = new TestCrawl().port(server).site("board", server.url("/"));
        crawl.blockFirst = REST;
        crawl.horizon = Duration.ofSeconds(3);
        Schedule usual = Schedule.DEFAULTS;
        crawl.schedule =
                new Schedule(
                        usual.hub(),
                        usual.detailFuse(),
                        Duration.ofMillis(100),
                        5,
                        3,
                        3,
                        2,
                        usual.revisit(),
                        usual.watch());
        return crawl;
    }

    private static long millis(Hit before, Hit after) {
        return (after.began() - before.ended()) / 1_000_000;
    }
}
