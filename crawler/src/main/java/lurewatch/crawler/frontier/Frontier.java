package lurewatch.crawler.frontier;

import java.io.Closeable;
import java.net.InetAddress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import lurewatch.crawler.frontier.FrontierSettings.RunMode;
import lurewatch.crawler.site.Site;
import lurewatch.crawler.site.SiteScope;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.store.Sql;

/// Which URL is next, and when it is due again.
///
/// The life of a URL: it becomes *due* by being planted or found, is *leased* by [#take], and ends
/// its lease by [#done], which says when it is due again; no state is final. A lease lives in
/// memory: in `crawl.db` the URL stays due until its outcome is committed, so a kill loses no URL.
/// What a kill may lose is the time of a host's last request; after one, every host rests its whole
/// gap first.
///
/// Thread-safe. There is one per `crawl.db`, in one process.
public final class Frontier implements Closeable {
    /// Reports that may wait for the recorder before their givers have to.
    private static final int MOST_REPORTS = 2_000;

    /// A host's gap grows by up to so much each time, so that its log shows no fixed period.
    private static final double MOST_JITTER = 0.2;

    private final FrontierSettings settings;
    private final Clocks clocks;
    private final RandomGenerator random;
    private final Workbench bench;
    private final Recorder recorder;
    private final AnsweringOrigins origins = new AnsweringOrigins();
    private final Outage outage;
    private final WaitingRoom reports;

    private Frontier(
            FrontierSettings settings,
            Clocks clocks,
            RandomGenerator random,
            Workbench bench,
            Recorder recorder) {
        this.settings = settings;
        this.clocks = clocks;
        this.random = random;
        this.bench = bench;
        this.recorder = recorder;
        this.outage = new Outage(clocks);
        this.reports = new WaitingRoom(MOST_REPORTS, recorder::checkHealthy);
    }

    /// Opens or makes `crawl.db`.
    public static Frontier open(
            Path file, FrontierSettings settings, Clocks clocks, RandomGenerator random) {
        try {
            Sql sql = CrawlDatabase.openToWrite(file);
            Workbench bench =
                    new Workbench(
                            settings.politeness(),
                            settings.schedule(),
                            settings.limits().fetches(),
                            clocks);
            Recorder recorder = new Recorder(settings, clocks, bench, sql, random);
            recorder.startThread();
            return new Frontier(settings, clocks, random, bench, recorder);
        } catch (SQLException e) {
            throw new FrontierException("cannot open " + file + ": " + e.getMessage(), e);
        }
    }

    /// Plants the seeds of these sites; known ones keep their history and due time.
    ///
    /// @return how many seeds there are
    public int plant(Collection<Site> sites) {
        return recorder.ask(() -> {
            int seeds = 0;
            for (Site site : sites) {
                for (String seed : site.seeds()) {
                    Optional<WebUrl> url = WebUrl.parse(seed);
                    if (url.isPresent()) {
                        recorder.records().plant(site, url.get(), clocks.now());
                        seeds++;
                    }
                }
            }
            return seeds;
        });
    }

    /// Watches the pages of `schedule.watch`, planting those that are not known.
    ///
    /// @return those that are in no watched site's scope, and so are not visited
    public List<String> watch(Collection<Site> sites) {
        List<String> strange = new ArrayList<>();
        Map<WebUrl, String> watched = new LinkedHashMap<>();
        for (String written : settings.schedule().watch().urls()) {
            Optional<WebUrl> url = WebUrl.parse(written);
            url.flatMap(page -> siteOf(page, sites))
                    .ifPresentOrElse(
                            site -> watched.put(url.orElseThrow(), site),
                            () -> strange.add(written));
        }
        recorder.ask(() -> {
            recorder.records().watch(watched, clocks.now());
            return watched.size();
        });
        return strange;
    }

    private static Optional<String> siteOf(WebUrl page, Collection<Site> sites) {
        return sites.stream()
                .filter(site -> SiteScope.of(site).contains(page))
                .map(Site::name)
                .findFirst();
    }

    /// Waits for the next URL and leases it; empty when the frontier is finished.
    public Optional<Lease> take() throws InterruptedException {
        recorder.begin();
        boolean isProbe = outage.await(bench::isFinished);
        Optional<Lease> lease = bench.take();
        while (lease.isPresent() && !isProbe && outage.since().isPresent()) {
            untake(lease.get()); // it began while we waited
            isProbe = outage.await(bench::isFinished);
            lease = bench.take();
        }
        lease.ifPresent(given -> recorder.submit(() -> recorder.leased(given.id())));
        return lease;
    }

