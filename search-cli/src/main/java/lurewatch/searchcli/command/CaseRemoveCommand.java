package lurewatch.searchcli.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;
import lurewatch.searchcli.casework.CaseFolder;
import lurewatch.searchcli.casework.Cases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `case remove`: takes postings out of a case.
@Command(
        name = "remove",
        aliases = "rm",
        header = "Take postings out of a case; its history keeps them.",
        footer = {
            "",
            "Exit: 0 taken out, 1 no such case or posting, or none was in it, 2 usage, 3 casework or facts",
            "      not usable, 5 the case is closed",
        })
final class CaseRemoveCommand implements Callable<ExitCode> {
    private final Session session;

    @Mixin private PostingsOfCase postings = new PostingsOfCase();
    @Mixin private ReasonOption reason = new ReasonOption();
    @Mixin private Casework casework = new Casework();

    CaseRemoveCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws IOException {
        String why = reason.text(CaseCommand.LONGEST_TITLE);
        List<String> ids = postings.known(session, casework.data(session));
        return casework.changed(
                session,
                log -> {
                    Cases cases = new Cases(log);
                    CaseFolder folder = postings.openIn(cases);
                    List<String> removed = cases.remove(folder.id(), ids, why);
                    return PostingsOfCase.told(
                            session,
                            removed.size(),
                            ids.size(),
                            "taken out of " + folder.id(),
                            "not in it");
                });
    }
}
