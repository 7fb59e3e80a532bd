package lurewatch.crawler.frontier;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lurewatch.crawler.frontier.FrontierSettings.RunMode;
import lurewatch.crawler.frontier.UrlTable.NewUrl;
import lurewatch.crawler.revisit.PageClass;
import lurewatch.crawler.settings.Limits;
import lurewatch.crawler.settings.Politeness;
import lurewatch.crawler.settings.Schedule;
import lurewatch.crawler.site.Scope;
import lurewatch.crawler.site.Site;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.SiteKind;
import lurewatch.indexer.store.Sql;

/// A `crawl.db` as months of crawling leave it behind, made up: hosts of very different size, of
/// whose pages 2 % are listings, 70 % wait for a far day, 8 % are due again and 20 % were never
/// seen. The last run was killed, so that nothing is known of what is due.
final class BenchmarkFrontier {
    private static final long HOUR = 3_600_000;

    /// Host sizes fall as 1/(rank + this): the largest of 5,000 hosts has about 1 % of the pages.
    private static final int FLATTER = 20;

    private static final int HOSTS_PER_SITE = 5;

    /// Links that all pages of a host have.
    private static final int MENU = 12;

    private final int hosts;
    private final double[] shareUpTo;
    private final int[] pages;

    BenchmarkFrontier(int hosts) {
        this.hosts = hosts;
        this.pages = new int[hosts];
        this.shareUpTo = new double[hosts];
        double sum = 0;
        for (int host = 0; host < hosts; host++) {
            sum += 1.0 / (host + FLATTER);
            shareUpTo[host] = sum;
        }
        for (int host = 0; host < hosts; host++) {
            shareUpTo[host] /= sum;
        }
    }

    void write(Path file, int urls, Random random) throws SQLException {
        try (Sql sql = CrawlDatabase.openToWrite(file)) {
            sql.execute("PRAGMA synchronous = OFF"); // it is made up: a crash costs nothing
            sql.execute("PRAGMA cache_size = -400000");
            HostTable hostTable = new HostTable(sql);
            UrlTable urlTable = new UrlTable(sql);
            Instant now = Instant.now();
            sql.execute("BEGIN");
            long[] ids = new long[hosts];
            for (int host = 0; host < hosts; host++) {
                ids[host] = hostTable.named(hostName(host)).id();
            }
            for (int i = 0; i < urls; i++) {
                // Each host once, then by its share, in the order in which a crawl comes upon them.
                int host = i < hosts ? i : hostAt(random.nextDouble());
                String url = url(host, pages[host]++);
                PageClass pageClass = i < hosts ? PageClass.HUB : PageClass.DETAIL;
                urlTable.add(
                        new NewUrl(
                                url,
                                ids[host],
                                site(host),
                                pageClass,
                                pageClass == PageClass.HUB ? 0 : random.nextInt(100),
                                1,
                                0,
                                0,
                                0,
                                "Customer service, Sihanoukville",
                                now.minusMillis(HOUR * (1 + random.nextInt(2000))),
                                0),
                        now);
                if (random.nextInt(100) >= 20) {
                    visit(sql, url, pageClass, now.toEpochMilli(), random);
                }
            }
            sql.execute("UPDATE host SET due_at = NULL");
            sql.execute(
                    "UPDATE host SET pages = (SELECT count(*) FROM url WHERE host_id = host.id)");
            sql.execute("INSERT OR REPLACE INTO meta VALUES ('running', 1)");
            sql.execute(
                    """
                    INSERT OR REPLACE INTO meta
                    SELECT 'queued', count(*) FROM url WHERE last_at IS NULL
                    """);
            sql.execute("COMMIT");
            sql.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    private static void visit(Sql sql, String url, PageClass pageClass, long now, Random random)
            throws SQLException {
        boolean isDue = random.nextInt(10) == 0;
        long due =
                isDue
                        ? now - random.nextInt((int) HOUR)
                        : now + 2 * HOUR + random.nextLong(700 * HOUR);
        sql.update(
                """
                UPDATE url SET lane = ?, rank = 0, due_at = ?, visits = ?, last_at = ?, last_ok = ?,
                    status = 200, changes = 1, events = 1, hours = 300, content = ?,
                    etag = '"5e1-62f0a9d0c4c80"', relevance = ?
                WHERE url = ?
                """,
                pageClass == PageClass.HUB ? Lane.HUB.code() : Lane.EVIDENCE.code(),
                due,
                1 + random.nextInt(20),
                now - HOUR,
                now - HOUR,
                random.nextLong(),
                random.nextDouble(),
                url);
    }

    private int hostAt(double share) {
        int low = 0;
        int high = hosts - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (shareUpTo[middle] < share) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static String hostName(int host) {
        return "jobs-%d.example".formatted(host);
    }

    private static String site(int host) {
        return "site-" + host / HOSTS_PER_SITE;
    }

    private static String url(int host, int page) {
        return "http://%s/board/%d/offer-%d.html".formatted(hostName(host), page % 7, page);
    }

    /// Links as a page shows them: a menu, known ones next to it, two of other hosts, and a new
    /// one.
    List<FoundLink> linksOf(String url, int links, Random random) {
        int host = hostOf(url);
        int page = Integer.parseInt(url.substring(url.lastIndexOf('-') + 1, url.lastIndexOf('.')));
        List<FoundLink> found = new ArrayList<>();
        for (int i = 0; i < links - 3; i++) {
            found.add(link(host, i < MENU ? i % pages[host] : (page + i) % pages[host]));
        }
        for (int i = 0; i < 2; i++) {
            int other = hostAt(random.nextDouble());
            found.add(link(other, random.nextInt(pages[other])));
        }
        found.add(link(host, 1_000_000 + random.nextInt(1_000_000_000)));
        return found;
    }

    private static FoundLink link(int host, int page) {
        return new FoundLink(
                WebUrl.parse(url(host, page)).orElseThrow(),
                FoundLink.Kind.ITEM,
                "Customer service, Sihanoukville",
                Optional.empty());
    }

    private static int hostOf(String url) {
        return Integer.parseInt(url.substring(url.indexOf('-') + 1, url.indexOf('.')));
    }

    FrontierSettings settings() {
        Map<String, Site> sites =
                IntStream.range(0, (hosts + HOSTS_PER_SITE - 1) / HOSTS_PER_SITE)
                        .mapToObj(this::siteWithSeeds)
                        .collect(Collectors.toMap(Site::name, site -> site));
        Politeness usual = Politeness.DEFAULTS;
        Politeness quick =
                new Politeness(
                        0,
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(500),
                        usual.crawlDelayCap(),
                        usual.blockFirst(),
                        usual.blockCap(),
                        usual.forgive(),
                        usual.robotsMaxAge());
        return new FrontierSettings(
                quick,
                Schedule.DEFAULTS,
                Limits.DEFAULTS,
                sites,
                RunMode.SERVICE,
                0.35,
                Duration.ZERO);
    }

    private Site siteWithSeeds(int number) {
        int first = number * HOSTS_PER_SITE;
        List<String> seeds =
                IntStream.range(first, Math.min(hosts, first + HOSTS_PER_SITE))
                        .mapToObj(host -> url(host, 0))
                        .toList();
        return new Site(
                "site-" + number,
                SiteKind.JOB_BOARD,
                true,
                seeds,
                new Scope(List.of(), List.of(), List.of(), 10, 10_000_000),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
