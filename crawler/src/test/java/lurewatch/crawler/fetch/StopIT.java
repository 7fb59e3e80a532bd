package lurewatch.crawler.fetch;

import static lurewatch.crawler.fetch.HostileServer.html;
import static lurewatch.crawler.fetch.HostileServer.notFound;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import lurewatch.crawler.frontier.Frontier;
import lurewatch.crawler.frontier.FrontierSettings.RunMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ending a crawl that would go on.
final class StopIT {
    @TempDir Path directory;

    @Test
    void endsAtOnceWhenNothingIsDue() throws InterruptedException {
        try (HostileServer server = HostileServer.start((_, out) -> html(out, "page"))) {
            TestCrawl crawl = service(server);
            try (Frontier frontier = crawl.frontier(directory)) {
                CrawlEngine engine = crawl.engine(directory, frontier);
                engine.start();
                Await.until(() -> engine.stats().captured() == 1);
                assertThat(engine.awaitEnd(Duration.ofMillis(200))).isFalse();
                assertStops(engine);
            }
        }
    }

    @Test
    void endsInTheMiddleOfAFetchWhichIsThenDueAgain() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    if (request.path().equals("/robots.txt")) {
                        notFound(out);
                    } else {
                        awaitForEver(never);
                    }
                })) {
            TestCrawl crawl = service(server);
            try (Frontier frontier = crawl.frontier(directory)) {
                CrawlEngine engine = crawl.engine(directory, frontier);
                engine.start();
                Await.until(() ->
                        engine.stats().running() == 1
                                && frontier.leases() == 1
                                && server.connections() > 0
                                && robotsWasAsked(server));
                assertStops(engine);
                assertThat(frontier.due()).isEqualTo(1);
            }
            never.countDown();
        }
    }

    @Test
    void endsAHundredWaitingWorkers() throws InterruptedException {
        try (HostileServer server = HostileServer.start((_, out) -> html(out, "page"))) {
            TestCrawl crawl = service(server);
            crawl.limits = TestCrawl.limits(Duration.ofSeconds(5), Duration.ofSeconds(5), 100);
            try (Frontier frontier = crawl.frontier(directory)) {
                CrawlEngine engine = crawl.engine(directory, frontier);
                engine.start();
                Await.until(() -> engine.stats().captured() == 1);
                assertStops(engine);
            }
        }
    }

    private static void assertStops(CrawlEngine engine) throws InterruptedException {
        long began = System.nanoTime();
        assertThat(engine.stop(Duration.ofSeconds(5))).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    }

    private static boolean robotsWasAsked(HostileServer server) {
        return !server.hits("/robots.txt").isEmpty();
    }

    private static void awaitForEver(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static TestCrawl service(HostileServer server) {
        TestCrawl crawl = new TestCrawl().port(server).site("board", server.url("/"));
        crawl.mode = RunMode.SERVICE;
        return crawl;
    }
}
