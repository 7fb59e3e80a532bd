package lurewatch.searchcli.command;

import java.util.concurrent.Callable;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;
import lurewatch.searchcli.casework.Cases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `case reopen`: takes the work on a case up again.
@Command(
        name = "reopen",
        header = "Open a closed case again.",
        footer = {
            "",
            "Exit: 0 open again, 1 no such case, or it is open already, 2 usage, 3 casework.db not usable",
        })
final class CaseReopenCommand implements Callable<ExitCode> {
    private final Session session;

    @Mixin private CaseTurn turn = new CaseTurn();

    CaseReopenCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        return turn.make(session, Cases::reopen, folder -> !folder.isClosed(), "open");
    }
}
