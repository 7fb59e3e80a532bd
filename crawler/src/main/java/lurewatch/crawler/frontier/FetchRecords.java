package lurewatch.crawler.frontier;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import lurewatch.crawler.focus.Link;
import lurewatch.crawler.frontier.UrlTable.NewUrl;
import lurewatch.crawler.revisit.PageClass;
import lurewatch.crawler.revisit.Sight;
import lurewatch.crawler.site.Site;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.SiteKind;
import lurewatch.indexer.store.Sql;

/// Writes what a fetch changed: the URL's row, its host's, the log, the site's figures, and the
/// links found; all of one fetch in one transaction. Used by the recorder's thread only.
final class FetchRecords {
    /// Steps along *next page* links from a seed; a calendar has a next month for ever.
    private static final int MOST_PAGING = 200;

    private static final int LONGEST_ANCHOR = 80;

    /// A rank is written anew where it differs by a tenth of what a class has.
    private static final int WORTH_RANKING = 10;

    /// A path is judged by so small a part of the pages that a host is.
    private static final int OF_ONE_PATH = 4;

    private static final int MOST_CHAINED = 50_000;

    private final FrontierSettings settings;
    private final Sql sql;
    private final HostTable hosts;
    private final UrlTable urls;
    private final Revisits revisits;
    private final PolicyTable policies;
    private final Claims claims;
    private final ShownTable shown;
    private final ListedTable listed;
    private final LinkRanks ranks;
    private final PathYields paths;
    private final SecondLookTable secondLooks;
    private final LinkSieve sieve = new LinkSieve();
    private final PageBudget budget;
    private final FetchLog log;
    private final Map<String, SiteFigures> sites = new HashMap<>();
    private final AtomicLong queued = new AtomicLong();

    /// Fingerprints of pages in a chain of redirects; where there are more, all are asked for.
    private final Set<Long> chained = new HashSet<>();

    FetchRecords(
            FrontierSettings settings,
            Sql sql,
            HostTable hosts,
            UrlTable urls,
            RandomGenerator random) {
        this.settings = settings;
        this.sql = sql;
        this.hosts = hosts;
        this.urls = urls;
        this.policies = new PolicyTable(sql);
        this.revisits = new Revisits(settings.schedule(), settings.sites(), random);
        this.claims = new Claims(sql, urls, hosts, revisits);
        this.shown = new ShownTable(sql, urls);
        this.listed = new ListedTable(sql);
        this.secondLooks = new SecondLookTable(sql);
        this.ranks = new LinkRanks(sql, settings.schedule().focus());
        this.paths =
                new PathYields(
                        sql, Math.max(1, settings.schedule().focus().barrenPages() / OF_ONE_PATH));
        this.budget = new PageBudget(settings, hosts);
        this.log = new FetchLog(sql, settings.logRows());
    }

    /// Reads what is kept in memory. Never a look at all rows: there may be millions.
    void open() throws SQLException {
        revisits.policy().restore(policies.read());
        ranks.open();
        paths.open();
        for (String url : urls.chained(MOST_CHAINED)) {
            WebUrl.parse(url).map(WebUrl::fingerprint).ifPresent(chained::add);
        }
        log.prune();
        secondLooks.open();
        queued.set(sql.number("SELECT value FROM meta WHERE name = 'queued'").orElse(0));
    }

