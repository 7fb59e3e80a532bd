package lurewatch.indexer;

import java.util.List;
import java.util.Optional;

/// A known trait of lures (or, with negative weight, of innocent context) that a text shows.
///
/// @param id as in `config/signals/signals.yaml`
/// @param weight of the strongest phrase found, -1 to 1; negative speaks against a lure
/// @param evidence where it stands, in text order; never empty
/// @param reason what the words alone do not tell: by how much, compared with what
public record Signal(String id, double weight, List<Evidence> evidence, Optional<String> reason) {
    public Signal {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("signal without evidence: " + id);
        }
        if (!(weight >= -1 && weight <= 1)) {
            throw new IllegalArgumentException("weight of " + id + " out of range: " + weight);
        }
    }

    /// One that its words explain.
    public Signal(String id, double weight, List<Evidence> evidence) {
        this(id, weight, evidence, Optional.empty());
    }
}
