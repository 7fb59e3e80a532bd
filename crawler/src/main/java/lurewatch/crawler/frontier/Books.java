package lurewatch.crawler.frontier;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import lurewatch.crawler.frontier.UrlTable.NewUrl;
import lurewatch.crawler.revisit.PageClass;
import lurewatch.crawler.site.Site;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.SiteKind;

/// Writes what a fetch changed: the URL's row, its host's, the log, the site's figures, and the
/// links found; all of one fetch in one transaction. Used by the recorder's thread only.
final class Books {
    /// Steps along *next page* links from a seed; a calendar has a next month for ever.
    private static final int MOST_PAGING = 200;

    /// Links seen lately, by a 64-bit fingerprint: the menu of every page costs no query.
    private final long[] sieve = new long[1 << 16];

    private final FrontierSettings settings;
    private final Sql sql;
    private final HostTable hosts;
    private final UrlTable urls;
    private final Revisits revisits;
    private final PolicyTable policies;
    private final Map<String, SiteFigures> sites = new HashMap<>();
    private final AtomicLong queued = new AtomicLong();

    Books(FrontierSettings settings, Sql sql, HostTable hosts, UrlTable urls) {
        this.settings = settings;
        this.sql = sql;
        this.hosts = hosts;
        this.urls = urls;
        this.policies = new PolicyTable(sql);
        this.revisits = new Revisits(settings.schedule(), settings.sites());
    }

    /// Counts what only the rows know. The one full look at the table, at start.
    void open() throws SQLException {
        revisits.policy().restore(policies.read());
        queued.set(sql.number("SELECT count(*) FROM url WHERE last_at IS NULL").orElse(0));
    }

    /// Plants a site's seed. A known one keeps its history.
    void plant(Site site, WebUrl seed, Instant now) throws SQLException {
        PageClass pageClass = site.kind() == SiteKind.FEED ? PageClass.FEED : PageClass.HUB;
        if (!addFirst(site.name(), seed, pageClass, now)) {
            urls.seed(seed.toString(), pageClass);
        }
    }

    /// Watches these pages, planting those that are not known, and no others.
    void watch(Map<WebUrl, String> sitesOfPages, Instant now) throws SQLException {
        for (Map.Entry<WebUrl, String> page : sitesOfPages.entrySet()) {
            addFirst(page.getValue(), page.getKey(), PageClass.DETAIL, now);
        }
        Instant latest = now.plus(settings.schedule().watch().gap());
        urls.watch(sitesOfPages.keySet().stream().map(WebUrl::toString).toList(), latest);
        for (WebUrl page : sitesOfPages.keySet()) {
            hosts.dueAt(hosts.named(page.host()).id(), latest);
        }
    }

    private boolean addFirst(String site, WebUrl page, PageClass pageClass, Instant now)
            throws SQLException {
        HostTable.Known host = hosts.named(page.host());
        boolean added = urls.add(NewUrl.of(page, host.id(), site, pageClass, 0, 0, now), now);
        if (added) {
            count(host, site, now);
        }
        return added;
    }

    /// Records a fetch and what it found.
    ///
    /// @return whether a link made something due
    boolean record(String hostName, UrlRow row, FetchReport report, Instant end)
            throws SQLException {
        boolean due = false;
        int newAds = 0;
        for (FoundLink link : report.links()) {
            boolean added = add(row, link, end);
            due |= added;
            newAds += added && link.kind() == FoundLink.Kind.ITEM ? 1 : 0;
        }
        HostTable.Known host = hosts.named(hostName);
        Revisits.Next next = revisits.after(row, host.habits(), report, newAds, end);
        urls.save(row, next, report, end);
        hosts.saveHabits(host);
        log(row, report.ending().name(), report, end);
        figures(row.site()).fetched(report, end);
        if (row.lastAt().isEmpty()) {
            queued.decrementAndGet();
        }
        return due;
    }

    /// Puts off a page that is due but not worth its visit at today's price.
    ///
    /// @return whether it was put off
    boolean putOff(String hostName, UrlRow row, Instant now) throws SQLException {
        Optional<Revisits.Next> later = revisits.putOff(row, hosts.named(hostName).habits(), now);
        if (later.isPresent()) {
            urls.putOff(row, later.get());
        }
        return later.isPresent();
    }

    /// A request that was not for the page itself, such as the one for its host's robots.txt.
    void recordAside(UrlRow row, String what, FetchReport report, Instant end) throws SQLException {
        log(row, what, report, end);
    }

