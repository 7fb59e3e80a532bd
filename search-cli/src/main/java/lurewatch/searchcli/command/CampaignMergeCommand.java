package lurewatch.searchcli.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.store.FactsReader;
import lurewatch.searchcli.campaigns.Campaigns;
import lurewatch.searchcli.campaigns.Decisions;
import lurewatch.searchcli.casework.EventLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `campaign merge`: two campaigns that are one.
@Command(
        name = "merge",
        header = "Say that two campaigns are one.",
        description = {
            "",
            "Each is a campaign, or a posting that is in none. So what was split off is put back.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch campaign merge c0123456789abcdef c1123456789abcdef --reason 'same account'",
            "",
            "Exit: 0 merged, 1 no such campaign, 2 wrong use, 3 no usable facts",
        })
final class CampaignMergeCommand implements Callable<ExitCode> {
    private static final String SIDE =
            "Of a campaign, of a posting in it, or of a posting that is in none; may be cut short.";

    private final Session session;

    @Parameters(index = "0", paramLabel = "ID", description = SIDE)
    private String first = "";

    @Parameters(index = "1", paramLabel = "ID", description = SIDE)
    private String second = "";

    @Mixin private DecisionReason reason = new DecisionReason();
    @Mixin private AnalystOption analyst = new AnalystOption();
    @Mixin private Folders folders = new Folders();

    CampaignMergeCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        Path data = folders.dataToRead(session);
        try (FactsReader facts = FactsReader.open(data.resolve("facts.db"))) {
            Campaigns campaigns = CampaignsOfData.in(data, facts);
            String one = side(first, campaigns);
            String other = side(second, campaigns);
            if (one.equals(other)) {
                throw TypedCampaign.usage("both are " + one + " already");
            }
            String why = reason.text();
            try (EventLog log =
                    EventLog.openToWrite(data, analyst.name(session), session.clock())) {
                Decisions.merge(log, one, other, why);
            }
            session.tell(one + " and " + other + " are one from now on");
            return ExitCode.FOUND;
        }
    }

    /// The id of a campaign, or of a posting that is in none.
    private static String side(String typed, Campaigns campaigns) {
        Optional<PostingId> lone =
                campaigns.meant(typed).isEmpty() ? campaigns.posting(typed) : Optional.empty();
        return lone.map(PostingId::value)
                .orElseGet(() -> TypedCampaign.of(typed, campaigns).id().value());
    }
}
