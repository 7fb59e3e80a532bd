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
import java.util.function.Function;
import java.util.regex.Pattern;
import lurewatch.crawler.fetch.HostileServer.Hit;
import lurewatch.crawler.fetch.HostileServer.Request;
import lurewatch.crawler.frontier.FetchLogEntry;
import lurewatch.crawler.frontier.FrontierReader;
import lurewatch.crawler.settings.SecondLooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sites without cookies that write a visitor's id into the address, another one for each visitor.
final class VisitorIdsIT {
    private static final Pattern STEP = Pattern.compile("/\\(S\\([a-z0-5]{24}\\)\\)(/.*)");

    @TempDir Path directory;

    private final AtomicInteger visitors = new AtomicInteger();

    /// As ASP.NET without cookies does.
    @Test
    void aPageThatSendsToItselfWithAnIdIsReadAndFiledWithoutIt() throws InterruptedException {
        try (HostileServer server = HostileServer.start(this::inPath)) {
            MemorySink sink = crawl(server, "/").run(directory);
            assertThat(server.pageHits())
                    .extracting(Hit::path)
                    .containsExactly("/", step(1) + "/", "/ad", step(2) + "/ad");
            assertThat(sink.kept())
                    .extracting(kept -> kept.status() + " " + kept.url())
                    .containsExactly(
                            "302 " + server.url("/"),
                            "200 " + server.url("/"),
                            "302 " + server.url("/ad"),
                            "200 " + server.url("/ad"));
            // The archive says what was asked for.
            assertThat(head(sink.of("/ad"))).startsWith("GET " + step(2) + "/ad HTTP/1.1\r\n");
            assertThat(log())
                    .contains("REDIRECTED to " + server.url("/ad") + ", with a visitor's id");
        }
    }

    @Test
    void laterVisitsBringNoIdAndMakeNoNewPages() throws InterruptedException {
        try (HostileServer server = HostileServer.start(this::inPath)) {
            crawl(server, "/").run(directory);
            for (int day = 1; day <= 3; day++) {
                TestCrawl later = crawl(server, "/");
                later.clock = InstantSource.offset(InstantSource.system(), Duration.ofDays(day));
                later.run(directory);
            }
            assertThat(server.hits("/")).hasSize(4);
            assertThat(known()).containsExactly(server.url("/"), server.url("/ad"));
        }
    }

    @Test
    void aMoveToAnotherPageUnderAnIdAsksOnce() throws InterruptedException {
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    switch (request.path()) {
                        case "/old" -> moved(out, "/new?id=7&PHPSESSID=" + "ab12".repeat(7));
                        case "/robots.txt", "/new?id=7" -> notFound(out);
                        default -> html(out, "the ad");
                    }
                })) {
            MemorySink sink = crawl(server, "/old").run(directory);
            assertThat(server.pageHits())
                    .extracting(Hit::path)
                    .containsExactly("/old", "/new?id=7&PHPSESSID=" + "ab12".repeat(7));
            assertThat(sink.kept().getLast().url()).isEqualTo(server.url("/new?id=7"));
        }
    }

    @Test
    void idsThatAreNeverRightEndAfterFiveHops() throws InterruptedException {
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    if (request.path().equals("/robots.txt")) {
                        notFound(out);
                    } else {
                        moved(out, step(visitors.incrementAndGet()) + "/ad");
                    }
                })) {
            crawl(server, "/ad").run(directory);
            assertThat(server.pageHits()).hasSize(6);
            assertThat(log().getLast()).contains("limit redirects=5 observed=6");
        }
    }

    @Test
    void anIdThatChangesNothingIsTriedOnce() throws InterruptedException {
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    if (request.path().equals("/robots.txt")) {
                        notFound(out);
                    } else {
                        moved(out, step(1) + "/ad");
                    }
                })) {
            crawl(server, "/ad").run(directory);
            assertThat(server.pageHits()).hasSize(2);
            assertThat(log().getLast()).endsWith(", the same page again");
        }
    }

    @Test
    void whatRobotsForbidUnderAnIdIsNotAskedFor() throws InterruptedException {
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    if (request.path().equals("/robots.txt")) {
                        html(out, "User-agent: *\nDisallow: /(S(");
                    } else {
                        inPath(request, out);
                    }
                })) {
            crawl(server, "/").run(directory);
            assertThat(server.pageHits()).extracting(Hit::path).containsExactly("/");
            assertThat(log().getLast()).startsWith("DISALLOWED");
        }
    }

    /// Whoever brings an id, and whoever brings none, are not to be compared.
    @Test
    void aPageThatCameForAnIdGetsNoSecondLook() throws InterruptedException {
        try (HostileServer server = HostileServer.start(this::inPath)) {
            TestCrawl crawl = crawl(server, "/");
            crawl.secondLooks = new SecondLooks(1, "Mozilla/5.0 (ExamplePhone)");
            crawl.sink.compares = true;
            crawl.run(directory);
            assertThat(server.pageHits()).hasSize(4);
        }
    }

    private void inPath(Request request, OutputStream out) throws IOException {
        if (request.path().equals("/robots.txt")) {
            notFound(out);
        } else if (STEP.matcher(request.path()).matches()) {
            html(out, "<a class=item href=/ad>the ad</a>");
        } else {
            moved(out, step(visitors.incrementAndGet()) + request.path());
        }
    }

    private static String step(int visitor) {
        String digits = Integer.toString(6 * 6 * 6 * 6 + visitor, 6);
        return "/(S(lit3py55t21z5v55vlm" + digits + "))";
    }

    private static void moved(OutputStream out, String place) throws IOException {
        send(out, "302 Found", "Location: " + place + "\r\n", new byte[0]);
    }

    private static String head(FetchedExchange exchange) {
        return new String(exchange.exchange().requestHead(), StandardCharsets.ISO_8859_1);
    }

    private List<String> log() {
        return fromLog(entry -> entry.ending() + " " + entry.detail());
    }

    private List<String> known() {
        return fromLog(FetchLogEntry::url).stream().distinct().toList();
    }

    private List<String> fromLog(Function<FetchLogEntry, String> what) {
        List<String> log = new ArrayList<>();
        try (FrontierReader reader = FrontierReader.open(directory.resolve("crawl.db"))) {
            reader.forEach((FetchLogEntry entry) -> log.add(what.apply(entry)));
        }
        return log;
    }

    private static TestCrawl crawl(HostileServer server, String path) {
        return new TestCrawl().port(server).site("board", server.url(path));
    }
}
