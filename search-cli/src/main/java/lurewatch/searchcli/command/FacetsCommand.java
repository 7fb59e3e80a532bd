package lurewatch.searchcli.command;

import java.util.List;
import java.util.concurrent.Callable;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.search.ParsedQuery;
import lurewatch.indexer.search.PostingSearch;
import lurewatch.indexer.search.QueryException;
import lurewatch.indexer.search.ValueCounts;
import lurewatch.searchcli.render.FacetText;
import lurewatch.searchcli.render.LeadText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `facets`: what a query finds, counted by the values of fields.
@Command(
        name = "facets",
        header = "Count what a query finds by site, contact, signal, country and more.",
        description = {
            "",
            "What 'search --facet' prints: for each field its values and how many of the postings"
                    + " have them, most first.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch facets 'class:lure' --by country,signal,contact --top 10",
            "  lurewatch facets 'route:..KH' --by site --format csv",
            "",
            "Exit: 0 found, 1 nothing found, 2 the query is wrong, 3 no usable index, 5 a reason is",
            "      missing that this desk asks for, 6 time ran out",
        })
final class FacetsCommand implements Callable<ExitCode>, Querying {
    private static final int TERMINAL_LIMIT = 50;

    private final Session session;

    @Mixin private QueryOption query = new QueryOption();

    @Option(
            names = "--by",
            paramLabel = "FIELD",
            split = ",",
            required = true,
            completionCandidates = CountedFields.OfFacets.class,
            description = "${COMPLETION-CANDIDATES}.")
    private List<String> fields = List.of();

    @Option(
            names = {"-n", "--top", "--limit"},
            paramLabel = "N",
            description =
                    "At most N values of each field. Default: 50 on a terminal, all elsewhere.")
    private @Nullable Integer most;

    @Mixin private ListFormat format = new ListFormat();
    @Mixin private Folders folders = new Folders();
    @Mixin private DisplayOptions display = new DisplayOptions();
    @Mixin private SearchRecord record = new SearchRecord();

    FacetsCommand(Session session) {
        this.session = session;
    }

    @Override
    public String query() {
        return query.text();
    }

    @Override
    public ExitCode call() throws QueryException {
        int shown = limit();
        fields.forEach(CountedFields::check);
        ParsedQuery parsed = query.parsed(session, folders.namedData(session));
        try (SearchRecord.Start start = record.start(session, folders);
                PostingSearch search = PostingSearch.open(start.data().resolve("index"))) {
            ValueCounts counts = search.counts(parsed, fields);
            start.made("facets", query(), counts.total(), 0);
            format.print(
                    session,
                    FacetText.COLUMNS,
                    () ->
                            new FacetText(display.style(session), display.links())
                                    .of(counts, fields, shown),
                    () -> FacetText.json(counts, fields, shown));
            if (counts.total() == 0) {
                session.tell("nothing found");
                query.doubts(search, parsed, session, start.data())
                        .forEach(doubt -> session.err().println("  " + TerminalText.line(doubt)));
                return ExitCode.NOTHING_FOUND;
            }
            session.tell(LeadText.counted(counts.total(), "posting") + " counted");
            return ExitCode.FOUND;
        }
    }

    private int limit() {
        if (most == null) {
            return session.isTerminal() ? TERMINAL_LIMIT : Integer.MAX_VALUE;
        }
        if (most < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--top is at least 1, not " + most);
        }
        return most;
    }
}
