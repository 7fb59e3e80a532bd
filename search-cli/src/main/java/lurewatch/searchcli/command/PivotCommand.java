package lurewatch.searchcli.command;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.search.Hit;
import lurewatch.indexer.search.Hits;
import lurewatch.indexer.search.ParsedQuery;
import lurewatch.indexer.search.PastedPiece;
import lurewatch.indexer.search.PostingSearch;
import lurewatch.indexer.search.QueryException;
import lurewatch.indexer.search.QueryLanguage;
import lurewatch.searchcli.leads.Lead.ContactLead;
import lurewatch.searchcli.leads.Lead.PostingLead;
import lurewatch.searchcli.leads.LeadGraph;
import lurewatch.searchcli.leads.Pivot;
import lurewatch.searchcli.render.LeadDrawing;
import lurewatch.searchcli.render.LeadJson;
import lurewatch.searchcli.render.LeadText;
import lurewatch.searchcli.render.LeadXml;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `pivot`: from what is known to what hangs together with it.
@Command(
        name = "pivot",
        header = "Follow shared contacts from a contact, posting, URL or query.",
        description = {
            "",
            "Shows the postings that use a contact, the other contacts in them, the postings that"
                    + " use those, and so on: a tree, each thing once, where it was come upon first.",
            "",
            "A contact in more than --max-degree postings is a hub, and so is one in 20 or more of"
                    + " a site's postings if these are over half of them: a board's hotline joins"
                    + " nothing. It is shown and not crossed. So are postings that quote others'"
                    + " contacts (warnings, news, victims) or name more than 30. To cross a hub"
                    + " nevertheless, pivot from it; --max-degree lifts the first bound only.",
            "",
            "It stops at 2,000 leads, postings and contacts together, says so and ends with 6;"
                    + " --depth, --via and --since make it less.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch pivot @hr_lucky88",
            "  lurewatch pivot '+855 96 123 4567' --depth 3 --via telegram,line",
            "  lurewatch pivot p0123456789abcdef --since 30d",
            "  lurewatch pivot '\"free flight\" country:KH score>=70'    from whatever a query"
                    + " finds",
            "  lurewatch pivot @hr_lucky88 --format dot | dot -Tsvg > leads.svg",
            "  lurewatch pivot @hr_lucky88 --format graphml > leads.graphml      for yEd or Gephi",
            "",
            "Exit: 0 found, 1 nothing found, 2 the query is wrong, 3 no usable index, 5 a reason"
                    + " is",
            "      missing that this desk asks for, 6 cut short, or time ran out",
        })
final class PivotCommand implements Callable<ExitCode>, Querying {
    enum Format {
        TABLE,
        PLAIN,
        JSONL,
        JSON,
        CSV,
        TSV,
        IDS,
        DOT,
        GRAPHML,
        GEXF;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int DEEPEST = 6;

    private final Session session;

    @Parameters(
            paramLabel = "ENTITY",
            arity = "1..*",
            description = "A contact in any writing, a posting's id, a URL, or a query.")
    private List<String> words = List.of();

    @Option(
            names = "--depth",
            paramLabel = "N",
            defaultValue = "2",
            description = "How many contacts to cross in a row, 1 to 6. Default: ${DEFAULT-VALUE}.")
    private int depth = 2;

    @Option(
            names = "--via",
            paramLabel = "KIND",
            split = ",",
            description = "Follow only these kinds of contact: telegram,phone,line … Default: all.")
    private List<String> via = List.of();

