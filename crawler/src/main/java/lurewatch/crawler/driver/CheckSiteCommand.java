package lurewatch.crawler.driver;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lurewatch.crawler.driver.PageTrial.Said;
import lurewatch.crawler.fetch.OnePage;
import lurewatch.crawler.fetch.OnePage.Look;
import lurewatch.crawler.frontier.FrontierReader;
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
import lurewatch.indexer.console.TypedUrl;
import lurewatch.indexer.detect.Detector;
import lurewatch.indexer.learned.FraudModel;
import lurewatch.indexer.rules.Rules;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Reads one page as a site's file says, and shows what came of it.
@Command(
        name = "site",
        mixinStandardHelpOptions = true,
        description = "Fetch one page of a site and show what its recipe finds.",
        footer = {
            "",
            "For writing a recipe in minutes: save the page once, then edit the site's file and"
                    + " look",
            "again, without asking the site another time:",
            "",
            "  lurewatch check site my-board --save listing.html",
            "  lurewatch check site my-board --file listing.html",
            "",
            "Shown are: how the page was read, each selector with how much it matches and what the"
                    + " first",
            "match says, links by kind and whether they are in the site's scope, each posting with",
            "class, contacts and signals, and at the end what is missing. Nothing is stored.",
            "",
            "The page is fetched as a crawl would: robots.txt first and obeyed, the same identity,"
                    + " limits",
            "and address guard, the host's gap between requests; not while the host rests after"
                    + " trouble.",
            "The site need not be enabled. URL is its first seed where none is given.",
            "",
            "Exit code 0 when links or postings were found, 1 when nothing, 3 when the page cannot"
                    + " be",
            "had, 5 when robots.txt or the address guard forbids it.",
            "",
            "Examples:",
            "  lurewatch check site my-board",
            "  lurewatch check site my-board https://jobs.example.org/ad/17",
            "  lurewatch check site my-board https://jobs.example.org/ad/17 --file ad.html"
        })
final class CheckSiteCommand implements Callable<ExitCode> {
    private static final int MOST_BYTES = 32 << 20;
    private static final int USUAL_LIMIT = 5;

    /// A host that rests longer is not waited for.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final Session session;

    @Mixin private Folders folders = new Folders();

