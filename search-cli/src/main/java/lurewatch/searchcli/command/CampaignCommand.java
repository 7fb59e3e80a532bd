package lurewatch.searchcli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lurewatch.indexer.CampaignId;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
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
import lurewatch.searchcli.campaigns.Decisions;
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.casework.Label;
import lurewatch.searchcli.render.CampaignText;
import lurewatch.searchcli.render.LeadText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `campaign`: which postings belong together.
@Command(
        name = "campaign",
        header = "Show which postings belong together, and say where that is wrong.",
        description = {
            "",
            "list [QUERY]         campaigns with a posting that QUERY finds; without one, with a posting"
                    + " that is more than low. Those with the highest score first, then the largest.",
            "show ID              template with its slots and what stands in them, contacts, sites, time,"
                    + " postings. An id may be cut short, or be that of a posting in it; one that"
                    + " has become part of another campaign leads there.",
            "label ID LABEL       what you say it is, in the words of 'lurewatch label'.",
            "split ID POSTING...  these postings, and all with the same text, are a campaign of their own."
                    + " The id stays with those that stay, unless they had one of their own before"
                    + " a merge.",
            "merge ID ID          both are one; each is a campaign or a posting that is in none. So"
                    + " what was split off is put back.",
            "",
            "Postings belong together that have the same text with other names, numbers and contacts, that"
                    + " have much of their text in common, or that share a contact which is no hub: one"
                    + " that so many different texts use that it is a board's hotline or a firm's line.",
            "",
            "What analysts say stands in casework.db; the facts are not changed by it.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch campaign list",
            "  lurewatch campaign list 'country:KH lang:ko first:30d'",
            "  lurewatch campaign show c0123456789abcdef",
            "  lurewatch search campaign:c0123456789abcdef",
            "  lurewatch search 'near:c0123456789abcdef -campaign:c0123456789abcdef'",
            "  lurewatch campaign label c0123456789abcdef lure --sure 80 --reason 'same account'",
            "  lurewatch campaign split c0123456789abcdef p0123456789abcdef --reason 'other firm'",
            "",
            "Exit: 0 found or done, 1 nothing found, 2 usage or query error, 3 no usable facts, 5 a",
            "      reason is missing that this desk asks for, 6 time ran out",
        })
final class CampaignCommand implements Callable<ExitCode>, Querying {
    /// Of ids that begin alike.
    private static final int MOST_NAMED = 5;

    private static final int TERMINAL_LIMIT = 50;
    private static final int LONGEST_REASON = 2_000;

    enum Action {
        LIST,
        SHOW,
        LABEL,
        SPLIT,
        MERGE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Session session;

    @Parameters(index = "0", paramLabel = "ACTION", description = "${COMPLETION-CANDIDATES}.")
    private Action action = Action.LIST;

