package lurewatch.searchcli.command;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.CommandShell;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.search.Highlighter;
import lurewatch.indexer.search.Hit;
import lurewatch.indexer.search.Hits;
import lurewatch.indexer.search.ParsedQuery;
import lurewatch.indexer.search.PostingSearch;
import lurewatch.indexer.search.QueryException;
import lurewatch.indexer.search.QueryLanguage;
import lurewatch.indexer.search.TimeRanOutException;
import lurewatch.indexer.search.ValueCounts;
import lurewatch.searchcli.campaigns.Campaign;
import lurewatch.searchcli.campaigns.FoldedHits;
import lurewatch.searchcli.casework.StandingLabel;
import lurewatch.searchcli.render.FacetText;
import lurewatch.searchcli.render.LeadText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;

/// `search`: ranked hits for a query.
@Command(
        name = "search",
        header = "Find postings by words, contacts, places, signals and scores.",
        description = {
            "",
            "Things side by side must all match. AND, OR, NOT (or -), in capitals, and parentheses join"
                    + " them. AND binds tighter than OR, and OR tighter than standing side by side:"
                    + " a OR b c is (a OR b) and c. --explain-query shows how a query was read.",
            "",
            "  words            캄보디아 고수익 · việc nhẹ (marks and case do not matter)",
            "  phrase           \"free flight\"      loosely: \"free visa\"~3",
            "  beginning        experi*            similar: expirience~",
            "  contact          @name · t.me/name · +855 96 123 4567 · hr@mail.example · a wallet",
            "  of one kind      zalo:+84900000000 · signal:+855961234567 · signal:name.01",
            "                   (signal: with a rule's id is what that rule found)",
            "  link             https://board.example/ad/1 · hxxps://board[.]example/ad/1",
            "  condition        field:value · score>=70 · score:[70 TO 100] · last:7d",
            "  score            score>=70 finds what is shown as 70 or more: scores are shown rounded",
            "  pay              pay>=1000usd · pay:800..2000   US dollars a month, whatever it says",
            "  likeness         like:p0123456789abcdef        names, numbers, contacts may differ",
            "  campaign         campaign:c0123456789abcdef    its postings; near:… texts like theirs",
            "  route            route:TH..MM · route:..KH     where an ad recruits, and to where",
            "  standing         status:gone · status:suspect (one visit did not find it) · status:live",
            "                   gone:7d · reappeared:30d · seen:today",
            "  time             2026 · 2026-08 · 2026-08-15 · 2026-08-15T10:30Z · 2026-08..2026-10 (UTC)",
            "                   today · yesterday · ago: 12h, 7d, 4w, 6mo (months of 30 days), 1y",
            "                   first:7d in the last 7 days · last<30d not seen for 30 days",
            "",
            "On a terminal, one hit stands for its campaign (×37 on 5 sites); every other format has one"
                    + " line per posting unless --collapse is given.",
            "",
            "A condition is field:value, and -field:value what does not meet it. The fields:",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch search '\"free flight\" OR \"no experience\" country:KH score>=70'",
            "  lurewatch search 'ลูกค้าสัมพันธ์ place:sihanoukville -site:gov.kh'",
            "  lurewatch search '+855 96 123 4567'",
            "  lurewatch search 't.me/hr_lucky88 seen:30d'",
            "  lurewatch search '-lang:en score>=90'             all but English",
            "  lurewatch search 'signal:passport_retention class:lure' --format jsonl | jq .url",
            "  lurewatch search 'class:lure -label:* first:7d'            what nobody labelled yet",
            "  lurewatch search '\"free flight\" country:KH' --why           why hits stand in this order",
            "  lurewatch search 'class:lure' --facet country,signal,contact   counts, not hits",
            "  lurewatch search 'class:lure' --format tsv --fields id,score,title | \\",
            "      fzf --header-lines=1 --preview 'lurewatch show {1}'",
            "",
            "Exit: 0 found, 1 nothing found, 2 the query is wrong, 3 no usable index, 5 a reason is",
            "      missing that this desk asks for, 6 time ran out",
        })
final class SearchCommand implements Callable<ExitCode>, Querying {
    /// The forms of lists, and two that say only which postings they are.
    enum Format {
        TABLE(ListFormat.Format.TABLE),
        PLAIN(ListFormat.Format.PLAIN),
        JSONL(ListFormat.Format.JSONL),
        JSON(ListFormat.Format.JSON),
        CSV(ListFormat.Format.CSV),
        TSV(ListFormat.Format.TSV),
        IDS,
        URLS;

        private final Optional<ListFormat.Format> ofList;

        Format() {
            this.ofList = Optional.empty();
        }

        Format(ListFormat.Format ofList) {
            this.ofList = Optional.of(ofList);
        }

