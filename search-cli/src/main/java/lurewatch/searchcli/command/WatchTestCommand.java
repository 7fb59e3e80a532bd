package lurewatch.searchcli.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.search.QueryException;
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.watch.Notice;
import lurewatch.searchcli.watch.Rehearsal;
import lurewatch.searchcli.watch.Watch;
import lurewatch.searchcli.watch.WatchLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `watch test`: what a watch would have fired.
@Command(
        name = "test",
        header = "Show what a watch would have fired, as if it had been made some days ago.",
        description = {
            "",
            "Nothing is kept, no command runs, and what it shows may still fire.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch watch test lucky88",
            "  lurewatch watch test poipet --days 365 --format jsonl",
            "",
            "Exit: 0 something would have fired, 1 nothing or no such watch, 2 wrong use, 3 no usable",
            "      facts or index, 5 a reason is missing that this desk asks for",
        })
final class WatchTestCommand implements Callable<ExitCode> {
    private static final int LONGEST_DAYS = 36_500;

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "The watch, by name or id.")
    private String name = "";

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "30",
            description = "How far back. Default: ${DEFAULT-VALUE}.")
    private int days = 30;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "1000",
            description = "Stop after about N events. Default: ${DEFAULT-VALUE}.")
    private int limit = 1000;

    @Mixin private NoticeForm form = new NoticeForm();
    @Mixin private Folders folders = new Folders();
    @Mixin private SearchRecord record = new SearchRecord();

    WatchTestCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws QueryException {
        if (days < 1 || days > LONGEST_DAYS || limit < 1) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--days is 1 to " + LONGEST_DAYS + ", --limit at least 1");
        }
        Path data = folders.dataToRead(session);
        List<Notice> notices;
        try (SearchRecord.Start start = record.start(session, folders);
                EventLog log = EventLog.openToRead(data)) {
            Watch watch = new WatchLog(log).named(List.of(name)).getFirst();
            notices =
                    Rehearsal.of(
                            watch,
                            session.clock().instant().minus(Duration.ofDays(days)),
                            data,
                            CaseFields.language(session.clock(), data),
                            limit);
            start.made("watch test", watch.query(), notices.size(), notices.size());
        }
        notices.forEach(notice -> session.out().println(form.of(notice, session)));
        session.tell(
                String.format(
                        Locale.ROOT,
                        "%d would have fired in %d days%s; nothing was kept",
                        notices.size(),
                        days,
                        notices.size() >= limit ? ", and more: --limit N shows them" : ""));
        return notices.isEmpty() ? ExitCode.NOTHING_FOUND : ExitCode.FOUND;
    }
}
