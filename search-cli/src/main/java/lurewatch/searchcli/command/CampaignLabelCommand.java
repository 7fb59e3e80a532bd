package lurewatch.searchcli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.store.FactsReader;
import lurewatch.searchcli.campaigns.Campaign;
import lurewatch.searchcli.campaigns.Decisions;
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.casework.Label;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `campaign label`: what an analyst says that a campaign is.
@Command(
        name = "label",
        header = "Say what a campaign is, in the words of 'lurewatch label'.",
        description = {"", "Its postings keep labels of their own.", ""},
        footer = {
            "",
            "Examples:",
            "  lurewatch campaign label c0123456789abcdef lure --sure 80 --reason 'same account'",
            "",
            "Exit: 0 labelled, 1 no such campaign, 2 wrong use, 3 no usable facts",
        })
final class CampaignLabelCommand implements Callable<ExitCode> {
    private final Session session;

    @Parameters(
            index = "0",
            paramLabel = "ID",
            description = "Of a campaign, or of a posting in it; may be cut short.")
    private String id = "";

    @Parameters(index = "1", paramLabel = "LABEL", description = "A label of 'lurewatch label'.")
    private String written = "";

    @Option(
            names = "--sure",
            paramLabel = "PERCENT",
            defaultValue = "100",
            description = "How sure. Default: ${DEFAULT-VALUE}.")
    private int sure = 100;

    @Mixin private DecisionReason reason = new DecisionReason();
    @Mixin private AnalystOption analyst = new AnalystOption();
    @Mixin private Folders folders = new Folders();

    CampaignLabelCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        Path data = folders.dataToRead(session);
        String label =
                Label.labelled(written)
                        .orElseThrow(() ->
                                TypedCampaign.usage(
                                        "'"
                                                + written
                                                + "' is no label; it is one of "
                                                + Label.allowed()))
                        .label();
        if (sure < 1 || sure > 100) {
            throw TypedCampaign.usage("--sure is 1 to 100, not " + sure);
        }
        try (FactsReader facts = FactsReader.open(data.resolve("facts.db"))) {
            Campaign campaign = TypedCampaign.of(id, CampaignsOfData.in(data, facts));
            String why = reason.text();
            String name = analyst.name(session);
            try (EventLog log = EventLog.openToWrite(data, name, session.clock())) {
                Decisions.label(log, campaign.id(), label, sure, why);
            }
            session.tell(campaign.id() + " labelled " + label + " by " + name);
            session.tell(
                    "its postings keep their own labels; to label them too: lurewatch search campaign:"
                            + campaign.id()
                            + " --format ids | lurewatch label --as "
                            + label
                            + " --reason TEXT -");
            return ExitCode.FOUND;
        }
    }
}