        Optional<ListFormat.Format> ofList() {
            return ofList;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int TERMINAL_LIMIT = 50;

    private final Session session;

    /// What a query that found nothing may have meant.
    private Supplier<List<String>> doubts = List::of;

    @Mixin private QueryOption query = new QueryOption();
    @Mixin private Folders folders = new Folders();
    @Mixin private DisplayOptions display = new DisplayOptions();
    @Mixin private SearchRecord record = new SearchRecord();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "${COMPLETION-CANDIDATES}. Default: table on a terminal, plain (one line per"
                            + " posting) elsewhere. All but these two hold links as they are. csv and"
                            + " tsv begin with a row of names; json is one array.")
    private @Nullable Format format;

    @Option(
            names = "--fields",
            paramLabel = "NAME",
            split = ",",
            description = "Only these columns of csv or tsv, in this order: id,score,title.")
    private List<String> fields = List.of();

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            description =
                    "At most N postings, or with --facet N values of each field. Default: 50 on a"
                            + " terminal, all elsewhere.")
    private @Nullable Integer limit;

    @Option(
            names = "--facet",
            paramLabel = "FIELD",
            split = ",",
            completionCandidates = CountedFields.OfFacets.class,
            description =
                    "Count the values of these fields in place of hits: country,route,signal,site,"
                            + " contact, place, lang, class, context, employer.")
    private List<String> facets = List.of();

    @Option(
            names = "--collapse",
            negatable = true,
            description =
                    "One hit for each campaign, the best, or all. Default: one in tables, all in"
                            + " other formats.")
    private @Nullable Boolean collapse;

    @Option(
            names = {"-0", "--print0"},
            description = "End each id or URL with a NUL, for xargs -0; with --format ids or urls.")
    private boolean endsWithNul;

    @Option(
            names = "--why",
            description =
                    "Say of each hit why it stands where it does: what the words weigh, and the"
                            + " factors of score and recency.")
    private boolean why;

    @Option(
            names = "--explain-query",
            description = "Print how the query is understood, and search nothing.")
    private boolean explain;

    private SearchCommand(Session session) {
        this.session = session;
    }

    /// With the fields that queries may name in its help.
    static CommandLine with(Session session) {
        CommandLine command = new CommandLine(new SearchCommand(session));
        UsageMessageSpec help = command.getCommandSpec().usageMessage();
        List<QueryLanguage.FieldHelp> fields =
                CaseFields.language(session.clock(), Path.of("")).fields();
        help.description(
                Stream.of(
                                Stream.of(help.description()),
                                FieldsText.lines(fields, CommandShell.helpWidth(session)).stream(),
                                Stream.of(""))
                        .flatMap(Function.identity())
                        .toArray(String[]::new));
        return command;
    }

    @Override
    public ExitCode call() throws QueryException {
        int most = limit();
        facets.forEach(CountedFields::check);
        checkFormat();
        record.begin(session, folders);
        ParsedQuery parsed = query.parsed(session, folders.namedData(session));
        if (explain) {
            session.out().println(TerminalText.line(parsed.explained()));
            return ExitCode.FOUND;
        }
        try (SearchRecord.Start start = record.start(session, folders);
                PostingSearch search = PostingSearch.open(start.data().resolve("index"))) {
            doubts = () -> query.doubts(search, parsed, session, start.data());
            if (!facets.isEmpty()) {
                ValueCounts counts = search.counts(parsed, facets);
                start.made("search --facet", query(), counts.total(), 0);
                return counted(counts);
            }
            return collapses()
                    ? folded(search, parsed, most, start)
                    : all(search, parsed, most, start);
        }
    }