    private void untake(Lease lease) {
        bench.putBack(lease);
        bench.takeBack(lease);
    }

    /// Since when no host can be reached, whichever is tried: we are offline.
    public Optional<Instant> offlineSince() {
        return outage.since();
    }

    /// Asks whether the lease's host may be asked at this address now.
    ///
    /// Hosts that share an address share its gap, and addresses are learnt only here. Where the
    /// answer is no, the lease is over and the URL will be handed out again.
    public boolean claim(Lease lease, InetAddress address) {
        boolean free = bench.claim(lease, address.getHostAddress());
        if (!free) {
            recorder.submit(() -> recorder.released(lease.id(), OptionalLong.empty()));
        }
        return free;
    }

    /// Ends a lease: records the outcome and the links, and lets the host rest.
    public void done(Lease lease, FetchReport report) {
        Instant end = clocks.now();
        Rest rest = restAfter(lease, report, end);
        end(
                lease,
                rest,
                report.capture(),
                () ->
                        recorder.record(
                                lease.host().name(), lease.row(), noted(report, rest, end), end));
    }

    /// Ends a lease whose host has no address, or cannot be connected to. Where that is so of all
    /// hosts that are tried, none is blamed for it, and little is tried until one answers again. A
    /// run of mode `ONCE` ends instead.
    public void unreached(Lease lease, FetchReport report) {
        HostEntry host = lease.host();
        Pace before = host.pace();
        done(lease, report);
        if (settings.mode() == RunMode.SERVICE) {
            spare(outage.unreached(host, lease.site(), before));
        }
    }

    private void spare(List<Outage.Spared> hosts) {
        if (!hosts.isEmpty()) {
            recorder.submit(() -> {
                for (Outage.Spared spared : hosts) {
                    recorder.hosts().spare(spared.host().id(), spared.before(), clocks.now());
                }
            });
        }
    }

    /// Puts a lease off whose URL was asked for and is to be asked for once more: it is next when
    /// the host has rested. Nothing is recorded before the end, [#compared].
    public void hold(Lease lease, FetchReport report) {
        endUndone(lease, restOfAsked(lease, report, Trouble.OF_HOST, clocks.now()), () -> {});
    }

    /// Whether the page, when it was last asked for under another user agent, was another one.
    public boolean showsOthersAnother(Lease lease) {
        return recorder.records().secondLooks().isTwoFaced(lease.id());
    }

    /// Ends a lease whose URL was asked for more than once, to compare the answers.
    ///
    /// @param report of the answer that the schedule goes by
    /// @param asides all other answers
    /// @param last the report of the last request, by which its host rests
    public void compared(
            Lease lease,
            FetchReport report,
            List<Aside> asides,
            FetchReport last,
            SecondLook look) {
        Instant end = clocks.now();
        Rest rest = restAfter(lease, last, end);
        FetchReport noted = noted(report, rest, end);
        end(
                lease,
                rest,
                report.capture(),
                () -> {
                    for (Aside aside : asides) {
                        recorder.records()
                                .recordAside(
                                        lease.row(), aside.what(), aside.report(), aside.end());
                        aside.report().capture().ifPresent(recorder::captured);
                    }
                    recorder.record(lease.host().name(), lease.row(), noted, end);
                    recorder.records().secondLooks().looked(lease.row(), look, end);
                });
    }

    /// Ends a lease whose URL was not asked for yet, because its host had to be asked something
    /// else first, such as for its robots.txt. The URL is next when the host has rested.
    ///
    /// @param what the log's word for what was asked
    public void postpone(Lease lease, String what, FetchReport report) {
        Instant end = clocks.now();
        Rest rest = restOfAsked(lease, report, Trouble.OF_HOST, end);
        FetchReport noted = noted(report, rest, end);
        endUndone(lease, rest, () -> recorder.records().recordAside(lease.row(), what, noted, end));
    }

    /// Ends a lease that was cut short, by us: the URL is as due as before. The host rests, since
    /// it may have been asked.
    public void release(Lease lease) {
        Pace pace = lease.host().pace();
        endUndone(lease, new Rest(pace, restFrom(pace, clocks.now()), Asked.SOMETHING), () -> {});
    }

