package lurewatch.crawler.fetch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import lurewatch.crawler.frontier.Clocks;
import lurewatch.crawler.frontier.Frontier;
import lurewatch.crawler.frontier.FrontierSettings;
import lurewatch.crawler.frontier.FrontierSettings.RunMode;
import lurewatch.crawler.settings.Identity;
import lurewatch.crawler.settings.Limits;
import lurewatch.crawler.settings.Net;
import lurewatch.crawler.settings.Politeness;
import lurewatch.crawler.settings.Schedule;
import lurewatch.crawler.settings.SecondLooks;
import lurewatch.crawler.settings.Settings;
import lurewatch.crawler.settings.Storage;
import lurewatch.crawler.site.Scope;
import lurewatch.crawler.site.Site;
import lurewatch.indexer.SiteKind;
import lurewatch.indexer.settings.ByteSize;

/// A crawl of loopback servers, with settings that are quick unless a test says otherwise.
final class TestCrawl {
    static final Duration LONGEST = Duration.ofSeconds(30);

    /// How far a crawl may be from finished when it is judged; a failing test should say so soon.
    final MemorySink sink = new MemorySink();

    final List<Site> sites = new ArrayList<>();
    final Map<String, String> hosts = new HashMap<>();
    final List<Integer> ports = new ArrayList<>();
    final List<String> allowed = new ArrayList<>(List.of("127.0.0.0/8"));
    Duration minimum = Duration.ofMillis(1);
    Duration ipMinimum = Duration.ZERO;
    double factor = 0;
    Duration blockFirst = Duration.ofSeconds(60);
    Limits limits = limits(Duration.ofSeconds(5), Duration.ofSeconds(5), 16);
    Schedule schedule = Schedule.DEFAULTS;
    Duration horizon = Duration.ZERO;
    RunMode mode = RunMode.ONCE;
    SecondLooks secondLooks = SecondLooks.DEFAULTS;
    InstantSource clock = InstantSource.system();

    static Limits limits(Duration firstByte, Duration total, int fetches) {
        return limits("64KB", firstByte, total, fetches);
    }

    static Limits limits(String body, Duration firstByte, Duration total, int fetches) {
        return limits(body, firstByte, total, fetches, Limits.DEFAULTS.cookies());
    }

    static Limits limits(
            String body, Duration firstByte, Duration total, int fetches, int cookies) {
        Limits usual = Limits.DEFAULTS;
        return new Limits(
                ByteSize.parse(body),
                usual.bodyDecoded(),
                usual.decodedRatio(),
                usual.headers(),
                usual.headerCount(),
                usual.redirects(),
                cookies,
                Duration.ofSeconds(2),
                firstByte,
                total,
                ByteSize.parse("1"),
                usual.linksPerPage(),
                usual.linksPerSitemap(),
                usual.urlLength(),
                usual.pagesPerHost(),
                usual.bytesPerHostDaily(),
                usual.depth(),
                fetches);
    }

    TestCrawl site(String name, String... seeds) {
        sites.add(site(name, Scope.DEFAULTS, seeds));
        return this;
    }

    static Site site(String name, Scope scope, String... seeds) {
        return new Site(
                name,
                SiteKind.JOB_BOARD,
                true,
                List.of(seeds),
                scope,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    TestCrawl port(HostileServer server) {
        ports.add(server.port());
        return this;
    }

    Settings settings() {
        Politeness usual = Politeness.DEFAULTS;
        Politeness politeness =
                new Politeness(
                        factor,
                        minimum,
                        Duration.ofSeconds(30),
                        ipMinimum,
                        usual.crawlDelayCap(),
                        blockFirst,
                        usual.blockCap(),
                        usual.forgive(),
                        usual.robotsMaxAge());
        return new Settings(
                new Identity(Optional.of("ExampleLabBot"), Optional.of("https://example.org/bot")),
                new Net(allowed, ports, hosts),
                limits,
                politeness,
                schedule,
                Settings.DEFAULTS.discovery(),
                Storage.DEFAULTS,
                Settings.DEFAULTS.alerts(),
                Settings.DEFAULTS.service(),
                Settings.DEFAULTS.render(),
                secondLooks);
    }

    Frontier frontier(Path directory) {
        FrontierSettings usual = FrontierSettings.of(settings(), sites, mode, 0.35);
        FrontierSettings quick =
                new FrontierSettings(
                        usual.politeness(),
                        usual.schedule(),
                        usual.limits(),
                        usual.sites(),
                        mode,
                        0.35,
                        horizon);
        Frontier frontier =
                Frontier.open(
                        directory.resolve("crawl.db"),
                        quick,
                        new Clocks(clock, System::nanoTime),
                        RandomGenerator.getDefault());
        frontier.plant(sites);
        return frontier;
    }

    Crawler4jEngine engine(Path directory, Frontier frontier) {
        return new Crawler4jEngine(directory, settings(), sites, frontier, sink, clock);
    }

    /// Crawls until nothing is due.
    MemorySink run(Path directory) throws InterruptedException {
        try (Frontier frontier = frontier(directory)) {
            CrawlEngine engine = engine(directory, frontier);
            engine.start();
            boolean ended = engine.awaitEnd(LONGEST);
            engine.stop(Duration.ofSeconds(5));
            if (!ended) {
                throw new AssertionError("the crawl did not end within " + LONGEST);
            }
            engine.failure()
                    .ifPresent(e -> {
                        throw new AssertionError(e);
                    });
            return sink;
        }
    }
}
