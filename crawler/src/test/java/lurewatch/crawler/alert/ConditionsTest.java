package lurewatch.crawler.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import lurewatch.crawler.frontier.Lane;
import lurewatch.crawler.frontier.LaneStatus;
import lurewatch.crawler.frontier.SiteStatus;
import lurewatch.crawler.service.Progress;
import lurewatch.crawler.service.Reload;
import lurewatch.crawler.service.ServiceState;
import lurewatch.crawler.settings.Alerts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What counts as wrong.
final class ConditionsTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    private static ServiceState state(Progress.State doing, Duration running) {
        Progress progress = new Progress(10, 8, 1, 1, 0, 0, 0, running, doing);
        return new ServiceState(
                1, NOW.minus(running), NOW, progress, OptionalLong.of(1 << 30), Optional.empty());
    }

    private static SiteStatus site(
            Duration lastSuccess, @Nullable String lastError, long fetches, Duration waits) {
        return new SiteStatus(
                "board",
                10,
                100,
                10,
                Optional.of(NOW.minus(lastSuccess)),
                Optional.ofNullable(lastError),
                new SiteStatus.Recent(fetches, 0),
                waits.isZero() ? Map.of() : Map.of(Lane.HUB, new LaneStatus(1, waits)),
                Optional.empty(),
                SiteStatus.Looks.NONE,
                SiteStatus.Room.UNKNOWN);
    }

    private static List<Kind> kinds(ServiceState state, SiteStatus site, Duration idle) {
        return kinds(state, site, new Finds(Map.of()), idle, List.of());
    }

    private static List<Kind> kinds(
            ServiceState state, SiteStatus site, Finds finds, Duration idle, List<Alert> open) {
        return Conditions.of(Alerts.DEFAULTS, state, List.of(site), finds, NOW.minus(idle), open)
                .stream()
                .map(Alert::kind)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // last page, last error, fetches of a day, waits, running for (hours), expected
                "1, -, 10, 0, 100, -",
                "23, -, 10, 0, 100, -",
                "25, FAILED RESET, 10, 0, 100, SITE_SILENT",
                // It waits to be asked, and nobody asks.
                "25, -, 0, 25, 100, SITE_SILENT",
                // Nothing is due: nobody expects a page.
                "25, -, 0, 0, 100, -",
                // We were not there to see.
                "25, FAILED RESET, 10, 0, 2, -",
                "25, TROUBLED 429, 10, 0, 100, SITE_BLOCKED",
                "7, DENIED 403, 10, 0, 100, SITE_BLOCKED",
                "5, DENIED 403, 10, 0, 100, -"
            })
    void aSiteIsSilentOrRefusesUs(
            long success,
            @Nullable String error,
            long fetches,
            long waits,
            long running,
            @Nullable Kind expected) {
        List<Kind> kinds =
                kinds(
                        state(Progress.State.CRAWLING, Duration.ofHours(running)),
                        site(Duration.ofHours(success), error, fetches, Duration.ofHours(waits)),
                        Duration.ZERO);
        assertThat(kinds).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource({"61, 61, 1", "61, 59, 0", "59, 61, 0"})
    void aCrawlThatIsIdleWhileSomethingWaitsIsStuck(long idle, long waits, int alerts) {
        assertThat(
                        kinds(
                                state(Progress.State.CRAWLING, Duration.ofHours(9)),
                                site(Duration.ofMinutes(1), null, 5, Duration.ofMinutes(waits)),
                                Duration.ofMinutes(idle)))
                .hasSize(alerts);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "CRAWLING, -",
                "ENDED, -",
                "PAUSED_DISK, DISK_LOW",
                "OFFLINE, OFFLINE",
                "FAILED, CRAWLER_FAILED"
            })
    void theCrawlersOwnStateIsTold(Progress.State doing, @Nullable Kind expected) {
        List<Kind> kinds =
                kinds(
                        state(doing, Duration.ofHours(9)),
                        site(Duration.ofMinutes(1), null, 5, Duration.ZERO),
                        Duration.ZERO);
        assertThat(kinds).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void refusedSettingsAreTold() {
        ServiceState running = state(Progress.State.CRAWLING, Duration.ofHours(9));
        ServiceState refused =
                new ServiceState(
                        1,
                        running.since(),
                        NOW,
                        running.progress(),
                        OptionalLong.of(1 << 30),
                        Optional.of(new Reload(NOW, false, "lurewatch.yaml:2:3: unknown key")));
        assertThat(
                        kinds(
                                refused,
                                site(Duration.ofMinutes(1), null, 5, Duration.ZERO),
                                Duration.ZERO))
                .containsExactly(Kind.CONFIG_REFUSED);
    }

    @ParameterizedTest
    @CsvSource({
        // found before, empty pages, minutes since, alerts
        "true, 50, 61, 1",
        "true, 49, 61, 0",
        "true, 50, 59, 0",
        // A site that never gave anything is no parser's fault.
        "false, 50, 61, 0"
    })
    void aParserThatFindsNothingAnyMoreIsTold(boolean before, int empty, long minutes, int alerts) {
        Finds finds =
                new Finds(
                        before
                                ? Map.of("board", NOW.minus(Duration.ofMinutes(minutes)))
                                : Map.of());
        for (int i = 0; i < empty; i++) {
            finds.page("board", false, NOW);
        }
        assertThat(
                        kinds(
                                state(Progress.State.CRAWLING, Duration.ofHours(9)),
                                site(Duration.ofMinutes(1), null, 5, Duration.ZERO),
                                finds,
                                Duration.ZERO,
                                List.of()))
                .hasSize(alerts);
        finds.page("board", true, NOW);
        assertThat(finds.emptyPages("board")).isZero();
    }

    @Test
    void aSitesAlertLastsOverARestartUntilItGivesAPage() {
        Alert open =
                new Alert(Kind.SITE_SILENT, "board", NOW.minus(Duration.ofHours(30)), "silent");
        ServiceState fresh = state(Progress.State.CRAWLING, Duration.ofMinutes(1));
        Finds none = new Finds(Map.of());
        SiteStatus still = site(Duration.ofHours(31), null, 5, Duration.ZERO);
        SiteStatus again = site(Duration.ofMinutes(1), null, 5, Duration.ZERO);
        assertThat(kinds(fresh, still, none, Duration.ZERO, List.of(open)))
                .containsExactly(Kind.SITE_SILENT);
        assertThat(kinds(fresh, again, none, Duration.ZERO, List.of(open))).isEmpty();
    }

    @Test
    void aFullSiteIsToldUntilThereIsRoom() {
        Instant since = NOW.minus(Duration.ofHours(2));
        SiteStatus well = site(Duration.ofMinutes(1), null, 10, Duration.ZERO);
        SiteStatus full =
                new SiteStatus(
                        well.site(),
                        well.pages(),
                        well.fetches(),
                        well.errors(),
                        well.lastSuccess(),
                        well.lastError(),
                        well.recent(),
                        well.lanes(),
                        well.blockedUntil(),
                        well.looks(),
                        new SiteStatus.Room(50_000, 50_000, Optional.of(since)));
        ServiceState state = state(Progress.State.CRAWLING, Duration.ofHours(3));
        assertThat(kinds(state, full, Duration.ZERO)).containsExactly(Kind.SITE_FULL);
        Alert told = new Alert(Kind.SITE_FULL, "board", since, "");
        assertThat(kinds(state, well, new Finds(Map.of()), Duration.ZERO, List.of(told))).isEmpty();
    }
}