    /// What is known of when a host may be asked, whether it has a lease out or not; empty where it
    /// is new.
    public Optional<HostRest> rest(String host) {
        return recorder.ask(() -> recorder.hosts().stored(host))
                .map(stored ->
                        new HostRest(
                                stored.nextAt(),
                                stored.pace().blockedUntil(),
                                stored.pace().gap()));
    }

    /// What is known of when a host may be asked.
    ///
    /// @param nextAt end of the gap after its last request
    /// @param blockedUntil end of its last rest
    public record HostRest(Instant nextAt, Optional<Instant> blockedUntil, Duration gap) {}

    /// The robots.txt last stored for this origin.
    public Optional<StoredRobots> robots(String origin) {
        return recorder.ask(() -> recorder.robots().find(origin));
    }

    /// Keeps a robots.txt, the gap that it asks of the lease's host, and the sitemaps that it
    /// names.
    public void keepRobots(
            Lease lease,
            StoredRobots robots,
            Optional<Duration> crawlDelay,
            List<WebUrl> sitemaps) {
        Instant now = clocks.now();
        recorder.submit(() -> {
            recorder.robots().save(robots);
            recorder.plantSitemaps(lease.site(), sitemaps, now);
        });
        HostEntry host = lease.host();
        Duration siteMinimum = settings.siteMinimum(lease.site());
        host.pace(host.pace().withCrawlDelay(crawlDelay, siteMinimum, settings.politeness()));
    }

    /// All captures of the ledger up to this sequence are known here. Persisted with the URLs'
    /// states.
    public long appliedSequence() {
        return recorder.applied();
    }

    /// Learns of a capture beyond [#appliedSequence]; one that is known changes nothing.
    public void applyRecovered(RecoveredCapture capture) {
        recorder.ask(() -> {
            recover(capture);
            return capture;
        });
    }

    private void recover(RecoveredCapture capture) throws SQLException {
        recorder.captured(capture.sequence());
        Optional<UrlRow> row = recorder.urls().row(capture.url());
        if (row.isEmpty() || recorder.urls().captureOf(capture.url()) >= capture.sequence()) {
            return;
        }
        FetchReport report =
                FetchReport.of(
                                Endings.ofStatus(capture.status()),
                                "recovered from the archive",
                                new FetchReport.Answer(
                                        OptionalInt.of(capture.status()),
                                        0,
                                        Duration.ZERO,
                                        capture.validators()))
                        .keptAs(OptionalLong.of(capture.sequence()))
                        .leadingTo(capture.links());
        String host = WebUrl.parse(capture.url()).map(WebUrl::host).orElseThrow();
        recorder.record(host, row.get(), report, capture.fetchedAt());
    }

    /// Hands out nothing until [#resume].
    public void pause() {
        bench.pause();
    }

    public void resume() {
        bench.resume();
    }

    /// Hands out nothing any more; whoever waits in [#take] gets empty.
    public void finish() {
        bench.finish();
    }

    public boolean isFinished() {
        return bench.isFinished();
    }

    /// Why `crawl.db` could not be used any more, if so.
    public Optional<Throwable> failure() {
        return recorder.failure();
    }

    public int leases() {
        return bench.leases();
    }

    /// URLs known and never fetched.
    public long queued() {
        return recorder.records().queued();
    }

    /// Counts the URLs due now, with a look at every row: not for a running crawl.
    public long due() {
        return recorder.ask(() -> recorder.urls().countDue(clocks.now()));
    }

