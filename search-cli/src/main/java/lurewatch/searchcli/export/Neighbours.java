package lurewatch.searchcli.export;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.store.FactsReader;

/// What else the captures of a list show: a page with a lure may hold a victim's account as well.
final class Neighbours {
    private final Selection selection;
    private final FactsReader facts;
    private final Set<String> handedOn;
    private final Map<Long, Boolean> captures = new HashMap<>();
    private final Map<String, Boolean> postings = new HashMap<>();

    Neighbours(Selection selection, FactsReader facts, List<String> handedOn) {
        this.selection = selection;
        this.facts = facts;
        this.handedOn = new HashSet<>(handedOn);
    }

    /// Whether a posting stands in that capture which the selection keeps back, found or not.
    boolean isAmongKeptBack(long capture) {
        return captures.computeIfAbsent(
                capture,
                sequence ->
                        facts.postingsIn(new CaptureId(sequence)).stream()
                                .map(PostingId::value)
                                .anyMatch(this::isKeptBack));
    }

    private boolean isKeptBack(String id) {
        if (handedOn.contains(id)) {
            return false;
        }
        return postings.computeIfAbsent(
                id, key -> selection.reasonToDrop(HitList.current(facts, key)).isPresent());
    }
}
