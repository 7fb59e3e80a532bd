package lurewatch.searchcli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lurewatch.indexer.search.CampaignSource;
import lurewatch.indexer.store.CampaignFacts.Member;
import lurewatch.indexer.store.FactsReader;
import lurewatch.searchcli.campaigns.Campaigns;
import lurewatch.searchcli.campaigns.Decisions;
import lurewatch.searchcli.casework.EventLog;

/// The campaigns of a data directory, as analysts see them.
final class CampaignsOfData {
    private CampaignsOfData() {}

    static Campaigns in(Path data, FactsReader facts) {
        return new Campaigns(facts, decisions(data));
    }

    private static Decisions decisions(Path data) {
        if (!Files.exists(EventLog.file(data))) {
            return Decisions.NONE;
        }
        try (EventLog log = EventLog.openToRead(data)) {
            return Decisions.in(log);
        }
    }

    /// What a look at the campaigns gives.
    static <T> T looked(Path data, Function<Campaigns, T> look) {
        try (FactsReader facts = FactsReader.open(data.resolve("facts.db"))) {
            return look.apply(in(data, facts));
        }
    }

    /// The postings of a campaign that a query names.
    static Optional<CampaignSource.Members> membersIn(Path data, String id) {
        return looked(data, campaigns -> members(campaigns, id));
    }

    private static Optional<CampaignSource.Members> members(Campaigns campaigns, String id) {
        return campaigns
                .typed(id)
                .map(campaign -> campaigns.members(campaign.id()))
                .map(members ->
                        new CampaignSource.Members(
                                ids(members), ids(Campaigns.onePerWording(members))));
    }

    private static List<String> ids(List<Member> members) {
        return members.stream().map(member -> member.id().value()).toList();
    }
}
