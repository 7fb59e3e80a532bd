package lurewatch.searchcli.casework;

import java.time.Instant;
import java.util.Optional;

/// A label that somebody set and nobody lifted.
///
/// @param name as it was written; by a newer program, perhaps one that is not known here
/// @param hash of the event that set it
public record StandingLabel(
        String posting, String name, String analyst, Instant time, String reason, String hash) {
    static StandingLabel of(String posting, Event set) {
        return new StandingLabel(
                posting,
                set.text("label"),
                set.analyst(),
                set.time(),
                set.text("reason"),
                set.hash());
    }

    public Optional<Label> label() {
        return Label.labelled(name);
    }

    /// Whether the posting must not stand in a list of suspects while this label stands. One that
    /// this version does not know does so too: who it was meant to protect is not known either.
    boolean isProtective() {
        return label().map(known -> !known.allowsSuspicion()).orElse(true);
    }
}
