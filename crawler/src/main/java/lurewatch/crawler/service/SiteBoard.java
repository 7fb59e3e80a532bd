package lurewatch.crawler.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import lurewatch.crawler.frontier.FrontierException;
import lurewatch.crawler.frontier.FrontierReader;
import lurewatch.crawler.frontier.SiteStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How the sites do, read from `crawl.db` by a connection of its own when somebody asks, but so
/// seldom that reading takes a twentieth of the time at most, however large the database.
/// Thread-safe.
public final class SiteBoard {
    private static final Logger LOG = LoggerFactory.getLogger(SiteBoard.class);
    private static final Duration WINDOW = Duration.ofDays(1);
    private static final long LEAST_NANOS = Duration.ofSeconds(5).toNanos();
    private static final int SHARE = 20;

    private final Path database;
    private final InstantSource clock;
    private List<SiteStatus> last = List.of();
    private long goodUntil;
    private boolean read;

    public SiteBoard(Path data, InstantSource clock) {
        this.database = data.resolve("crawl.db");
        this.clock = clock;
    }

    /// As they were when they were last read.
    public synchronized List<SiteStatus> latest() {
        long began = System.nanoTime();
        if ((!read || began - goodUntil >= 0) && Files.isRegularFile(database)) {
            last = readAgain();
            long took = System.nanoTime() - began;
            goodUntil = began + Math.max(LEAST_NANOS, SHARE * took);
            read = true;
        }
        return last;
    }

    private List<SiteStatus> readAgain() {
        try (FrontierReader reader = FrontierReader.open(database)) {
            return reader.sites(clock.instant(), WINDOW);
        } catch (FrontierException e) {
            LOG.warn("cannot read how the sites do: {}", e.getMessage());
            return last;
        }
    }
}
