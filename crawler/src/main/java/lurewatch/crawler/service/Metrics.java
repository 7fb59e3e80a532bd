package lurewatch.crawler.service;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import lurewatch.crawler.frontier.Lane;
import lurewatch.crawler.frontier.LaneStatus;
import lurewatch.crawler.frontier.SiteStatus;
import lurewatch.indexer.LowerCase;

/// What Prometheus is told of a crawl. Names and units follow its conventions: seconds, bytes, a
/// moment as seconds since 1970, `_total` for what only grows.
final class Metrics {
    private final Exposition text = new Exposition();

    private Metrics() {}

    /// @param alerts how many are open, by kind
    static String of(ServiceState state, List<SiteStatus> sites, Map<String, Long> alerts) {
        Metrics metrics = new Metrics();
        metrics.crawler(state);
        metrics.sites(sites);
        metrics.text.family(
                "lurewatch_alerts_open",
                Exposition.Type.GAUGE,
                "Alerts told and not taken back, by kind.");
        alerts.forEach((kind, count) -> metrics.text.sample((double) count, "kind", kind));
        return metrics.text.toString();
    }

    private void crawler(ServiceState state) {
        Progress progress = state.progress();
        text.family(
                "lurewatch_state",
                Exposition.Type.GAUGE,
                "1 for what the crawler does now, else 0.");
        for (Progress.State each : Progress.State.values()) {
            text.sample(each == progress.state() ? 1 : 0, "state", LowerCase.of(each.name()));
        }
        gauge("lurewatch_start_time_seconds", "When the crawl began.", seconds(state.since()));
        counter("lurewatch_answers_total", "Page requests answered.", progress.answered());
        counter("lurewatch_captures_total", "Answers that gave the page.", progress.captured());
        counter("lurewatch_fetch_failures_total", "Fetches without answer.", progress.failed());
        counter(
                "lurewatch_forbidden_total",
                "URLs that robots.txt or the address guard forbade.",
                progress.forbidden());
        counter("lurewatch_received_bytes_total", "Bodies as received.", progress.bytes());
        gauge("lurewatch_fetches_running", "Fetches under way.", progress.running());
        gauge("lurewatch_urls_queued", "URLs known and never fetched.", progress.queued());
        state.diskFree()
                .ifPresent(bytes ->
                        gauge("lurewatch_disk_free_bytes", "Free for the data directory.", bytes));
        Runtime runtime = Runtime.getRuntime();
        gauge(
                "lurewatch_heap_used_bytes",
                "Java heap in use.",
                runtime.totalMemory() - runtime.freeMemory());
        gauge("lurewatch_heap_max_bytes", "Most that the heap may take.", runtime.maxMemory());
        state.reload()
                .ifPresent(reload -> {
                    gauge(
                            "lurewatch_config_reload_successful",
                            "1 where the settings last read hold, 0 where they were refused.",
                            reload.accepted() ? 1 : 0);
                    gauge(
                            "lurewatch_config_reload_time_seconds",
                            "When the settings were last read anew.",
                            seconds(reload.at()));
                });
    }

    private void sites(List<SiteStatus> sites) {
        perSite(
                sites,
                "lurewatch_site_urls",
                Exposition.Type.GAUGE,
                "URLs known.",
                site -> (double) site.pages());
        perSite(
                sites,
                "lurewatch_site_fetches_total",
                Exposition.Type.COUNTER,
                "Endings of fetches, ever.",
                site -> (double) site.fetches());
        perSite(
                sites,
                "lurewatch_site_errors_total",
                Exposition.Type.COUNTER,
                "Fetches that gave no page, ever.",
                site -> (double) site.errors());
        perSite(
                sites,
                "lurewatch_site_last_success_time_seconds",
                Exposition.Type.GAUGE,
                "When the site last gave a page; 0 for never.",
                site -> site.lastSuccess().map(Metrics::seconds).orElse(0.0));
        perSite(
                sites,
                "lurewatch_site_blocked_until_time_seconds",
                Exposition.Type.GAUGE,
                "When a host that rests after trouble may be asked again; 0 where none rests.",
                site -> site.blockedUntil().map(Metrics::seconds).orElse(0.0));
        perSite(
                sites,
                "lurewatch_site_second_looks_different",
                Exposition.Type.GAUGE,
                "Pages that showed another user agent something else.",
                site -> (double) site.looks().different());
        perLane(
                sites,
                "lurewatch_site_due_urls",
                "URLs whose time has come, hosts that rest left out.",
                lane -> (double) lane.due());
        perLane(
                sites,
                "lurewatch_site_oldest_due_seconds",
                "How long the URL that has waited longest is overdue.",
                lane -> lane.oldest().toMillis() / 1000.0);
    }

    private void perSite(
            List<SiteStatus> sites,
            String name,
            Exposition.Type type,
            String help,
            ToDoubleFunction<SiteStatus> value) {
        text.family(name, type, help);
        sites.forEach(site -> text.sample(value.applyAsDouble(site), "site", site.site()));
    }

    private void perLane(
            List<SiteStatus> sites, String name, String help, ToDoubleFunction<LaneStatus> value) {
        text.family(name, Exposition.Type.GAUGE, help);
        for (SiteStatus site : sites) {
            for (Lane lane : Lane.values()) {
                LaneStatus status = site.lanes().get(lane);
                text.sample(
                        status == null ? 0 : value.applyAsDouble(status),
                        "site",
                        site.site(),
                        "lane",
                        LowerCase.of(lane.name()));
            }
        }
    }

    private void gauge(String name, String help, long value) {
        gauge(name, help, (double) value);
    }

    private void gauge(String name, String help, double value) {
        text.family(name, Exposition.Type.GAUGE, help).sample(value);
    }

    private void counter(String name, String help, long value) {
        text.family(name, Exposition.Type.COUNTER, help).sample((double) value);
    }

    private static double seconds(Instant time) {
        return time.toEpochMilli() / 1000.0;
    }
}