    @Parameters(
            index = "1..*",
            paramLabel = "QUERY|ID",
            description = "A query, or ids; see above.")
    private List<String> words = List.of();

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            description = "List at most N. Default: 50 on a terminal, all elsewhere.")
    private @Nullable Integer limit;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description =
                    "Why; recorded. Required for label, split and merge, at most 2,000 characters. list"
                            + " takes LUREWATCH_REASON, too, and requires one at some desks.")
    private @Nullable String reason;

    @Option(
            names = "--sure",
            paramLabel = "PERCENT",
            defaultValue = "100",
            description = "How sure a label is. Default: ${DEFAULT-VALUE}.")
    private int sure = 100;

    @Mixin private AnalystOption analyst = new AnalystOption();
    @Mixin private ListFormat format = new ListFormat();
    @Mixin private Folders folders = new Folders();
    @Mixin private DisplayOptions display = new DisplayOptions();

    CampaignCommand(Session session) {
        this.session = session;
    }

    @Override
    public String query() {
        return action == Action.LIST ? String.join(" ", words) : "";
    }

    @Override
    public ExitCode call() throws QueryException {
        Path data = folders.dataToRead(session);
        try (FactsReader facts = FactsReader.open(data.resolve("facts.db"))) {
            Campaigns campaigns = CampaignsOfData.in(data, facts);
            return switch (action) {
                case LIST -> list(data, campaigns, facts);
                case SHOW -> show(campaigns, facts);
                case LABEL -> label(data, campaigns);
                case SPLIT -> split(data, campaigns);
                case MERGE -> merge(data, campaigns);
            };
        }
    }

    private ExitCode list(Path data, Campaigns campaigns, FactsReader facts) throws QueryException {
        int most = limit();
        long hits;
        boolean complete;
        Map<CampaignId, Found> found = new LinkedHashMap<>();
        try (SearchRecord.Start start =
                        SearchRecord.start(session, folders, Optional.ofNullable(reason));
                PostingSearch search = PostingSearch.open(data.resolve("index"))) {
            Hits all = search.search(parsed());
            hits = all.total();
            for (Hit hit : all) {
                campaigns
                        .of(new PostingId(hit.id()))
                        .ifPresent(campaign ->
                                found.computeIfAbsent(campaign.id(), _ -> new Found(campaign, hit))
                                        .add(hit));
            }
            complete = all.isComplete();
            start.made("campaign list", query(), found.size(), Math.min(found.size(), most));
        }
        ListFormat.Printer printer = format.printer(session, CampaignText.COLUMNS);
        found.values().stream()
                .sorted()
                .limit(most)
                .forEach(one -> print(one, campaigns, facts, printer));
        printer.end();
        if (!complete) {
            session.tell(TimeRanOutException.told("there may be more"));
            return ExitCode.PARTIAL;
        }
        if (found.isEmpty()) {
            session.tell(
                    hits == 0
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

    private ParsedQuery parsed() throws QueryException {
        String query = words.isEmpty() ? "-class:low" : query();
        return CaseFields.language(session.clock(), folders.namedData(session)).parse(query);
    }

    private void print(
            Found found, Campaigns campaigns, FactsReader facts, ListFormat.Printer printer) {
        CampaignProfile profile = CampaignProfile.of(found.campaign, campaigns, facts);
        printer.print(
                () -> text().row(found.campaign, profile, found.best.title()),
                () -> CampaignText.json(profile));
    }

    private CampaignText text() {
        return new CampaignText(
                display.style(session), display.links(), DisplayOptions.columns(session));
    }

    private ExitCode show(Campaigns campaigns, FactsReader facts) {
        requireWords(1, "campaign show ID");
        Campaign campaign = named(words.getFirst(), campaigns);
        CampaignProfile profile = CampaignProfile.of(campaign, campaigns, facts);
        format.print(
                session,
                CampaignText.COLUMNS,
                () -> text().of(profile),
                () -> List.of(CampaignText.json(profile)));
        // Less than a whole id is a way to name it, not what it was called before.
        if (CampaignId.read(words.getFirst()).filter(id -> !id.equals(campaign.id())).isPresent()) {
            session.tell(words.getFirst() + " is part of " + campaign.id() + " now");
        }
        return ExitCode.FOUND;
    }

    private ExitCode label(Path data, Campaigns campaigns) {
        requireWords(2, "campaign label ID LABEL --reason TEXT");
        String label =
                Label.labelled(words.get(1))
                        .orElseThrow(() ->
                                usage(
                                        "'"
                                                + words.get(1)
                                                + "' is no label; it is one of "
                                                + Label.allowed()))
                        .label();
        if (sure < 1 || sure > 100) {
            throw usage("--sure is 1 to 100, not " + sure);
        }
        Campaign campaign = named(words.getFirst(), campaigns);
        String why = reason();
        try (EventLog log = EventLog.openToWrite(data, analyst(), session.clock())) {
            Decisions.label(log, campaign.id(), label, sure, why);
        }
        session.tell(campaign.id() + " labelled " + label + " by " + analyst());
        session.tell(
                "its postings keep their own labels; to label them too: lurewatch search campaign:"
                        + campaign.id()
                        + " --format ids | lurewatch label --as "
                        + label
                        + " --reason TEXT -");
        return ExitCode.FOUND;
    }

    private ExitCode split(Path data, Campaigns campaigns) {
        if (words.size() < 2) {
            throw usage(
                    "name the postings to split off: lurewatch campaign split ID POSTING..."
                            + " --reason TEXT");
        }
        Campaign campaign = named(words.getFirst(), campaigns);
        List<PostingId> postings = new ArrayList<>();
        for (String id : words.subList(1, words.size())) {
            postings.add(member(id, campaigns, campaign));
        }
        Set<Long> gone =
                postings.stream()
                        .flatMap(id -> campaigns.seat(id).stream())
                        .map(Campaigns.Seat::wording)
                        .collect(Collectors.toSet());
        long going = campaigns.postingsOf(gone);
        if (going == campaign.postings()) {
            throw usage("nothing of " + campaign.id() + " would be left: all have these texts");
        }
        String why = reason();
        try (EventLog log = EventLog.openToWrite(data, analyst(), session.clock())) {
            Decisions.split(log, campaign.id(), postings, why);
        }
        session.tell(
                String.format(
                        Locale.ROOT,
                        "%s split off %s, %d stay%s",
                        LeadText.counted(going, "posting"),
                        campaign.id(),
                        campaign.postings() - going,
                        going > postings.size() ? "; those of the same text went along" : ""));
        return ExitCode.FOUND;
    }

    /// The posting of the campaign that is named by its id, or by enough of its start.
    private static PostingId member(String written, Campaigns campaigns, Campaign campaign) {
        Optional<PostingId> whole =
                campaigns
                        .posting(written)
                        .filter(id -> campaigns.of(id).filter(campaign::equals).isPresent());
        if (whole.isPresent()) {
            return whole.get();
        }
        List<String> meant =
                campaigns.members(campaign.id()).stream()
                        .map(member -> member.id().value())
                        .filter(id -> !written.isEmpty() && id.startsWith(written))
                        .toList();
        if (meant.size() > 1) {
            throw usage("'" + written + "' begins several ids of " + campaign.id());
        }
        if (meant.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.NOTHING_FOUND,
                    TerminalText.line(
                            "'"
                                    + written
                                    + "' is no posting of "
                                    + campaign.id()
                                    + "; 'lurewatch campaign show' prints them"));
        }
        return new PostingId(meant.getFirst());
    }

    private ExitCode merge(Path data, Campaigns campaigns) {
        requireWords(2, "campaign merge ID ID --reason TEXT");
        String first = side(words.get(0), campaigns);
        String second = side(words.get(1), campaigns);
        if (first.equals(second)) {
            throw usage("both are " + first + " already");
        }
        String why = reason();
        try (EventLog log = EventLog.openToWrite(data, analyst(), session.clock())) {
            Decisions.merge(log, first, second, why);
        }
        session.tell(first + " and " + second + " are one from now on");
        return ExitCode.FOUND;
    }

    /// The id of a campaign, or of a posting that is in none.
    private static String side(String typed, Campaigns campaigns) {
        Optional<PostingId> lone =
                campaigns.meant(typed).isEmpty() ? campaigns.posting(typed) : Optional.empty();
        return lone.map(PostingId::value).orElseGet(() -> named(typed, campaigns).id().value());
    }

    private static Campaign named(String typed, Campaigns campaigns) {
        Set<Campaign> meant = campaigns.meant(typed);
        if (meant.size() > 1) {
            throw usage(
                    "'"
                            + typed
                            + "' begins several ids: "
                            + meant.stream()
                                    .map(campaign -> campaign.id().toString())
                                    .sorted()
                                    .limit(MOST_NAMED)
                                    .collect(Collectors.joining(" ")));
        }
        return meant.stream()
                .findFirst()
                .orElseThrow(() ->
                        new CommandFailure(
                                ExitCode.NOTHING_FOUND,
                                TerminalText.line(
                                        campaigns.isPosting(typed)
                                                ? typed
                                                        + " is in no campaign: nothing is a copy of"
                                                        + " it or shares a contact with it"
                                                : "there is no campaign '"
                                                        + typed
                                                        + "'; 'lurewatch campaign list' prints"
                                                        + " ids")));
    }

    private void requireWords(int count, String form) {
        if (words.size() != count) {
            throw usage("write: lurewatch " + form);
        }
    }

    private static CommandFailure usage(String message) {
        return new CommandFailure(ExitCode.USAGE, TerminalText.line(message));
    }

    private String reason() {
        String why = Optional.ofNullable(reason).orElse("").strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw usage("say why with --reason TEXT, at most " + LONGEST_REASON + " characters");
        }
        return why;
    }

    private String analyst() {
        return analyst.name(session);
    }

    private int limit() {
        if (limit == null) {
            return session.isTerminal() ? TERMINAL_LIMIT : Integer.MAX_VALUE;
        }
        if (limit < 1) {
            throw usage("--limit is at least 1, not " + limit);
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
