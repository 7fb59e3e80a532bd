package lurewatch.searchcli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.store.FactsReader;

/// Postings as they are named on a command line: whole ids or their starts, or `-` for a list of
/// ids from standard input.
final class PostingIds {
    private PostingIds() {}

    /// The whole ids, each once; all of them are known.
    static List<String> known(List<String> written, Session session, Path data) throws IOException {
        Set<String> asked = new LinkedHashSet<>();
        for (String one : written) {
            if (one.equals("-")) {
                asked.addAll(FoundOption.lines(session.in(), "standard input"));
            } else {
                asked.add(one.strip());
            }
        }
        if (asked.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "name postings by their ids, or - for a list of ids from standard input");
        }
        Set<String> ids = new LinkedHashSet<>();
        try (FactsReader facts = FactsReader.open(data.resolve("facts.db"))) {
            asked.forEach(one -> ids.add(known(one, facts)));
        }
        return List.copyOf(ids);
    }

    private static String known(String written, FactsReader facts) {
        return whole(written, facts)
                .orElseThrow(() ->
                        new CommandFailure(
                                ExitCode.NOTHING_FOUND,
                                "there is no posting '"
                                        + written
                                        + "'; 'lurewatch search --format ids' prints ids; nothing"
                                        + " was recorded"));
    }

    /// The whole id of the one posting that is named by it or by its start; empty where there is
    /// none.
    static Optional<String> whole(String written, FactsReader facts) {
        List<PostingId> starting =
                written.isEmpty() ? List.of() : facts.idsStartingWith(written, 2);
        boolean isWhole = !starting.isEmpty() && starting.getFirst().value().equals(written);
        if (starting.size() < 2 || isWhole) {
            return starting.stream().findFirst().map(PostingId::value);
        }
        throw new CommandFailure(
                ExitCode.USAGE, "'" + written + "' begins several ids; nothing was recorded");
    }
}
