package lurewatch.crawler.fetch;

import static lurewatch.crawler.fetch.HostileServer.html;
import static lurewatch.crawler.fetch.HostileServer.notFound;
import static lurewatch.crawler.fetch.HostileServer.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import lurewatch.crawler.fetch.HostileServer.Hit;
import lurewatch.crawler.fetch.HostileServer.Request;
import lurewatch.crawler.frontier.FetchLogEntry;
import lurewatch.crawler.frontier.Forecast;
import lurewatch.crawler.frontier.FrontierReader;
import lurewatch.crawler.frontier.SecondLook.Result;
import lurewatch.crawler.frontier.SiteStatus;
import lurewatch.crawler.settings.Schedule;
import lurewatch.crawler.settings.SecondLooks;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Pages that show another user agent something else than our robot.
final class SecondLookIT {
    private static final String PHONE = "Mozilla/5.0 (ExamplePhone)";
    private static final String ROBOT = "ExampleLabBot (+https://example.org/bot)";
    private static final String RECIPES = "<p>Our best recipes for soup, bread and cake, for you";
    private static final String LURE = "<p>Customer service in Poipet, flight paid, write to us";

    @TempDir Path directory;

    /// What a page answers to whom.
    @FunctionalInterface
    interface Page {
        void answer(boolean isPhone, int visit, OutputStream out) throws IOException;
    }

    static Stream<Arguments> pages() {
        return Stream.of(
                page("alike", (_, _, out) -> html(out, RECIPES), 2, Result.SAME),
                page(
                        "by user agent",
                        (isPhone, _, out) -> html(out, isPhone ? LURE : RECIPES),
                        3,
                        Result.DIFFERENT),
                page(
                        "by user agent, with a counter",
                        (isPhone, visit, out) ->
                                html(out, (isPhone ? LURE : RECIPES) + " visit no " + visit),
                        3,
                        Result.DIFFERENT),
                page(
                        "a counter",
                        (_, visit, out) -> html(out, RECIPES + " visit no " + visit),
                        3,
                        Result.CHANGING),
                page(
                        "changed meanwhile",
                        (_, visit, out) -> html(out, visit == 1 ? RECIPES : LURE),
                        3,
                        Result.SAME),
                page(
                        "phones are turned away",
                        (isPhone, _, out) -> {
                            if (isPhone) {
                                send(out, "403 Forbidden", "", new byte[0]);
                            } else {
                                html(out, RECIPES);
                            }
                        },
                        3,
                        Result.DIFFERENT),
                page(
                        "phones are sent on",
                        (isPhone, _, out) -> {
                            if (isPhone) {
                                send(
                                        out,
                                        "302 Found",
                                        "Location: https://t.me/example_lure\r\n",
                                        new byte[0]);
                            } else {
                                html(out, RECIPES);
                            }
                        },
                        3,
                        Result.DIFFERENT),
                page(
                        "phones are sent to the same page, for a cookie",
                        (isPhone, _, out) -> {
                            if (isPhone) {
                                send(
                                        out,
                                        "302 Found",
                                        "Location: /\r\nSet-Cookie: a=1\r\n",
                                        new byte[0]);
                            } else {
                                html(out, RECIPES);
                            }
                        },
                        3,
                        Result.UNKNOWN),
                page("nobody finds it", (_, _, out) -> notFound(out), 2, Result.SAME),
                page(
                        "robots do not find it",
                        (isPhone, _, out) -> {
                            if (isPhone) {
                                html(out, LURE);
                            } else {
                                notFound(out);
                            }
                        },
                        3,
                        Result.DIFFERENT),
                page(
                        "robots are sent away",
                        (isPhone, _, out) -> {
                            if (isPhone) {
                                html(out, LURE);
                            } else {
                                HostileServer.redirect(out, "https://example.com/");
                            }
                        },
                        3,
                        Result.DIFFERENT),
                page(
                        "everybody is sent away",
                        (_, _, out) -> HostileServer.redirect(out, "https://example.com/"),
                        2,
                        Result.SAME),
                page(
                        "phones are sent elsewhere than robots",
                        (isPhone, _, out) ->
                                HostileServer.redirect(
                                        out,
                                        isPhone ? "https://t.me/example" : "https://example.com/"),
                        3,
                        Result.DIFFERENT),
                page(
                        "found by phones, and then by all",
                        (_, visit, out) -> {
                            if (visit == 1) {
                                notFound(out);
                            } else {
                                html(out, LURE);
                            }
                        },
                        3,
                        Result.UNKNOWN),
                page(
                        "the server fails once",
                        (isPhone, _, out) -> {
                            if (isPhone) {
                                send(out, "503 Service Unavailable", "", new byte[0]);
                            } else {
                                html(out, RECIPES);
                            }
                        },
                        3,
                        Result.UNKNOWN));
    }

