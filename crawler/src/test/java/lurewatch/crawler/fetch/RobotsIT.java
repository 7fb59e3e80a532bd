package lurewatch.crawler.fetch;

import static lurewatch.crawler.fetch.HostileServer.html;
import static lurewatch.crawler.fetch.HostileServer.notFound;
import static lurewatch.crawler.fetch.HostileServer.raw;
import static lurewatch.crawler.fetch.HostileServer.redirect;
import static lurewatch.crawler.fetch.HostileServer.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lurewatch.crawler.fetch.HostileServer.Handler;
import lurewatch.crawler.fetch.HostileServer.Hit;
import lurewatch.crawler.frontier.Frontier;
import lurewatch.crawler.frontier.Lease;
import lurewatch.crawler.site.WebUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// robots.txt by RFC 9309, as the server's log shows it.
final class RobotsIT {
    private static final byte[] NO_ENTRY =
            "User-agent: *\nDisallow: /\n".getBytes(StandardCharsets.UTF_8);

    @TempDir Path directory;

    private List<Hit> crawl(Handler robots) throws InterruptedException {
        try (HostileServer server = server(robots)) {
            crawl(server).run(directory);
            return server.pageHits();
        }
    }

    private static TestCrawl crawl(HostileServer server) {
        return new TestCrawl().port(server).site("board", server.url("/"));
    }

