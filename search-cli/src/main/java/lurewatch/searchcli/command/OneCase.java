package lurewatch.searchcli.command;

import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.searchcli.casework.CaseFolder;
import lurewatch.searchcli.casework.Cases;
import picocli.CommandLine.Parameters;

/// The case that a command line names.
final class OneCase {
    @Parameters(index = "0", paramLabel = "ID", description = "The case.")
    private String id = "";

    CaseFolder in(Cases cases) {
        return CaseChoice.one(cases, id);
    }

    /// The case, which must not be closed.
    CaseFolder openIn(Cases cases) {
        CaseFolder folder = in(cases);
        if (folder.isClosed()) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    folder.id() + " is closed; 'lurewatch case reopen' opens it again");
        }
        return folder;
    }
}
