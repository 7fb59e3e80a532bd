package lurewatch.crawler.driver;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lurewatch.crawler.frontier.FrontierSettings.RunMode;
import lurewatch.crawler.settings.Settings;
import lurewatch.crawler.site.Site;
import lurewatch.crawler.site.Sites;
import lurewatch.indexer.Capture;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.console.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Visits the watched sites.
@Command(
        name = "crawl",
        mixinStandardHelpOptions = true,
        description = "Visit the watched sites: once, or until stopped.",
        footer = {
            "",
            "Sites are watched that have 'enabled: true' in config/sites/*.yaml. The crawler says"
                    + " who it",
            "is: set user_agent and contact in config/lurewatch.yaml first.",
            "",
            "Ctrl-C or SIGTERM stops cleanly within 5 seconds; what was captured is safe, the rest"
                    + " is due",
            "again. Search while it runs: new postings are found within seconds.",
            "",
            "SIGHUP reads all settings anew without stopping the service (not where standard error"
                    + " is a",
            "terminal). They are checked as a whole first: with any fault the old ones hold, and"
                    + " log and",
            "'lurewatch status' say what is wrong.",
            "",
            "Examples:",
            "  lurewatch crawl --once               until nothing is due, then end",
            "  lurewatch crawl                      watch until stopped",
            "  kill -HUP $(pgrep -f lurewatch-crawler)     read the settings anew",
            "  lurewatch crawl --once --site my-board --format jsonl",
            "",
            "Exit: 0 nothing more is due (--once), 2 usage, or no such site, 3 settings or data are not",
            "      usable, or nothing can be kept any more, 4 the archive is damaged, 130 Ctrl-C, 143",
            "      SIGTERM"
        })
final class CrawlCommand implements Callable<ExitCode> {
    private final Session session;

    @Mixin private Folders folders = new Folders();

    @Option(names = "--once", description = "End when nothing is due.")
    private boolean once;

    @Option(
            names = "--site",
            paramLabel = "NAME",
            description = "Only this site, enabled or not. May be given again.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "plain",
            description =
                    "${COMPLETION-CANDIDATES}; jsonl prints one object per capture as soon as it is"
                            + " safe on disk.")
    private Format format = Format.PLAIN;

    CrawlCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws Exception {
        Path config = folders.config(session);
        Instructions instructions = instructions(config);
        Path data = folders.dataToWrite(session);
        RunMode mode = once ? RunMode.ONCE : RunMode.SERVICE;
        CrawlRun run = new CrawlRun(session, data, mode, this::acknowledged);
        if (session.showsProgress()) {
            run.run(instructions); // a terminal that is closed means the end, as for any command
        } else {
            run.run(instructions, () -> instructions(config));
        }
        return ExitCode.FOUND;
    }

    private Instructions instructions(Path config) {
        Instructions all = Instructions.read(config);
        requireIdentity(all.settings(), config);
        return all.with(chosen(all.sites(), config));
    }

    private void acknowledged(Capture capture) {
        if (format == Format.JSONL) {
            JsonLine line =
                    JsonLine.versioned()
                            .put("capture", capture.id().toString())
                            .put("time", capture.fetchedAt().toString())
                            .put("site", capture.site())
                            .put("url", capture.url())
                            .put("status", capture.status())
                            .put("bytes", capture.payloadLength())
                            .put("payload_digest", capture.payloadDigest().toString());
            synchronized (session.out()) {
                session.out().println(line);
                session.out().flush();
            }
        }
    }

    private Sites chosen(Sites all, Path config) {
        if (only.isEmpty()) {
            if (all.enabled().isEmpty()) {
                throw new CommandFailure(
                        ExitCode.NOT_USABLE,
                        "no site is enabled; set 'enabled: true' in one of the files in "
                                + config.resolve("sites")
                                + ", or name one with --site");
            }
            return all;
        }
        List<Site> sites = new ArrayList<>();
        for (String name : only) {
            sites.add(
                    all.named(name)
                            .orElseThrow(() ->
                                    new CommandFailure(
                                            ExitCode.USAGE,
                                            "--site: there is no file "
                                                    + config.resolve("sites")
                                                    + "/"
                                                    + name
                                                    + ".yaml"))
                            .asEnabled());
        }
        return new Sites(sites);
    }

    private static void requireIdentity(Settings settings, Path config) {
        if (!settings.identity().isComplete()) {
            throw new CommandFailure(
                    ExitCode.NOT_USABLE,
                    "the crawler has no identity; set user_agent and contact below 'identity:' in "
                            + config.resolve("lurewatch.yaml")
                            + ", so that the owners of the sites know who visits them");
        }
    }
}
