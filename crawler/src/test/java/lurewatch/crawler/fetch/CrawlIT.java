package lurewatch.crawler.fetch;

import static lurewatch.crawler.fetch.HostileServer.html;
import static lurewatch.crawler.fetch.HostileServer.notFound;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
}