    private void checkFormat() {
        boolean namesOnly = chosen().ofList().isEmpty();
        if (endsWithNul && !namesOnly) {
            throw new CommandFailure(ExitCode.USAGE, "-0 goes with --format ids or --format urls");
        }
        if (!fields.isEmpty() && (!isRows() || !facets.isEmpty())) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--fields chooses columns of hits, with --format csv or tsv; of json, jq does");
        }
        fields.forEach(HitRows::check);
        if (why && (!facets.isEmpty() || namesOnly || isRows())) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--why explains hits: in tables, in lines, in json and jsonl");
        }
    }

    private boolean isRows() {
        return chosen().ofList().flatMap(ListFormat.Format::rows).isPresent();
    }

    private boolean isJson() {
        return chosen() == Format.JSON || chosen() == Format.JSONL;
    }

    private boolean collapses() {
        return collapse != null ? collapse : chosen() == Format.TABLE;
    }

    private Format chosen() {
        return format != null ? format : session.isTerminal() ? Format.TABLE : Format.PLAIN;
    }

    private ExitCode all(
            PostingSearch search, ParsedQuery parsed, int most, SearchRecord.Start start)
            throws QueryException {
        Hits hits = search.search(parsed, most);
        start.made("search", query(), hits.total(), hits.size());
        if (isJson() || isRows()) {
            try (KnownCampaigns campaigns = new KnownCampaigns(start.data(), session)) {
                print(search, parsed, start.labels(), hits, campaigns::of);
            }
        } else {
            print(search, parsed, start.labels(), hits, _ -> Optional.empty());
        }
        return ending(hits);
    }

    private ExitCode folded(
            PostingSearch search, ParsedQuery parsed, int most, SearchRecord.Start start)
            throws QueryException {
        FoldedHits folded = folded(search, parsed, most, start.data());
        start.made("search", query(), folded.total(), folded.hits().size());
        print(search, parsed, start.labels(), folded.hits(), folded::campaign);
        return ending(folded, most);
    }

    private void print(
            PostingSearch search,
            ParsedQuery parsed,
            Map<String, List<StandingLabel>> labels,
            Iterable<Hit> hits,
            Function<Hit, Optional<Campaign>> campaigns)
            throws QueryException {
        Optional<ListFormat.Format> ofList = chosen().ofList();
        if (ofList.isEmpty()) {
            printNames(hits);
            return;
        }
        Instant now = session.clock().instant();
        new HitPrinter(
                        session,
                        display,
                        ofList.get(),
                        fields,
                        Highlighter.of(parsed),
                        labels,
                        hit ->
                                why
                                        ? Optional.of(search.rankOf(parsed, hit, now))
                                        : Optional.empty())
                .print(hits, campaigns);
    }

    /// Ids or URLs, until nobody reads any longer.
    private void printNames(Iterable<Hit> hits) {
        for (Hit hit : hits) {
            String name = chosen() == Format.IDS ? hit.id() : hit.url();
            session.out().print(TerminalText.line(name) + (endsWithNul ? '\0' : '\n'));
            if (session.out().checkError()) {
                return;
            }
        }
    }

    private FoldedHits folded(PostingSearch search, ParsedQuery parsed, int most, Path data)
            throws QueryException {
        try (KnownCampaigns campaigns = new KnownCampaigns(data, session)) {
            return FoldedHits.of(search, parsed, most, campaigns::of);
        }
    }

    @Override
    public String query() {
        return query.text();
    }

    private int limit() {
        if (limit == null) {
            return session.isTerminal() ? TERMINAL_LIMIT : Integer.MAX_VALUE;
        }
        if (limit < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--limit is at least 1, not " + limit);
        }
        return limit;
    }

    private ExitCode counted(ValueCounts counts) {
        ListFormat.of(ofCounts())
                .print(
                        session,
                        FacetText.COLUMNS,
                        () ->
                                new FacetText(display.style(session), display.links())
                                        .of(counts, facets, limit()),
                        () -> FacetText.json(counts, facets, limit()));
        if (counts.total() == 0) {
            return nothing();
        }
        session.tell(LeadText.counted(counts.total(), "posting") + " counted");
        return ExitCode.FOUND;
    }

    private ListFormat.Format ofCounts() {
        Format typed = format == null ? Format.TABLE : format;
        return typed.ofList()
                .orElseThrow(() ->
                        new CommandFailure(
                                ExitCode.USAGE, "--facet prints counts; they have no " + typed));
    }

    private ExitCode nothing() {
        session.tell("nothing found");
        doubts.get().forEach(doubt -> session.err().println("  " + TerminalText.line(doubt)));
        return ExitCode.NOTHING_FOUND;
    }

    private ExitCode ending(FoldedHits folded, int most) {
        boolean isAllShown = folded.total() == folded.hits().size();
        if (isAllShown || !folded.isComplete()) {
            return ending(folded.total(), folded.hits().size(), folded.isComplete());
        }
        session.tell(
                String.format(
                        Locale.ROOT,
                        "%d found, %d shown, one for each campaign%s; --no-collapse shows all",
                        folded.total(),
                        folded.hits().size(),
                        folded.hits().size() < most ? "" : "; --limit N shows more"));
        return ExitCode.FOUND;
    }

    private ExitCode ending(Hits hits) {
        return ending(hits.total(), hits.size(), hits.isComplete());
    }

    private ExitCode ending(long total, int shown, boolean isComplete) {
        if (!isComplete) {
            session.tell(TimeRanOutException.told("there may be more"));
            return ExitCode.PARTIAL;
        }
        if (total == 0) {
            return nothing();
        }
        if (session.isTerminal() || shown < total) {
            session.tell(
                    String.format(
                            Locale.ROOT,
                            "%d found, %d shown%s",
                            total,
                            shown,
                            shown < total ? "; --limit N shows more" : ""));
        }
        return ExitCode.FOUND;
    }
}
