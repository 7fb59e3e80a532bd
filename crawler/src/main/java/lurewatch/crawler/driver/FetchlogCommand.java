package lurewatch.crawler.driver;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lurewatch.crawler.frontier.FetchLogEntry;
import lurewatch.crawler.frontier.FrontierReader;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.console.LinkForm;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Prints what became of every fetch.
@Command(
        name = "fetchlog",
        mixinStandardHelpOptions = true,
        description = "Every fetch with its outcome.",
        footer = {
            "",
            "For people the latest come first and links are made harmless; --format jsonl prints all of",
            "them, oldest first, as {v,id,time,site,url,outcome,status,detail,bytes,millis,capture}.",
            "",
            "Outcomes: captured, unchanged, redirected, missing (404, 410), denied (401, 403 …),",
            "troubled (429, 5xx), disallowed (robots.txt), refused (our address guard), failed, robots,",
            "second_look (a page asked for once more under another user agent).",
            "A fetch that met a limit says which, and what was seen: 'limit total=60000ms observed=60012ms'.",
            "",
            "Examples:",
            "  lurewatch fetchlog --site my-board --limit 20",
            "  lurewatch fetchlog --format jsonl | jq 'select(.outcome == \"failed\")'",
            "",
            "Exit: 0 printed, 1 nothing was fetched, 2 usage, 3 the data are not usable"
        })
final class FetchlogCommand implements Callable<ExitCode> {
    private static final int USUAL_LIMIT = 50;

    private final Session session;

    @Mixin private Folders folders = new Folders();

    @Option(names = "--site", paramLabel = "NAME", description = "Only this site.")
    private @Nullable String site;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "" + USUAL_LIMIT,
            description = "Most lines of format plain. Default: ${DEFAULT-VALUE}.")
    private int limit = USUAL_LIMIT;

    @Mixin private FormatOption format = new FormatOption();

    private long printed;

    FetchlogCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        if (limit < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--limit is at least 1, not " + limit);
        }
        try (FrontierReader reader =
                FrontierReader.open(folders.dataToRead(session).resolve("crawl.db"))) {
            switch (format.chosen()) {
                case JSONL -> reader.forEach(this::printJson);
                case PLAIN -> latest(reader).forEach(this::printPlain);
            }
        }
        if (printed == 0) {
            session.tell(
                    TerminalText.line(
                            site == null
                                    ? "nothing was fetched yet"
                                    : "nothing was fetched of a site '"
                                            + site
                                            + "'; 'lurewatch status' names those visited"));
            return ExitCode.NOTHING_FOUND;
        }
        return ExitCode.FOUND;
    }

    private List<FetchLogEntry> latest(FrontierReader reader) {
        return site == null ? reader.latest(limit) : reader.latest(site, limit);
    }

    private void printPlain(FetchLogEntry entry) {
        printed++;
        session.out()
                .println(
                        String.format(
                                Locale.ROOT,
                                "%s  %-11s %3s %8d B %6d ms  %s%s",
                                entry.at().truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
                                outcome(entry),
                                entry.status().isPresent() ? entry.status().getAsInt() : "-",
                                entry.bytes(),
                                entry.took().toMillis(),
                                TerminalText.line(LinkForm.DEFANGED.url(entry.url())),
                                entry.detail().isEmpty()
                                        ? ""
                                        : "  " + TerminalText.line(entry.detail())));
    }

    private void printJson(FetchLogEntry entry) {
        if (site != null && !site.equals(entry.site())) {
            return;
        }
        printed++;
        JsonLine line =
                JsonLine.versioned()
                        .put("id", entry.id())
                        .put("time", entry.at().toString())
                        .put("site", entry.site())
                        .put("url", entry.url())
                        .put("outcome", outcome(entry));
        entry.status().ifPresent(status -> line.put("status", status));
        line.put("detail", entry.detail())
                .put("bytes", entry.bytes())
                .put("millis", entry.took().toMillis());
        entry.capture().ifPresent(sequence -> line.put("capture", "c" + sequence));
        session.out().println(line);
    }

    private static String outcome(FetchLogEntry entry) {
        return entry.ending().toLowerCase(Locale.ROOT);
    }
}
