package lurewatch.crawler.fetch;

import static lurewatch.crawler.fetch.HostileServer.html;
import static lurewatch.crawler.fetch.HostileServer.notFound;
import static lurewatch.crawler.fetch.HostileServer.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import lurewatch.crawler.frontier.FrontierReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Redirects: each hop in its own turn, archived, counted, and guarded like any URL.
final class RedirectsIT {
    @TempDir Path directory;

    @Test
    void aChainToEverNewTargetsEndsAfterFiveHops() throws InterruptedException {
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    String path = request.path();
                    if (path.equals("/robots.txt")) {
                        notFound(out);
                    } else {
                        redirect(out, path + "x");
                    }
                })) {
            MemorySink sink = crawl(server, "/r").run(directory);
            assertThat(server.pageHits()).hasSize(6);
            assertThat(sink.kept()).hasSize(6).allMatch(hop -> hop.status() == 302);
        }
    }

    @Test
    void aLoopEnds() throws InterruptedException {
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    switch (request.path()) {
                        case "/a" -> redirect(out, "/b");
                        case "/b" -> redirect(out, "/a");
                        default -> notFound(out);
                    }
                })) {
            crawl(server, "/a").run(directory);
            assertThat(server.pageHits()).hasSizeBetween(2, 6);
        }
    }

    /// The library dropped a page when its redirect led to a URL seen before.
    @Test
    void aTargetSeenBeforeIsVisitedAgain() throws InterruptedException {
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    switch (request.path()) {
                        case "/list" -> html(out, "list");
                        case "/jump" -> redirect(out, "/list");
                        default -> notFound(out);
                    }
                })) {
            crawl(server, "/list").run(directory);
            TestCrawl later = crawl(server, "/list").site("other", server.url("/jump"));
            later.clock = InstantSource.offset(InstantSource.system(), Duration.ofMinutes(15));
            later.run(directory);
            assertThat(server.hits("/list")).hasSize(2);
        }
    }

    @Test
    void aRedirectToAFreshPageCountsAsVisited() throws InterruptedException {
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    switch (request.path()) {
                        case "/" -> html(out, links(20));
                        case "/robots.txt" -> notFound(out);
                        default -> redirect(out, "/");
                    }
                })) {
            crawl(server, "/").run(directory);
            assertThat(server.hits("/")).hasSize(1);
            assertThat(server.pageHits()).hasSize(21);
        }
    }

    @Test
    void aTargetThatIsTooLongIsLoggedWithItsLength() throws InterruptedException {
        String path = "/" + "a".repeat(3_000);
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    if (request.path().equals("/")) {
                        redirect(out, path);
                    } else {
                        notFound(out);
                    }
                })) {
            crawl(server, "/").run(directory);
            int length = server.url(path).length();
            try (FrontierReader reader = FrontierReader.open(directory.resolve("crawl.db"))) {
                assertThat(reader.latest(1).getFirst().detail())
                        .startsWith("limit url_length=2048 observed=" + length + ", to http://");
            }
            assertThat(server.pageHits()).hasSize(1);
        }
    }

    /// A page can name any address; none of these may ever be connected to.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:PORT/",
                "http://127.1.2.3:PORT/",
                "http://169.254.169.254:PORT/latest/meta-data/",
                "http://[::1]:PORT/",
                "http://[::ffff:127.0.0.1]:PORT/",
                "http://[64:ff9b::7f00:1]:PORT/",
                "http://0.0.0.0:PORT/",
                "http://0:PORT/",
                "http://2130706433:PORT/",
                "http://0x7f000001:PORT/",
                "http://0177.0.0.1:PORT/",
                "http://127.1:PORT/",
                "http://canary.example:PORT/",
                "//127.0.0.1:PORT/",
                "file:///etc/passwd",
                "gopher://127.0.0.1:PORT/",
                "jar:http://127.0.0.1:PORT/!/",
                "http://user@127.0.0.1:PORT/",
                "http://１２７.０.０.１:PORT/",
            })
    void aRedirectInwardsReachesNothing(String target) throws InterruptedException {
        try (HostileServer canary = HostileServer.start((_, out) -> html(out, "secret"));
                HostileServer server =
                        HostileServer.start((request, out) -> {
                            if (request.path().equals("/robots.txt")) {
                                notFound(out);
                            } else {
                                redirect(out, port(target, request.path()));
                            }
                        })) {
            // The path carries the canary's port, which the handler cannot know yet.
            TestCrawl crawl = new TestCrawl().port(server).port(canary);
            crawl.allowed.clear();
            crawl.allowed.add("127.9.0.0/16");
            crawl.hosts.put("board.example", "127.9.0.1");
            crawl.hosts.put("canary.example", "127.0.0.1");
            String seed = "http://board.example:" + server.port() + "/" + canary.port();
            crawl.sites.add(TestCrawl.site("board", everywhere(), seed));
            MemorySink sink = crawl.run(directory);
            assertThat(canary.connections()).isZero();
            assertThat(sink.kept()).hasSize(1);
        }
    }

    private static lurewatch.crawler.site.Scope everywhere() {
        return new lurewatch.crawler.site.Scope(
                List.of(
                        ".example",
                        "127.0.0.1",
                        "127.1.2.3",
                        "169.254.169.254",
                        "::1",
                        "0.0.0.0",
                        "::ffff:127.0.0.1",
                        "64:ff9b::7f00:1",
                        "64:ff9b:0:0:0:0:7f00:1",
                        "0:0:0:0:0:0:0:1"),
                List.of(),
                List.of(),
                6,
                1000);
    }

    private static String port(String target, String path) {
        return target.replace("PORT", path.substring(1));
    }

    private static String links(int count) {
        StringBuilder page = new StringBuilder();
        for (int i = 0; i < count; i++) {
            page.append("<a class=item href=/ad").append(i).append(">ad</a>");
        }
        return page.toString();
    }

    private static TestCrawl crawl(HostileServer server, String path) {
        return new TestCrawl().port(server).site("board", server.url(path));
    }
}