    /// @return whether something became due that was not
    private boolean add(UrlRow from, FoundLink link, Instant now) throws SQLException {
        if (link.kind() == FoundLink.Kind.REDIRECT) {
            return redirect(from, link.url(), now);
        }
        boolean next = link.kind() == FoundLink.Kind.NEXT;
        int depth = next ? from.depth() : from.depth() + 1;
        int paging = next ? from.paging() + 1 : 0;
        boolean tooFar = depth > settings.depth(from.site()) || paging > MOST_PAGING;
        if (tooFar || seenLately(link)) {
            return false;
        }
        HostTable.Known host = hosts.named(link.url().host());
        PageClass pageClass = pageClass(link.kind());
        NewUrl url =
                NewUrl.of(
                                link.url(),
                                host.id(),
                                from.site(),
                                pageClass,
                                depth,
                                paging,
                                Revisits.born(from, now))
                        .from(from.id(), 0);
        if (!isFull(host, from.site()) && urls.add(url, now)) {
            count(host, url.site(), now);
            return true;
        }
        if (pageClass != PageClass.OTHER) {
            urls.promote(url);
        }
        return false;
    }

    private boolean redirect(UrlRow from, WebUrl target, Instant now) throws SQLException {
        int hops = from.hops() + 1;
        if (hops > settings.limits().redirects()) {
            return false;
        }
        HostTable.Known host = hosts.named(target.host());
        NewUrl url =
                NewUrl.of(
                                target,
                                host.id(),
                                from.site(),
                                from.pageClass(),
                                from.depth(),
                                from.paging(),
                                from.born().orElse(now))
                        .from(from.id(), hops);
        boolean due;
        if (urls.isKnown(url.url())) {
            urls.promote(url);
            due = urls.pull(url.url(), hops, now);
            if (due) {
                hosts.dueAt(host.id(), now);
            }
        } else {
            due = !isFull(host, url.site()) && urls.add(url, now);
            if (due) {
                count(host, url.site(), now);
            }
        }
        return due;
    }

    private static PageClass pageClass(FoundLink.Kind kind) {
        return switch (kind) {
            case NEXT -> PageClass.HUB;
            case ITEM -> PageClass.DETAIL;
            case OTHER, REDIRECT -> PageClass.OTHER;
        };
    }

    private boolean isFull(HostTable.Known host, String site) throws SQLException {
        return host.pages() >= settings.limits().pagesPerHost()
                || figures(site).pages() >= settings.pages(site);
    }

    private void count(HostTable.Known host, String site, Instant due) throws SQLException {
        queued.incrementAndGet();
        host.addPage();
        hosts.grown(host, due);
        figures(site).addPage();
    }

    /// URLs never fetched.
    long queued() {
        return queued.get();
    }

    private boolean seenLately(FoundLink link) {
        long print = fingerprint(link.url()) * 31 + link.kind().name().charAt(0);
        int slot = (int) (print >>> 48) & (sieve.length - 1);
        boolean seen = sieve[slot] == print;
        sieve[slot] = print;
        return seen;
    }

    /// FNV-1a, mixed once more so that the top bits are good.
    private static long fingerprint(WebUrl url) {
        long hash = 0xcbf29ce484222325L ^ url.port();
        for (String part : List.of(url.scheme(), url.host(), url.path())) {
            for (int i = 0; i < part.length(); i++) {
                hash = (hash ^ part.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ ' ') * 0x100000001b3L; // stands in none of them
        }
        hash = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
        return hash ^ (hash >>> 29);
    }

    private void log(UrlRow row, String ending, FetchReport report, Instant end)
            throws SQLException {
        sql.update(
                """
                INSERT INTO fetch_log (at, site, url, ending, status, detail, bytes, took, capture)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                end.toEpochMilli(),
                row.site(),
                row.url(),
                ending,
                report.status().isPresent() ? report.status().getAsInt() : null,
                report.detail(),
                report.bytes(),
                report.took().toMillis(),
                report.capture().isPresent() ? report.capture().getAsLong() : null);
    }

    private SiteFigures figures(String site) throws SQLException {
        SiteFigures figures = sites.get(site);
        if (figures == null) {
            sql.update("INSERT OR IGNORE INTO site (name) VALUES (?)", site);
            long pages = sql.number("SELECT pages FROM site WHERE name = ?", site).orElse(0);
            figures = new SiteFigures(site, pages);
            sites.put(site, figures);
        }
        return figures;
    }

    /// Writes the figures that changed since the last commit.
    void flush() throws SQLException {
        for (SiteFigures figures : List.copyOf(sites.values())) {
            figures.save(sql);
        }
        policies.write(revisits.policy().memory());
    }
}
