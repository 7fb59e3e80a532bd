package lurewatch.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import lurewatch.crawler.browser.Resources.Answer;
import lurewatch.crawler.browser.Resources.Wanted;
import lurewatch.crawler.frontier.Frontier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a page makes the browser ask for.
final class PageResourcesIT {
    @TempDir Path directory;

    /// A page's scripts may name another server a thousand times, under any of its names.
    @Test
    void nobodyElseIsAskedMoreThanOnceASecondOnAverage() {
        TestCrawl crawl = new TestCrawl();
        try (HostileServer server =
                        HostileServer.start((_, out) -> HostileServer.html(out, "let a = 1;"));
                Frontier frontier = crawl.port(server).frontier(directory);
                HttpDoor door =
                        new HttpDoor(
                                crawl.limits,
                                Agents.of(crawl.settings().identity(), List.of()),
                                crawl.clock)) {
            for (int i = 0; i < 100; i++) {
                crawl.hosts.put("www" + i + ".example.com", "127.0.0.2");
            }
            crawl.hosts.put("page.example.org", "127.0.0.1");
            PageResources.Web web =
                    new PageResources.Web(
                            door,
                            new AddressGuard(crawl.settings().net(), _ -> List.of()),
                            new Robots(
                                    frontier,
                                    new LinkFilter(crawl.limits, List.of()),
                                    crawl.settings().identity(),
                                    crawl.clock,
                                    Duration.ofHours(1)));
            PageResources.Shelf shelf = new PageResources.Shelf();
            for (int i = 0; i < 100; i++) {
                PageResources page = page(web, shelf, server, i % 2);
                String path = ":" + server.port() + "/" + i + ".js";
                page.get(new Wanted("GET", "http://www" + i + ".example.com" + path, "Script"));
                Answer own =
                        page.get(new Wanted("GET", "http://page.example.org" + path, "Script"));
                assertThat(own).isInstanceOf(Answer.Found.class);
            }
            assertThat(server.hits())
                    .filteredOn(hit -> hit.request().host().contains("example.com"))
                    .hasSize(60);
        }
    }

    private static PageResources page(
            PageResources.Web web, PageResources.Shelf shelf, HostileServer server, int number) {
        String url = "http://page.example.org:" + server.port() + "/" + number;
        return new PageResources(web, shelf, "board", url, 1_000_000, 1_000_000);
    }
}
