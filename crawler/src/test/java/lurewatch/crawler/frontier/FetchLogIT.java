package lurewatch.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import lurewatch.crawler.frontier.FetchReport.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// How long the fetch log becomes.
@Timeout(60)
final class FetchLogIT {
    @TempDir Path directory;

    @Test
    void theOldestRowsGo() throws InterruptedException {
        FakeCrawl crawl = new FakeCrawl(directory);
        crawl.logRows = 1_000;
        try (Frontier frontier = crawl.open()) {
            for (int request = 0; request < 1_800; request++) {
                frontier.postpone(
                        crawl.take(frontier),
                        "ROBOTS",
                        FetchReport.of(Ending.CAPTURED, "no " + request, Duration.ZERO));
            }
        }
        // Shortened with every 256th row.
        assertThat(crawl.count("SELECT count(*) FROM fetch_log")).isEqualTo(1_008);
        try (FrontierReader reader = FrontierReader.open(crawl.file)) {
            assertThat(reader.latest(1).getFirst().detail()).isEqualTo("no 1799");
        }
    }

    /// It goes in pieces, so that no start waits for it.
    @Test
    void aLogFromBeforeThereWasABoundShrinksBitByBit() {
        FakeCrawl crawl = new FakeCrawl(directory);
        crawl.open().close();
        crawl.change(
                """
                INSERT INTO fetch_log (at, site, url, ending, detail, bytes, took)
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6000)
                SELECT i, 'board', 'http://board.example/', 'CAPTURED', '', 0, 0 FROM n
                """);
        crawl.logRows = 1_000;
        crawl.open().close();
        assertThat(crawl.count("SELECT count(*) FROM fetch_log")).isEqualTo(3_999);
        crawl.open().close();
        crawl.open().close();
        assertThat(crawl.count("SELECT count(*) FROM fetch_log")).isEqualTo(1_000);
        assertThat(crawl.count("SELECT min(id) FROM fetch_log")).isEqualTo(5_001);
    }
}
