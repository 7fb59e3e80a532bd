package lurewatch.searchcli.command;

import java.util.function.Predicate;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;
import lurewatch.searchcli.casework.CaseFolder;
import lurewatch.searchcli.casework.Cases;
import picocli.CommandLine.Mixin;

/// A command line that ends the work on a case or takes it up again, and says why.
final class CaseTurn {
    @Mixin private OneCase chosen = new OneCase();
    @Mixin private ReasonOption reason = new ReasonOption();
    @Mixin private Casework casework = new Casework();

    /// What is done with a case, for that reason.
    interface Change {
        void make(Cases cases, String id, String reason);
    }

    /// @param isMade whether the case is so already
    /// @param state what it is then
    ExitCode make(Session session, Change change, Predicate<CaseFolder> isMade, String state) {
        String why = reason.text(CaseCommand.LONGEST_TITLE);
        return casework.changed(
                session,
                log -> {
                    Cases cases = new Cases(log);
                    CaseFolder folder = chosen.in(cases);
                    if (isMade.test(folder)) {
                        return Ending.nothing(session, folder.id() + " is " + state + " already");
                    }
                    change.make(cases, folder.id(), why);
                    session.tell(folder.id() + " is " + state + " now");
                    return ExitCode.FOUND;
                });
    }
}
