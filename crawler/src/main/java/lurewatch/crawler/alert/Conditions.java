package lurewatch.crawler.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lurewatch.crawler.frontier.SiteStatus;
import lurewatch.crawler.service.Progress;
import lurewatch.crawler.service.ServiceState;
import lurewatch.crawler.settings.Alerts;

/// What is wrong with a crawl. A function of what is given, so that each sentence can be tested.
final class Conditions {
    /// Pages come quickly on a big site: so long at least nothing must have been found.
    private static final Duration EMPTY_FOR = Duration.ofHours(1);

    private final Alerts settings;
    private final ServiceState state;
    private final Finds finds;
    private final Instant lastWork;
    private final List<Alert> alerts = new ArrayList<>();

    private Conditions(Alerts settings, ServiceState state, Finds finds, Instant lastWork) {
        this.settings = settings;
        this.state = state;
        this.finds = finds;
        this.lastWork = lastWork;
    }

    /// @param sites those that are watched
    /// @param lastWork when a fetch last ended, however
    /// @param open alerts that were told; a site's lasts until the site gives something again,
    ///   whatever was started anew meanwhile
    static List<Alert> of(
            Alerts settings,
            ServiceState state,
            List<SiteStatus> sites,
            Finds finds,
            Instant lastWork,
            List<Alert> open) {
        Conditions conditions = new Conditions(settings, state, finds, lastWork);
        conditions.crawler(sites);
        for (SiteStatus site : sites) {
            open.stream()
                    .filter(alert -> alert.site().equals(site.site()))
                    .filter(alert -> conditions.lasts(alert, site))
                    .forEach(conditions.alerts::add);
            conditions.site(site);
        }
        return List.copyOf(conditions.alerts);
    }

    private void crawler(List<SiteStatus> sites) {
        switch (state.progress().state()) {
            case FAILED ->
                    add(
                            Kind.CRAWLER_FAILED,
                            state.at(),
                            "nothing can be kept any more, it has ended");
            case PAUSED_DISK ->
                    add(
                            Kind.DISK_LOW,
                            state.at(),
                            "fetching is paused: " + free() + ", less than storage.disk_reserve");
            case OFFLINE ->
                    add(
                            Kind.OFFLINE,
                            state.at(),
                            "no host of any site can be reached; one is tried now and then");
            case CRAWLING -> stalled(sites);
            case ENDED -> {
                // By its own or somebody's will.
            }
        }
        state.reload()
                .filter(reload -> !reload.accepted())
                .ifPresent(reload -> add(Kind.CONFIG_REFUSED, reload.at(), reload.what()));
    }

    private String free() {
        return state.diskFree().isPresent()
                ? String.format(
                        Locale.ROOT, "%.1f GB free", state.diskFree().getAsLong() / 1073741824.0)
                : "an unknown number of GB free";
    }

    /// Depth of a queue says nothing of waiting; age alone may be a long backlog that is worked
    /// off.
    private void stalled(List<SiteStatus> sites) {
        Duration oldest =
                sites.stream()
                        .map(SiteStatus::oldestDue)
                        .flatMap(Optional::stream)
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO);
        boolean idle = isLonger(Duration.between(lastWork, state.at()), settings.stalledAfter());
        if (idle && isLonger(oldest, settings.stalledAfter())) {
            add(
                    Kind.CRAWLER_STALLED,
                    lastWork,
                    "no fetch has ended since, and a page is overdue by "
                            + oldest.toMinutes()
                            + " min");
        }
    }

    private boolean lasts(Alert alert, SiteStatus site) {
        if (alert.kind() == Kind.SITE_FULL) {
            return false; // its figures say for themselves whether it is
        }
        Optional<Instant> better =
                alert.kind() == Kind.SITE_EMPTY ? finds.foundAt(site.site()) : site.lastSuccess();
        return better.filter(at -> at.isAfter(alert.since())).isEmpty();
    }

    private void site(SiteStatus site) {
        Instant success =
                site.lastSuccess().filter(at -> at.isAfter(state.since())).orElse(state.since());
        Duration quiet = Duration.between(success, state.at());
        boolean wanted = site.recent().fetches() > 0 || !site.lanes().isEmpty();
        boolean crawling = state.progress().state() == Progress.State.CRAWLING;
        String last = site.lastError().map(error -> "; last error: " + error).orElse("");
        boolean refuses =
                site.blockedUntil().isPresent()
                        || site.lastError().filter(Conditions::isRefusal).isPresent();
        if (crawling && refuses && isLonger(quiet, settings.blockedAfter())) {
            add(Kind.SITE_BLOCKED, site.site(), success, "it refuses us" + last);
        } else if (crawling && wanted && isLonger(quiet, settings.silentAfter())) {
            add(Kind.SITE_SILENT, site.site(), success, "it gives no page any more" + last);
        }
        empty(site.site());
        site.room().fullSince().ifPresent(since -> full(site, since));
    }

    private void full(SiteStatus site, Instant since) {
        add(
                Kind.SITE_FULL,
                site.site(),
                since,
                String.format(
                        Locale.ROOT,
                        "no new page of it is followed: %,d of scope.pages %,d are known, or"
                                + " limits.pages_per_host is reached",
                        site.room().counted(),
                        site.room().budget()));
    }

    private void empty(String site) {
        finds.foundAt(site)
                .filter(_ -> finds.emptyPages(site) >= settings.emptyPages())
                .filter(at -> isLonger(Duration.between(at, state.at()), EMPTY_FOR))
                .ifPresent(at ->
                        add(
                                Kind.SITE_EMPTY,
                                site,
                                at,
                                "nothing was found on its last "
                                        + finds.emptyPages(site)
                                        + " pages; see 'lurewatch check site "
                                        + site
                                        + "'"));
    }

    private static boolean isRefusal(String error) {
        return error.startsWith("TROUBLED") || error.startsWith("DENIED");
    }

    private static boolean isLonger(Duration span, Duration limit) {
        return span.compareTo(limit) >= 0;
    }

    private void add(Kind kind, Instant since, String what) {
        add(kind, "", since, what);
    }

    private void add(Kind kind, String site, Instant since, String what) {
        alerts.add(new Alert(kind, site, since, what));
    }
}
