package lurewatch.crawler;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import lurewatch.indexer.archive.ArchiveVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` at random moments of a real crawl in a process of its own, again and again on one data
/// directory. The oracle is outside: what the crawler printed as acknowledged, and what the server
/// saw.
///
/// `-Dlurewatch.kills=200` runs more rounds, `-Dlurewatch.minutes=N` no more than fit into that
/// (then not all of the web is crawled in the end), `-Dlurewatch.seed=N` kills at others than the
/// build's moments.
final class KillNineIT {
    private static final int KILLS = Integer.getInteger("lurewatch.kills", 50);
    private static final long MINUTES = Long.getLong("lurewatch.minutes", 150);
    private static final long SEED = Long.getLong("lurewatch.seed", 1);
    private static final Duration DELAY = Duration.ofMillis(300);

    /// A guard against a crawl that hangs; on a busy machine a start alone may take minutes.
    private static final Duration LONGEST_START = Duration.ofMinutes(20);

    private static final int BOARDS = 12;

    /// More than the rounds can fetch by what politeness allows, so that a crawl is always killed
    /// in the middle of its work.
    private static final int ADS_PER_BOARD = 10 + KILLS * 3;

    private static final ObjectMapper JSON = new ObjectMapper();

    /// What was printed as acknowledged: URL to digest.
    private final Map<String, String> acknowledged = new HashMap<>();

    @TempDir Path folder;

    @Test
    @Timeout(value = 3, unit = TimeUnit.HOURS) // a thousand kills take 40 minutes
    void losesAndDoublesNothingAcknowledged() throws Exception {
        Random random = new Random(SEED);
        try (PacedWeb web = new PacedWeb(BOARDS, ADS_PER_BOARD)) {
            writeConfig(web);
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
            int rounds = 0;
            while (rounds < KILLS && System.nanoTime() < end && crawlAndKill(random)) {
                rounds++;
                if (rounds % 100 == 0) {
                    IO.println(
                            "%d kills, %d captures acknowledged"
                                    .formatted(rounds, acknowledged.size()));
                }
            }
            int before = acknowledged.size();
            Duration shortestGap = web.shortestGap();
            boolean isOutOfTime = rounds < KILLS && System.nanoTime() >= end;
            if (isOutOfTime) {
                crawlAndStop();
            } else {
                // Nothing is killed any more, and what politeness was has been seen.
                hurry();
                crawlToTheEnd();
            }
            IO.println(
                    "%d kills, seed %d: %d captures acknowledged before, %d in the end"
                            .formatted(rounds, SEED, before, acknowledged.size()));

            // A page's politeness sets how long the crawl lasts, and so how many kills fit.
            assertThat(rounds).as("kills that fitted").isGreaterThanOrEqualTo(Math.min(KILLS, 10));
            assertThat(shortestGap).as("politeness, seed " + SEED).isGreaterThan(DELAY);
            Map<String, List<JsonNode>> ledger = ledgerByUrl();
            if (!isOutOfTime) {
                assertThat(ledger.keySet()).as("seed " + SEED).containsAll(web.pages());
            }
            ledger.forEach((url, entries) ->
                    assertThat(entries).as("captures of %s, seed %d", url, SEED).hasSize(1));
            acknowledged.forEach((url, digest) ->
                    assertThat(
                                    ledger.getOrDefault(url, List.of())
                                            .getFirst()
                                            .path("payload")
                                            .asText())
                            .as("acknowledged %s, seed %d", url, SEED)
                            .isEqualTo(digest));
            assertThat(ArchiveVerifier.verify(folder.resolve("data/archive")).problems()).isEmpty();
        }
    }

    private void writeConfig(PacedWeb web) throws IOException {
        web.writeConfig(folder.resolve("config"), DELAY);
        // A page that became due again while the kills went on would be no double.
        Files.writeString(settings(), "schedule: {hub: 30d, detail_fuse: [30d]}\n", APPEND);
    }

    private void hurry() throws IOException {
        String said = Files.readString(settings());
        String sooner = said.replace(DELAY.toMillis() + "ms", DELAY.toMillis() / 30 + "ms");
        assertThat(sooner).isNotEqualTo(said);
        Files.writeString(settings(), sooner);
    }

    private Path settings() {
        return folder.resolve("config/lurewatch.yaml");
    }

    /// One in four dies while it starts; the others some time after their first capture, however
    /// long a busy machine takes to get there.
    ///
    /// @return whether there is more to crawl
    private boolean crawlAndKill(Random random) throws Exception {
        Process crawler = start();
        boolean starting = random.nextInt(4) == 0;
        if (!starting) {
            awaitFirstCapture(crawler);
        }
        Duration life = Duration.ofMillis(random.nextInt(starting ? 2000 : 1200));
        boolean ended = crawler.waitFor(life.toMillis(), TimeUnit.MILLISECONDS);
        crawler.destroyForcibly().waitFor();
        readAcknowledged();
        if (ended) {
            assertThat(crawler.exitValue())
                    .as(Files.readString(folder.resolve("err.txt")))
                    .isZero();
        }
        return !ended;
    }

    private void awaitFirstCapture(Process crawler) throws Exception {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (Files.size(folder.resolve("out.jsonl")) == 0
                && !crawler.waitFor(20, TimeUnit.MILLISECONDS)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "nothing was captured: " + Files.readString(folder.resolve("err.txt")));
            }
        }
    }

    private void crawlToTheEnd() throws Exception {
        Process crawler = start();
        assertThat(crawler.waitFor()).as(Files.readString(folder.resolve("err.txt"))).isZero();
        readAcknowledged();
    }

    /// Where there is no time for all of the web: goes on for a while, and ends by a signal.
    private void crawlAndStop() throws Exception {
        Process crawler = start();
        awaitFirstCapture(crawler);
        crawler.waitFor(10, TimeUnit.SECONDS);
        crawler.destroy();
        crawler.waitFor();
        readAcknowledged();
    }

    private Process start() throws IOException {
        List<String> crawl =
                List.of(
                        "crawl",
                        "--once",
                        "--format=jsonl",
                        "--data=" + folder.resolve("data"),
                        "--config=" + folder.resolve("config"));
        return new ProcessBuilder(RehearsedProgram.command(List.of(), Main.class, crawl))
                .redirectOutput(folder.resolve("out.jsonl").toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
    }

    /// One object per line; the last line may be torn by the kill.
    private void readAcknowledged() throws IOException {
        for (String line : Files.readAllLines(folder.resolve("out.jsonl"))) {
            if (line.endsWith("}")) {
                JsonNode fetch = JSON.readTree(line);
                acknowledged.put(
                        fetch.path("url").asText(),
                        fetch.path("payload_digest").asText().replace("sha256:", ""));
            }
        }
    }

    private Map<String, List<JsonNode>> ledgerByUrl() throws IOException {
        Map<String, List<JsonNode>> byUrl = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("data/archive/ledger.jsonl"))) {
            JsonNode entry = JSON.readTree(line);
            String url = entry.path("url").asText();
            if (!url.isEmpty() && !url.endsWith("/robots.txt")) {
                byUrl.computeIfAbsent(url, u -> new ArrayList<>()).add(entry);
            }
        }
        return byUrl;
    }
}
