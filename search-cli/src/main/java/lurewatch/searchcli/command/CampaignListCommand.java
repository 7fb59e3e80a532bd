package lurewatch.searchcli.command;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import lurewatch.indexer.CampaignId;
import lurewatch.indexer.PostingId;
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
import lurewatch.searchcli.campaigns.Campaign;
import lurewatch.searchcli.campaigns.CampaignProfile;
import lurewatch.searchcli.campaigns.Campaigns;
import lurewatch.searchcli.render.CampaignText;
import lurewatch.searchcli.render.LeadText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `campaign list`: the campaigns that a query finds.
@Command(
        name = "list",
        header = "List campaigns with a posting that a query finds.",
        description = {
            "",
            "Without a query, those with a posting that is more than low. Those with the highest score"
                    + " first, then the largest.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch campaign list",
            "  lurewatch campaign list 'country:KH lang:ko first:30d'",
            "  lurewatch campaign list '@hr_lucky88' --format jsonl",
            "",
            "Exit: 0 found, 1 nothing found, 2 usage or query error, 3 no usable facts or index, 5 a",
            "      reason is missing that this desk asks for, 6 time ran out",
        })
final class CampaignListCommand implements Callable<ExitCode>, Querying {
    private static final int TERMINAL_LIMIT = 50;

    private final Session session;

    @Parameters(
            paramLabel = "QUERY",
            arity = "0..*",
            description = "As of 'lurewatch search'. Default: -class:low.")
    private List<String> words = List.of();

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            description = "List at most N. Default: 50 on a terminal, all elsewhere.")
    private @Nullable Integer limit;

    @Mixin private ListFormat format = new ListFormat();
    @Mixin private Folders folders = new Folders();
    @Mixin private DisplayOptions display = new DisplayOptions();
    @Mixin private SearchRecord record = new SearchRecord();

    CampaignListCommand(Session session) {
        this.session = session;
    }

    @Override
    public String query() {
        return String.join(" ", words);
    }

    @Override
    public ExitCode call() throws QueryException {
        int most = limit();
        try (SearchRecord.Start start = record.start(session, folders);
                FactsReader facts = FactsReader.open(start.data().resolve("facts.db"));
                PostingSearch search = PostingSearch.open(start.data().resolve("index"))) {
            Campaigns campaigns = CampaignsOfData.in(start.data(), facts);
            Hits hits = search.search(parsed());
            Map<CampaignId, Found> found = new LinkedHashMap<>();
            for (Hit hit : hits) {
                campaigns
                        .of(new PostingId(hit.id()))
                        .ifPresent(campaign ->
                                found.computeIfAbsent(campaign.id(), _ -> new Found(campaign, hit))
                                        .add(hit));
            }
            start.made("campaign list", query(), found.size(), Math.min(found.size(), most));
            print(found, most, campaigns, facts);
            return ending(found, most, hits);
        }
    }

    private ParsedQuery parsed() throws QueryException {
        String query = words.isEmpty() ? "-class:low" : query();
        return CaseFields.language(session.clock(), folders.namedData(session)).parse(query);
    }

    private void print(
            Map<CampaignId, Found> found, int most, Campaigns campaigns, FactsReader facts) {
        ListFormat.Printer printer = format.printer(session, CampaignText.COLUMNS);
        CampaignText text = display.campaigns(session);
        found.values().stream()
                .sorted()
                .limit(most)
                .forEach(one -> {
                    CampaignProfile profile = CampaignProfile.of(one.campaign, campaigns, facts);
                    printer.print(
                            () -> text.row(one.campaign, profile, one.best.title()),
                            () -> CampaignText.json(profile));
                });
        printer.end();
    }

    private ExitCode ending(Map<CampaignId, Found> found, int most, Hits hits) {
        if (!hits.isComplete()) {
            session.tell(TimeRanOutException.told("there may be more"));
            return ExitCode.PARTIAL;
        }
        if (found.isEmpty()) {
            session.tell(
                    hits.total() == 0
                            ? "nothing found"
                            : "no campaign found: nothing of it has a copy or shares a contact");
            return ExitCode.NOTHING_FOUND;
        }
        session.tell(
                String.format(
                        Locale.ROOT,
                        "%s%s",
                        LeadText.counted(found.size(), "campaign"),
                        found.size() > most ? ", " + most + " shown; --limit N shows more" : ""));
        return ExitCode.FOUND;
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

    /// A campaign and the posting of it that was found and has the highest score.
    private static final class Found implements Comparable<Found> {
        private static final Comparator<Found> ORDER =
                Comparator.comparingLong((Found found) -> -Math.round(found.best.score()))
                        .thenComparingLong(found -> -found.campaign.postings())
                        .thenComparing(found -> found.campaign.id());

        private final Campaign campaign;
        private Hit best;

        Found(Campaign campaign, Hit best) {
            this.campaign = campaign;
            this.best = best;
        }

        void add(Hit hit) {
            if (hit.score() > best.score()) {
                best = hit;
            }
        }

        @Override
        public int compareTo(Found other) {
            return ORDER.compare(this, other);
        }
    }
}
