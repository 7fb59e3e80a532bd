package lurewatch.crawler.fetch;

import static lurewatch.crawler.fetch.HostileServer.html;
import static lurewatch.crawler.fetch.HostileServer.notFound;
import static lurewatch.crawler.fetch.HostileServer.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import lurewatch.crawler.fetch.HostileServer.Hit;
import lurewatch.crawler.fetch.HostileServer.Request;
import lurewatch.crawler.frontier.FetchLogEntry;
import lurewatch.crawler.frontier.FrontierReader;
import lurewatch.crawler.settings.SecondLooks;
import lurewatch.crawler.site.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sites that send a visitor on with a cookie, and give the page only to who brings it back.
final class CookiesIT {
    @TempDir Path directory;

    @Test
    void aPageThatSendsToItselfWithACookieIsRead() throws InterruptedException {
        try (HostileServer server = HostileServer.start(CookiesIT::bounce)) {
            MemorySink sink = crawl(server, "/").run(directory);
            assertThat(cookies(server.hits("/"))).containsExactly("", "seen=/");
            assertThat(sink.kept()).extracting(FetchedExchange::status).startsWith(302, 200);
            // The archive says what was sent.
            assertThat(head(sink.kept().get(1))).contains("\r\nCookie: seen=/\r\n");
            assertThat(head(sink.kept().getFirst())).doesNotContain("Cookie");
            assertThat(log()).contains("REDIRECTED to " + server.url("/") + ", with cookies");
        }
    }