    @Option(
            names = "--max-degree",
            paramLabel = "N",
            defaultValue = "50",
            description = "Contacts in more postings join nothing. Default: ${DEFAULT-VALUE}.")
    private int maxDegree = 50;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description =
                    "Only postings seen since then: 30d, 2026-08, 2026-08-15 (from the start of"
                            + " that month or day, UTC).")
    private @Nullable String since;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "50",
            description = "Start from at most N postings of a query. Default: ${DEFAULT-VALUE}.")
    private int limit = 50;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "${COMPLETION-CANDIDATES}. Default: table or plain, a tree. ids are those of"
                            + " the postings; csv and tsv have a row for each lead, and say from which"
                            + " it was come upon. All but table, plain and dot hold links as they are.")
    private @Nullable Format format;

    @Mixin private Folders folders = new Folders();
    @Mixin private DisplayOptions display = new DisplayOptions();
    @Mixin private SearchRecord record = new SearchRecord();

    PivotCommand(Session session) {
        this.session = session;
    }

    @Override
    public String query() {
        return String.join(" ", words);
    }

    @Override
    public ExitCode call() throws QueryException {
        checkNumbers();
        QueryLanguage language = CaseFields.language(session.clock(), folders.namedData(session));
        Pivot.Reach reach = new Pivot.Reach(depth, kinds(), maxDegree, sinceIn(language));
        try (SearchRecord.Start start = record.start(session, folders);
                PostingSearch search = PostingSearch.open(start.data().resolve("index"))) {
            LeadGraph graph = graph(search, language, reach);
            long found = graph.postings().count();
            start.made("pivot", query(), found, found);
            if (found == 0) {
                session.tell("nothing found");
                return ExitCode.NOTHING_FOUND;
            }
            print(graph);
            return ending(graph);
        }
    }

    private void checkNumbers() {
        if (depth < 1 || depth > DEEPEST) {
            throw misused("--depth is 1 to " + DEEPEST + ", not " + depth);
        }
        if (maxDegree < 1) {
            throw misused("--max-degree is at least 1, not " + maxDegree);
        }
        if (limit < 1) {
            throw misused("--limit is at least 1, not " + limit);
        }
    }

    private static CommandFailure misused(String what) {
        return new CommandFailure(ExitCode.USAGE, what);
    }

    private Set<ContactKind> kinds() {
        Set<ContactKind> kinds = EnumSet.noneOf(ContactKind.class);
        for (String name : via) {
            kinds.addAll(kindsNamed(name.strip().toLowerCase(Locale.ROOT)));
        }
        return kinds;
    }

    /// As fields of a query are named, too.
    private static Set<ContactKind> kindsNamed(String name) {
        return switch (name) {
            case "wallet" -> EnumSet.of(ContactKind.BTC, ContactKind.ETH, ContactKind.TRON);
            case "signal_app" -> EnumSet.of(ContactKind.SIGNAL);
            default ->
                    EnumSet.of(
                            ContactKind.labelled(name)
                                    .orElseThrow(() ->
                                            misused(
                                                    "--via: there is no contact kind '"
                                                            + name
                                                            + "'; there are "
                                                            + kindNames())));
        };
    }

    private static String kindNames() {
        return Stream.of(ContactKind.values())
                .map(ContactKind::label)
                .collect(Collectors.joining(", "));
    }

    private Optional<ParsedQuery> sinceIn(QueryLanguage language) {
        if (since == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ParsedQuery.seenSince(language.moment(since)));
        } catch (QueryException e) {
            throw new CommandFailure(ExitCode.USAGE, "--since: " + e.getMessage(), e);
        }
    }

    private LeadGraph graph(PostingSearch search, QueryLanguage language, Pivot.Reach reach)
            throws QueryException {
        Optional<PastedPiece> pasted = language.pasted(query());
        // A link to a post names its channel, too; we may hold the post.
        Optional<ParsedQuery> posting = pasted.flatMap(PastedPiece::address);
        boolean isHeld = posting.isPresent() && search.search(posting.get(), 1).total() > 0;
        if (!isHeld && pasted.isPresent() && pasted.get().contact().isPresent()) {
            return Pivot.fromContacts(search, search.keysOf(pasted.get()), reach);
        }
        ParsedQuery start = isHeld ? posting.get() : language.parse(asQuery(query()));
        Hits hits = search.search(reach.among().map(start::and).orElse(start), limit);
        List<Hit> postings = new ArrayList<>();
        hits.forEach(postings::add);
        if (hits.total() > postings.size()) {
            session.tell(
                    String.format(
                            Locale.ROOT,
                            "starting from %d of %d postings; --limit N takes more",
                            postings.size(),
                            hits.total()));
        }
        return Pivot.fromPostings(search, postings, reach);
    }

    /// An id, or enough of its start, stands for itself.
    private static String asQuery(String entity) {
        String one = entity.strip();
        if (one.matches("p[0-9a-f]{4,16}")) {
            return "id:" + one + "*";
        }
        return one.matches("c[0-9a-f]{5,16}") ? "campaign:" + one : entity;
    }

    private void print(LeadGraph graph) {
        Format chosen = format == null ? Format.PLAIN : format;
        switch (chosen) {
            case TABLE, PLAIN ->
                    print(
                            new LeadText(
                                            display.style(session),
                                            display.links(),
                                            DisplayOptions.columns(session))
                                    .of(graph));
            case JSONL -> print(LeadJson.of(graph));
            case JSON -> print(ListFormat.Format.JSON, LeadJson.of(graph));
            case CSV -> print(ListFormat.Format.CSV, LeadJson.leads(graph));
            case TSV -> print(ListFormat.Format.TSV, LeadJson.leads(graph));
            case IDS -> print(graph.postings().map(PostingLead::name).toList());
            case DOT -> print(new LeadDrawing(display.links()).of(graph));
            case GRAPHML -> print(LeadXml.graphml(graph));
            case GEXF -> print(LeadXml.gexf(graph));
        }
    }

    private void print(List<String> lines) {
        lines.forEach(session.out()::println);
    }

    private void print(ListFormat.Format as, List<String> records) {
        ListFormat.of(as).print(session, LeadJson.COLUMNS, List::of, () -> records);
    }

    private ExitCode ending(LeadGraph graph) {
        graph.contacts().filter(contact -> contact.hub().isPresent()).forEach(this::tellOfHub);
        session.tell(
                String.format(
                        Locale.ROOT,
                        "%s on %s, %s",
                        LeadText.counted(graph.postings().count(), "posting"),
                        LeadText.counted(
                                graph.postings().map(lead -> lead.hit().site()).distinct().count(),
                                "site"),
                        LeadText.counted(graph.contacts().count(), "contact")));
        graph.cut().ifPresent(session::tell);
        return graph.cut().isPresent() ? ExitCode.PARTIAL : ExitCode.FOUND;
    }

    private void tellOfHub(ContactLead hub) {
        session.tell(
                "not crossed: "
                        + TerminalText.line(display.links().contactKey(hub.name()))
                        + " ("
                        + TerminalText.line(hub.hub().orElse(""))
                        + ")");
    }
}
