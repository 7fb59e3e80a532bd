package lurewatch.crawler.fetch;

import static lurewatch.crawler.fetch.HostileServer.html;
import static lurewatch.crawler.fetch.HostileServer.notFound;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import lurewatch.crawler.frontier.Frontier;
import lurewatch.indexer.archive.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole crawl of a small site.
final class CrawlIT {
    @TempDir Path directory;

    @Test
    void followsListingsToPostings() throws InterruptedException {
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    switch (request.path()) {
                        case "/" -> html(out, "<a class=item href=/1>one</a><a rel=next href=/p2>");
                        case "/p2" -> html(out, "<a class=item href=/2>two</a>");
                        case "/1", "/2" -> html(out, "<h1>Customer service</h1>");
                        default -> notFound(out);
                    }
                })) {
            MemorySink sink =
                    new TestCrawl().port(server).site("board", server.url("/")).run(directory);
            assertThat(sink.kept().stream().map(FetchedExchange::url))
                    .containsExactlyInAnyOrder(
                            server.url("/"), server.url("/p2"), server.url("/1"), server.url("/2"));
            assertThat(server.pageHits()).hasSize(4);
            assertThat(server.hits("/robots.txt")).hasSize(1);
        }
    }

    /// An error that nobody expects ends the worker; its host must not stay taken out for ever.
    @Test
    void aDeadWorkerIsReplacedAndItsUrlIsDueAgain() throws InterruptedException {
        try (HostileServer server = HostileServer.start((_, out) -> html(out, "page"))) {
            TestCrawl crawl = new TestCrawl().port(server);
            crawl.site("board", server.url("/fatal"), server.url("/fine"));
            crawl.limits = TestCrawl.limits(Duration.ofSeconds(5), Duration.ofSeconds(5), 1);
            CaptureSink mortal =
                    new CaptureSink() {
                        @Override
                        public Kept keep(Exchange exchange) {
                            if (exchange.url().endsWith("/fatal")) {
                                throw new LinkageError("a class is missing");
                            }
                            return crawl.sink.keep(exchange);
                        }

                        @Override
                        public void forEachAfter(long sequence, Consumer<Remembered> action) {
                            crawl.sink.forEachAfter(sequence, action);
                        }
                    };
            try (Frontier frontier = crawl.frontier(directory)) {
                CrawlEngine engine =
                        new Crawler4jEngine(
                                directory,
                                crawl.settings(),
                                crawl.sites,
                                frontier,
                                mortal,
                                crawl.clock);
                engine.start();
                assertThat(engine.awaitEnd(TestCrawl.LONGEST)).isTrue();
                engine.stop(Duration.ofSeconds(2));
                assertThat(engine.stats().failed()).isEqualTo(1);
            }
            assertThat(crawl.sink.of("/fine").status()).isEqualTo(200);
        }
    }
}
