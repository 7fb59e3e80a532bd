package lurewatch.searchcli.command;

import java.util.concurrent.Callable;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;
import lurewatch.searchcli.casework.CaseFolder;
import lurewatch.searchcli.casework.Cases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `case close`: ends the work on a case.
@Command(name = "close", header = "Close a case: nothing more is put into it.")
final class CaseCloseCommand implements Callable<ExitCode> {
    private final Session session;

    @Mixin private OneCase chosen = new OneCase();
    @Mixin private ReasonOption reason = new ReasonOption();
    @Mixin private Casework casework = new Casework();

    CaseCloseCommand(Session session) {
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
                    if (folder.isClosed()) {
                        return Ending.nothing(session, folder.id() + " is closed already");
                    }
                    cases.close(folder.id(), why);
                    session.tell("closed " + folder.id());
                    return ExitCode.FOUND;
                });
    }
}
