package lurewatch.searchcli.command;

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
@Command(name = "log", header = "Print everything that was ever done in a case.")
final class CaseLogCommand implements Callable<ExitCode> {
    private final Session session;

    @Mixin private OneCase chosen = new OneCase();
    @Mixin private RecordFormat format = new RecordFormat();
    @Mixin private Folders folders = new Folders();

    CaseLogCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        try (EventLog log = EventLog.openToRead(folders.dataToRead(session))) {
            for (Event event : log.about(chosen.in(new Cases(log)).id())) {
                session.out()
                        .println(
                                switch (format.chosen()) {
                                    case TABLE -> CaseText.event(event);
                                    case JSONL -> CaseJson.of(event);
                                });
            }
            return ExitCode.FOUND;
        }
    }
}
