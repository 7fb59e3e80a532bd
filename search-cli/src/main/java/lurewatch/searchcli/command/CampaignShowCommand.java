package lurewatch.searchcli.command;

import java.util.List;
import java.util.concurrent.Callable;
import lurewatch.indexer.CampaignId;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.store.FactsReader;
import lurewatch.searchcli.campaigns.Campaign;
import lurewatch.searchcli.campaigns.CampaignProfile;
import lurewatch.searchcli.campaigns.Campaigns;
import lurewatch.searchcli.render.CampaignText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `campaign show`: one campaign.
@Command(
        name = "show",
        header = "Show a campaign: template, slots, contacts, sites, time, postings.",
        description = {
            "",
            "The template is what most postings say; what differs stands in its slots. A campaign that has"
                    + " become part of another leads there.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch campaign show c0123456789abcdef",
            "  lurewatch campaign show p0123456789abcdef      the one that this posting is in",
            "",
            "Exit: 0 shown, 1 no such campaign, 2 wrong use, 3 no usable facts",
        })
final class CampaignShowCommand implements Callable<ExitCode> {
    private final Session session;

    @Parameters(
            paramLabel = "ID",
            description = "Of a campaign, or of a posting in it; may be cut short.")
    private String id = "";

    @Mixin private ListFormat format = new ListFormat();
    @Mixin private Folders folders = new Folders();
    @Mixin private DisplayOptions display = new DisplayOptions();

    CampaignShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        try (FactsReader facts =
                FactsReader.open(folders.dataToRead(session).resolve("facts.db"))) {
            Campaigns campaigns = CampaignsOfData.in(folders.dataToRead(session), facts);
            Campaign campaign = TypedCampaign.of(id, campaigns);
            CampaignProfile profile = CampaignProfile.of(campaign, campaigns, facts);
            format.print(
                    session,
                    CampaignText.COLUMNS,
                    () -> display.campaigns(session).of(profile),
                    () -> List.of(CampaignText.json(profile)));
            // Less than a whole id is a way to name it, not what it was called before.
            if (CampaignId.read(id).filter(whole -> !whole.equals(campaign.id())).isPresent()) {
                session.tell(id + " is part of " + campaign.id() + " now");
            }
            return ExitCode.FOUND;
        }
    }
}
