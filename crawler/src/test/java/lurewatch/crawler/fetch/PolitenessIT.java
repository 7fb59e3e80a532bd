package lurewatch.crawler.fetch;

import static lurewatch.crawler.fetch.LoopbackServer.html;
import static lurewatch.crawler.fetch.LoopbackServer.notFound;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lurewatch.crawler.fetch.LoopbackServer.Hit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Politeness as the servers see it: their own log is the judge.
final class PolitenessIT {
    private static final int HOSTS = 2_000;
    private static final int ADDRESSES = 1_600;
    private static final Duration GAP = Duration.ofMillis(400);
    private static final Duration IP_GAP = Duration.ofMillis(150);

    @TempDir Path directory;

    @Test
    void noHostAndNoAddressIsAskedTooSoonOrTwiceAtOnce() throws InterruptedException {
        try (LoopbackServer server =
                LoopbackServer.start((request, out) -> {
                    switch (request.path()) {
                        case "/" -> html(out, "<a class=item href=/1>1</a><a href=/2>2</a>");
                        case "/1", "/2" -> html(out, "an ad");
                        default -> notFound(out);
                    }
                })) {
            TestCrawl crawl = crawl(server);
            MemorySink sink = crawl.run(directory);

            assertThat(sink.kept()).hasSize(HOSTS * 3);
            assertThat(tooSoon(server, hit -> hit.request().host(), GAP)).isEmpty();
            assertThat(tooSoon(server, hit -> hit.request().at().getHostAddress(), IP_GAP))
                    .isEmpty();
        }
    }

    private static TestCrawl crawl(LoopbackServer server) {
        TestCrawl crawl = new TestCrawl().port(server);
        crawl.minimum = GAP;
        crawl.ipMinimum = IP_GAP;
        crawl.limits = TestCrawl.limits(Duration.ofSeconds(10), Duration.ofSeconds(20), 64);
        List<String> seeds = new ArrayList<>();
        for (int i = 0; i < HOSTS; i++) {
            int address = i % ADDRESSES;
            String name = "h" + i + ".example";
            crawl.hosts.put(name, "127.7." + address / 250 + "." + (1 + address % 250));
            seeds.add("http://" + name + ":" + server.port() + "/");
        }
        return crawl.site("many", seeds.toArray(new String[0]));
    }

    /// Requests that began before the one before them, to the same key, had ended and rested.
    private static List<String> tooSoon(
            LoopbackServer server, Function<Hit, String> key, Duration gap) {
        Map<String, List<Hit>> byKey = server.hits().stream().collect(Collectors.groupingBy(key));
        List<String> found = new ArrayList<>();
        byKey.forEach((name, hits) -> {
            List<Hit> sorted = hits.stream().sorted(Comparator.comparingLong(Hit::began)).toList();
            for (int i = 1; i < sorted.size(); i++) {
                long rest = sorted.get(i).began() - sorted.get(i - 1).ended();
                if (rest < gap.toNanos()) {
                    found.add(name + ": " + rest / 1_000_000 + " ms");
                }
            }
        });
        return found;
    }
}