    @Parameters(index = "0", paramLabel = "NAME", description = "The site: config/sites/NAME.yaml.")
    private String name = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "URL",
            description = "The page. Default: the site's first seed.")
    private @Nullable String written;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Read the page from a file; nothing is fetched.")
    private @Nullable String file;

    @Option(
            names = "--content-type",
            paramLabel = "TYPE",
            defaultValue = "",
            description = "What a server would say of the file, such as 'text/html; charset=big5'.")
    private String contentType = "";

    @Option(
            names = "--save",
            paramLabel = "FILE",
            description = "Keep what was fetched, for --file.")
    private @Nullable String save;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "" + USUAL_LIMIT,
            description = "Most postings shown. Default: ${DEFAULT-VALUE}.")
    private int limit = USUAL_LIMIT;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "plain",
            description = "${COMPLETION-CANDIDATES}; jsonl prints all of it as one object.")
    private Format format = Format.PLAIN;

    CheckSiteCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws IOException, InterruptedException {
        Path config = folders.config(session);
        Site site = site(config.resolve("sites"));
        WebUrl url = url(site);
        Detector detector =
                Detector.of(
                        Rules.read(config.resolve("signals")),
                        FraudModel.read(config.resolve("models")));
        PageTrial trial =
                file == null ? fetched(site, url, config, detector) : read(site, url, detector);
        if (format == Format.JSONL) {
            session.out().println(PageTrialJson.of(trial));
        } else {
            new PageTrialText(trial, session.width(), limit)
                    .lines()
                    .forEach(session.out()::println);
        }
        return trial.foundSomething() ? ExitCode.FOUND : ExitCode.NOTHING_FOUND;
    }

    /// The site of that name; faults in the files of others are no matter here.
    private Site site(Path folder) {
        Sites.Report report = Sites.check(folder);
        Path itsFile = folder.resolve(name + ".yaml");
        return report.sites()
                .named(name)
                .orElseThrow(() ->
                        report.faults().stream()
                                .filter(fault ->
                                        String.valueOf(fault.getMessage())
                                                .startsWith(itsFile + ":"))
                                .map(fault -> (RuntimeException) fault)
                                .findFirst()
                                .orElse(
                                        new CommandFailure(
                                                ExitCode.USAGE,
                                                "there is no file "
                                                        + itsFile
                                                        + "; 'lurewatch check' names those there"
                                                        + " are, README.md beside lurewatch.yaml"
                                                        + " says how to write one")));
    }

    private WebUrl url(Site site) {
        String page = written == null ? site.seeds().getFirst() : TypedUrl.refanged(written);
        WebUrl url =
                WebUrl.parse(page)
                        .orElseThrow(() ->
                                new CommandFailure(
                                        ExitCode.USAGE,
                                        "this is no URL that is fetched: "
                                                + page
                                                + "; write it whole, with http:// or https://"));
        if (!SiteScope.of(site).contains(url)) {
            session.tell(
                    "note: a crawl would not follow a link there, it is out of the site's scope");
        }
        return url;
    }

    private PageTrial read(Site site, WebUrl url, Detector detector) throws IOException {
        Path path = Folders.typed(String.valueOf(file), "--file");
        try (InputStream in = Files.newInputStream(path)) {
            byte[] page = in.readNBytes(MOST_BYTES);
            List<Said> answer = List.of(new Said("file", path + ", " + page.length + " bytes"));
            return PageTrial.of(site, url, answer, page, contentType, detector);
        }
    }

    private PageTrial fetched(Site site, WebUrl url, Path config, Detector detector)
            throws IOException, InterruptedException {
        Settings settings = Settings.read(config.resolve("lurewatch.yaml"));
        if (!settings.identity().isComplete()) {
            throw new CommandFailure(
                    ExitCode.NOT_USABLE,
                    "the crawler has no identity; set user_agent and contact below 'identity:' in "
                            + config.resolve("lurewatch.yaml")
                            + ", or give a saved page with --file");
        }
        awaitRest(url);
        try (OnePage door = new OnePage(settings, List.of(site), session.clock())) {
            Look look =
                    door.look(
                            site.name(),
                            url,
                            site.minimumDelay().orElse(Duration.ZERO),
                            this::tellOfWait);
            return switch (look) {
                case Look.Answered answered -> {
                    keep(answered.body());
                    yield PageTrial.of(
                            site,
                            answered.url(),
                            said(answered),
                            answered.body(),
                            answered.contentType(),
                            detector);
                }
                case Look.Forbidden(String why) ->
                        throw new CommandFailure(ExitCode.REFUSED, "not fetched: " + why);
                case Look.Failed(String why) ->
                        throw new CommandFailure(ExitCode.NOT_USABLE, "could not be had: " + why);
            };
        }
    }

    /// Waits as the crawl would, where it knows the host.
    private void awaitRest(WebUrl url) throws InterruptedException {
        Path database = folders.namedData(session).resolve("crawl.db");
        if (!Files.isRegularFile(database)) {
            return;
        }
        Instant now = session.clock().instant();
        try (FrontierReader reader = FrontierReader.open(database)) {
            Duration rest =
                    reader.restsUntil(url.host())
                            .map(until -> Duration.between(now, until))
                            .orElse(Duration.ZERO);
            if (rest.compareTo(LONGEST_WAIT) > 0) {
                throw new CommandFailure(
                        ExitCode.REFUSED,
                        url.host()
                                + " rests after trouble for another "
                                + Spans.written(rest)
                                + "; it is not asked before, or it may shut us out for good. Give a"
                                + " page that was saved by hand with --file");
            }
            if (rest.isPositive()) {
                tellOfWait(rest);
                Thread.sleep(rest);
            }
        }
    }

    private void tellOfWait(Duration rest) {
        if (rest.toSeconds() >= 3) {
            session.tell("waiting " + Spans.written(rest) + ", as its host is owed");
        }
    }

    private void keep(byte[] page) throws IOException {
        if (save != null) {
            Files.write(Folders.typed(save, "--save"), page);
        }
    }

    private static List<Said> said(Look.Answered answered) {
        List<Said> said = new ArrayList<>();
        answered.redirects()
                .forEach(
                        from -> said.add(new Said("from", LinkForm.DEFANGED.url(from.toString()))));
        said.add(
                new Said(
                        "answer",
                        answered.status()
                                + ", "
                                + (answered.contentType().isEmpty()
                                        ? "no content type"
                                        : answered.contentType())
                                + ", "
                                + answered.received()
                                + " bytes in "
                                + Spans.written(answered.took())));
        answered.cut().ifPresent(limit -> said.add(new Said("cut off", limit)));
        said.add(
                new Said(
                        "robots",
                        "allowed"
                                + answered.crawlDelay()
                                        .map(delay -> ", Crawl-delay " + Spans.written(delay))
                                        .orElse("")));
        return said;
    }
}
