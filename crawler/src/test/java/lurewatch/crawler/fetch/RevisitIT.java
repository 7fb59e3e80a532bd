package lurewatch.crawler.fetch;

import static lurewatch.crawler.fetch.HostileServer.html;
import static lurewatch.crawler.fetch.HostileServer.notFound;
import static lurewatch.crawler.fetch.HostileServer.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import lurewatch.crawler.fetch.HostileServer.Hit;
import lurewatch.crawler.frontier.FrontierSettings.RunMode;
import lurewatch.crawler.settings.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Coming back: validators, schedules, links that are and are not followed.
final class RevisitIT {
    private static final String PAGE = "<a class=item href=/ad>ad</a>";

    @TempDir Path directory;

    @Test
    void anUnchangedPageIsAskedForByItsValidatorsAndKept() throws InterruptedException {
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    switch (request.path()) {
                        case "/" -> {
                            boolean same = "\"v1\"".equals(request.headers().get("If-None-Match"));
                            if (same) {
                                send(out, "304 Not Modified", "ETag: \"v1\"\r\n", new byte[0]);
                            } else {
                                String headers =
                                        String.join(
                                                "\r\n",
                                                "Content-Type: text/html",
                                                "ETag: \"v1\"",
                                                "Last-Modified: Sat, 01 Nov 2025 00:00:00 GMT",
                                                "");
                                send(out, "200 OK", headers, PAGE.getBytes(StandardCharsets.UTF_8));
                            }
                        }
                        case "/ad" -> html(out, "an ad");
                        default -> notFound(out);
                    }
                })) {
            crawl(server).run(directory);
            MemorySink second = later(server, 1).run(directory);
            MemorySink third = later(server, 2).run(directory);

            assertThat(second.of("/").status()).isEqualTo(304);
            assertThat(third.of("/").status()).isEqualTo(304); // validators outlive a 304
            Hit again = server.hits("/").get(1);
            assertThat(again.request().headers())
                    .containsEntry("If-Modified-Since", "Sat, 01 Nov 2025 00:00:00 GMT");
        }
    }

    /// Its page may be damaged here: until it comes whole once more, nobody knows what it says.
    @Test
    void aPageThatIsAsItWasButCannotBeReadIsAskedForWhole() throws InterruptedException {
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    boolean isPage = !request.path().equals("/robots.txt");
                    if (request.headers().containsKey("If-None-Match")) {
                        send(out, "304 Not Modified", "ETag: \"v1\"\r\n", new byte[0]);
                    } else if (isPage) {
                        String headers = "Content-Type: text/html\r\nETag: \"v1\"\r\n";
                        String page = request.path().equals("/") ? FIVE : "an ad";
                        send(out, "200 OK", headers, page.getBytes(StandardCharsets.UTF_8));
                    } else {
                        notFound(out);
                    }
                })) {
            crawl(server).run(directory);
            int hours = 60;
            TestCrawl damaged = later(server, hours * 60);
            damaged.sink.damaged = true;
            damaged.run(directory); // more of them than losses that an archive may have
            assertThat(damaged.sink.kept()).filteredOn(hop -> hop.status() == 304).hasSize(6);
            MemorySink last = later(server, 2 * hours * 60).run(directory);
            assertThat(last.kept()).hasSize(6).allMatch(hop -> hop.status() == 200);
        }
    }

    private static final String FIVE =
            "<a class=item href=/1>1</a><a class=item href=/2>2</a><a class=item href=/3>3</a>"
                    + "<a class=item href=/4>4</a><a class=item href=/5>5</a>";

    @Test
    void theScheduleSaysWhenAHubIsSeenAgain() throws InterruptedException {
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    if (request.path().equals("/")) {
                        html(out, "hub");
                    } else {
                        notFound(out);
                    }
                })) {
            TestCrawl crawl = crawl(server);
            crawl.mode = RunMode.SERVICE;
            try (var frontier = crawl.frontier(directory)) {
                CrawlEngine engine = crawl.engine(directory, frontier);
                engine.start();
                Await.until(() -> server.hits("/").size() >= 4);
                assertThat(engine.stop(Duration.ofSeconds(2))).isTrue();
            }
            List<Hit> hits = server.hits("/");
            for (int i = 1; i < 4; i++) {
                assertThat(hits.get(i).began() - hits.get(i - 1).ended())
                        .isGreaterThan(Duration.ofMillis(190).toNanos());
            }
        }
    }

    @Test
    void onlyWebLinksAreFollowed() throws InterruptedException {
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    switch (request.path()) {
                        case "/" ->
                                html(
                                        out,
                                        """
                                        <a href="/@channel">profile</a>
                                        <a href="tel:+85512345678">call</a>
                                        <a href="whatsapp://send?phone=85512345678">chat</a>
                                        <a href="kakaotalk://plusfriend/x">kakao</a>
                                        <a href="kakaoplus:x">kakao</a>
                                        <a href="mailto:a@example.org">mail</a>
                                        <a href="sms:123">sms</a>
                                        <a href="javascript:alert(1)">js</a>
                                        <a href="http://elsewhere.example/">out of scope</a>
                                        <a href="/page#a">1</a><a href="/page#b">2</a>
                                        <a href="/./x/../page">3</a>
                                        """);
                        case "/@channel", "/page" -> html(out, "page");
                        default -> notFound(out);
                    }
                })) {
            crawl(server).run(directory);
            assertThat(server.pageHits().stream().map(Hit::path))
                    .containsExactlyInAnyOrder("/", "/@channel", "/page");
            assertThat(server.hits()).allMatch(hit -> hit.request().method().equals("GET"));
        }
    }

    @Test
    void aHostThatCannotBeFoundCostsOnlyItself() throws InterruptedException {
        try (HostileServer server = HostileServer.start((_, out) -> html(out, "page"))) {
            MemorySink sink =
                    crawl(server)
                            .site("gone", "http://no-such-host.invalid:" + server.port() + "/")
                            .run(directory);
            assertThat(sink.kept()).hasSize(1);
        }
    }

    private static TestCrawl later(HostileServer server, int minutes) {
        TestCrawl crawl = crawl(server);
        crawl.clock = InstantSource.offset(InstantSource.system(), Duration.ofMinutes(minutes));
        return crawl;
    }

    private static TestCrawl crawl(HostileServer server) {
        TestCrawl crawl = new TestCrawl().port(server).site("board", server.url("/"));
        Schedule usual = Schedule.DEFAULTS;
        crawl.schedule =
                new Schedule(
                        Duration.ofMillis(200),
                        usual.detailFuse(),
                        usual.retry(),
                        usual.retries(),
                        3,
                        3,
                        2,
                        usual.revisit(),
                        usual.watch());
        return crawl;
    }
}
