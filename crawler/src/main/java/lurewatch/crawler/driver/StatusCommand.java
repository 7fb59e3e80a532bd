package lurewatch.crawler.driver;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How the crawler and each watched site do.
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "How crawler and sites do: what waits, fails, is blocked, was found.",
        footer = {
            "",
            "Reads the data directory beside a running crawler, or without one, and says which.",
            "",
            "  last page    since the last page, redirect or 'not modified' of the site",
            "  oldest page  how long the page that has waited longest is overdue, of each lane:",
            "               evidence (postings seen before), hub (listings), new (never fetched).",
            "               If it grows while nothing is fetched, the crawl is stuck. Hosts that"
                    + " rest",
            "               after trouble do not count: they may not be asked",
            "  24 hours     fetches, and those that gave no page",
            "  7 days       postings seen for the first time, and lures among them",
            "A narrow terminal shows fewer figures (the lanes as one column, 'due'); a wide one, or a"
                    + " pipe,",
            "the last error of each site, too, where there was one in these 24 hours.",
            "",
            "Sites that somebody should look at come first, with what is the matter below: the"
                    + " site",
            "rests after trouble, gave no page for a day, or answers with nothing but errors.",
            "",
            "Examples:",
            "  lurewatch status",
            "  lurewatch status --watch             renewed every 2 seconds until Ctrl-C",
            "  lurewatch status --format jsonl | jq 'select(.type == \"site\" and .silent)'",
            "",
            "Exit: 0 shown, 1 no site was ever visited, 2 usage, 3 the data are not usable, 130 Ctrl-C"
        })
final class StatusCommand implements Callable<ExitCode> {
    private static final int USUAL_SECONDS = 2;
    private static final String HOME = "\u001b[H";
    private static final String REST_OF_LINE = "\u001b[K";
    private static final String REST_OF_SCREEN = "\u001b[J";
    private static final String WHOLE_SCREEN = "\u001b[2J";

    private final Session session;

    @Mixin private Folders folders = new Folders();

    @Option(names = "--watch", description = "Show it again and again, until Ctrl-C.")
    private boolean watch;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            defaultValue = "" + USUAL_SECONDS,
            description = "How often, with --watch. Default: ${DEFAULT-VALUE}.")
    private int seconds = USUAL_SECONDS;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "plain",
            description =
                    "${COMPLETION-CANDIDATES}; jsonl prints one object of type crawler and one of"
                            + " type site for each site.")
    private Format format = Format.PLAIN;

    StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws InterruptedException {
        if (seconds < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--every is at least 1, not " + seconds);
        }
        Path data = folders.dataToRead(session);
        StatusView view = StatusView.of(data, session.clock().instant());
        if (view.sites().isEmpty()) {
            session.tell(
                    "no site was ever visited; 'lurewatch crawl' visits sites, --data DIR names another"
                            + " directory");
            return ExitCode.NOTHING_FOUND;
        }
        if (watch && redraws()) {
            session.out().print(WHOLE_SCREEN);
        }
        print(view);
        while (watch) {
            TimeUnit.SECONDS.sleep(seconds);
            print(StatusView.of(data, session.clock().instant()));
        }
        return ExitCode.FOUND;
    }

    private void print(StatusView view) {
        switch (format) {
            case JSONL ->
                    StatusJson.lines(view).stream().map(JsonLine::toString).forEach(this::line);
            case PLAIN -> printText(new StatusText(view, width()).lines());
        }
        session.out().flush();
    }

    /// Nothing is broken or left out where nobody looks.
    private int width() {
        return session.isTerminal() ? session.width() : Integer.MAX_VALUE;
    }

    private void printText(List<String> lines) {
        if (!watch || !redraws()) {
            lines.forEach(this::line);
            return;
        }
        int most = session.height() - 1;
        List<String> shown = lines.size() <= most ? lines : lines.subList(0, most - 1);
        session.out().print(HOME);
        // A line that the terminal breaks would be two.
        shown.forEach(line -> line(TerminalText.cut(line, session.width()) + REST_OF_LINE));
        if (shown.size() < lines.size()) {
            line("… " + (lines.size() - shown.size()) + " more lines" + REST_OF_LINE);
        }
        session.out().print(REST_OF_SCREEN);
    }

    private boolean redraws() {
        return format == Format.PLAIN && session.isTerminal();
    }

    private void line(String line) {
        session.out().println(line);
    }
}
