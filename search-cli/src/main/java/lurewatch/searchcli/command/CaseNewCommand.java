package lurewatch.searchcli.command;

import java.util.concurrent.Callable;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;
import lurewatch.searchcli.casework.Cases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `case new`: opens a case.
@Command(
        name = "new",
        header = "Open a case and print its id.",
        footer = {
            "",
            "Exit: 0 opened, 2 usage, 3 casework.db not usable",
        })
final class CaseNewCommand implements Callable<ExitCode> {
    private final Session session;

    @Parameters(paramLabel = "TITLE", description = "What it is about.")
    private String title = "";

    @Mixin private Casework casework = new Casework();

    CaseNewCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        String said = Written.checked(title, CaseCommand.LONGEST_TITLE, "a title");
        return casework.changed(
                session,
                log -> {
                    session.out().println(new Cases(log).open(said));
                    return ExitCode.FOUND;
                });
    }
}
