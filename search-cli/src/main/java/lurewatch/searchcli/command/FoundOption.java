package lurewatch.searchcli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.search.Hit;
import lurewatch.indexer.search.Hits;
import lurewatch.indexer.search.ParsedQuery;
import lurewatch.indexer.search.PostingSearch;
import lurewatch.indexer.search.QueryException;
import lurewatch.indexer.search.TimeRanOutException;
import lurewatch.indexer.store.FactsReader;
import lurewatch.searchcli.casework.CaseFolder;
import lurewatch.searchcli.casework.Cases;
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.intake.Utf8Input;
import lurewatch.searchcli.render.LeadText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which postings: what a query finds, or a list of ids.
final class FoundOption {
    /// More ids than any list that people check.
    private static final int MOST_IDS = 1_000_000;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,128}");

    @Parameters(
            paramLabel = "QUERY",
            arity = "0..*",
            description = "What to look for; quote it, so that the shell leaves it alone.")
    private List<String> words = List.of();

    @Option(
            names = "--ids",
            paramLabel = "FILE",
            description = "Postings by id, one a line, instead of a query; - is standard input.")
    private @Nullable String ids;

    @Option(
            names = "--case",
            paramLabel = "ID",
            description = "The postings of a case, instead of a query.")
    private @Nullable String caseId;

    /// What was found, in order.
    ///
    /// @param understood the query with every operator written out
    record Found(List<String> ids, Optional<String> query, Optional<String> understood) {}

    String query() {
        return String.join(" ", words).strip();
    }

    /// @param clock for dates in the query that count from now
    Found in(Path data, Session session, InstantSource clock) throws QueryException, IOException {
        int named = (words.isEmpty() ? 0 : 1) + (ids == null ? 0 : 1) + (caseId == null ? 0 : 1);
        if (named != 1) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "name either a QUERY, --case ID or --ids FILE; '*' finds everything");
        }
        if (caseId != null) {
            return ofCase(caseId, data, session);
        }
        return ids == null ? searched(data, clock) : listed(ids, data, session);
    }

    private Found searched(Path data, InstantSource clock) throws QueryException {
        ParsedQuery parsed = CaseFields.language(clock, data).parse(query());
        try (PostingSearch search = PostingSearch.open(data.resolve("index"))) {
            Hits hits = search.search(parsed);
            if (!hits.isComplete()) {
                throw new CommandFailure(
                        ExitCode.PARTIAL,
                        TimeRanOutException.told("not all was found, nothing was written"));
            }
            List<String> found = new ArrayList<>();
            for (Hit hit : hits) {
                found.add(hit.id());
            }
            return new Found(found, Optional.of(parsed.text()), Optional.of(parsed.explained()));
        }
    }

    /// A posting that was erased, or that only another desk has, keeps its place in a case.
    private static Found ofCase(String written, Path data, Session session) {
        try (EventLog log = EventLog.openToRead(data)) {
            CaseFolder folder = CaseChoice.one(new Cases(log), written);
            List<String> all = List.copyOf(folder.postings().keySet());
            List<String> known = known(all, data);
            if (known.size() < all.size()) {
                session.tell(
                        String.format(
                                Locale.ROOT,
                                "left out, not known here (any more): %s of the case",
                                LeadText.counted(all.size() - known.size(), "posting")));
            }
            return new Found(known, Optional.of("case:" + folder.id()), Optional.empty());
        }
    }

    private static Found listed(String from, Path data, Session session) throws IOException {
        List<String> listed;
        try (InputStream in =
                from.equals("-")
                        ? session.in()
                        : Files.newInputStream(Folders.typed(from, "--ids"))) {
            listed = List.copyOf(lines(in, "--ids"));
        }
        Set<String> known = Set.copyOf(known(listed, data));
        for (String id : listed) {
            if (!known.contains(id)) {
                throw new CommandFailure(
                        ExitCode.NOTHING_FOUND,
                        "--ids: there is no posting '" + id + "'; nothing was written");
            }
        }
        return new Found(listed, Optional.empty(), Optional.empty());
    }

    private static List<String> known(List<String> ids, Path data) {
        try (FactsReader facts = FactsReader.open(data.resolve("facts.db"))) {
            return ids.stream()
                    .filter(id ->
                            facts.idsStartingWith(id, 1).stream()
                                    .anyMatch(known -> known.value().equals(id)))
                    .toList();
        }
    }

    /// The ids in a list, one a line; `whose` is said where one is none.
    static Set<String> lines(InputStream in, String whose) throws IOException {
        Set<String> found = new LinkedHashSet<>();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(Utf8Input.of(in), StandardCharsets.UTF_8));
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String id = line.strip();
            if (!id.isEmpty() && !ID.matcher(id).matches()) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        String.format(
                                Locale.ROOT,
                                "%s: line %d is no id; 'lurewatch search --format ids' prints ids",
                                whose,
                                number));
            }
            if (!id.isEmpty()) {
                found.add(id);
            }
            if (found.size() > MOST_IDS) {
                throw new CommandFailure(ExitCode.USAGE, whose + ": more than a million ids");
            }
        }
        return found;
    }
}
