package lurewatch.crawler.fetch;

import static lurewatch.crawler.fetch.HostileServer.html;
import static lurewatch.crawler.fetch.HostileServer.notFound;
import static lurewatch.crawler.fetch.HostileServer.raw;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lurewatch.crawler.fetch.HostileServer.Hit;
import lurewatch.crawler.fetch.HostileServer.Request;
import lurewatch.crawler.frontier.Frontier;
import lurewatch.crawler.frontier.FrontierSettings.RunMode;
import lurewatch.crawler.settings.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Hosts that take their time, many more than is good, and an honest one among them.
final class HangingHostsIT {
    private static final int HANGERS = 200;
    private static final String HONEST = "127.20.200.1";
    private static final int PAGES = 50;
    private static final Duration GAP = Duration.ofMillis(300);
    private static final Duration FIRST_BYTE = Duration.ofSeconds(6);
    private static final Duration TOTAL = Duration.ofSeconds(12);

    @TempDir Path directory;

    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch pages = new CountDownLatch(PAGES);

    /// The gap, on average a tenth more, is what the host's visits cost in any case, and four
    /// fifths of that pace must be left. The gap is long enough for a busy machine to add little to
    /// it.
    @Test
    void anHonestHostKeepsItsPace() throws Exception {
        try (HostileServer server = HostileServer.start(this::answer);
                Frontier frontier = crawl(server).frontier(directory)) {
            CrawlEngine engine = crawl(server).engine(directory, frontier);
            long start = System.nanoTime();
            engine.start();
            boolean complete = pages.await(2, TimeUnit.MINUTES);
            over.countDown();
            engine.stop(Duration.ofSeconds(10));
            List<Hit> honest =
                    server.hits().stream()
                            .filter(hit -> hit.request().at().getHostAddress().equals(HONEST))
                            .toList();
            assertThat(complete).as("%d hits", honest.size()).isTrue();
            Duration whole = Duration.ofNanos(honest.getLast().ended() - start);
            assertThat(whole)
                    .isLessThan(GAP.multipliedBy(honest.size()).multipliedBy(11).dividedBy(8));
        }
    }

    private static TestCrawl crawl(HostileServer server) {
        TestCrawl crawl = new TestCrawl().port(server);
        crawl.mode = RunMode.SERVICE;
        crawl.minimum = GAP;
        crawl.blockFirst = Duration.ofSeconds(1); // so that they come again and again
        crawl.limits = TestCrawl.limits(FIRST_BYTE, TOTAL, Limits.DEFAULTS.fetches());
        for (int i = 0; i < HANGERS; i++) {
            crawl.site("hanger-" + i, "http://127.20.100." + (i + 1) + ":" + server.port() + "/");
        }
        return crawl.site("honest", "http://" + HONEST + ":" + server.port() + "/");
    }

    private void answer(Request request, OutputStream out) throws IOException {
        if (request.at().getHostAddress().equals(HONEST)) {
            honest(request, out);
            return;
        }
        boolean isRobots = request.path().equals("/robots.txt");
        switch (request.at().getAddress()[3] % 4) {
            case 0 -> hang(Duration.ofMinutes(5)); // on first contact
            case 1 -> {
                if (!isRobots) {
                    hang(Duration.ofMinutes(5));
                }
                notFound(out);
            }
            default -> {
                if (isRobots || request.path().equals("/")) {
                    html(out, "<a href=/1>1</a><a href=/2>2</a><a href=/3>3</a>");
                } else {
                    drip(out);
                }
            }
        }
    }

    private void honest(Request request, OutputStream out) throws IOException {
        switch (request.path()) {
            case "/robots.txt" -> notFound(out);
            case "/" -> {
                StringBuilder list = new StringBuilder("<title>Jobs</title>");
                for (int i = 0; i < PAGES; i++) {
                    list.append("<a class=item href=/ad/").append(i).append(">ad</a>");
                }
                html(out, list.toString());
            }
            default -> {
                html(out, "an ad");
                pages.countDown();
            }
        }
    }

    private void drip(OutputStream out) throws IOException {
        raw(out, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n");
        while (true) {
            raw(out, "<p>a piece of it");
            hang(Duration.ofMillis(300));
        }
    }

    private void hang(Duration time) throws IOException {
        try {
            if (over.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("over");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
