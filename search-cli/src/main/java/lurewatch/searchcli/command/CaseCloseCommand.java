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

    @Mixin private CaseTurn turn = new CaseTurn();

    CaseCloseCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        return turn.make(session, Cases::close, CaseFolder::isClosed, "closed");
    }
}
