package lurewatch.searchcli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.store.FactsReader;
import lurewatch.searchcli.campaigns.Campaign;
import lurewatch.searchcli.campaigns.Campaigns;
import lurewatch.searchcli.campaigns.Decisions;
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.render.LeadText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `campaign split`: postings that are a campaign of their own.
@Command(
        name = "split",
        header = "Split postings off a campaign; they are one of their own from then on.",
        description = {
            "",
            "All postings with the same text go along. The id stays with those that stay, unless they had"
                    + " one of their own before a merge. 'campaign merge' puts back what was split off.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch campaign split c0123456789abcdef p0123456789abcdef --reason 'other firm'",
            "",
            "Exit: 0 split off, 1 no such campaign or posting, 2 wrong use, 3 no usable facts",
        })
final class CampaignSplitCommand implements Callable<ExitCode> {
    private final Session session;

    @Parameters(
            index = "0",
            paramLabel = "ID",
            description = "Of a campaign, or of a posting in it; may be cut short.")
    private String id = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "POSTING",
            description = "Ids of postings in it; may be cut short.")
    private List<String> going = List.of();

    @Mixin private DecisionReason reason = new DecisionReason();
    @Mixin private AnalystOption analyst = new AnalystOption();
    @Mixin private Folders folders = new Folders();

    CampaignSplitCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        Path data = folders.dataToRead(session);
        try (FactsReader facts = FactsReader.open(data.resolve("facts.db"))) {
            return split(data, CampaignsOfData.in(data, facts));
        }
    }

    private ExitCode split(Path data, Campaigns campaigns) {
        Campaign campaign = TypedCampaign.of(id, campaigns);
        List<PostingId> named = new ArrayList<>();
        for (String posting : going) {
            named.add(member(posting, campaigns, campaign));
        }
        Set<Long> wordings =
                named.stream()
                        .flatMap(posting -> campaigns.seat(posting).stream())
                        .map(Campaigns.Seat::wording)
                        .collect(Collectors.toSet());
        long gone = campaigns.postingsOf(wordings);
        if (gone == campaign.postings()) {
            throw TypedCampaign.usage(
                    "nothing of " + campaign.id() + " would be left: all have these texts");
        }
        String why = reason.text();
        try (EventLog log = EventLog.openToWrite(data, analyst.name(session), session.clock())) {
            Decisions.split(log, campaign.id(), named, why);
        }
        session.tell(
                String.format(
                        Locale.ROOT,
                        "%s split off %s, %d stay%s",
                        LeadText.counted(gone, "posting"),
                        campaign.id(),
                        campaign.postings() - gone,
                        gone > named.size() ? "; those of the same text went along" : ""));
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
            throw TypedCampaign.usage("'" + written + "' begins several ids of " + campaign.id());
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
}
