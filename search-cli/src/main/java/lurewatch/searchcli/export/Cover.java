package lurewatch.searchcli.export;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What a pack says about itself.
///
/// @param query as it was typed; empty for a list of ids
/// @param understood the query with every operator written out
/// @param asOf the time of the list
/// @param sequence the last capture that the facts knew
/// @param dropped how many were found and do not go along, by reason
public record Cover(
        String pack,
        Profile profile,
        Purpose purpose,
        Marking marking,
        String reason,
        Optional<String> query,
        Optional<String> understood,
        String redaction,
        Instant asOf,
        Handling.Sender sender,
        String tool,
        String rules,
        long sequence,
        int postings,
        Map<Dropped, Integer> dropped) {
    public Cover {
        dropped = Map.copyOf(dropped);
    }
}
