package lurewatch.searchcli.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.CampaignId;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.campaign.MaskedText;
import lurewatch.indexer.campaign.MaskedText.Word;
import lurewatch.searchcli.campaigns.Campaigns;
import lurewatch.searchcli.campaigns.Campaigns.Seat;

/// Which postings of a list hang together, by numbers. Told all of them first ([#add]), then asked
/// for each ([#of]).
///
/// Campaigns and wordings have numbers of the list: the names that they have here are those of
/// postings, which may be ones that the list keeps back.
final class CampaignNumbers {
    /// Copies of a wording whose slots are told: more say nothing new.
    private static final int MOST_COPIES = 500;

    private final Campaigns campaigns;
    private final Map<PostingId, Seat> seats = new HashMap<>();
    private final Map<CampaignId, Integer> sizes = new HashMap<>();
    private final Map<CampaignId, Integer> numbers = new HashMap<>();
    private final Map<CampaignId, Map<Long, Integer>> wordings = new HashMap<>();
    private final Map<Long, Integer> copies = new HashMap<>();

    CampaignNumbers(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    void add(PostingId posting) {
        campaigns
                .seat(posting)
                .ifPresent(seat -> {
                    seats.put(posting, seat);
                    sizes.merge(seat.campaign().id(), 1, Integer::sum);
                });
    }

    /// The campaign of a posting; empty where no other of the list is in it.
    Optional<Item.Campaign> of(AssessedPosting assessed) {
        return Optional.ofNullable(seats.get(assessed.posting().id()))
                .filter(seat -> sizes.getOrDefault(seat.campaign().id(), 0) > 1)
                .map(seat ->
                        new Item.Campaign(
                                numbers.computeIfAbsent(
                                        seat.campaign().id(), _ -> numbers.size() + 1),
                                wording(seat),
                                copies.merge(seat.wording(), 1, Integer::sum) > MOST_COPIES
                                        ? List.of()
                                        : slots(assessed)));
    }

    private int wording(Seat seat) {
        Map<Long, Integer> known =
                wordings.computeIfAbsent(seat.campaign().id(), _ -> new HashMap<>());
        return known.computeIfAbsent(seat.wording(), _ -> known.size() + 1);
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
