package lurewatch.searchcli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;
import lurewatch.searchcli.casework.CaseFolder;
import lurewatch.searchcli.casework.Cases;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// A case, and the postings that a command line names behind it.
final class PostingsOfCase {
    // Picocli checks a mixin by itself: what stands at 1 needs what stands at 0 beside it.
    @Mixin private OneCase chosen = new OneCase();

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "POSTING",
            description = "Ids, or - for a list from standard input.")
    private List<String> postings = List.of();

    /// The case, which must not be closed.
    CaseFolder openIn(Cases cases) {
        return chosen.openIn(cases);
    }

    /// The postings' whole ids; read once, as standard input is.
    List<String> known(Session session, Path data) throws IOException {
        return PostingIds.known(postings, session, data);
    }

    /// Says how many of them were changed, and why not the rest.
    static ExitCode told(Session session, int changed, int asked, String what, String rest) {
        String more = changed == asked ? "" : ", " + (asked - changed) + " " + rest;
        session.tell(String.format(Locale.ROOT, "%d %s%s", changed, what, more));
        return changed == 0 ? ExitCode.NOTHING_FOUND : ExitCode.FOUND;
    }
}
