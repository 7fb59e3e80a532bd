package lurewatch.crawler.fetch;

import static lurewatch.crawler.fetch.HostileServer.html;
import static lurewatch.crawler.fetch.HostileServer.notFound;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every host leaves a connection open; of a million hosts most are not visited again for hours.
final class OpenConnectionsIT {
    private static final int HOSTS = 60;
    private static final int FETCHES = 2;

    @TempDir Path directory;

    @Test
    void noMoreStayOpenThanAFewForEachFetch() throws InterruptedException {
        Set<Socket> seen = ConcurrentHashMap.newKeySet();
        AtomicInteger most = new AtomicInteger();
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    seen.add(request.socket());
                    // Those that the crawler has closed are closed here a moment later.
                    seen.removeIf(Socket::isClosed);
                    most.accumulateAndGet(seen.size(), Math::max);
                    if (request.path().equals("/robots.txt")) {
                        notFound(out);
                    } else {
                        html(out, "page");
                    }
                })) {
            String[] seeds =
                    IntStream.rangeClosed(1, HOSTS)
                            .mapToObj(host -> "http://127.0.7." + host + ":" + server.port() + "/")
                            .toArray(String[]::new);
            TestCrawl crawl = new TestCrawl().port(server).site("board", seeds);
            crawl.limits = TestCrawl.limits(Duration.ofSeconds(5), Duration.ofSeconds(5), FETCHES);
            assertThat(crawl.run(directory).kept()).hasSize(HOSTS);
        }
        assertThat(most.get()).isLessThan(HOSTS / 2);
    }

    /// Its log would show requests in pairs.
    @Test
    void aServerThatGivesConnectionsUpIsAskedTwiceInARowOnlyOnce() throws InterruptedException {
        Set<Socket> served = ConcurrentHashMap.newKeySet();
        Duration gap = Duration.ofMillis(100);
        try (HostileServer server =
                HostileServer.start((request, out) -> {
                    if (!served.add(request.socket())) {
                        throw new IOException("not on this connection again");
                    }
                    switch (request.path()) {
                        case "/robots.txt" -> notFound(out);
                        case "/" ->
                                html(
                                        out,
                                        IntStream.range(0, 8)
                                                .mapToObj(
                                                        i -> "<a class=item href=/" + i + ">ad</a>")
                                                .collect(Collectors.joining()));
                        default -> html(out, "page");
                    }
                })) {
            TestCrawl crawl = new TestCrawl().port(server).site("board", server.url("/"));
            crawl.minimum = gap;
            assertThat(crawl.run(directory).kept()).hasSize(9);
            List<HostileServer.Hit> hits = server.hits();
            assertThat(hits).hasSizeLessThanOrEqualTo(11);
            long pairs =
                    IntStream.range(1, hits.size())
                            .filter(i ->
                                    hits.get(i).began() - hits.get(i - 1).ended() < gap.toNanos())
                            .count();
            assertThat(pairs).isLessThanOrEqualTo(1);
        }
    }
}
