package lurewatch.crawler.driver;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.function.BiConsumer;
import lurewatch.crawler.fetch.Crawler4jEngine;
import lurewatch.crawler.fetch.CrawlEngine;
import lurewatch.crawler.fetch.FetchedExchange;
import lurewatch.crawler.frontier.Clocks;
import lurewatch.crawler.frontier.Frontier;
import lurewatch.crawler.frontier.FrontierSettings;
import lurewatch.crawler.frontier.FrontierSettings.RunMode;
import lurewatch.crawler.settings.Settings;
import lurewatch.crawler.site.Sites;
import lurewatch.indexer.Capture;
import lurewatch.indexer.console.Session;

final class CrawlRun implements Closeable {
    private final Street street;
    private final Frontier frontier;
    private final CrawlEngine engine;

    private Runnable whenClosed = () -> {};

    private CrawlRun(Street street, Frontier frontier, CrawlEngine engine) {
        this.street = street;
        this.frontier = frontier;
        this.engine = engine;
    }

    static CrawlRun open(
            Path data,
            Path config,
            Settings settings,
            Sites sites,
            RunMode mode,
            Session session,
            BiConsumer<FetchedExchange, Capture> acknowledged)
            throws IOException, InterruptedException {
        Street street = Street.open(data, config, settings, sites, session.clock());
        street.pipeline().catchUp();
        Frontier frontier =
                Frontier.open(
                        data.resolve("crawl.db"),
                        FrontierSettings.of(settings, sites.enabled(), mode),
                        new Clocks(session.clock(), System::nanoTime),
                        RandomGenerator.getDefault());
        frontier.plant(sites.enabled());
        Path scratch = Files.createDirectories(data.resolve("engine"));
        CrawlEngine engine =
                new Crawler4jEngine(
                        scratch,
                        settings,
                        sites.enabled(),
                        frontier,
                        new ArchiveSink(street, acknowledged),
                        session.clock());
        return new CrawlRun(street, frontier, engine);
    }

    void whenClosed(Runnable action) {
        whenClosed = action;
    }

    void start() {
        engine.start();
    }

    boolean awaitEnd(Duration longest) throws InterruptedException {
        return engine.awaitEnd(longest);
    }

    CrawlEngine.Stats stats() {
        return engine.stats();
    }

    Optional<Throwable> failure() {
        return engine.failure().or(street.pipeline()::failure);
    }

    void stop() throws InterruptedException {
        engine.stop(Duration.ofSeconds(3));
    }

    @Override
    public void close() throws IOException {
        try {
            frontier.close();
            street.close();
        } finally {
            whenClosed.run();
        }
    }
}
