package lurewatch.searchcli.campaigns;

import java.util.List;
import java.util.Map;
import lurewatch.indexer.CampaignId;
import lurewatch.searchcli.campaigns.Decisions.Decision.Labelled;

/// A campaign of two postings or more, as analysts see it.
///
/// @param sites with their postings, the one with most first
/// @param labels what analysts say that it is, one for each analyst
public record Campaign(
        CampaignId id, long postings, Map<String, Long> sites, List<Labelled> labels) {
    public Campaign {
        labels = List.copyOf(labels);
    }
}
