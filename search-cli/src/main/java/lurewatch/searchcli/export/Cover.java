package lurewatch.searchcli.export;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What a pack says about itself.
///
/// @param query as it was typed, but for what is masked; empty for a list of ids
/// @param understood the query with every operator written out, masked as well
/// @param translatedBy the program that translated what is in other languages
/// @param asOf the time of the list, which may be long ago
/// @param made when the pack was made, by the clock
/// @param signer the name of the key that the pack is signed with
/// @param sequence the last capture that the facts knew at the time of the list
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
        Optional<String> translatedBy,
        Instant asOf,
        Instant made,
        Handling.Sender sender,
        Optional<String> signer,
        String tool,
        String rules,
        long sequence,
        int postings,
        Map<Dropped, Integer> dropped) {
    public Cover {
        dropped = Map.copyOf(dropped);
    }
}