    /// Writes what is queued and closes the file. Leases that are still out stay due.
    @Override
    public void close() {
        finish();
        try {
            recorder.close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether the lease's host has answered, but never at the port and by the scheme of its URL.
    public boolean answersElsewhere(Lease lease) {
        return origins.isOnlyElsewhere(lease.host().name(), origin(lease));
    }

    private static String origin(Lease lease) {
        return WebUrl.parse(lease.url()).map(WebUrl::origin).orElse("");
    }

    private Pace paceAfter(Lease lease, FetchReport report, Trouble trouble, Instant end) {
        if (report.status().isPresent()) {
            outage.answered();
        }
        bench.asked(lease, report.ending(), report.took());
        HostEntry host = lease.host();
        if (hasCome(report)) {
            origins.answered(host.name(), origin(lease));
        }
        Pace pace = host.pace();
        long budget = settings.limits().hostBytesDaily();
        return pace.having(pace.traffic().plus(report.bytes(), budget, end))
                .after(
                        trouble == Trouble.OF_HOST ? report.ending() : FetchReport.Ending.FAILED,
                        report.took(),
                        trouble == Trouble.OF_HOST ? report.retryAfter() : Optional.empty(),
                        settings.siteMinimum(lease.site()),
                        settings.politeness(),
                        end,
                        random);
    }

    /// What a lease's host was asked: only who was asked something has to rest.
    private enum Asked {
        SOMETHING,
        NOTHING
    }

    /// How a host rests after a lease.
    ///
    /// @param from when its gap begins
    private record Rest(Pace pace, Instant from, Asked asked) {
        boolean isOwed() {
            return asked == Asked.SOMETHING;
        }
    }

    /// Whose trouble it is where a request was not answered, or in vain.
    private enum Trouble {
        OF_HOST,
        OF_PAGE
    }

    /// What is wrong at a port where nobody answers, or with one page alone that is not answered,
    /// is no reason to leave its host alone.
    private Trouble trouble(Lease lease, FetchReport report) {
        HostEntry host = lease.host();
        boolean cameBefore = host.lastAnswer() == HostEntry.LastAnswer.CAME;
        host.lastAnswer(hasCome(report) ? HostEntry.LastAnswer.CAME : HostEntry.LastAnswer.MISSING);
        boolean isAlone = cameBefore && report.status().isEmpty();
        return isAlone || answersElsewhere(lease) ? Trouble.OF_PAGE : Trouble.OF_HOST;
    }

    private static boolean hasCome(FetchReport report) {
        return report.status().isPresent() && report.ending() != FetchReport.Ending.TROUBLED;
    }

    private Rest restAfter(Lease lease, FetchReport last, Instant end) {
        if (last.ending().wasAsked()) {
            return restOfAsked(lease, last, trouble(lease, last), end);
        }
        Pace pace = lease.host().pace();
        return new Rest(pace, restFrom(pace, end), Asked.NOTHING);
    }

    private Rest restOfAsked(Lease lease, FetchReport last, Trouble trouble, Instant end) {
        Pace pace = paceAfter(lease, last, trouble, end);
        return new Rest(pace, restFrom(pace, end), Asked.SOMETHING);
    }

    /// Ends a lease whose URL is next when the host has rested.
    private void endUndone(Lease lease, Rest rest, Task recorded) {
        bench.putBack(lease);
        end(lease, rest, OptionalLong.empty(), recorded);
    }

    /// Every lease ends here: what came of it is recorded, and its host rests.
    private void end(Lease lease, Rest rest, OptionalLong capture, Task recorded) {
        submitReport(() -> {
            recorded.run();
            recorder.released(lease.id(), capture);
            if (rest.isOwed()) {
                Instant until = Workbench.restEnd(rest.pace(), rest.from());
                recorder.hosts().save(lease.host(), rest.pace(), until);
            }
        });
        giveBack(lease, rest);
    }

    /// From when a host's gap counts after a request that ended then: a little later each time, and
    /// much later for one that has sent too much.
    private Instant restFrom(Pace pace, Instant end) {
        Duration jitter =
                Duration.ofNanos((long) (pace.gap().toNanos() * MOST_JITTER * random.nextDouble()));
        return end.plus(jitter).plus(rest(pace, end));
    }

    private Duration rest(Pace pace, Instant end) {
        return pace.traffic().rest(settings.limits().hostBytesDaily(), end);
    }

    /// Says so in the log where a host rests because of what it has sent.
    private FetchReport noted(FetchReport report, Rest after, Instant end) {
        Pace pace = after.pace();
        return rest(pace, end).isZero()
                ? report
                : report.noting(
                        "limit bytes_per_host_daily="
                                + settings.limits().hostBytesDaily()
                                + " observed="
                                + pace.traffic().bytes());
    }

    /// The report goes first: when the lease is over, its report is in the queue.
    private void submitReport(Task task) {
        reports.enter();
        recorder.submit(() -> {
            reports.leave();
            task.run();
        });
    }

    private void giveBack(Lease lease, Rest rest) {
        HostEntry host = lease.host();
        boolean empty =
                rest.isOwed()
                        ? bench.takeBackAsked(lease, rest.pace(), rest.from())
                        : bench.takeBack(lease);
        if (empty) {
            recorder.submit(() -> recorder.admission().reload(host));
        }
    }
}
