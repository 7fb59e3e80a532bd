package lurewatch.crawler.driver;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lurewatch.crawler.frontier.FrontierReader;
import lurewatch.crawler.frontier.Lane;
import lurewatch.crawler.frontier.SiteStatus;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// One line per watched site: how it does.
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "What is due, blocked or failing, site by site.",
        footer = {
            "",
            "Reads crawl.db beside a running crawler. 'due' counts the URLs whose time has come: evidence",
            "(postings seen before) / hubs (listing pages) / discovery (pages never seen). 'waiting' says",
            "how long the oldest of them is overdue: if it grows while nothing is fetched, the crawl is",
            "stuck.",
            "",
            "Example:",
            "  lurewatch status"
        })
final class StatusCommand implements Callable<ExitCode> {
    private final Session session;

    @Mixin private Folders folders = new Folders();

    StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        Instant now = session.clock().instant();
        List<SiteStatus> sites;
        try (FrontierReader reader =
                FrontierReader.open(folders.dataToRead(session).resolve("crawl.db"))) {
            sites = reader.sites(now);
        }
        if (sites.isEmpty()) {
            session.tell("no site was ever visited");
            return ExitCode.NOTHING_FOUND;
        }
        line("site", "pages", "fetches", "errors", "last page", "due e/h/d", "waiting", "remarks");
        sites.forEach(site -> print(site, now));
        return ExitCode.FOUND;
    }

    private void print(SiteStatus site, Instant now) {
        line(
                TerminalText.fitted(TerminalText.line(site.site()), 24),
                Long.toString(site.pages()),
                Long.toString(site.fetches()),
                Long.toString(site.errors()),
                site.lastSuccess().map(at -> ago(at, now)).orElse("never"),
                due(site, Lane.EVIDENCE)
                        + "/"
                        + due(site, Lane.HUB)
                        + "/"
                        + due(site, Lane.DISCOVERY),
                site.oldestDue().map(Spans::written).orElse("-"),
                remarks(site, now));
    }

    private static long due(SiteStatus site, Lane lane) {
        return site.due().getOrDefault(lane, 0L);
    }

    private static String ago(Instant at, Instant now) {
        return Spans.written(Duration.between(at, now)) + " ago";
    }

    private static String remarks(SiteStatus site, Instant now) {
        String blocked =
                site.blockedUntil()
                        .map(until ->
                                "blocked for " + Spans.written(Duration.between(now, until)) + " ")
                        .orElse("");
        return blocked
                + site.lastError()
                        .map(error -> "last error: " + TerminalText.line(error))
                        .orElse("");
    }

    private void line(
            String site,
            String pages,
            String fetches,
            String errors,
            String last,
            String due,
            String waiting,
            String remarks) {
        session.out()
                .println(
                        String.format(
                                        Locale.ROOT,
                                        "%-24s%8s%9s%8s%14s%14s%10s  %s",
                                        site,
                                        pages,
                                        fetches,
                                        errors,
                                        last,
                                        due,
                                        waiting,
                                        remarks)
                                .stripTrailing());
    }
}
