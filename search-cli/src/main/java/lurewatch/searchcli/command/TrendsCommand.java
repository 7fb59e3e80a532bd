package lurewatch.searchcli.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.search.ParsedQuery;
import lurewatch.indexer.search.PostingSearch;
import lurewatch.indexer.search.QueryException;
import lurewatch.searchcli.leads.Trends;
import lurewatch.searchcli.render.TrendsText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `trends`: what is rising, for those who have no lead yet.
@Command(
        name = "trends",
        header =
                "What is rising: contacts, places, signals and sites that newly seen postings"
                        + " share.",
        description = {
            "",
            "Compares the postings first seen in the window, the time up to now (or --until), with"
                    + " those first seen in the baseline before it. A value rises where its share of"
                    + " the postings is larger than chance explains: one-sided Fisher's exact test on"
                    + " the four counts. As many values are tested at once, those with q up to --fdr"
                    + " are listed: on average at most that share of them are there by chance"
                    + " (Benjamini and Hochberg).",
            "",
            "Shares are compared, so that more crawling alone raises nothing. Copies of one ad"
                    + " count each: what rises may be one busy campaign. p and q take postings to be"
                    + " independent of each other, which copies are not: of what one ad's copies raise,"
                    + " more than the share of --fdr may be chance, and 'campaign show' tells how many"
                    + " texts there are. A new site brings its own contacts along; -site:NAME in the"
                    + " query leaves it out.",
            "",
            "--by phrase finds words that no list has yet: new slang, new names for old things. It"
                    + " reads the texts, of at most 3,000 postings of the window and 6,000 before it,"
                    + " chosen by their ids. Of phrases that stand in nearly the same postings, as"
                    + " those of a copied ad do, the longest is listed.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch trends",
            "  lurewatch trends 'class:lure' --window 7d --baseline 28d",
            "  lurewatch trends class:lure --by phrase",
            "  lurewatch trends --by contact --until 2026-10-01 --format jsonl",
            "",
            "Exit: 0 something rises, 1 nothing does, 2 the query is wrong or a period is empty, 3"
                    + " no",
            "      usable index, 5 a reason is missing that this desk asks for, 6 time ran out",
        })
final class TrendsCommand implements Callable<ExitCode>, Querying {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,4})([hdw])");

    private final Session session;

    @Parameters(paramLabel = "QUERY", arity = "0..*", description = "Only what it finds.")
    private List<String> words = List.of();

    @Option(
            names = "--window",
            paramLabel = "SPAN",
            defaultValue = "14d",
            description = "How long: 12h, 7d, 2w. Default: ${DEFAULT-VALUE}.")
    private String window = "14d";

    @Option(
            names = "--baseline",
            paramLabel = "SPAN",
            defaultValue = "90d",
            description = "How long before the window. Default: ${DEFAULT-VALUE}.")
    private String baseline = "90d";

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description =
                    "The window's end: 2026-10-01 (the start of that day, UTC: the day itself is"
                            + " left out), 2026-10-01T12:00Z, 7d. Default: now.")
    private @Nullable String until;

    @Option(
            names = "--time",
            paramLabel = "WHICH",
            defaultValue = "first",
            description =
                    "first: when we saw a posting first; last: when we saw it last; posted: when"
                            + " its page says it was put up. Default: ${DEFAULT-VALUE}.")
    private WhichTime which = WhichTime.FIRST;

    @Option(
            names = "--by",
            paramLabel = "FIELD",
            split = ",",
            completionCandidates = CountedFields.OfTrends.class,
            defaultValue = "contact,place,country,signal,site,employer",
            description =
                    "What to test: contact, place, country, route, signal, site, employer, lang,"
                            + " class, context, or phrase for what postings say in one to three words."
                            + " Default: ${DEFAULT-VALUE}.")
    private List<String> fields = List.of();

    @Option(
            names = "--fdr",
            paramLabel = "Q",
            defaultValue = "0.05",
            description =
                    "The share of false discoveries to put up with. Default: ${DEFAULT-VALUE}.")
    private double fdr = 0.05;

    @Mixin private ListFormat format = new ListFormat();
    @Mixin private Folders folders = new Folders();
    @Mixin private DisplayOptions display = new DisplayOptions();
    @Mixin private SearchRecord record = new SearchRecord();

    TrendsCommand(Session session) {
        this.session = session;
    }

    @Override
    public String query() {
        return String.join(" ", words);
    }

    @Override
    public ExitCode call() throws QueryException {
        if (!(fdr > 0 && fdr < 1)) {
            throw misused("--fdr is more than 0 and less than 1");
        }
        fields.forEach(CountedFields::checkRising);
        ParsedQuery among =
                words.isEmpty()
                        ? ParsedQuery.all()
                        : CaseFields.language(session.clock(), folders.namedData(session))
                                .parse(query());
        Instant end = end();
        Instant start = end.minus(span("--window", window));
        try (SearchRecord.Start account = record.start(session, folders);
                PostingSearch search = PostingSearch.open(account.data().resolve("index"))) {
            Trends trends =
                    Trends.of(
                            search,
                            among,
                            which.field(),
                            start.minus(span("--baseline", baseline)),
                            start,
                            end,
                            fields,
                            fdr);
            account.made(
                    "trends",
                    query(),
                    trends.window().postings() + trends.baseline().postings(),
                    trends.rising().size());
            return told(trends);
        }
    }

    private ExitCode told(Trends trends) {
        session.tell(TrendsText.compared(trends));
        if (fields.contains(Trends.PHRASE)) {
            TrendsText.sampled(trends).ifPresent(session::tell);
        }
        if (trends.window().postings() == 0 || trends.baseline().postings() == 0) {
            throw misused(
                    "one of the two has no postings to compare; --window, --baseline and --until"
                            + " move them");
        }
        if (trends.rising().isEmpty()) {
            session.tell("nothing rises by more than chance explains");
            return ExitCode.NOTHING_FOUND;
        }
        format.print(
                session,
                TrendsText.COLUMNS,
                () ->
                        new TrendsText(
                                        display.style(session),
                                        display.links(),
                                        DisplayOptions.columns(session))
                                .of(trends),
                () -> TrendsText.json(trends));
        return ExitCode.FOUND;
    }

    private Instant end() {
        if (until == null) {
            return session.clock().instant();
        }
        try {
            return CaseFields.language(session.clock(), folders.namedData(session)).moment(until);
        } catch (QueryException e) {
            throw new CommandFailure(ExitCode.USAGE, "--until: " + e.getMessage(), e);
        }
    }

    private static Duration span(String option, String written) {
        Matcher span = SPAN.matcher(written.strip().toLowerCase(Locale.ROOT));
        if (!span.matches() || Integer.parseInt(span.group(1)) == 0) {
            throw misused(option + ": '" + written + "' is no span; write 12h, 7d or 2w");
        }
        int n = Integer.parseInt(span.group(1));
        return switch (span.group(2)) {
            case "h" -> Duration.ofHours(n);
            case "w" -> Duration.ofDays(7L * n);
            default -> Duration.ofDays(n);
        };
    }

    private static CommandFailure misused(String what) {
        return new CommandFailure(ExitCode.USAGE, what);
    }
}