    private static HostileServer server(Handler robots) {
        return HostileServer.start((request, out) -> {
            switch (request.path()) {
                case "/robots.txt" -> robots.answer(request, out);
                case "/" -> html(out, "<a class=item href=/1>1</a>");
                default -> html(out, "page");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Content-Type: text/plain\r\n",
                "Content-Type: application/octet-stream\r\n",
                "Content-Type: text/html\r\n",
                "Content-Type: nonsense\r\n",
                "Content-Encoding: identity\r\n"
            })
    void isObeyedWhateverItsMediaType(String header) throws InterruptedException {
        assertThat(crawl((_, out) -> send(out, "200 OK", header, NO_ENTRY))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"404 Not Found", "403 Forbidden", "401 Unauthorized", "410 Gone"})
    void aRefusalToGiveItAllowsEverything(String status) throws InterruptedException {
        assertThat(crawl((_, out) -> send(out, status, "", NO_ENTRY))).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "500 Internal Server Error",
                "502 Bad Gateway",
                "503 Service Unavailable",
                "429 Too Many Requests"
            })
    void aServerInTroubleForbidsEverything(String status) throws InterruptedException {
        try (HostileServer server = server((_, out) -> send(out, status, "", new byte[0]))) {
            crawl(server).run(directory);
            assertThat(server.pageHits()).isEmpty();
            assertThat(server.hits()).hasSize(1);
        }
    }

    @Test
    void aServerThatDoesNotAnswerForbidsEverything() throws InterruptedException {
        assertThat(crawl((request, _) -> request.socket().close())).isEmpty();
    }

    @Test
    void aServerThatRecoversIsAskedAgain() throws InterruptedException {
        int[] asked = {0};
        try (HostileServer server =
                server((_, out) -> {
                    if (asked[0]++ == 0) {
                        send(out, "503 Busy", "", new byte[0]);
                    } else {
                        notFound(out);
                    }
                })) {
            TestCrawl crawl = crawl(server);
            crawl.blockFirst = Duration.ofMillis(300);
            crawl.horizon = Duration.ofSeconds(2);
            crawl.run(directory);
            assertThat(server.pageHits()).hasSize(2);
            List<Hit> robots = server.hits("/robots.txt");
            assertThat(robots).hasSize(2);
            assertThat(robots.get(1).began() - robots.get(0).ended())
                    .isGreaterThan(Duration.ofMillis(269).toNanos());
        }
    }

    @Test
    void upToFiveRedirectsLeadToIt() throws InterruptedException {
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    switch (request.path()) {
                        case "/robots.txt" -> redirect(out, "/r2");
                        case "/r2" -> redirect(out, "/r3");
                        case "/r3" -> send(out, "200 OK", "", NO_ENTRY);
                        default -> html(out, "page");
                    }
                })) {
            crawl(server).run(directory);
            assertThat(server.hits("/")).isEmpty();
        }
    }

    @Test
    void aRedirectOnTheSameHostWaitsForItsGap() throws InterruptedException {
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    switch (request.path()) {
                        case "/robots.txt" -> redirect(out, "/r2");
                        case "/r2" -> redirect(out, "/r3");
                        case "/r3" -> notFound(out);
                        default -> html(out, "page");
                    }
                })) {
            TestCrawl crawl = crawl(server);
            crawl.minimum = Duration.ofMillis(300);
            crawl.run(directory);
            assertThat(server.hits().stream().map(Hit::path))
                    .containsExactly("/robots.txt", "/r2", "/r3", "/");
            assertThat(rests(server.hits())).allMatch(rest -> rest >= 300);
        }
    }

    /// However many hosts say that their robots.txt is at another, that one is asked one at a time,
    /// a gap after each, and has its own pages visited all the while.
    @ParameterizedTest
    @ValueSource(longs = {0, 50}) // gaps of addresses
    void aRedirectToAnotherHostWaitsForThatHostsTurn(long ipGap) throws InterruptedException {
        String target = "127.30.100.1";
        String links =
                IntStream.range(0, 30)
                        .mapToObj(i -> "<a class=item href=/" + i + ">ad</a>")
                        .collect(Collectors.joining());
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    boolean isTarget = request.at().getHostAddress().equals(target);
                    switch (request.path()) {
                        case "/robots.txt" -> {
                            if (isTarget) {
                                notFound(out);
                            } else {
                                redirect(
                                        out,
                                        "http://"
                                                + target
                                                + ":"
                                                + request.socket().getLocalPort()
                                                + "/theirs");
                            }
                        }
                        case "/theirs" -> notFound(out);
                        case "/" -> html(out, isTarget ? links : "page");
                        default -> html(out, "page");
                    }
                })) {
            TestCrawl crawl = new TestCrawl().port(server);
            crawl.minimum = Duration.ofMillis(150);
            crawl.ipMinimum = Duration.ofMillis(ipGap);
            crawl.site("target", "http://" + target + ":" + server.port() + "/");
            for (int i = 1; i <= 20; i++) {
                crawl.site("other-" + i, "http://127.30.0." + i + ":" + server.port() + "/");
            }
            crawl.run(directory);
            List<Hit> there =
                    server.hits().stream()
                            .filter(hit -> hit.request().at().getHostAddress().equals(target))
                            .toList();
            assertThat(there).filteredOn(hit -> hit.path().equals("/theirs")).hasSize(20);
            assertThat(there).hasSize(52);
            assertThat(there.stream().map(Hit::path).toList().indexOf("/theirs"))
                    .as("between the host's own pages")
                    .isBetween(1, 20);
            assertThat(rests(there)).allMatch(rest -> rest >= 150);
            assertThat(server.hits("/")).hasSize(21);
        }
    }

    /// Milliseconds from the end of a request to the start of the next.
    private static List<Long> rests(List<Hit> hits) {
        List<Hit> sorted = hits.stream().sorted(Comparator.comparingLong(Hit::began)).toList();
        return IntStream.range(1, sorted.size())
                .mapToObj(i -> (sorted.get(i).began() - sorted.get(i - 1).ended()) / 1_000_000)
                .toList();
    }

    @Test
    void isFetchedOncePerOriginAndRemembered() throws InterruptedException {
        try (HostileServer server = server((_, out) -> notFound(out))) {
            crawl(server).run(directory);
            TestCrawl again = crawl(server);
            again.site("other", server.url("/other"));
            again.run(directory);
            assertThat(server.hits("/robots.txt")).hasSize(1);
            assertThat(server.hits("/other")).hasSize(1);
        }
    }

    @Test
    void rulesForUsStandBeforeRulesForAll() throws InterruptedException {
        byte[] rules =
                "User-agent: *\nDisallow: /\n\nUser-agent: examplelabbot\nDisallow: /1\n"
                        .getBytes(StandardCharsets.UTF_8);
        List<Hit> hits = crawl((_, out) -> send(out, "200 OK", "", rules));
        assertThat(hits.stream().map(Hit::path)).containsExactly("/");
    }

    @Test
    void itsCrawlDelayIsKept() throws InterruptedException {
        byte[] rules = "User-agent: *\nCrawl-delay: 1\n".getBytes(StandardCharsets.UTF_8);
        try (HostileServer server = server((_, out) -> send(out, "200 OK", "", rules))) {
            crawl(server).run(directory);
            List<Hit> hits = server.hits();
            assertThat(hits).hasSize(3);
            for (int i = 1; i < hits.size(); i++) {
                assertThat(hits.get(i).began() - hits.get(i - 1).ended())
                        .isGreaterThanOrEqualTo(Duration.ofSeconds(1).toNanos());
            }
        }
    }

    @Test
    void onlyItsFirstHalfMegabyteIsRead() throws InterruptedException {
        List<Hit> hits =
                crawl((_, out) -> {
                    raw(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                    raw(out, "1b\r\nUser-agent: *\nDisallow: /\n\n\r\n");
                    while (true) {
                        raw(out, "1001\r\n" + "#".repeat(4096) + "\n\r\n");
                    }
                });
        assertThat(hits).isEmpty();
    }

    /// Parsed, a file of half a megabyte takes several.
    @Test
    void whatManyOfThemSayTakesBoundedMemory() throws InterruptedException {
        byte[] file = new byte[500 * 1024];
        StringBuilder rules = new StringBuilder("User-agent: *\nDisallow: /private\n");
        for (int i = 0; rules.length() < file.length - 20; i++) {
            rules.append("Allow: /a").append(i).append('\n');
        }
        byte[] body = rules.toString().getBytes(StandardCharsets.UTF_8);
        TestCrawl crawl = new TestCrawl();
        for (int i = 0; i < 12; i++) {
            crawl.site("site-" + i, "http://h" + i + ".example/");
        }
        try (Frontier frontier = crawl.frontier(directory)) {
            Robots robots =
                    new Robots(
                            frontier,
                            new LinkFilter(crawl.limits, crawl.sites),
                            crawl.settings().identity(),
                            crawl.clock,
                            Duration.ofHours(24));
            for (int i = 0; i < 12; i++) {
                Lease lease = frontier.take().orElseThrow();
                WebUrl url = WebUrl.parse(lease.url()).orElseThrow();
                robots.keep(lease, url, 200, body);
                assertThat(robots.allows(url)).contains(true);
            }
            for (int i = 0; i < 12; i++) {
                WebUrl url = WebUrl.parse("http://h" + i + ".example/private").orElseThrow();
                assertThat(robots.allows(url)).contains(false);
            }
            assertThat(robots.size()).isBetween(1L, 24L * 1024 * 1024);
        }
    }
}
