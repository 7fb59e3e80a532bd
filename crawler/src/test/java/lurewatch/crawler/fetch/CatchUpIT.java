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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import lurewatch.crawler.fetch.HostileServer.Hit;
import lurewatch.crawler.fetch.HostileServer.Request;
import lurewatch.crawler.frontier.Frontier;
import lurewatch.crawler.frontier.Validators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Answers that a killed process archived and could not tell the frontier of.
final class CatchUpIT {
    @TempDir Path directory;

    /// The page was elsewhere: that is where the visit goes on, and the redirect is not asked for
    /// again.
    @ParameterizedTest
    @CsvSource({
        "301, /there, /there",
        "302, /there?id=1#top, /there?id=1",
        "307, there, /there",
        "302, /(S(lit3py55t21z5v55vlm25s55))/there, /there",
    })
    void aRecoveredRedirectIsFollowed(int status, String location, String asked)
            throws InterruptedException {
        try (HostileServer server = HostileServer.start((_, out) -> html(out, "there"))) {
            crawl(server, status, Optional.of(location));
            assertThat(server.pageHits()).extracting(Hit::path).containsExactly(asked);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "302, http://elsewhere.example/", // out of scope
        "302, javascript:alert(1)",
        "302,",
        "404, /there",
        "200, /there",
    })
    void whatLeadsNowhereLeadsNowhere(int status, String location) throws InterruptedException {
        try (HostileServer server = HostileServer.start((_, out) -> html(out, "there"))) {
            crawl(server, status, Optional.ofNullable(location));
            assertThat(server.pageHits()).isEmpty();
        }
    }

    /// Its cookie was in the memory of the process: it is asked for another one.
    @Test
    void aRecoveredBounceForACookieBeginsAnew() throws InterruptedException {
        try (HostileServer server = HostileServer.start(CatchUpIT::bounce)) {
            MemorySink sink = crawl(server, 302, Optional.of("/"));
            assertThat(server.pageHits())
                    .extracting(hit -> hit.request().headers().getOrDefault("Cookie", ""))
                    .containsExactly("", "seen=1");
            assertThat(sink.of("/").status()).isEqualTo(200);
        }
    }

    private static void bounce(Request request, OutputStream out) throws IOException {
        if (request.path().equals("/robots.txt")) {
            notFound(out);
        } else if (request.headers().containsKey("Cookie")) {
            html(out, "the page");
        } else {
            send(out, "302 Found", "Location: /\r\nSet-Cookie: seen=1\r\n", new byte[0]);
        }
    }

    /// A crawl after one that was killed when the seed had been answered so.
    private MemorySink crawl(HostileServer server, int status, Optional<String> location)
            throws InterruptedException {
        TestCrawl crawl = new TestCrawl().port(server).site("board", server.url("/"));
        crawl.sink.remembered.add(
                new CaptureSink.Remembered(
                        new CaptureSink.Kept(
                                1, List.of(), OptionalLong.empty(), Optional.empty(), List.of()),
                        "board",
                        server.url("/"),
                        status,
                        location,
                        Instant.now(),
                        Validators.NONE));
        try (Frontier frontier = crawl.frontier(directory)) {
            assertThat(CatchUp.run(frontier, crawl.sink, crawl.settings().limits(), crawl.sites))
                    .isEqualTo(1);
            CrawlEngine engine = crawl.engine(directory, frontier);
            engine.start();
            assertThat(engine.awaitEnd(TestCrawl.LONGEST)).isTrue();
            engine.stop(Duration.ofSeconds(5));
        }
        return crawl.sink;
    }
}