    @Test
    void aPageThatSendsToACheckAndBackIsRead() throws InterruptedException {
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    boolean isKnown = cookie(request).contains("ok=1");
                    switch (request.path()) {
                        case "/ad" -> {
                            if (isKnown) {
                                html(out, "the ad");
                            } else {
                                moved(out, "/check?back=/ad", "from=/ad; Path=/");
                            }
                        }
                        case "/check?back=/ad" ->
                                moved(
                                        out,
                                        cookie(request).contains("from=/ad") ? "/ad" : "/blocked",
                                        "ok=1; Path=/");
                        default -> notFound(out);
                    }
                })) {
            MemorySink sink = crawl(server, "/ad").run(directory);
            assertThat(sink.of("/ad").status()).isEqualTo(200);
            assertThat(server.pageHits())
                    .extracting(Hit::path)
                    .containsExactly("/ad", "/check?back=/ad", "/ad");
            assertThat(cookies(server.hits("/ad"))).containsExactly("", "from=/ad; ok=1");
        }
    }

    @Test
    void eachVisitBeginsWithoutCookies() throws InterruptedException {
        try (HostileServer server = HostileServer.start(CookiesIT::bounce)) {
            crawl(server, "/").run(directory);
            TestCrawl later = crawl(server, "/");
            later.clock = InstantSource.offset(InstantSource.system(), Duration.ofDays(1));
            later.run(directory);
            assertThat(cookies(server.hits("/"))).containsExactly("", "seen=/", "", "seen=/");
            assertThat(cookies(server.hits("/next"))).startsWith("", "seen=/next");
        }
    }

    @Test
    void aPageThatComesAtOnceLeavesNothingBehind() throws InterruptedException {
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    switch (request.path()) {
                        case "/" ->
                                send(
                                        out,
                                        "200 OK",
                                        "Content-Type: text/html\r\nSet-Cookie: a=1; Path=/\r\n",
                                        "<a href=/moved>x</a>".getBytes(StandardCharsets.UTF_8));
                        case "/moved" -> moved(out, "/there", "b=2; Path=/");
                        case "/there" -> html(out, "<a href=/last>x</a>");
                        default -> notFound(out);
                    }
                })) {
            crawl(server, "/").run(directory);
            assertThat(cookies(server.hits("/moved"))).containsExactly("");
            assertThat(cookies(server.hits("/there"))).containsExactly("b=2");
            assertThat(cookies(server.hits("/last"))).containsExactly("");
        }
    }

    @Test
    void anotherHostIsToldNothing() throws InterruptedException {
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    switch (request.host().split(":", 2)[0] + request.path()) {
                        case "www.a.test/" ->
                                moved(
                                        out,
                                        "http://b.test:" + port(request) + "/",
                                        "own=1; Path=/",
                                        "all=2; Path=/; Domain=a.test",
                                        "top=3; Path=/; Domain=test",
                                        "his=4; Path=/; Domain=b.test");
                        case "b.test/" ->
                                moved(out, "http://a.test:" + port(request) + "/", "b=5; Path=/");
                        case "a.test/" -> html(out, "there");
                        default -> notFound(out);
                    }
                })) {
            TestCrawl crawl = new TestCrawl().port(server);
            for (String host : List.of("www.a.test", "a.test", "b.test")) {
                crawl.hosts.put(host, "127.0.0.1");
            }
            crawl.sites.add(
                    TestCrawl.site(
                            "board",
                            new Scope(List.of(".test"), List.of(), List.of(), 3, 100),
                            "http://www.a.test:" + server.port() + "/"));
            crawl.run(directory);
            assertThat(cookies(server.pageHits())).containsExactly("", "", "all=2");
        }
    }

    @Test
    void cookiesThatAreNeverEnoughEndAfterFiveHops() throws InterruptedException {
        AtomicInteger visits = new AtomicInteger();
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    if (request.path().equals("/")) {
                        moved(out, "/", "n=" + visits.incrementAndGet());
                    } else {
                        notFound(out);
                    }
                })) {
            MemorySink sink = crawl(server, "/").run(directory);
            assertThat(cookies(server.hits("/")))
                    .containsExactly("", "n=1", "n=2", "n=3", "n=4", "n=5");
            assertThat(sink.kept()).allMatch(hop -> hop.status() == 302);
            assertThat(log().getLast()).contains("limit redirects=5 observed=6");
        }
    }

    @Test
    void aPageThatIsNotImpressedIsLeftAlone() throws InterruptedException {
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    if (request.path().equals("/")) {
                        moved(out, "/", "always=the-same");
                    } else {
                        notFound(out);
                    }
                })) {
            crawl(server, "/").run(directory);
            assertThat(server.hits("/")).hasSize(2);
            assertThat(log().getLast()).endsWith(", the same page again");
        }
    }

    @Test
    void anOperatorMayForbidThem() throws InterruptedException {
        try (HostileServer server = HostileServer.start(CookiesIT::bounce)) {
            TestCrawl crawl = crawl(server, "/");
            Duration longest = Duration.ofSeconds(5);
            crawl.limits = TestCrawl.limits("64KB", longest, longest, 4, 0);
            crawl.run(directory);
            assertThat(cookies(server.hits("/"))).containsExactly("");
        }
    }

    /// What a robots.txt says counts, whatever it takes to be told.
    @Test
    void aRobotsTxtBehindACookieIsObeyed() throws InterruptedException {
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    boolean isRobots = request.path().equals("/robots.txt");
                    if (isRobots && cookie(request).isEmpty()) {
                        moved(out, "/robots.txt", "r=1");
                    } else {
                        html(out, isRobots ? "User-agent: *\nDisallow: /" : "the page");
                    }
                })) {
            crawl(server, "/").run(directory);
            assertThat(server.pageHits()).isEmpty();
            assertThat(cookies(server.hits("/robots.txt"))).containsExactly("", "r=1");
        }
    }

    /// Whoever is given the page for a cookie, and whoever is not, are not to be compared.
    @Test
    void aPageThatCameForACookieGetsNoSecondLook() throws InterruptedException {
        try (HostileServer server = HostileServer.start(CookiesIT::bounce)) {
            TestCrawl crawl = crawl(server, "/");
            crawl.secondLooks = new SecondLooks(1, "Mozilla/5.0 (ExamplePhone)");
            crawl.sink.compares = true;
            crawl.run(directory);
            assertThat(server.hits("/")).hasSize(2);
        }
    }

    private static void bounce(Request request, OutputStream out) throws IOException {
        if (request.path().equals("/robots.txt")) {
            notFound(out);
        } else if (cookie(request).equals("seen=" + request.path())) {
            html(out, "the page <a href=/next>next</a>");
        } else {
            moved(out, request.path(), "seen=" + request.path() + "; Path=" + request.path());
        }
    }

    private static void moved(OutputStream out, String place, String... cookies)
            throws IOException {
        StringBuilder headers = new StringBuilder("Location: " + place + "\r\n");
        for (String cookie : cookies) {
            headers.append("Set-Cookie: ").append(cookie).append("\r\n");
        }
        send(out, "302 Found", headers.toString(), new byte[0]);
    }

    private static String cookie(Request request) {
        return request.headers().getOrDefault("Cookie", "");
    }

    private static int port(Request request) {
        return request.socket().getLocalPort();
    }

    private static List<String> cookies(List<Hit> hits) {
        return hits.stream().map(hit -> cookie(hit.request())).toList();
    }

    private static String head(FetchedExchange exchange) {
        return new String(exchange.exchange().requestHead(), StandardCharsets.ISO_8859_1);
    }

    private List<String> log() {
        List<String> log = new ArrayList<>();
        try (FrontierReader reader = FrontierReader.open(directory.resolve("crawl.db"))) {
            reader.forEach((FetchLogEntry entry) -> log.add(entry.ending() + " " + entry.detail()));
        }
        return log;
    }

    private static TestCrawl crawl(HostileServer server, String path) {
        return new TestCrawl().port(server).site("board", server.url(path));
    }
}
