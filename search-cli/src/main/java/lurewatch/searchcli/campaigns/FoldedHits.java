package lurewatch.searchcli.campaigns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import lurewatch.indexer.CampaignId;
import lurewatch.indexer.search.Hit;
import lurewatch.indexer.search.Hits;
import lurewatch.indexer.search.ParsedQuery;
import lurewatch.indexer.search.PostingSearch;
import lurewatch.indexer.search.QueryException;

/// The best hit of each campaign, and the hits that stand alone, in their order.
///
/// @param byHit the campaign of each hit that is in one
/// @param total postings that the query finds, shown or not
public record FoldedHits(
        List<Hit> hits, Map<String, Campaign> byHit, long total, boolean isComplete) {
    /// How many more hits are fetched than lines are wanted, at first and again.
    private static final int AHEAD = 8;

    public FoldedHits {
        hits = List.copyOf(hits);
        byHit = Map.copyOf(byHit);
    }

    /// What a query finds, folded.
    ///
    /// @param most lines
    public static FoldedHits of(
            PostingSearch search,
            ParsedQuery parsed,
            int most,
            Function<Hit, Optional<Campaign>> campaigns)
            throws QueryException {
        long fetched = (long) most * AHEAD;
        while (true) {
            Hits hits = search.search(parsed, (int) Math.min(Integer.MAX_VALUE, fetched));
            FoldedHits folded = folded(hits, most, campaigns);
            if (folded.hits().size() >= most || hits.size() >= hits.total()) {
                return folded;
            }
            fetched *= AHEAD;
        }
    }

    private static FoldedHits folded(
            Hits hits, int most, Function<Hit, Optional<Campaign>> campaigns) {
        List<Hit> shown = new ArrayList<>();
        Map<String, Campaign> byHit = new HashMap<>();
        Set<CampaignId> seen = new HashSet<>();
        for (Hit hit : hits) {
            Optional<Campaign> campaign = campaigns.apply(hit);
            if (campaign.isEmpty() || seen.add(campaign.get().id())) {
                shown.add(hit);
                campaign.ifPresent(whole -> byHit.put(hit.id(), whole));
            }
            if (shown.size() >= most) {
                break;
            }
        }
        return new FoldedHits(shown, byHit, hits.total(), hits.isComplete());
    }

    public Optional<Campaign> campaign(Hit hit) {
        return Optional.ofNullable(byHit.get(hit.id()));
    }
}
