package lurewatch.crawler.frontier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import lurewatch.crawler.frontier.FetchReport.Ending;
import lurewatch.crawler.frontier.FrontierSettings.RunMode;
import lurewatch.crawler.settings.Limits;
import lurewatch.crawler.settings.Politeness;
import lurewatch.crawler.settings.Schedule;
import lurewatch.crawler.site.Scope;
import lurewatch.crawler.site.Site;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.SiteKind;

/// How many leases a second the frontier gives and takes back when nobody has to wait: 200 hosts of
/// 100 pages, no delay, 64 takers, 30 links on each page. A main of its own, not a test.
final class FrontierSpeed {
    private static final int HOSTS = 200;
    private static final int PAGES = 100;
    private static final int LINKS = 30;

    private FrontierSpeed() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("frontier-speed");
        List<String> seeds = new ArrayList<>();
        for (int i = 0; i < HOSTS; i++) {
            seeds.add("http://h" + i + ".example/0");
        }
        Site site =
                new Site(
                        "speed",
                        SiteKind.JOB_BOARD,
                        true,
                        seeds,
                        new Scope(List.of(), List.of(), List.of(), 100, 10_000_000),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        Duration none = Duration.ZERO;
        Politeness eager =
                new Politeness(
                        0,
                        none,
                        none,
                        none,
                        none,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        Duration.ofDays(1));
        Limits usual = Limits.DEFAULTS;
        Limits deep =
                new Limits(
                        usual.bodyWire(),
                        usual.bodyDecoded(),
                        usual.decodedRatio(),
                        usual.headers(),
                        usual.headerCount(),
                        usual.redirects(),
                        usual.connect(),
                        usual.firstByte(),
                        usual.total(),
                        usual.minimumRatePerSecond(),
                        usual.linksPerPage(),
                        usual.linksPerSitemap(),
                        usual.urlLength(),
                        usual.pagesPerHost(),
                        1000,
                        usual.fetches());
        FrontierSettings settings =
                new FrontierSettings(
                        eager, Schedule.DEFAULTS, deep, Map.of("speed", site), RunMode.ONCE, none);
        Clocks clocks = new Clocks(InstantSource.system(), System::nanoTime);
        long began = System.nanoTime();
        AtomicLong leases = new AtomicLong();
        try (Frontier frontier =
                Frontier.open(directory.resolve("crawl.db"), settings, clocks, new Random(1))) {
            frontier.plant(List.of(site));
            List<Thread> takers = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                takers.add(Thread.ofVirtual().start(() -> takeAll(frontier, leases)));
            }
            for (Thread taker : takers) {
                taker.join();
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "%d leases in %.2f s: %.0f per second, %d links each%n",
                leases.get(), seconds, leases.get() / seconds, LINKS);
    }

    private static void takeAll(Frontier frontier, AtomicLong leases) {
        try {
            for (Optional<Lease> lease = frontier.take();
                    lease.isPresent();
                    lease = frontier.take()) {
                frontier.done(lease.get(), report(lease.get(), leases.incrementAndGet()));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static FetchReport report(Lease lease, long sequence) {
        String url = lease.url();
        String root = url.substring(0, url.lastIndexOf('/') + 1);
        int page = Integer.parseInt(url.substring(root.length()));
        List<FoundLink> links = new ArrayList<>();
        for (int i = 1; i <= LINKS; i++) {
            links.add(
                    new FoundLink(
                            WebUrl.parse(root + (page + i) % PAGES).orElseThrow(),
                            FoundLink.Kind.ITEM));
        }
        return new FetchReport(
                Ending.CAPTURED,
                OptionalInt.of(200),
                "",
                50_000,
                Duration.ofMillis(1),
                OptionalLong.of(sequence),
                Validators.NONE,
                Optional.empty(),
                OptionalLong.empty(),
                links);
    }
}
