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

/// `case add`: puts postings into a case.
@Command(
        name = "add",
        header = "Put postings into a case.",
        footer = {
            "",
            "Exit: 0 put in, 1 no such case or posting, or all were in it, 2 usage, 3 casework or facts not",
            "      usable, 5 the case is closed",
        })
final class CaseAddCommand implements Callable<ExitCode> {
    private final Session session;

    @Mixin private PostingsOfCase postings = new PostingsOfCase();
    @Mixin private Casework casework = new Casework();

    CaseAddCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws IOException {
        List<String> ids = postings.known(session, casework.data(session));
        return casework.changed(
                session,
                log -> {
                    Cases cases = new Cases(log);
                    CaseFolder folder = postings.openIn(cases);
                    List<String> added = cases.add(folder.id(), ids);
                    return PostingsOfCase.told(
                            session,
                            added.size(),
                            ids.size(),
                            "put into " + folder.id(),
                            "in it already");
                });
    }
}
