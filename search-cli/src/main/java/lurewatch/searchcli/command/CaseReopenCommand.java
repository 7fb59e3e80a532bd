package lurewatch.searchcli.command;

import java.util.concurrent.Callable;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;
import lurewatch.searchcli.casework.CaseFolder;
import lurewatch.searchcli.casework.Cases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `case reopen`: takes the work on a case up again.
@Command(name = "reopen", header = "Open a closed case again.")
final class CaseReopenCommand implements Callable<ExitCode> {
    private final Session session;

    @Mixin private OneCase chosen = new OneCase();
    @Mixin private ReasonOption reason = new ReasonOption();
    @Mixin private Casework casework = new Casework();

    CaseReopenCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        String why = reason.text(CaseCommand.LONGEST_TITLE);
        return casework.changed(
                session,
                log -> {
                    Cases cases = new Cases(log);
                    CaseFolder folder = chosen.in(cases);
                    if (!folder.isClosed()) {
                        return Ending.nothing(session, folder.id() + " is open already");
                    }
                    cases.reopen(folder.id(), why);
                    session.tell("opened " + folder.id() + " again");
                    return ExitCode.FOUND;
                });
    }
}
