package lurewatch.crawler.driver;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import lurewatch.crawler.frontier.Forecast;
import lurewatch.crawler.frontier.FrontierReader;
import lurewatch.crawler.frontier.SiteStatus;
import lurewatch.crawler.settings.Schedule;
import lurewatch.crawler.settings.Settings;
import lurewatch.crawler.site.Site;
import lurewatch.crawler.site.SiteScope;
import lurewatch.crawler.site.Sites;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.LinkForm;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.console.TypedUrl;
import lurewatch.indexer.console.WrappedText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Says when a page is visited next.
@Command(
        name = "why",
        mixinStandardHelpOptions = true,
        description = "When a page is visited next, and why.",
        footer = {
            "",
            "Reads crawl.db beside a running crawler and changes nothing. Says what kind of page it"
                    + " is, what",
            "its visits showed, how often it is believed to change or to get new ads and how sure"
                    + " that is,",
            "what the next visit is worth against today's price, what a sitemap, feed or listing"
                    + " says,",
            "and what its host allows.",
            "",
            "Worth and price are hours of one page being up to date. The price rises when the"
                    + " budget",
            "(schedule.revisit.budget) does not suffice for every visit worth making.",
            "",
            "Exit code 1 where the URL is not known; the known ones written most like it are"
                    + " named.",
            "",
            "Examples:",
            "  lurewatch why https://board.example/ad/17",
            "  lurewatch why 'hxxps://board[.]example/ad/17' --format jsonl"
        })
final class WhyCommand implements Callable<ExitCode> {
    private static final int NEIGHBOURS = 3;

    private final Session session;

    @Mixin private Folders folders = new Folders();

    @Parameters(paramLabel = "URL", description = "As it is, or made harmless (hxxps, [.]).")
    private String url = "";

    @Mixin private FormatOption format = new FormatOption();

    WhyCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        WebUrl page =
                WebUrl.parse(TypedUrl.refanged(url))
                        .orElseThrow(() ->
                                new CommandFailure(
                                        ExitCode.USAGE,
                                        "not a URL of http or https: " + TerminalText.line(url)));
        Schedule schedule =
                Settings.read(folders.config(session).resolve("lurewatch.yaml")).schedule();
        Map<String, Site> sites =
                Sites.read(folders.config(session).resolve("sites")).all().stream()
                        .collect(Collectors.toMap(Site::name, Function.identity()));
        try (FrontierReader reader =
                FrontierReader.open(folders.dataToRead(session).resolve("crawl.db"))) {
            Optional<Forecast> forecast = reader.forecast(page, schedule, sites);
            if (forecast.isEmpty()) {
                unknown(page, reader.neighbours(page, NEIGHBOURS));
                sites.values().stream()
                        .filter(site -> SiteScope.of(site).contains(page))
                        .forEach(site ->
                                reader.room(site.name())
                                        .ifPresent(room -> left(site.name(), room)));
                return ExitCode.NOTHING_FOUND;
            }
            print(forecast.get());
            return ExitCode.FOUND;
        }
    }

    private void unknown(WebUrl page, List<String> neighbours) {
        session.tell("not known: " + shown(page.toString()));
        session.tell(
                neighbours.isEmpty()
                        ? "nothing is known yet; 'lurewatch crawl' visits sites, --data DIR names"
                                + " another directory"
                        : "known URLs written most like it:");
        neighbours.forEach(known -> session.tell("  " + shown(known)));
    }

    /// Says that a page may not be known because there are so many.
    private void left(String site, SiteStatus.Room room) {
        if (room.fullSince().isPresent() || room.isScarce()) {
            session.tell(
                    String.format(
                            Locale.ROOT,
                            "%s has %,d of %,d pages (scope.pages): %s are left out",
                            site,
                            room.counted(),
                            room.budget(),
                            room.fullSince().isPresent()
                                    ? "new ones"
                                    : "those that are neither postings nor listings"));
        }
    }

    private void print(Forecast forecast) {
        Instant now = session.clock().instant();
        if (format.chosen() == Format.JSONL) {
            session.out().println(ForecastJson.line(forecast));
            return;
        }
        session.out().println(shown(forecast.url()));
        ForecastText.lines(forecast, now)
                .forEach((label, text) ->
                        session.out()
                                .println(
                                        WrappedText.behind(
                                                String.format(Locale.ROOT, "  %-12s", label),
                                                TerminalText.line(text),
                                                session.width())));
    }

    private static String shown(String link) {
        return TerminalText.line(LinkForm.DEFANGED.url(link));
    }
}
