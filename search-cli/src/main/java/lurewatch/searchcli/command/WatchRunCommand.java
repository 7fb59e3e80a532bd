package lurewatch.searchcli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
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
import picocli.CommandLine.Parameters;

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
            "Exit: 0 something fired, 1 nothing did, 2 no such watch, 3 no usable facts or index, or another"
                    + " run is at work, 6 a command or a watch failed (said on standard error), 130 Ctrl-C",
        })
final class WatchRunCommand implements Callable<ExitCode> {
    private final Session session;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "Watches, by name or id. Default: all.")
    private List<String> names = List.of();

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

    @Mixin private RecordFormat format = new RecordFormat();
    @Mixin private Looks looks = new Looks();
    @Mixin private Folders folders = new Folders();

    WatchRunCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws IOException, InterruptedException {
        if (seconds < 1 || seconds > 86_400 || limit < 1) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--every is 1 to 86400 seconds, --limit at least 1");
        }
        Path data = folders.dataToRead(session);
        try (EventLog log = Watching.toRead(data, session)) {
            WatchLog watches = new WatchLog(log);
            List<Watch> named = watches.named(names);
            if (named.isEmpty()) {
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
                return follow ? followed(run, watches) : ending(run.run(named));
            }
        }
    }

    /// Never returns but by an exception, of which Ctrl-C is one.
    private ExitCode followed(WatchRun run, WatchLog watches)
            throws IOException, InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        do {
            say(run.run(watches.named(names)));
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
        session.out()
                .println(
                        switch (format.chosen()) {
                            case TABLE -> notice.line(looks.links());
                            case JSONL -> notice.json();
                        });
        return !session.out().checkError(); // which also writes it out
    }
}
