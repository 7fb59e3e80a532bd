package lurewatch.searchcli.command;

import java.util.List;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.detect.PastedContact;
import lurewatch.indexer.search.ParsedQuery;
import lurewatch.indexer.search.QueryException;
import lurewatch.indexer.search.QueryLanguage;
import picocli.CommandLine.Parameters;

/// The query, as given on the command line.
final class QueryOption {
    @Parameters(
            paramLabel = "QUERY",
            arity = "1..*",
            description = "What to look for; quote it, so that the shell leaves it alone.")
    private List<String> words = List.of();

    ParsedQuery parsed(Session session, Folders folders) throws QueryException {
        return language(session, folders).parse(text());
    }

    String text() {
        return String.join(" ", words);
    }

    static QueryLanguage language(Session session, Folders folders) {
        return new QueryLanguage(
                PastedContact::read,
                session.clock(),
                id -> CampaignsOfData.membersIn(folders.dataToRead(session), id));
    }
}
