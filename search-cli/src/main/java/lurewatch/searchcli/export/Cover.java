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
/// @param ids what the ids of what is said in it are made of
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
        Ids ids,
        Optional<String> signer,
        String tool,
        String rules,
        long sequence,
        int postings,
        Map<Dropped, Integer> dropped) {
    /// What recipients' systems know things again by.
    ///
    /// @param desk the sender as he was called when the first pack was made
    /// @param list names the list: all packs of one question are one list
    /// @param version when it was said; later than whatever was said otherwise before
    public record Ids(Handling.Sender desk, String list, Instant version) {}

    public Cover {
        dropped = Map.copyOf(dropped);
    }
}
