package lurewatch.crawler.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lurewatch.crawler.alert.Alert;
import lurewatch.crawler.frontier.Lane;
import lurewatch.crawler.frontier.LaneStatus;
import lurewatch.crawler.frontier.SiteStatus;
import lurewatch.crawler.service.Progress;
import lurewatch.crawler.service.ServiceState;
import lurewatch.indexer.console.JsonLine;

/// A status for programs: an object for the crawler, and one for each site.
final class StatusJson {
    private StatusJson() {}

    static List<JsonLine> lines(StatusView view) {
        List<JsonLine> lines = new ArrayList<>();
        lines.add(crawler(view));
        view.sites().forEach(site -> lines.add(site(view, site)));
        return lines;
    }

    private static JsonLine crawler(StatusView view) {
        Optional<ServiceState> running = view.running();
        JsonLine line =
                JsonLine.versioned()
                        .put("type", "crawler")
                        .put("time", view.now().toString())
                        .put("running", running.isPresent())
                        .put("writer", view.writer())
                        .put("quarantined", view.quarantined().captures())
                        .putObjects("alerts", view.alerts(), StatusJson::alert);
        view.last()
                .ifPresent(state -> {
                    Progress progress = state.progress();
                    line.put("state", progress.state().name().toLowerCase(Locale.ROOT))
                            .put("pid", state.pid())
                            .put("since", state.since().toString())
                            .put("heard_at", state.at().toString())
                            .put("answered", progress.answered())
                            .put("captured", progress.captured())
                            .put("failed", progress.failed())
                            .put("forbidden", progress.forbidden())
                            .put("fetching", progress.running())
                            .put("queued", progress.queued())
                            .put("bytes", progress.bytes());
                    state.diskFree().ifPresent(bytes -> line.put("disk_free", bytes));
                    state.reload()
                            .ifPresent(reload ->
                                    line.put("reload_at", reload.at().toString())
                                            .put("reload_accepted", reload.accepted())
                                            .put("reload", reload.what()));
                });
        return line;
    }

    private static String alert(Alert alert) {
        return JsonLine.object(line ->
                line.put("kind", alert.kind().label())
                        .put("site", alert.site())
                        .put("since", alert.since().toString())
                        .put("what", alert.what()));
    }

    private static JsonLine site(StatusView view, SiteStatus site) {
        JsonLine line =
                JsonLine.versioned()
                        .put("type", "site")
                        .put("site", site.site())
                        .put("pages", site.pages())
                        .put("pages_counted", site.room().counted())
                        .put("pages_budget", site.room().budget())
                        .put("full_since", site.room().fullSince().map(Object::toString))
                        .put("fetches", site.fetches())
                        .put("errors", site.errors())
                        .put("fetches_1d", site.recent().fetches())
                        .put("errors_1d", site.recent().errors())
                        .put("postings_7d", view.yieldOf(site).postings())
                        .put("lures_7d", view.yieldOf(site).lures())
                        .put("last_success", site.lastSuccess().map(Object::toString))
                        .put("last_error", site.lastError())
                        .put("blocked_until", site.blockedUntil().map(Object::toString))
                        .put("silent", view.isSilent(site))
                        .put("second_looks", site.looks().pages())
                        .put("second_looks_different", site.looks().different());
        for (Lane lane : Lane.values()) {
            LaneStatus status = site.lanes().get(lane);
            String name = lane.name().toLowerCase(Locale.ROOT);
            line.put("due_" + name, status == null ? 0 : status.due())
                    .put(
                            "oldest_due_seconds_" + name,
                            status == null ? 0 : status.oldest().toSeconds());
        }
        return line;
    }
}
