package lurewatch.searchcli.command;

import java.util.List;
import java.util.concurrent.Callable;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.searchcli.casework.Cases;
import lurewatch.searchcli.casework.Event;
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.render.CaseJson;
import lurewatch.searchcli.render.CaseText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `case log`: the history of a case.
@Command(
        name = "log",
        header = "Print everything that was ever done in a case.",
        footer = {
            "",
            "Exit: 0 printed, 1 no such case, 2 usage, 3 casework.db not usable",
        })
final class CaseLogCommand implements Callable<ExitCode> {
    private final Session session;

    @Mixin private OneCase chosen = new OneCase();
    @Mixin private ListFormat format = new ListFormat();
    @Mixin private Folders folders = new Folders();

    CaseLogCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        try (EventLog log = EventLog.openToRead(folders.dataToRead(session))) {
            List<Event> events = log.about(chosen.in(new Cases(log)).id());
            ListFormat.Printer printer = format.printer(session, CaseJson.OF_EVENTS);
            for (Event event : events) {
                printer.print(() -> CaseText.event(event), () -> CaseJson.of(event));
            }
            printer.end();
            return ExitCode.FOUND;
        }
    }
}
