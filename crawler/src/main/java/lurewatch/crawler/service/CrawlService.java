package lurewatch.crawler.service;

import java.io.Closeable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import lurewatch.crawler.fetch.CaptureSink;
import lurewatch.crawler.fetch.CatchUp;
import lurewatch.crawler.fetch.CrawlEngine;
import lurewatch.crawler.fetch.Crawler4jEngine;
import lurewatch.crawler.frontier.Clocks;
import lurewatch.crawler.frontier.Frontier;
import lurewatch.crawler.frontier.FrontierSettings;
import lurewatch.crawler.frontier.FrontierSettings.RunMode;
import lurewatch.crawler.service.Progress.State;
import lurewatch.crawler.settings.Settings;
import lurewatch.crawler.site.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running crawl of a data directory.
///
/// The caller holds the directory's writer lock (the archive's), and closes the sink after this.
public final class CrawlService implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(CrawlService.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(4);

    private final Frontier frontier;
    private final CrawlEngine engine;
    private final DiskWatch disk;
    private final Clocks clocks;
    private final long began;
    private boolean closed;

    private CrawlService(Frontier frontier, CrawlEngine engine, DiskWatch disk, Clocks clocks) {
        this.frontier = frontier;
        this.engine = engine;
        this.disk = disk;
        this.clocks = clocks;
        this.began = clocks.nanos().getAsLong();
    }

    /// Opens `crawl.db` in the directory, learns what the archive has beyond it, plants the seeds
    /// of the enabled sites, and begins.
    ///
    /// @param worthALook the relevance from which on a person should look at a page, 0 to 1
    /// @throws IllegalArgumentException where the settings do not say who is crawling
    public static CrawlService start(
            Path directory,
            Settings settings,
            List<Site> sites,
            RunMode mode,
            double worthALook,
            CaptureSink sink,
            Clocks clocks) {
        if (!settings.identity().isComplete()) {
            throw new IllegalArgumentException(
                    "identity.user_agent and identity.contact must be set before anything is"
                            + " crawled");
        }
        List<Site> enabled = sites.stream().filter(Site::enabled).toList();
        Frontier frontier =
                Frontier.open(
                        directory.resolve("crawl.db"),
                        FrontierSettings.of(settings, enabled, mode, worthALook, sink::isErased),
                        clocks,
                        RandomGenerator.getDefault());
        CatchUp.run(frontier, sink, settings.limits(), enabled);
        frontier.plant(enabled);
        for (String strange : frontier.watch(enabled)) {
            LOG.warn("schedule.watch: {} is in no enabled site's scope", strange);
        }
        CrawlEngine engine =
                new Crawler4jEngine(directory, settings, enabled, frontier, sink, clocks.wall());
        DiskWatch disk =
                new DiskWatch(
                        () -> DiskWatch.usable(directory),
                        settings.storage().diskReserve(),
                        frontier);
        disk.start();
        engine.start();
        return new CrawlService(frontier, engine, disk, clocks);
    }

    /// Waits for the end of a run of mode `ONCE`, or for a failure.
    ///
    /// @return whether the crawl has ended
    public boolean awaitEnd(Duration longest) throws InterruptedException {
        return engine.awaitEnd(longest);
    }

    public Progress progress() {
        CrawlEngine.Stats stats = engine.stats();
        return new Progress(
                stats.answered(),
                stats.captured(),
                stats.failed(),
                stats.forbidden(),
                stats.running(),
                frontier.queued(),
                stats.bytes(),
                Duration.ofNanos(clocks.nanos().getAsLong() - began),
                state());
    }

    /// Why nothing can be kept any more, if so.
    public Optional<Throwable> failure() {
        return engine.failure();
    }

    /// Ends the crawl: running fetches are cut off and due again. Takes at most about five seconds;
    /// a second call does nothing.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        disk.close();
        try {
            engine.stop(STOP_WITHIN);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        frontier.close();
    }

    private State state() {
        if (failure().isPresent()) {
            return State.FAILED;
        }
        if (frontier.isFinished()) {
            return State.ENDED;
        }
        if (disk.isLow()) {
            return State.PAUSED_DISK;
        }
        return frontier.offlineSince().isPresent() ? State.OFFLINE : State.CRAWLING;
    }
}
