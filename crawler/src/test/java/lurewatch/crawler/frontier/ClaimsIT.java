package lurewatch.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import lurewatch.crawler.frontier.FetchReport.Ending;
import lurewatch.crawler.frontier.FrontierSettings.RunMode;
import lurewatch.crawler.settings.Limits;
import lurewatch.crawler.settings.Politeness;
import lurewatch.crawler.settings.Schedule;
import lurewatch.crawler.site.Scope;
import lurewatch.crawler.site.Site;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.SiteKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What sitemaps and listings say of known pages, in a world whose time the test moves: a listing,
/// a sitemap and some pages that never change unless the test says so.
final class ClaimsIT {
    private static final String SEED = "http://board.example/";
    private static final String SITEMAP = SEED + "sitemap.xml";
    private static final int PAGES = 6;
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir Path directory;

    private final AtomicReference<Instant> wall = new AtomicReference<>(START);
    private final AtomicLong nanos = new AtomicLong(1);
    private final Site site =
            new Site(
                    "board",
                    SiteKind.JOB_BOARD,
                    true,
                    List.of(SEED),
                    Scope.DEFAULTS,
                    Optional.empty(),
                    Optional.of(Duration.ofHours(5)),
                    Optional.empty());

    // The made-up web.
    private final Map<String, Instant> lastmod = new HashMap<>();
    private final Map<String, Long> contents = new HashMap<>();
    private Set<Integer> listed = Set.of(0, 1, 2);
    private boolean sitemapLies;
    private FoundLink.Kind shownAs = FoundLink.Kind.OTHER;
    private boolean listingSwaps;
    private final Set<Integer> ended = new HashSet<>();

    private final Map<String, List<Instant>> visits = new HashMap<>();
    private long sequence;

    private Frontier open() {
        Frontier frontier =
                Frontier.open(
                        directory.resolve("crawl.db"),
                        new FrontierSettings(
                                Politeness.DEFAULTS,
                                Schedule.DEFAULTS,
                                Limits.DEFAULTS,
                                Map.of("board", site),
                                RunMode.SERVICE,
                                0.35,
                                Duration.ZERO),
                        new Clocks(wall::get, nanos::get),
                        new Random(3));
        for (int page = 0; page < PAGES; page++) {
            lastmod.putIfAbsent(page(page), START);
            contents.putIfAbsent(page(page), 1L);
        }
        frontier.plant(List.of(site));
        return frontier;
    }

    private static String page(int number) {
        return SEED + "page/" + number;
    }

    private static WebUrl url(String written) {
        return WebUrl.parse(written).orElseThrow();
    }

    private void pass(Duration time) {
        wall.updateAndGet(now -> now.plus(time));
        nanos.addAndGet(time.toNanos());
    }

    /// Visits whatever is due, looking every half hour.
    private void run(Frontier frontier, Duration span) throws InterruptedException {
        Instant end = wall.get().plus(span);
        while (wall.get().isBefore(end)) {
            pass(Duration.ofMinutes(30));
            while (frontier.due() > 0) {
                pass(Duration.ofSeconds(40));
                visit(frontier, frontier.take().orElseThrow());
            }
        }
    }

    private void visit(Frontier frontier, Lease lease) {
        visits.computeIfAbsent(lease.url(), _ -> new ArrayList<>()).add(wall.get());
        if (lease.url().equals(SEED) && visits.getOrDefault(SEED, List.of()).size() == 1) {
            frontier.keepRobots(
                    lease,
                    new StoredRobots("http://board.example", wall.get(), 200, new byte[0]),
                    Optional.empty(),
                    List.of(url(SITEMAP)));
        }
        if (ended.stream().anyMatch(page -> lease.url().equals(page(page)))) {
            frontier.done(lease, missing());
            return;
        }
        frontier.done(
                lease,
                FetchReport.of(
                                Ending.CAPTURED,
                                "",
                                new FetchReport.Answer(
                                        OptionalInt.of(200),
                                        10,
                                        Duration.ofMillis(10),
                                        Validators.NONE))
                        .keptAs(OptionalLong.of(++sequence))
                        .saying(
                                new FetchReport.Content(
                                        content(lease.url()), OptionalDouble.empty()))
                        .leadingTo(links(lease.url())));
    }

    private static FetchReport missing() {
        return FetchReport.of(
                Ending.MISSING,
                "",
                new FetchReport.Answer(
                        OptionalInt.of(404), 10, Duration.ofMillis(10), Validators.NONE));
    }

    private OptionalLong content(String url) {
        if (url.equals(SITEMAP)) {
            return OptionalLong.of(links(url).hashCode());
        }
        return OptionalLong.of(contents.getOrDefault(url, 0L));
    }

    private List<FoundLink> links(String url) {
        if (url.equals(SITEMAP)) {
            return lastmod.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(entry ->
                            new FoundLink(
                                    url(entry.getKey()),
                                    FoundLink.Kind.LISTED,
                                    "",
                                    Optional.of(sitemapLies ? wall.get() : entry.getValue())))
                    .toList();
        }
        return url.equals(SEED)
                ? shown().stream().sorted().map(n -> new FoundLink(url(page(n)), shownAs)).toList()
                : List.of();
    }

    private Set<Integer> shown() {
        boolean odd = visits.getOrDefault(SEED, List.of()).size() % 2 == 1;
        return listingSwaps && odd ? Set.of(0, 2, 5) : listed;
    }

    private void change(int page) {
        contents.merge(page(page), 1L, Long::sum);
        lastmod.put(page(page), wall.get());
    }

    private Forecast why(String page) {
        try (FrontierReader reader = FrontierReader.open(directory.resolve("crawl.db"))) {
            return reader.forecast(url(page), Schedule.DEFAULTS, Map.of("board", site))
                    .orElseThrow();
        }
    }

