package lurewatch.searchcli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.watch.Notice;
import lurewatch.searchcli.watch.Watch;
import lurewatch.searchcli.watch.WatchLog;
import lurewatch.searchcli.watch.WatchRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `watch run`: tells what fired since the last run.
@Command(
        name = "run",
        header = "Tell what fired since the last run.",
        description = {
            "",
            "Looks at what was captured since each watch last looked, and at nothing else; a crawl may go on"
                    + " meanwhile. An event is kept in casework.db, then told: as a line here, or to the"
                    + " watch's command. What could not be told, the next run tells again, under the same id.",
            "",
            "--follow goes on until Ctrl-C and looks again every few seconds.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch watch run",
            "  lurewatch watch run lucky88 poipet --format jsonl",
            "  lurewatch watch run --follow",
            "",
            "Exit: 0 something fired, 1 nothing did or no such watch, 2 wrong use, 3 no usable facts or"
                    + " index, or another run is at work, 6 a command or a watch failed (said on standard error), 130 Ctrl-C",
        })
final class WatchRunCommand implements Callable<ExitCode> {
    private final Session session;

    @Option(names = "--follow", description = "Go on until Ctrl-C.")
    private boolean follow;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "With --follow, how often to look. Default: ${DEFAULT-VALUE}.")
    private int seconds = 5;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "1000",
            description =
                    "A watch that fired N events stops there until the next run. Default:"
                            + " ${DEFAULT-VALUE}.")
    private int limit = 1000;

    @Mixin private NamedWatches named = new NamedWatches();
    @Mixin private NoticeForm form = new NoticeForm();

    WatchRunCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws IOException, InterruptedException {
        if (seconds < 1 || seconds > 86_400 || limit < 1) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--every is 1 to 86400 seconds, --limit at least 1");
        }
        Path data = named.data(session);
        try (EventLog log = Watching.toChange(data, session)) {
            WatchLog watches = new WatchLog(log);
            List<Watch> wanted = named.in(watches);
            if (wanted.isEmpty()) {
                session.tell("there is no watch; 'lurewatch watch add' makes one");
                return ExitCode.NOTHING_FOUND;
            }
            try (WatchRun run =
                    WatchRun.open(
                            data,
                            watches,
                            CaseFields.language(session.clock(), data),
                            limit,
                            this::print)) {
                return follow ? followed(run, watches) : ending(run.run(wanted));
            }
        }
    }

    /// Never returns but by an exception, of which Ctrl-C is one.
    private ExitCode followed(WatchRun run, WatchLog watches)
            throws IOException, InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        do {
            say(run.run(named.in(watches)));
            if (session.out().checkError()) {
                return ExitCode.FOUND; // whoever read us has seen enough
            }
        } while (!never.await(seconds, TimeUnit.SECONDS));
        return ExitCode.FOUND;
    }

    private ExitCode ending(WatchRun.Outcome outcome) {
        say(outcome);
        if (!outcome.troubles().isEmpty()) {
            return ExitCode.PARTIAL;
        }
        return outcome.told() == 0 ? ExitCode.NOTHING_FOUND : ExitCode.FOUND;
    }

    private void say(WatchRun.Outcome outcome) {
        outcome.troubles().forEach(trouble -> session.tell(TerminalText.line(trouble)));
    }

    private boolean print(Notice notice) {
        session.out().println(form.of(notice, session));
        return !session.out().checkError(); // which also writes it out
    }
}
