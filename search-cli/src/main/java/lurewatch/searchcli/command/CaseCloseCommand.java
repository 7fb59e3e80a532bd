package lurewatch.searchcli.command;

import java.util.concurrent.Callable;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;
import lurewatch.searchcli.casework.CaseFolder;
import lurewatch.searchcli.casework.Cases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `case close`: ends the work on a case.
@Command(
        name = "close",
        header = "Close a case: nothing more is put into it.",
        footer = {
            "",
            "Exit: 0 closed, 1 no such case, or it is closed already, 2 usage, 3 casework.db not usable",
        })
final class CaseCloseCommand implements Callable<ExitCode> {
    private final Session session;

    @Mixin private CaseTurn turn = new CaseTurn();

    CaseCloseCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        return turn.make(session, Cases::close, CaseFolder::isClosed, "closed");
    }
}
