package lurewatch.crawler.driver;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lurewatch.crawler.alert.Alert;
import lurewatch.crawler.frontier.Lane;
import lurewatch.crawler.frontier.SiteStatus;
import lurewatch.crawler.service.Progress;
import lurewatch.crawler.service.ServiceState;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.store.SiteYield;

/// A status on one screen of eighty columns: the crawler, then a line for each site, those that
/// somebody should look at first, with what is the matter below them.
final class StatusText {
    private static final int COLUMNS = 80;
    private static final int NAME = 17;
    private static final String ROW = "%s %7s %8s %8s %8s %7s %6s %6s %5s";

    private final StatusView view;

    StatusText(StatusView view) {
        this.view = view;
    }

    /// All of it, no line wider than eighty columns.
    List<String> lines() {
        List<String> lines = new ArrayList<>(crawler());
        for (Alert alert : view.alerts()) {
            lines.add(
                    "alert    "
                            + (alert.kind().label() + " " + alert.site()).strip()
                            + " since "
                            + age(alert.since())
                            + ": "
                            + alert.what());
        }
        view.trouble().ifPresent(what -> lines.add("facts    " + what));
        view.quarantined()
                .last()
                .ifPresent(last ->
                        lines.add(
                                "facts    "
                                        + view.quarantined().captures()
                                        + " quarantined, the last: "
                                        + last));
        lines.add("");
        lines.add(
                "                     last   oldest page due, by lane       24 hours       7 days");
        lines.add(
                row(
                        TerminalText.fitted("site", NAME),
                        "page",
                        "evidence",
                        "hub",
                        "new",
                        "fetches",
                        "errors",
                        "posts",
                        "lures"));
        view.sites().stream()
                .sorted(
                        Comparator.comparing((SiteStatus site) -> !view.isTroubled(site))
                                .thenComparing(SiteStatus::site))
                .forEach(site -> lines.addAll(site(site)));
        return lines.stream()
                .map(line -> TerminalText.cut(TerminalText.line(line), COLUMNS).stripTrailing())
                .toList();
    }

    private List<String> crawler() {
        Optional<ServiceState> running = view.running();
        if (running.isEmpty()) {
            return List.of("crawler  " + absent());
        }
        ServiceState state = running.get();
        Progress progress = state.progress();
        List<String> lines = new ArrayList<>();
        lines.add(
                "crawler  "
                        + doing(progress.state())
                        + ", pid "
                        + state.pid()
                        + ", for "
                        + Spans.written(Duration.between(state.since(), view.now())));
        lines.add(
                String.format(
                        Locale.ROOT,
                        "         captured %,d, failed %,d, forbidden %,d, running %d, queued %,d,"
                                + " %.1f/s",
                        progress.captured(),
                        progress.failed(),
                        progress.forbidden(),
                        progress.running(),
                        progress.queued(),
                        progress.perSecond()));
        lines.add(
                String.format(
                        Locale.ROOT, "disk     %,.1f GB free", state.diskFree() / 1073741824.0));
        state.reload()
                .ifPresent(reload ->
                        lines.add(
                                "config   "
                                        + (reload.accepted() ? "read anew " : "REFUSED ")
                                        + ago(reload.at())
                                        + (reload.accepted() ? "" : ", the old one holds: ")
                                        + (reload.accepted() ? "" : reload.what())));
        return lines;
    }

    private static String doing(Progress.State state) {
        return switch (state) {
            case CRAWLING -> "running";
            case PAUSED_DISK -> "PAUSED, the disk has less free than storage.disk_reserve";
            case ENDED -> "ending";
            case FAILED -> "FAILED, nothing can be kept any more";
        };
    }

    /// Why there is none.
    private String absent() {
        if (view.writer().isPresent()) {
            return "not running; the data directory is being written by " + view.writer().get();
        }
        return view.last()
                .map(state ->
                        switch (state.progress().state()) {
                            case ENDED -> "not running; it ended " + ago(state.at());
                            case FAILED -> "not running; it FAILED " + ago(state.at());
                            case CRAWLING, PAUSED_DISK ->
                                    "not running; heard of last "
                                            + ago(state.at())
                                            + ", and it did not end by itself";
                        })
                .orElse("not running");
    }

    private List<String> site(SiteStatus site) {
        SiteYield yield = view.yieldOf(site);
        List<String> lines = new ArrayList<>();
        lines.add(
                row(
                        TerminalText.fitted(TerminalText.line(site.site()), NAME),
                        site.lastSuccess().map(this::age).orElse("never"),
                        waiting(site, Lane.EVIDENCE),
                        waiting(site, Lane.HUB),
                        waiting(site, Lane.DISCOVERY),
                        count(site.recent().fetches()),
                        count(site.recent().errors()),
                        count(yield.postings()),
                        count(yield.lures())));
        if (view.isTroubled(site)) {
            lines.add("  " + trouble(site));
        }
        if (site.looks().different() > 0) {
            lines.add(
                    "  shows others something else: "
                            + site.looks().different()
                            + " of "
                            + site.looks().pages()
                            + " pages looked at twice");
        }
        return lines;
    }

    private String trouble(SiteStatus site) {
        List<String> what = new ArrayList<>();
        site.blockedUntil()
                .ifPresent(until ->
                        what.add(
                                "rests for " + Spans.written(Duration.between(view.now(), until))));
        if (view.isSilent(site)) {
            what.add("silent");
        }
        site.lastError().ifPresent(error -> what.add("last error: " + error));
        return String.join("; ", what);
    }

    private static String waiting(SiteStatus site, Lane lane) {
        return Optional.ofNullable(site.lanes().get(lane))
                .map(status -> Spans.written(status.oldest()))
                .orElse("-");
    }

    private String age(Instant at) {
        return Spans.written(Duration.between(at, view.now()));
    }

    private String ago(Instant at) {
        return age(at) + " ago";
    }

    /// A number in at most five columns.
    static String count(long number) {
        if (number < 100_000) {
            return Long.toString(number);
        }
        return number < 10_000_000 ? number / 1000 + "k" : number / 1_000_000 + "M";
    }

    private static String row(
            String site,
            String last,
            String evidence,
            String hub,
            String discovery,
            String fetches,
            String errors,
            String postings,
            String lures) {
        return String.format(
                Locale.ROOT,
                ROW,
                site,
                last,
                evidence,
                hub,
                discovery,
                fetches,
                errors,
                postings,
                lures);
    }
}
