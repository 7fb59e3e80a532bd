package lurewatch.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import lurewatch.crawler.frontier.FetchReport.Ending;
import lurewatch.crawler.frontier.FrontierSettings.RunMode;
import lurewatch.crawler.settings.Limits;
import lurewatch.crawler.settings.Politeness;
import lurewatch.crawler.settings.Schedule;
import lurewatch.crawler.settings.Watch;
import lurewatch.crawler.site.Scope;
import lurewatch.crawler.site.Site;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.SiteKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The frontier without any network, on a clock that the test moves.
final class FrontierIT {
    private static final String SEED = "http://board.example/";

    @TempDir Path directory;

    private final AtomicReference<Instant> wall =
            new AtomicReference<>(Instant.parse("2025-11-01T00:00:00Z"));
    private final AtomicLong nanos = new AtomicLong(1);
    private final Clocks clocks = new Clocks(wall::get, nanos::get);
    private Scope scope = Scope.DEFAULTS;
    private Politeness politeness = Politeness.DEFAULTS;
    private Schedule schedule = Schedule.DEFAULTS;
    private long sequence;

    private Site site() {
        return new Site(
                "board",
                SiteKind.JOB_BOARD,
                true,
                List.of(SEED),
                scope,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Frontier open(RunMode mode) {
        Site site = site();
        FrontierSettings settings =
                new FrontierSettings(
                        politeness,
                        schedule,
                        Limits.DEFAULTS,
                        Map.of("board", site),
                        mode,
                        0.35,
                        Duration.ZERO);
        Frontier frontier =
                Frontier.open(directory.resolve("crawl.db"), settings, clocks, new Random(3));
        frontier.plant(List.of(site));
        return frontier;
    }

    private void pass(Duration time) {
        wall.updateAndGet(now -> now.plus(time));
        nanos.addAndGet(time.toNanos());
    }

    private FetchReport report(Ending ending, FoundLink... links) {
        return report(ending, OptionalLong.empty(), links);
    }

    /// A page came, and this is what it said.
    private FetchReport saying(long content) {
        return report(Ending.CAPTURED, OptionalLong.of(content));
    }

    private FetchReport report(Ending ending, OptionalLong content, FoundLink... links) {
        return FetchReport.of(
                        ending,
                        "",
                        new FetchReport.Answer(
                                OptionalInt.of(200), 10, Duration.ofMillis(10), Validators.NONE))
                .keptAs(OptionalLong.of(++sequence))
                .saying(new FetchReport.Content(content, OptionalDouble.empty()))
                .leadingTo(List.of(links));
    }

    private static FoundLink link(FoundLink.Kind kind, String url) {
        return new FoundLink(WebUrl.parse(url).orElseThrow(), kind);
    }

    private Lease take(Frontier frontier) throws InterruptedException {
        pass(Duration.ofSeconds(40)); // longer than any gap here
        return frontier.take().orElseThrow();
    }

    /// Takes and reports until a run of mode `ONCE` ends.
    private List<String> drain(Frontier frontier) throws InterruptedException {
        List<String> urls = new ArrayList<>();
        Thread clock =
                Thread.ofVirtual()
                        .start(() -> {
                            while (!frontier.isFinished()) {
                                nanos.addAndGet(Duration.ofSeconds(1).toNanos());
                                LockSupport.parkNanos(1_000_000);
                            }
                        });
        for (Optional<Lease> lease = frontier.take(); lease.isPresent(); lease = frontier.take()) {
            urls.add(lease.get().url());
            frontier.done(lease.get(), report(Ending.CAPTURED));
        }
        clock.join();
        return urls;
    }

    @Test
    void aRunEndsWhenNothingIsDue() throws InterruptedException {
        try (Frontier frontier = open(RunMode.ONCE)) {
            assertThat(drain(frontier)).containsExactly(SEED);
        }
        try (Frontier frontier = open(RunMode.ONCE)) {
            assertThat(drain(frontier)).isEmpty();
        }
        pass(Duration.ofMinutes(34));
        try (Frontier frontier = open(RunMode.ONCE)) {
            assertThat(drain(frontier)).containsExactly(SEED);
        }
    }

    /// Who mends the settings starts anew and wants to see the page; robots.txt and address guard
    /// are asked without a request. What the site itself refused waits as long as ever.
    @ParameterizedTest
    @CsvSource({"REFUSED, true", "DISALLOWED, true", "MISSING, false", "DENIED, false"})
    void aSeedThatWeDidNotAskForIsDueAtTheNextStart(Ending ending, boolean isDue)
            throws InterruptedException {
        OptionalInt status = isDue ? OptionalInt.empty() : OptionalInt.of(404);
        try (Frontier frontier = open(RunMode.SERVICE)) {
            frontier.done(
                    take(frontier),
                    FetchReport.of(
                            ending,
                            "",
                            new FetchReport.Answer(status, 0, Duration.ZERO, Validators.NONE)));
        }
        pass(Duration.ofMinutes(5));
        try (Frontier frontier = open(RunMode.ONCE)) {
            assertThat(drain(frontier)).isEqualTo(isDue ? List.of(SEED) : List.of());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ITEM, 10m", // the fuse
        "NEXT, 60m", // the second page of a listing, half as often as the first
    })
    void everyKindOfPageHasItsInterval(FoundLink.Kind kind, String interval)
            throws InterruptedException {
        Duration due = Duration.parse("PT" + interval.toUpperCase(java.util.Locale.ROOT));
        try (Frontier frontier = open(RunMode.SERVICE)) {
            frontier.done(take(frontier), report(Ending.CAPTURED, link(kind, SEED + "page")));
            Lease found = take(frontier);
            assertThat(found.url()).isEqualTo(SEED + "page");
            frontier.done(found, report(Ending.CAPTURED));
        }
        assertThat(dueAt(SEED + "page"))
                .isBetween(
                        wall.get().plus(due), wall.get().plus(due.multipliedBy(11).dividedBy(10)));
    }

    @Test
    void theFuseOfAPostingGrowsLonger() throws InterruptedException {
        List<Duration> gaps = new ArrayList<>();
        try (Frontier frontier = open(RunMode.SERVICE)) {
            frontier.done(
                    take(frontier),
                    report(Ending.CAPTURED, link(FoundLink.Kind.ITEM, SEED + "ad")));
        }
        for (int visit = 0; visit < 5; visit++) {
            try (Frontier frontier = open(RunMode.SERVICE)) {
                Lease lease = take(frontier);
                while (!lease.url().endsWith("ad")) {
                    frontier.done(lease, report(Ending.CAPTURED));
                    lease = take(frontier);
                }
                frontier.done(lease, report(Ending.CAPTURED));
            }
            Duration gap = Duration.between(wall.get(), dueAt(SEED + "ad"));
            gaps.add(gap);
            pass(gap);
        }
        assertThat(gaps.subList(0, 4))
                .containsExactly(
                        Duration.ofMinutes(10),
                        Duration.ofHours(1),
                        Duration.ofHours(6),
                        Duration.ofDays(1));
        assertThat(gaps.getLast()).isBetween(Duration.ofHours(3), Duration.ofDays(2));
    }

    @Test
    void whatAPageShowedOutlivesTheProcess() throws InterruptedException {
        try (Frontier frontier = open(RunMode.SERVICE)) {
            frontier.done(
                    take(frontier),
                    report(Ending.CAPTURED, link(FoundLink.Kind.OTHER, SEED + "page")));
        }
        List<Duration> gaps = new ArrayList<>();
        for (int visit = 0; visit < 6; visit++) {
            try (Frontier frontier = open(RunMode.SERVICE)) {
                Lease lease = take(frontier);
                while (!lease.url().endsWith("page")) {
                    frontier.done(lease, report(Ending.CAPTURED));
                    lease = take(frontier);
                }
                frontier.done(lease, saying(visit < 3 ? 7 : visit));
            }
            gaps.add(Duration.between(wall.get(), dueAt(SEED + "page")));
            pass(gaps.getLast());
        }
        assertThat(gaps.get(2)).isGreaterThan(gaps.get(0)); // as it was before, twice
        assertThat(gaps.get(5)).isLessThan(gaps.get(2)); // then otherwise each time
        assertThat(count("SELECT changes FROM url WHERE url = '" + SEED + "page'")).isEqualTo(3);
    }

    @Test
    void whatTheBudgetCannotBearIsPutOff() throws InterruptedException {
        schedule = schedule.with(schedule.revisit().withBudget(1));
        try (Frontier frontier = open(RunMode.SERVICE)) {
            for (int visit = 0; visit < 4; visit++) {
                frontier.done(take(frontier), report(Ending.CAPTURED));
                pass(Duration.ofDays(8));
            }
        }
        assertThat(count("SELECT due_at - last_at FROM url"))
                .isGreaterThan(Duration.ofHours(6).toMillis());
    }

    @Test
    void aWatchedPageIsVisitedAsOftenAsItsWatcherWants() throws InterruptedException {
        open(RunMode.SERVICE).close();
        schedule =
                new Schedule(
                        schedule.hub(),
                        schedule.detailFuse(),
                        schedule.retry(),
                        schedule.retries(),
                        3,
                        3,
                        2,
                        schedule.revisit(),
                        new Watch(
                                List.of(SEED + "that-ad", "http://elsewhere.example/"),
                                Duration.ofMinutes(5)));
        try (Frontier frontier = open(RunMode.SERVICE)) {
            assertThat(frontier.watch(List.of(site())))
                    .containsExactly("http://elsewhere.example/");
            Lease lease = take(frontier);
            while (!lease.url().endsWith("that-ad")) {
                frontier.done(lease, report(Ending.CAPTURED));
                lease = take(frontier);
            }
            frontier.done(lease, report(Ending.CAPTURED));
        }
        assertThat(dueAt(SEED + "that-ad"))
                .isBetween(
                        wall.get().plus(Duration.ofMinutes(5)),
                        wall.get().plus(Duration.ofSeconds(330)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Ending.class,
            names = {"MISSING", "DENIED", "DISALLOWED", "REFUSED", "TROUBLED", "FAILED"})
    void noEndingIsFinal(Ending ending) throws InterruptedException {
        for (int i = 0; i < 8; i++) {
            try (Frontier frontier = open(RunMode.SERVICE)) {
                Lease lease = take(frontier);
                frontier.done(lease, FetchReport.of(ending, "test", Duration.ZERO));
            }
            Instant due = dueAt(SEED);
            assertThat(due).isAfter(wall.get()).isBefore(wall.get().plus(Duration.ofDays(31)));
            pass(Duration.ofDays(31));
        }
    }

    @Test
    void lanesAreServedInTheirShares() throws InterruptedException {
        try (Frontier frontier = open(RunMode.SERVICE)) {
            List<FoundLink> links = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                links.add(link(FoundLink.Kind.NEXT, SEED + "list" + i));
            }
            for (int i = 0; i < 40; i++) {
                links.add(link(FoundLink.Kind.ITEM, SEED + "ad" + i));
            }
            frontier.done(take(frontier), report(Ending.CAPTURED, links.toArray(new FoundLink[0])));
            Map<Lane, Integer> served = new HashMap<>();
            for (int i = 0; i < 10; i++) {
                Lease lease = take(frontier);
                served.merge(lease.lane(), 1, Integer::sum);
                frontier.done(lease, report(Ending.CAPTURED));
            }
            assertThat(served).containsEntry(Lane.HUB, 6).containsEntry(Lane.DISCOVERY, 4);
        }
    }

    /// A board answers pages beyond its last one with the last one, or with an empty list, and has
    /// a next one for each.
    @ParameterizedTest
    @CsvSource({
        "1 1 1 1 1, , 2", // the seed and what came after it
        "1 2 3 3 3, , 4",
        "1 1 1 1 1, 0 1 2 3 4, 5", // the same words, but other ads
        "1 1 1 1 1, 0 1 1 1 1, 3",
        "1 2 1 2 1, , 5", // two in turn: up to the bound of all lists
    })
    void aListThatRepeatsItselfIsFollowedNoFurther(String says, String newAds, int pages)
            throws InterruptedException {
        String[] words = says.split(" ", -1);
        List<String> ads = newAds == null ? List.of() : List.of(newAds.split(" ", -1));
        try (Frontier frontier = open(RunMode.ONCE)) {
            int page = 0;
            Optional<Lease> lease = frontier.take();
            while (lease.isPresent()) {
                if (lease.get().url().contains("ad")) {
                    frontier.done(lease.get(), report(Ending.CAPTURED));
                } else {
                    List<FoundLink> links = new ArrayList<>();
                    if (page + 1 < words.length) {
                        links.add(link(FoundLink.Kind.NEXT, SEED + "list" + (page + 1)));
                    }
                    if (page < ads.size()) {
                        links.add(link(FoundLink.Kind.ITEM, SEED + "ad" + ads.get(page)));
                    }
                    frontier.done(
                            lease.get(),
                            report(
                                    Ending.CAPTURED,
                                    OptionalLong.of(Long.parseLong(words[page])),
                                    links.toArray(new FoundLink[0])));
                    page++;
                }
                pass(Duration.ofSeconds(40));
                lease = frontier.take();
            }
            assertThat(page).isEqualTo(pages);
        }
    }

    @Test
    void postingsComeBeforeUnclassifiedPagesAndNearOnesFirst() throws InterruptedException {
        try (Frontier frontier = open(RunMode.SERVICE)) {
            frontier.done(
                    take(frontier),
                    report(
                            Ending.CAPTURED,
                            link(FoundLink.Kind.OTHER, SEED + "about"),
                            link(FoundLink.Kind.ITEM, SEED + "ad")));
            assertThat(take(frontier).url()).isEqualTo(SEED + "ad");
        }
    }

    @Test
    void depthPagingAndBudgetEndASite() throws InterruptedException {
        scope = new Scope(List.of(), List.of(), List.of(), 3, 10);
        List<String> urls = new ArrayList<>();
        try (Frontier frontier = open(RunMode.SERVICE)) {
            for (int i = 0; i < 10; i++) {
                Lease lease = take(frontier);
                urls.add(lease.url());
                frontier.done(
                        lease,
                        report(
                                Ending.CAPTURED,
                                link(FoundLink.Kind.OTHER, lease.url() + "a/"),
                                link(FoundLink.Kind.OTHER, lease.url() + "b/"),
                                link(FoundLink.Kind.OTHER, lease.url() + "c/")));
            }
        }
        assertThat(count("SELECT count(*) FROM url")).isEqualTo(10);
        assertThat(count("SELECT max(depth) FROM url")).isLessThanOrEqualTo(3);
        assertThat(urls).doesNotHaveDuplicates();
    }

    @Test
    void aHostIsLeftAloneForItsGap() throws InterruptedException {
        try (Frontier frontier = open(RunMode.SERVICE)) {
            frontier.done(
                    take(frontier),
                    report(Ending.CAPTURED, link(FoundLink.Kind.ITEM, SEED + "ad")));
            Thread taker = Thread.ofVirtual().start(() -> takeQuietly(frontier));
            assertThat(taker.join(Duration.ofMillis(300))).isFalse();
            pass(Duration.ofMillis(999));
            assertThat(taker.join(Duration.ofMillis(300))).isFalse();
            pass(Duration.ofMillis(201)); // a second, and a fifth of one at most
            assertThat(taker.join(Duration.ofSeconds(5))).isTrue();
        }
    }

    /// The clean end is proof of when a host was last asked; without it, its whole gap is waited
    /// for.
    @Test
    void afterAKillEveryHostHasItsGapFromTheStart() throws Exception {
        try (Frontier frontier = open(RunMode.SERVICE)) {
            frontier.done(
                    take(frontier),
                    report(Ending.CAPTURED, link(FoundLink.Kind.ITEM, SEED + "ad")));
        }
        pass(Duration.ofMinutes(5));
        try (Frontier frontier = open(RunMode.SERVICE)) {
            Lease lease = frontier.take().orElseThrow(); // at once
            frontier.release(lease);
        }
        pass(Duration.ofMinutes(5));
        change("UPDATE meta SET value = 1 WHERE name = 'running'");
        try (Frontier frontier = open(RunMode.SERVICE)) {
            Thread taker = Thread.ofVirtual().start(() -> takeQuietly(frontier));
            assertThat(taker.join(Duration.ofMillis(300))).isFalse();
            pass(Duration.ofSeconds(1));
            assertThat(taker.join(Duration.ofSeconds(5))).isTrue();
        }
    }

    @Test
    void aBlockOutlivesTheProcess() throws InterruptedException {
        try (Frontier frontier = open(RunMode.SERVICE)) {
            FetchReport busy =
                    FetchReport.of(
                                    Ending.TROUBLED,
                                    "",
                                    new FetchReport.Answer(
                                            OptionalInt.of(429), 0, Duration.ZERO, Validators.NONE))
                            .asking(Optional.of(Duration.ofHours(2)));
            frontier.done(take(frontier), busy);
        }
        pass(Duration.ofMinutes(119));
        try (Frontier frontier = open(RunMode.ONCE)) {
            assertThat(drain(frontier)).isEmpty();
        }
        pass(Duration.ofMinutes(2));
        try (Frontier frontier = open(RunMode.ONCE)) {
            assertThat(drain(frontier)).containsExactly(SEED);
        }
    }

    @Test
    void aCaptureTheFrontierWasNotToldOfIsNotFetchedAgain() throws InterruptedException {
        try (Frontier frontier = open(RunMode.ONCE)) {
            assertThat(frontier.appliedSequence()).isZero();
            frontier.applyRecovered(
                    new RecoveredCapture(
                            1,
                            SEED,
                            200,
                            wall.get(),
                            Validators.NONE,
                            List.of(link(FoundLink.Kind.ITEM, SEED + "ad"))));
            assertThat(drain(frontier)).containsExactly(SEED + "ad");
        }
    }

    @Test
    void appliedSequenceStaysBelowWhatIsStillLeased() throws InterruptedException {
        try (Frontier frontier = open(RunMode.SERVICE)) {
            frontier.done(
                    take(frontier),
                    report(
                            Ending.CAPTURED,
                            link(FoundLink.Kind.ITEM, "http://a.example/"),
                            link(FoundLink.Kind.ITEM, "http://b.example/")));
            Lease first = take(frontier);
            Lease second = take(frontier);
            frontier.due(); // a round trip: the leases are known
            frontier.done(second, report(Ending.CAPTURED));
            frontier.due();
            assertThat(frontier.appliedSequence()).isLessThanOrEqualTo(1);
            frontier.done(first, report(Ending.CAPTURED));
        }
        try (Frontier frontier = open(RunMode.SERVICE)) {
            assertThat(frontier.appliedSequence()).isEqualTo(3);
        }
    }

    @Test
    @Timeout(20)
    void statusAndLogAreReadBesideTheWriter() throws InterruptedException {
        try (Frontier frontier = open(RunMode.SERVICE)) {
            frontier.done(
                    take(frontier),
                    report(
                            Ending.CAPTURED,
                            link(FoundLink.Kind.ITEM, SEED + "1"),
                            link(FoundLink.Kind.ITEM, SEED + "2")));
            frontier.done(take(frontier), FetchReport.of(Ending.FAILED, "RESET x", Duration.ZERO));
            pass(Duration.ofSeconds(30));
            try (FrontierReader reader = FrontierReader.open(directory.resolve("crawl.db"))) {
                while (reader.latest(10).size() < 2) {
                    LockSupport.parkNanos(1_000_000); // the commit is not far
                }
                assertThat(reader.latest(1).getFirst().detail()).isEqualTo("RESET x");
                assertThat(reader.latest("board", 10)).hasSize(2);
                List<FetchLogEntry> all = new ArrayList<>();
                reader.forEach(all::add);
                assertThat(all).hasSize(2);
                assertThat(all.getFirst().capture()).hasValue(1);
                SiteStatus status = reader.sites(wall.get(), Duration.ofDays(1)).getFirst();
                assertThat(status.pages()).isEqualTo(3);
                assertThat(status.fetches()).isEqualTo(2);
                assertThat(status.errors()).isEqualTo(1);
                assertThat(status.lanes())
                        .containsEntry(Lane.DISCOVERY, new LaneStatus(1, Duration.ofSeconds(70)));
                assertThat(status.oldestDue()).hasValue(Duration.ofSeconds(70));
                assertThat(status.lastError()).contains("FAILED RESET x");
            }
        }
    }

    @Test
    void whatIsNeverFetchedIsCountedWithoutLookingAtAllOfIt() throws InterruptedException {
        try (Frontier frontier = open(RunMode.ONCE)) {
            frontier.done(
                    take(frontier),
                    report(
                            Ending.CAPTURED,
                            link(FoundLink.Kind.ITEM, SEED + "1"),
                            link(FoundLink.Kind.ITEM, SEED + "2"),
                            link(FoundLink.Kind.OTHER, SEED + "3")));
            frontier.done(take(frontier), report(Ending.CAPTURED));
        }
        try (Frontier frontier = open(RunMode.ONCE)) {
            assertThat(frontier.queued())
                    .isEqualTo(count("SELECT count(*) FROM url WHERE last_at IS NULL"))
                    .isEqualTo(2);
        }
    }

    /// Where most pages of a host wait for a far day, reading those that are due must not read the
    /// others: the index bounds the time, and gives the order.
    @ParameterizedTest
    @EnumSource(
            value = Lane.class,
            names = {"EVIDENCE", "HUB"})
    void whatIsDueIsOneRangeOfTheIndex(Lane lane) throws SQLException {
        open(RunMode.ONCE).close();
        try (Connection db = connect();
                PreparedStatement explain =
                        db.prepareStatement("EXPLAIN QUERY PLAN " + UrlTable.dueQuery(lane));
                ResultSet plan = explain.executeQuery()) {
            assertThat(plan.next()).isTrue();
            assertThat(plan.getString("detail"))
                    .isEqualTo(
                            "SEARCH url USING INDEX url_due"
                                    + " (host_id=? AND lane=? AND rank=? AND due_at<?)");
            assertThat(plan.next()).as("a step that sorts").isFalse();
        }
    }

    @Test
    void aDatabaseOfALaterVersionIsRefused() throws Exception {
        open(RunMode.ONCE).close();
        change("PRAGMA user_version = 99");
        assertThatThrownBy(() -> open(RunMode.ONCE))
                .isInstanceOf(FrontierException.class)
                .hasMessageContaining("version 99");
    }

    private static void takeQuietly(Frontier frontier) {
        try {
            frontier.take();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Instant dueAt(String url) {
        return Instant.ofEpochMilli(count("SELECT due_at FROM url WHERE url = '" + url + "'"));
    }

    private long count(String query) {
        try (Connection db = connect();
                Statement statement = db.createStatement()) {
            return statement.executeQuery(query).getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection db = connect();
                Statement statement = db.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("crawl.db"));
    }
}