    private static Arguments page(String name, Page page, int requests, Result result) {
        return Arguments.of(name, page, requests, result);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void saysWhetherOthersSeeSomethingElse(String name, Page page, int requests, Result result)
            throws InterruptedException {
        AtomicInteger visits = new AtomicInteger();
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    if (request.path().equals("/robots.txt")) {
                        notFound(out);
                    } else {
                        page.answer(isPhone(request), visits.incrementAndGet(), out);
                    }
                })) {
            TestCrawl crawl = crawl(server, 1);
            MemorySink sink = crawl.run(directory);

            List<String> agents =
                    new ArrayList<>(List.of(ROBOT, PHONE, ROBOT)).subList(0, requests);
            assertThat(server.pageHits()).extracting(SecondLookIT::agent).isEqualTo(agents);
            assertThat(sink.kept())
                    .extracting(kept -> kept.exchange().provenance())
                    .isEqualTo(
                            agents.stream()
                                    .map(agent ->
                                            agent.equals(PHONE)
                                                    ? Provenance.COMPARED
                                                    : Provenance.CRAWLED)
                                    .toList());
            assertThat(sink.kept().get(1).url()).isEqualTo(server.url("/") + "#second-look");
            try (FrontierReader reader = FrontierReader.open(directory.resolve("crawl.db"))) {
                assertThat(forecast(reader, server, crawl).look().orElseThrow().look().result())
                        .isEqualTo(result);
                SiteStatus status = reader.sites(Instant.now(), Duration.ofDays(1)).getFirst();
                assertThat(status.looks())
                        .isEqualTo(new SiteStatus.Looks(1, result == Result.DIFFERENT ? 1 : 0));
                List<FetchLogEntry> log = new ArrayList<>();
                reader.forEach(log::add);
                assertThat(log).extracting(FetchLogEntry::ending).startsWith("ROBOTS");
                assertThat(log)
                        .filteredOn(entry -> entry.ending().equals("SECOND_LOOK"))
                        .hasSize(1);
                assertThat(log).hasSize(requests + 1);
                assertThat(log.getLast().detail()).contains("second look: ");
            }
        }
    }

    /// Where others are sent is what an investigator wants to know; nobody goes there.
    @Test
    void namesWhereOthersAreSentAndDoesNotGoThere() throws InterruptedException {
        try (HostileServer lure = HostileServer.start((_, out) -> html(out, LURE));
                HostileServer server =
                        HostileServer.start((request, out) -> {
                            if (request.path().equals("/robots.txt")) {
                                notFound(out);
                            } else if (isPhone(request)) {
                                // The port of the other server comes by the path.
                                HostileServer.redirect(
                                        out, "http://127.0.0.2:" + request.path().substring(1));
                            } else {
                                html(out, RECIPES);
                            }
                        })) {
            TestCrawl crawl =
                    new TestCrawl()
                            .port(server)
                            .port(lure)
                            .site("board", server.url("/" + lure.port()));
            crawl.secondLooks = new SecondLooks(1, PHONE);
            crawl.sink.compares = true;
            crawl.run(directory);
            assertThat(lure.connections()).isZero();
            try (FrontierReader reader = FrontierReader.open(directory.resolve("crawl.db"))) {
                List<FetchLogEntry> log = new ArrayList<>();
                reader.forEach(log::add);
                assertThat(log.getLast().detail())
                        .contains(
                                "second look: others are answered 302 out of scope:"
                                        + " http://127.0.0.2:"
                                        + lure.port()
                                        + "/");
            }
        }
    }

    @Test
    void restsBetweenItsRequestsAsBetweenAllOthers() throws InterruptedException {
        try (HostileServer server = cloaking()) {
            TestCrawl crawl = crawl(server, 1);
            crawl.minimum = Duration.ofMillis(300);
            crawl.run(directory);
            List<Hit> hits = server.hits();
            assertThat(hits).hasSize(4);
            for (int i = 1; i < hits.size(); i++) {
                assertThat(hits.get(i).began() - hits.get(i - 1).ended())
                        .isGreaterThan(Duration.ofMillis(280).toNanos());
            }
        }
    }

    /// By chance, but of very many about so many.
    @Test
    void looksAtTheShareThatIsSet() throws InterruptedException {
        StringBuilder links = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            links.append("<a class=item href=/").append(i).append(">ad</a>");
        }
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    if (request.path().equals("/robots.txt")) {
                        notFound(out);
                    } else {
                        html(out, request.path().equals("/") ? links.toString() : RECIPES);
                    }
                })) {
            TestCrawl crawl = crawl(server, 0.25);
            crawl.run(directory);
            assertThat(server.pageHits().stream().filter(hit -> agent(hit).equals(PHONE)).count())
                    .isBetween(60L, 140L); // four standard deviations around 100
        }
    }

    @Test
    void isOffUnlessTheOperatorWantsIt() throws InterruptedException {
        try (HostileServer server = cloaking()) {
            TestCrawl crawl = crawl(server, 1);
            crawl.secondLooks = SecondLooks.DEFAULTS;
            crawl.run(directory);
            assertThat(server.pageHits()).extracting(SecondLookIT::agent).containsExactly(ROBOT);
        }
    }

    private static HostileServer cloaking() {
        return HostileServer.start((request, out) -> {
            if (request.path().equals("/robots.txt")) {
                notFound(out);
            } else {
                html(out, isPhone(request) ? LURE : RECIPES);
            }
        });
    }

    private static TestCrawl crawl(HostileServer server, double share) {
        TestCrawl crawl = new TestCrawl().port(server).site("board", server.url("/"));
        crawl.secondLooks = new SecondLooks(share, PHONE);
        crawl.sink.compares = true;
        crawl.blockFirst = Duration.ofMillis(50);
        crawl.horizon = Duration.ofSeconds(3);
        return crawl;
    }

    private static boolean isPhone(Request request) {
        return agent(request).equals(PHONE);
    }

    private static String agent(Hit hit) {
        return agent(hit.request());
    }

    private static String agent(Request request) {
        return request.headers().getOrDefault("User-Agent", "none");
    }

    private static Forecast forecast(FrontierReader reader, HostileServer server, TestCrawl crawl) {
        return reader.forecast(
                        WebUrl.parse(server.url("/")).orElseThrow(),
                        Schedule.DEFAULTS,
                        Map.of("board", crawl.sites.getFirst()))
                .orElseThrow();
    }
}
