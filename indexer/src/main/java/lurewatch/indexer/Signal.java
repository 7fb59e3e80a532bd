package lurewatch.indexer;

import java.util.List;

/// A known trait of lures (or, with negative weight, of innocent context) that a text shows.
///
/// @param id as in `config/signals/signals.yaml`
/// @param weight of the strongest phrase found, -1 to 1; negative speaks against a lure
/// @param evidence where it stands, in text order; never empty
public record Signal(String id, double weight, List<Evidence> evidence) {
    public Signal {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("signal without evidence: " + id);
        }
        if (!(weight >= -1 && weight <= 1)) {
            throw new IllegalArgumentException("weight of " + id + " out of range: " + weight);
        }
    }
}