    /// Plants a site's seed. A known one keeps its history.
    void plant(Site site, WebUrl seed, Instant now) throws SQLException {
        PageClass pageClass = site.kind() == SiteKind.FEED ? PageClass.FEED : PageClass.HUB;
        if (!addFirst(site.name(), seed, pageClass, now)) {
            urls.seed(seed.toString(), pageClass);
            if (urls.askAfterRefusal(seed.toString(), now)) {
                hosts.dueAt(hosts.named(seed.host()).id(), now);
            }
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
        boolean added = add(NewUrl.of(page, host.id(), site, pageClass, 0, 0, 0, now), now);
        if (added) {
            count(host, site, now);
        }
        return added;
    }

    /// Every page that becomes known comes through here.
    private boolean add(NewUrl url, Instant now) throws SQLException {
        return !settings.barred().test(url.url()) && urls.add(url, now);
    }

    /// Records a fetch and what it found.
    ///
    /// @return whether a link made something due
    boolean record(String hostName, UrlRow row, FetchReport report, Instant end)
            throws SQLException {
        Found found = add(row, report, end);
        HostTable.Known host = hosts.named(hostName);
        claims.learn(row, host.id(), report);
        ranks.learn(row, host.id(), report);
        learnOfPath(row, report, found.postings());
        UrlRow judged = judged(row, report);
        Revisits.Next next = revisits.after(judged, host.habits(), report, found.postings(), end);
        urls.save(judged, next, report, end);
        budget.visited(host, figures(row.site()), row.misses(), next.misses());
        boolean again = returns(row, report, end);
        urls.reclassify(judged);
        hosts.saveHabits(host);
        log(row, report.ending().name(), report, end);
        figures(row.site()).fetched(report, end);
        if (row.lastAt().isEmpty()) {
            queued.decrementAndGet();
        }
        return found.due() || again;
    }

    private void learnOfPath(UrlRow row, FetchReport report, int postings) {
        boolean isJudged =
                row.pageClass() == PageClass.OTHER
                        && row.lastAt().isEmpty()
                        && report.ending().isHealthy()
                        && report.relevance().isPresent();
        if (isJudged) {
            boolean found = postings > 0 || isWorthALook(report);
            WebUrl.parse(row.url()).ifPresent(url -> paths.learn(url, found));
        }
    }

    /// A page that nothing announced as an ad and that turned out to hold one is an ad from now on:
    /// without a recipe, no listing says which of its links are.
    private UrlRow judged(UrlRow row, FetchReport report) {
        boolean isAd =
                row.pageClass() == PageClass.OTHER
                        && report.ending() == FetchReport.Ending.CAPTURED
                        && isWorthALook(report);
        return isAd ? row.as(PageClass.DETAIL) : row;
    }

    private boolean isWorthALook(FetchReport report) {
        return report.relevance().orElse(0) >= settings.worthALook();
    }

    /// What a page's links came to.
    ///
    /// @param due whether something is due for them that was not
    /// @param postings never seen before; of a sitemap, pages
    private record Found(boolean due, int postings) {}

    private Found add(UrlRow row, FetchReport report, Instant end) throws SQLException {
        boolean due = false;
        int postings = 0;
        if (row.pageClass() == PageClass.SITEMAP && Revisits.kind(row, report) == Sight.Kind.SAME) {
            return new Found(false, 0); // fifty thousand links that say nothing new
        }
        boolean saysNothingNew = repeatsItsList(row, report);
        for (FoundLink link : nextLast(report.links())) {
            boolean isNext = link.kind() == FoundLink.Kind.NEXT;
            if (isNext && (saysNothingNew || listed.hasAll(row, link, report.postings()))) {
                continue;
            }
            boolean added = add(row, link, report.relevance().orElse(-1), end);
            if (isNext && (added || urls.isKnown(link.url().toString()))) {
                listed.add(row, link, report.postings());
            }
            saysNothingNew &= !added;
            due |= added || hear(link, end);
            postings += added && isPosting(row, link) ? 1 : 0;
        }
        boolean isListing = row.pageClass().isListing() && row.pageClass() != PageClass.SITEMAP;
        if (isListing && report.ending() == FetchReport.Ending.CAPTURED) {
            due |= hearOfListing(row, report, end);
        }
        return new Found(due, postings);
    }

    /// Whether a further page of a list says what the page before it said. If no link of it is new
    /// either, its list goes on for ever: many boards answer pages beyond the last one with that,
    /// and some write another address for the next one each time.
    private boolean repeatsItsList(UrlRow row, FetchReport report) throws SQLException {
        return row.paging() > 0
                && report.content().isPresent()
                && urls.row(row.parent())
                        .filter(before -> before.content().equals(report.content()))
                        .isPresent();
    }

    private static List<FoundLink> nextLast(List<FoundLink> links) {
        return links.stream()
                .sorted(Comparator.comparing(link -> link.kind() == FoundLink.Kind.NEXT))
                .toList();
    }

    private static boolean isPosting(UrlRow row, FoundLink link) {
        return link.kind() == FoundLink.Kind.ITEM
                || (row.pageClass() == PageClass.SITEMAP && link.kind() == FoundLink.Kind.LISTED);
    }

    /// Hears what a feed or sitemap claims of a page.
    private boolean hear(FoundLink link, Instant end) throws SQLException {
        if (link.changedAt().isEmpty()) {
            return false;
        }
        Claim.Source source =
                link.kind() == FoundLink.Kind.ITEM ? Claim.Source.FEED : Claim.Source.SITEMAP;
        return claims.hear(link, source, link.changedAt().get(), end);
    }

    /// A listing that shows a known page anew says that something happened to it, and so does one
    /// that shows a posting no more. On later pages everything is anew when something came before.
    private boolean hearOfListing(UrlRow row, FetchReport report, Instant end) throws SQLException {
        List<FoundLink> listed =
                report.links().stream().filter(link -> link.changedAt().isEmpty()).toList();
        boolean due = false;
        ShownTable.Difference difference = shown.look(row, listed);
        if (row.paging() == 0) {
            for (FoundLink link : difference.anew()) {
                due |= claims.hear(link, Claim.Source.LISTING, end, end);
            }
        }
        for (UrlRow posting : difference.left()) {
            due |= claims.hearLeft(posting, end);
        }
        return due;
    }

    /// Plants the sitemaps that a host's robots.txt names.
    void plantSitemaps(String site, List<WebUrl> sitemaps, Instant now) throws SQLException {
        for (WebUrl sitemap : sitemaps) {
            addFirst(site, sitemap, PageClass.SITEMAP, now);
        }
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

    SecondLookTable secondLooks() {
        return secondLooks;
    }

    /// @return whether something became due that was not
    private boolean add(UrlRow from, FoundLink link, double relevance, Instant now)
            throws SQLException {
        if (link.kind() == FoundLink.Kind.REDIRECT) {
            return redirect(from, link.url(), now);
        }
        if (link.kind() == FoundLink.Kind.RETURN) {
            return false; // when the page's own row is written: it may be this very page
        }
        boolean next = link.kind() == FoundLink.Kind.NEXT;
        int depth = next ? from.depth() : from.depth() + 1;
        int paging = next ? from.paging() + 1 : 0;
        boolean tooFar = depth > settings.depth(from.site()) || paging > MOST_PAGING;
        if (tooFar || sieve.hasSeen(link)) {
            return false;
        }
        HostTable.Known host = hosts.named(link.url().host());
        PageClass pageClass = pageClass(from, link.kind());
        boolean isWanted = isWanted(from, link, pageClass, host);
        if (!isWanted && !urls.isKnown(link.url().toString())) {
            leftOut(from, link, pageClass, host, now);
            sieve.forget(link); // there may be room when it is shown again
            return false;
        }
        Link shows =
                new Link(link.url(), link.anchor(), LinkRanks.kind(pageClass), depth, relevance);
        NewUrl url =
                NewUrl.of(
                                link.url(),
                                host.id(),
                                from.site(),
                                pageClass,
                                ranks.rank(pageClass, shows),
                                depth,
                                paging,
                                Revisits.born(from, now))
                        .from(from.id(), 0, shortened(link.anchor()));
        if (isWanted && add(url, now)) {
            count(host, url.site(), now);
            return true;
        }
        if (pageClass != PageClass.OTHER) {
            urls.promote(url);
        }
        unchain(link.url());
        return false;
    }

    /// Whether a link may make a page known that is not known yet.
    private boolean isWanted(UrlRow from, FoundLink link, PageClass pageClass, HostTable.Known host)
            throws SQLException {
        if (isNamed(link)) {
            figures(from.site()).told();
        }
        return !isBarren(link, pageClass, host) && hasRoom(from, link, host);
    }

    private boolean hasRoom(UrlRow from, FoundLink link, HostTable.Known host) throws SQLException {
        boolean wanted = link.kind() != FoundLink.Kind.OTHER;
        return budget.hasRoom(host, figures(from.site()), wanted);
    }

    /// Whether a page says of the link that it leads to a posting.
    private static boolean isNamed(FoundLink link) {
        return link.kind() == FoundLink.Kind.ITEM || link.kind() == FoundLink.Kind.LISTED;
    }

    private boolean isBarren(FoundLink link, PageClass pageClass, HostTable.Known host)
            throws SQLException {
        return pageClass == PageClass.OTHER
                && (ranks.isBarren(host.id(), link.url())
                        || (!isNamed(link) && isBarrenPath(link.url())));
    }

    private void leftOut(
            UrlRow from, FoundLink link, PageClass pageClass, HostTable.Known host, Instant now)
            throws SQLException {
        if (!isBarren(link, pageClass, host)) {
            boolean wanted = link.kind() != FoundLink.Kind.OTHER;
            PageBudget.leftOut(figures(from.site()), wanted, now);
        }
    }

    private boolean isBarrenPath(WebUrl url) {
        return paths.isBarren(url) && !ranks.isExplored(url);
    }

    /// A visit goes back to where it has been, to be told something else.
    ///
    /// @return whether that is due now
    private boolean returns(UrlRow from, FetchReport report, Instant now) throws SQLException {
        int hops = from.hops() + 1;
        boolean due = false;
        for (FoundLink link : report.links()) {
            if (link.kind() == FoundLink.Kind.RETURN && hops <= settings.limits().redirects()) {
                urls.again(link.url().toString(), hops, now);
                hosts.dueAt(hosts.named(link.url().host()).id(), now);
                due = true;
            }
        }
        return due;
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
                                0,
                                from.depth(),
                                from.paging(),
                                from.born().orElse(now))
                        .from(from.id(), hops, "")
                        .inChain(from.chain() + 1);
        boolean due;
        if (urls.isKnown(url.url())) {
            urls.promote(url);
            due = urls.pull(url.url(), hops, now);
            if (due) {
                hosts.dueAt(host.id(), now);
            }
        } else {
            due = url.chain() <= settings.limits().redirects() && addMoved(host, target, url, now);
            if (due) {
                count(host, url.site(), now);
            }
        }
        return due;
    }

    /// Hardly any link leads to a page that is in a chain: the others cost no query.
    private void unchain(WebUrl url) throws SQLException {
        if (chained.size() >= MOST_CHAINED || chained.remove(url.fingerprint())) {
            urls.unchain(url.toString());
        }
    }

    private boolean addMoved(HostTable.Known host, WebUrl target, NewUrl url, Instant now)
            throws SQLException {
        boolean wanted = url.pageClass() != PageClass.OTHER;
        SiteFigures site = figures(url.site());
        if (budget.hasRoom(host, site, wanted)) {
            if (chained.size() < MOST_CHAINED) {
                chained.add(target.fingerprint());
            }
            return add(url, now);
        }
        PageBudget.leftOut(site, wanted, now);
        return false;
    }

    /// Many boards have a feed for every category and every ad; those of the seeds have it all.
    private static PageClass pageClass(UrlRow from, FoundLink.Kind kind) {
        return switch (kind) {
            case NEXT -> PageClass.HUB;
            case ITEM -> PageClass.DETAIL;
            case SITEMAP -> PageClass.SITEMAP;
            case FEED ->
                    from.pageClass() == PageClass.HUB && from.depth() == 0 && from.paging() == 0
                            ? PageClass.FEED
                            : PageClass.OTHER;
            case OTHER, LISTED, REDIRECT, RETURN -> PageClass.OTHER;
        };
    }

    private void count(HostTable.Known host, String site, Instant due) throws SQLException {
        queued.incrementAndGet();
        host.addPage();
        hosts.grown(host, due);
        figures(site).addPage(due);
    }

    private static String shortened(String anchor) {
        return anchor.length() <= LONGEST_ANCHOR ? anchor : anchor.substring(0, LONGEST_ANCHOR);
    }

    /// Ranks a page that was never seen by what is known of links now.
    ///
    /// @return whether it promises so much less that others may come first
    boolean rankAnew(UrlRow row) throws SQLException {
        if (row.lane() != Lane.DISCOVERY || row.hops() > 0) {
            return false;
        }
        int rank = ranks.rank(row);
        if (Math.abs(rank - row.rank()) >= WORTH_RANKING) {
            urls.rank(row, rank);
        }
        return rank - row.rank() >= WORTH_RANKING;
    }

    /// URLs never fetched.
    long queued() {
        return queued.get();
    }

    private void log(UrlRow row, String ending, FetchReport report, Instant end)
            throws SQLException {
        log.add(row, ending, report, detail(report), end);
    }

    /// What was erased is named by no redirect that leads there either.
    private String detail(FetchReport report) {
        boolean leadsToBarred =
                report.links().stream()
                        .filter(link ->
                                link.kind() == FoundLink.Kind.REDIRECT
                                        || link.kind() == FoundLink.Kind.RETURN)
                        .anyMatch(link -> settings.barred().test(link.url().toString()));
        return leadsToBarred ? "to a page that was erased" : report.detail();
    }

    private SiteFigures figures(String site) throws SQLException {
        SiteFigures figures = sites.get(site);
        if (figures == null) {
            figures = SiteFigures.of(sql, site, settings.pages(site));
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
        ranks.flush();
        paths.flush();
    }

    /// Writes all that is not written yet, at the end.
    void close() throws SQLException {
        ranks.write();
    }
}
