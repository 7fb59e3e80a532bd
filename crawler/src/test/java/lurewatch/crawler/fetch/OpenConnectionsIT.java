package lurewatch.crawler.fetch;

import static lurewatch.crawler.fetch.HostileServer.html;
import static lurewatch.crawler.fetch.HostileServer.notFound;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
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
}
