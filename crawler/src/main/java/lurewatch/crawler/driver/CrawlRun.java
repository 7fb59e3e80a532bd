package lurewatch.crawler.driver;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lurewatch.crawler.discovery.Discoveries;
import lurewatch.crawler.discovery.Discovery;
import lurewatch.crawler.discovery.Dismissed;
import lurewatch.crawler.discovery.Probation;
import lurewatch.crawler.frontier.Clocks;
import lurewatch.crawler.frontier.FrontierSettings.RunMode;
import lurewatch.crawler.service.ArchiveSink;
import lurewatch.crawler.service.CrawlService;
import lurewatch.crawler.service.PageReading;
import lurewatch.crawler.settings.Discover;
import lurewatch.crawler.settings.Settings;
import lurewatch.crawler.site.Site;
import lurewatch.crawler.site.Sites;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CapturedPage;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.pipeline.Pipeline;
import lurewatch.indexer.store.FactsReader;

/// One crawl from its beginning to its end: by itself, by a signal, or because nothing can be kept
/// any more.
final class CrawlRun {
    private final Session session;
    private final Settings settings;
    private final Sites sites;
    private final Consumer<Capture> acknowledged;

    /// @param acknowledged told of every capture once it is durable, by many threads at once
    CrawlRun(Session session, Settings settings, Sites sites, Consumer<Capture> acknowledged) {
        this.session = session;
        this.settings = settings;
        this.sites = sites;
        this.acknowledged = acknowledged;
    }

    /// Brings facts and index up to the archive, then crawls. Returns when everything is closed.
    void run(Path data, Path config, RunMode mode) throws IOException, InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        try (Street street = Street.open(data, config, settings, sites, session.clock())) {
            street.pipeline().catchUp();
            try (CrawlService service = start(street, data, config, mode)) {
                Thread hook = hook(service, closed);
                Runtime.getRuntime().addShutdownHook(hook);
                watch(service, street);
                forget(hook);
            }
            street.pipeline().flush();
        } finally {
            closed.countDown();
        }
    }

    private CrawlService start(Street street, Path data, Path config, RunMode mode) {
        ArchiveSink sink =
                ArchiveSink.judging(street.archive(), page -> kept(street, page), street::read);
        Clocks clocks = new Clocks(session.clock(), System::nanoTime);
        List<Site> all = new ArrayList<>(sites.all());
        all.addAll(onProbation(data, config));
        return CrawlService.start(data, settings, all, mode, sink, clocks);
    }

    /// What the ads found so far lead to, as far as the operator lets it be followed.
    private List<Site> onProbation(Path data, Path config) {
        Discover discovery = settings.discovery();
        if (discovery.sites() == 0) {
            return List.of();
        }
        try (FactsReader facts = FactsReader.open(data.resolve("facts.db"))) {
            List<Discovery> found =
                    Discoveries.of(facts, sites.all(), discovery, Dismissed.read(config));
            Set<String> taken = sites.all().stream().map(Site::name).collect(Collectors.toSet());
            List<Site> followed = Probation.sites(found, discovery, taken);
            if (!followed.isEmpty()) {
                session.tell(
                        "also visited, as discovery.sites allows: "
                                + followed.stream()
                                        .map(Site::name)
                                        .collect(Collectors.joining(", ")));
            }
            return followed;
        }
    }

    private PageReading kept(Street street, CapturedPage page) {
        acknowledged.accept(page.capture());
        Pipeline.Accepted accepted = street.pipeline().acceptAndJudge(page);
        return new PageReading(accepted.extraction(), accepted.relevance());
    }

    private void watch(CrawlService service, Street street) throws InterruptedException {
        ProgressLine line = new ProgressLine(session);
        while (!service.awaitEnd(Duration.ofSeconds(1))) {
            line.show(service.progress());
            failIf(service, street);
        }
        failIf(service, street);
        line.end(service.progress());
    }

    private static void failIf(CrawlService service, Street street) {
        service.failure()
                .or(street.pipeline()::failure)
                .ifPresent(failure -> {
                    throw new CommandFailure(
                            ExitCode.NOT_USABLE,
                            "stopped, as nothing can be kept any more: " + failure.getMessage());
                });
    }

    /// What the JVM starts for a signal: ends the fetches; the main thread then leaves its loop and
    /// closes the stores, for which this waits.
    private static Thread hook(CrawlService service, CountDownLatch closed) {
        return new Thread(
                () -> {
                    service.close();
                    try {
                        closed.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "stop");
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            return; // it is that hook which is running
        }
    }
}
