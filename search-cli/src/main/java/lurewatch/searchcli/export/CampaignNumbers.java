package lurewatch.searchcli.export;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.CampaignId;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.campaign.MaskedText;
import lurewatch.indexer.campaign.MaskedText.Word;
import lurewatch.indexer.store.CampaignFacts;
import lurewatch.indexer.store.CampaignFacts.Member;
import lurewatch.searchcli.campaigns.Campaign;
import lurewatch.searchcli.campaigns.Campaigns;

/// Which postings of a list hang together, by numbers. Told all of them first ([#add]), then asked
/// for each ([#of]).
///
/// Campaigns and wordings have numbers of the list: the names that they have here are those of
/// postings, which may be ones that the list keeps back.
final class CampaignNumbers {
    private record Place(CampaignId campaign, long wording) {}

    private final Campaigns campaigns;
    private final CampaignFacts facts;
    private final Map<PostingId, Place> places = new HashMap<>();
    private final Map<CampaignId, Integer> sizes = new LinkedHashMap<>();
    private final Map<CampaignId, Integer> numbers = new HashMap<>();
    private final Map<CampaignId, Map<Long, Integer>> wordings = new HashMap<>();

    CampaignNumbers(Campaigns campaigns, CampaignFacts facts) {
        this.campaigns = campaigns;
        this.facts = facts;
    }

    void add(PostingId posting) {
        Optional<CampaignId> campaign = campaigns.of(posting).map(Campaign::id);
        Optional<Member> member = facts.member(posting);
        if (campaign.isPresent() && member.isPresent()) {
            places.put(posting, new Place(campaign.get(), member.get().wording()));
            sizes.merge(campaign.get(), 1, Integer::sum);
        }
    }

    /// The campaign of a posting; empty where no other of the list is in it.
    Optional<Item.Campaign> of(AssessedPosting assessed) {
        return Optional.ofNullable(places.get(assessed.posting().id()))
                .filter(place -> sizes.getOrDefault(place.campaign(), 0) > 1)
                .map(place ->
                        new Item.Campaign(
                                numbers.computeIfAbsent(place.campaign(), _ -> numbers.size() + 1),
                                wording(place),
                                slots(assessed)));
    }

    private int wording(Place place) {
        Map<Long, Integer> known = wordings.computeIfAbsent(place.campaign(), _ -> new HashMap<>());
        return known.computeIfAbsent(place.wording(), _ -> known.size() + 1);
    }

    /// What changes from copy to copy of its wording.
    private static List<Item.Slot> slots(AssessedPosting assessed) {
        return MaskedText.of(assessed).words().stream()
                .filter(word -> word.slot().isPresent())
                .map(word -> new Item.Slot(kind(word), word.start(), word.end()))
                .toList();
    }

    private static String kind(Word word) {
        String shown = word.text(); // <contact>
        return shown.substring(1, shown.length() - 1);
    }
}
