package lurewatch.crawler.fetch;

import static lurewatch.crawler.fetch.HostileServer.html;
import static lurewatch.crawler.fetch.HostileServer.notFound;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import lurewatch.crawler.RehearsedProgram;
import lurewatch.crawler.fetch.HostileServer.Hit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A crawler that is killed, in a process of its own, at moments that nobody chose.
final class KillIT {
    private static final int HOSTS = 12;
    private static final int PAGES = 6;
    private static final Duration GAP = Duration.ofMillis(300);
    private static final int KILLS = 5;

    /// The same moments in every build, as far as a machine allows; `LUREWATCH_SEED` makes others.
    private static final long SEED =
            Long.parseLong(Optional.ofNullable(System.getenv("LUREWATCH_SEED")).orElse("1"));

    @TempDir Path directory;

    @Test
    void nothingIsLostAndNoHostIsAskedTooSoon() throws Exception {
        long seed = SEED;
        RandomGenerator random = new java.util.Random(seed);
        try (HostileServer server = HostileServer.start(KillIT::answer)) {
            for (int i = 0; i < KILLS; i++) {
                Process child = child(server);
                int before = server.hits().size();
                Await.until(() -> server.hits().size() > before || !child.isAlive());
                LockSupport.parkNanos(Duration.ofMillis(random.nextInt(700)).toNanos());
                child.destroyForcibly().waitFor();
            }
            Process last = child(server);
            assertThat(last.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(last.exitValue()).isZero();

            assertThat(tooSoon(server)).as("seed " + seed).isEmpty();
            assertThat(kept()).as("seed " + seed).hasSize(HOSTS * (PAGES + 1));
            assertThat(server.pageHits().stream().map(KillIT::url).collect(Collectors.toSet()))
                    .hasSize(HOSTS * (PAGES + 1));
            // Each kill may repeat what was under way, at most one page per host.
            assertThat(keptTwice()).as("seed " + seed).isZero();
        }
    }

    private static void answer(HostileServer.Request request, java.io.OutputStream out)
            throws IOException {
        switch (request.path()) {
            case "/robots.txt" -> notFound(out);
            case "/" -> {
                StringBuilder page = new StringBuilder();
                for (int i = 0; i < PAGES; i++) {
                    page.append("<a class=item href=/").append(i).append(">ad</a>");
                }
                html(out, page.toString());
            }
            default -> html(out, "an ad");
        }
    }

    private static String url(Hit hit) {
        return hit.request().host() + hit.path();
    }

    private Process child(HostileServer server) throws IOException {
        return new ProcessBuilder(
                        RehearsedProgram.command(
                                List.of(),
                                KilledCrawl.class,
                                List.of(directory.toString(), String.valueOf(server.port()))))
                .redirectErrorStream(true)
                .redirectOutput(new File(directory.toFile(), "child.log"))
                .start();
    }

    private Set<String> kept() throws IOException {
        return new HashSet<>(lines());
    }

    private long keptTwice() throws IOException {
        return (long) lines().size() - kept().size();
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(directory.resolve("ledger")).stream()
                .map(line -> line.split(" ", -1)[1])
                .toList();
    }

    /// From arrival to arrival: when a server's thread comes to note an answer's end is up to the
    /// machine, and the next request may be on its way by then.
    private static List<String> tooSoon(HostileServer server) {
        Map<String, List<Hit>> byHost =
                server.hits().stream().collect(Collectors.groupingBy(hit -> hit.request().host()));
        return byHost.values().stream()
                .flatMap(hits -> {
                    List<Hit> sorted =
                            hits.stream().sorted(Comparator.comparingLong(Hit::began)).toList();
                    return java.util.stream.IntStream.range(1, sorted.size())
                            .filter(i ->
                                    sorted.get(i).began() - sorted.get(i - 1).began()
                                            < GAP.toNanos())
                            .mapToObj(i -> url(sorted.get(i)));
                })
                .toList();
    }

    static TestCrawl crawl(int port) {
        TestCrawl crawl = new TestCrawl();
        crawl.ports.add(port);
        crawl.minimum = GAP;
        String[] seeds = new String[HOSTS];
        for (int i = 0; i < HOSTS; i++) {
            crawl.hosts.put("k" + i + ".example", "127.8.0." + (1 + i));
            seeds[i] = "http://k" + i + ".example:" + port + "/";
        }
        return crawl.site("killed", seeds);
    }
}
