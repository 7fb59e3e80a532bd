package lurewatch.crawler.driver;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lurewatch.crawler.alert.Alert;
import lurewatch.crawler.frontier.SiteStatus;
import lurewatch.crawler.service.Progress;
import lurewatch.crawler.service.ServiceState;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.console.WrappedText;

/// A status in the width there is: the crawler, then a line for each site, those that somebody
/// should look at first, with what is the matter below them.
final class StatusText {
    private final StatusView view;
    private final int width;

    /// @param width columns of the screen
    StatusText(StatusView view, int width) {
        this.view = view;
        this.width = width;
    }

    /// All of it; only a word that is wider by itself goes beyond the width.
    List<String> lines() {
        List<String> lines = new ArrayList<>(crawler());
        for (Alert alert : view.alerts()) {
            lines.addAll(
                    said(
                            "alert    ",
                            (alert.kind().label() + " " + alert.site()).strip()
                                    + " since "
                                    + age(alert.since())
                                    + ": "
                                    + alert.what()));
        }
        view.trouble().ifPresent(what -> lines.addAll(said("facts    ", what)));
        view.quarantined()
                .last()
                .ifPresent(last ->
                        lines.addAll(
                                said(
                                        "facts    ",
                                        view.quarantined().captures()
                                                + " quarantined, the last: "
                                                + last)));
        lines.add("");
        lines.addAll(sites());
        return lines.stream().map(String::stripTrailing).toList();
    }

    private List<String> said(String lead, String text) {
        return WrappedText.behind(lead, TerminalText.line(text), width).lines().toList();
    }

    private List<String> crawler() {
        Optional<ServiceState> running = view.running();
        if (running.isEmpty()) {
            return said("crawler  ", absent());
        }
        ServiceState state = running.get();
        Progress progress = state.progress();
        List<String> lines = new ArrayList<>();
        lines.addAll(
                said(
                        "crawler  ",
                        doing(progress.state())
                                + ", pid "
                                + state.pid()
                                + ", for "
                                + Spans.written(Duration.between(state.since(), view.now()))));
        lines.addAll(
                said(
                        "         ",
                        String.format(
                                Locale.ROOT,
                                "captured %,d, failed %,d, forbidden %,d, running %d, queued %,d,"
                                        + " %.1f/s",
                                progress.captured(),
                                progress.failed(),
                                progress.forbidden(),
                                progress.running(),
                                progress.queued(),
                                progress.perSecond())));
        lines.add(
                state.diskFree().isPresent()
                        ? String.format(
                                Locale.ROOT,
                                "disk     %,.1f GB free",
                                state.diskFree().getAsLong() / 1073741824.0)
                        : "disk     does not say how much is free");
        state.reload()
                .ifPresent(reload ->
                        lines.addAll(
                                said(
                                        "config   ",
                                        (reload.accepted() ? "read anew " : "REFUSED ")
                                                + ago(reload.at())
                                                + (reload.accepted() ? "" : ", the old one holds: ")
                                                + (reload.accepted() ? "" : reload.what()))));
        return lines;
    }

    private static String doing(Progress.State state) {
        return switch (state) {
            case CRAWLING -> "running";
            case PAUSED_DISK -> "PAUSED, the disk has less free than storage.disk_reserve";
            case OFFLINE -> "OFFLINE, no host can be reached; it goes on when one answers";
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
                            case CRAWLING, PAUSED_DISK, OFFLINE ->
                                    "not running; heard of last "
                                            + ago(state.at())
                                            + ", and it did not end by itself";
                        })
                .orElse("not running");
    }

    private List<String> sites() {
        StatusTable table = StatusTable.of(view, width);
        List<String> lines = new ArrayList<>(table.heads());
        view.sites().stream()
                .sorted(
                        Comparator.comparing((SiteStatus site) -> !deservesALook(site))
                                .thenComparing(SiteStatus::site))
                .forEach(site -> {
                    lines.add(table.row(site));
                    remarks(site).forEach(remark -> lines.addAll(said("  ", remark)));
                });
        return lines;
    }

    private List<String> remarks(SiteStatus site) {
        List<String> remarks = new ArrayList<>();
        if (view.isTroubled(site)) {
            remarks.add(trouble(site));
        }
        if (site.looks().different() > 0) {
            remarks.add(
                    "shows others something else: "
                            + site.looks().different()
                            + " of "
                            + site.looks().pages()
                            + " pages looked at twice");
        }
        room(site).ifPresent(remarks::add);
        return remarks;
    }

    private boolean deservesALook(SiteStatus site) {
        return view.isTroubled(site) || site.room().fullSince().isPresent();
    }

    private static Optional<String> room(SiteStatus site) {
        String used =
                String.format(
                        Locale.ROOT,
                        "%,d of %,d pages",
                        site.room().counted(),
                        site.room().budget());
        if (site.room().fullSince().isPresent()) {
            return Optional.of("FULL, new postings are left out: " + used);
        }
        return site.room().isScarce()
                ? Optional.of("room is kept for postings and listings: " + used)
                : Optional.empty();
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

    private String age(Instant at) {
        return Spans.written(Duration.between(at, view.now()));
    }

    private String ago(Instant at) {
        return age(at) + " ago";
    }
}
