package lurewatch.searchcli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.search.ParsedQuery;
import lurewatch.indexer.search.PostingSearch;
import lurewatch.indexer.search.QueryException;
import picocli.CommandLine.Parameters;

/// The query, as given on the command line.
final class QueryOption {
    @Parameters(
            paramLabel = "QUERY",
            arity = "1..*",
            description = "What to look for; quote it, so that the shell leaves it alone.")
    private List<String> words = List.of();

    /// @param data the data directory, whose casework conditions may ask for
    ParsedQuery parsed(Session session, Path data) throws QueryException {
        return CaseFields.language(session.clock(), data).parse(text());
    }

    /// What to say besides that nothing was found: what may have been meant otherwise.
    List<String> doubts(PostingSearch search, ParsedQuery parsed, Session session, Path data) {
        List<String> doubts = new ArrayList<>(search.unknownValues(parsed));
        doubts.addAll(CaseFields.language(session.clock(), data).doubts(text()));
        return List.copyOf(doubts);
    }

    String text() {
        return String.join(" ", words).strip();
    }
}