    private int visitsOf(int page) {
        return visits.getOrDefault(page(page), List.of()).size();
    }

    @Test
    void aSitemapInRobotsLeadsToPagesThatNoListingShows() throws InterruptedException {
        try (Frontier frontier = open()) {
            run(frontier, Duration.ofHours(8));
            assertThat(visits).containsKeys(SITEMAP, page(0), page(PAGES - 1));
            assertThat(visits.get(SITEMAP))
                    .as("less often than a listing, whatever the site wants of those")
                    .hasSize(2);
        }
    }

    @Test
    void aPageThatItsSitemapCallsChangedIsVisitedBeforeItsTurn() throws InterruptedException {
        try (Frontier frontier = open()) {
            run(frontier, Duration.ofDays(3));
        }
        int before = visitsOf(4);
        int others = visitsOf(3);
        assertThat(Duration.between(wall.get(), why(page(4)).dueAt()))
                .isGreaterThan(Duration.ofHours(12));
        try (Frontier frontier = open()) {
            change(4);
            run(frontier, Duration.ofHours(7));
            assertThat(visitsOf(4)).isEqualTo(before + 1);
            assertThat(visitsOf(3)).isEqualTo(others);
        }
        assertThat(why(page(4)).hearsay())
                .hasValueSatisfying(said -> {
                    assertThat(said.claim().source()).isEqualTo(Claim.Source.SITEMAP);
                    assertThat(said.isNews()).as("the page was fetched since").isFalse();
                    assertThat(said.trust().toldChanged()).isGreaterThan(0.9);
                    assertThat(said.trust().toldSame()).isZero();
                });
    }

    @Test
    void aSitemapThatSaysSoOfEveryPageIsSoonNotBelieved() throws InterruptedException {
        try (Frontier frontier = open()) {
            sitemapLies = true;
            run(frontier, Duration.ofDays(8));
            int early = visitsOf(5);
            run(frontier, Duration.ofDays(6));
            assertThat(visitsOf(5) - early)
                    .as("about as often as without any sitemap, which is read four times a day")
                    .isLessThanOrEqualTo(5);
        }
        assertThat(why(page(5)).hearsay())
                .hasValueSatisfying(said -> {
                    assertThat(said.trust().weight()).isLessThan(3);
                    assertThat(said.isNews()).isTrue();
                });
    }

    @Test
    void aListingThatShowsAPageAnewPullsItForward() throws InterruptedException {
        try (Frontier frontier = open()) {
            listed = Set.of(0, 1, 2, 3);
            run(frontier, Duration.ofHours(11));
            listed = Set.of(0, 1, 2);
            run(frontier, Duration.ofDays(2));
            int before = visitsOf(3);
            int others = visitsOf(1);
            listed = Set.of(0, 1, 2, 3);
            contents.merge(page(3), 1L, Long::sum);
            run(frontier, Duration.ofHours(6));
            assertThat(visitsOf(3)).isEqualTo(before + 1);
            assertThat(visitsOf(1)).isEqualTo(others);
        }
        assertThat(why(page(3)).hearsay().map(said -> said.claim().source()))
                .contains(Claim.Source.LISTING);
    }

    @Test
    void aPostingThatItsListingShowsNoMoreIsVisitedBeforeItsTurn() throws InterruptedException {
        shownAs = FoundLink.Kind.ITEM;
        listed = Set.of(0, 1, 2, 3);
        try (Frontier frontier = open()) {
            run(frontier, Duration.ofDays(6));
        }
        assertThat(Duration.between(wall.get(), why(page(1)).dueAt()))
                .isGreaterThan(Duration.ofHours(6));
        int before = visitsOf(1);
        int others = visitsOf(2);
        try (Frontier frontier = open()) {
            ended.add(1);
            listed = Set.of(0, 2, 3);
            run(frontier, Duration.ofMinutes(330));
            // A page that is not there is looked for again after an hour.
            assertThat(visitsOf(1)).isBetween(before + 1, before + 2);
            assertThat(visitsOf(2)).isEqualTo(others);
        }
        assertThat(why(page(1)).hearsay())
                .hasValueSatisfying(said -> {
                    assertThat(said.claim().source()).isEqualTo(Claim.Source.LEFT);
                    assertThat(said.isNews()).as("the page was asked for since").isFalse();
                    assertThat(said.trust().toldChanged()).isEqualTo(1);
                    assertThat(said.trust().toldSame()).isZero();
                });
    }

    @Test
    void theLastOfAListingMayHaveSlippedOnToItsNextPage() throws InterruptedException {
        shownAs = FoundLink.Kind.ITEM;
        listed = Set.of(1, 2, 3);
        try (Frontier frontier = open()) {
            run(frontier, Duration.ofDays(6));
            int before = visitsOf(3);
            listed = Set.of(0, 1, 2);
            run(frontier, Duration.ofMinutes(330));
            assertThat(visitsOf(3)).isEqualTo(before);
        }
        assertThat(why(page(3)).hearsay().map(said -> said.claim().source()))
                .isNotEqualTo(Optional.of(Claim.Source.LEFT));
    }

    @Test
    void aListingThatShowsNowTheseNowThoseIsSoonNotBelieved() throws InterruptedException {
        shownAs = FoundLink.Kind.ITEM;
        listed = Set.of(0, 1, 3, 5);
        listingSwaps = true;
        try (Frontier frontier = open()) {
            run(frontier, Duration.ofDays(8));
            int early = visitsOf(1);
            int steady = visitsOf(5);
            run(frontier, Duration.ofDays(8));
            assertThat(visitsOf(1) - early)
                    .as("the listing is read five times a day")
                    .isLessThanOrEqualTo(visitsOf(5) - steady + 2);
        }
    }
}
