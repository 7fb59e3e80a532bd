package lurewatch.searchcli.export;

import java.util.Locale;
import java.util.Optional;
import lurewatch.indexer.Context;

/// What a hit list is for. Each purpose has its own contents: the lists of one are never mixed into
/// those of another.
public enum Purpose {
    /// That a platform removes the postings.
    TAKEDOWN,
    /// That police can work with them.
    INTELLIGENCE,
    /// That somebody who may be held is looked for: victims' own accounts, and nothing else.
    VICTIM_URGENT,
    /// That somebody sees what grows: numbers only, no posting.
    TREND;

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Purpose> labelled(String written) {
        for (Purpose purpose : values()) {
            if (purpose.label().equalsIgnoreCase(written.strip())) {
                return Optional.of(purpose);
            }
        }
        return Optional.empty();
    }

    /// The mildest marking that a list of this purpose may have.
    public Tlp floor() {
        return this == VICTIM_URGENT ? Tlp.AMBER_STRICT : Tlp.CLEAR;
    }

    /// The strictest action that a list of this purpose can be limited to: whoever put a posting up
    /// notices its removal.
    public Pap papCeiling() {
        return this == TAKEDOWN ? Pap.GREEN : Pap.RED;
    }

    /// The mildest: whoever holds a victim must not notice that somebody knows.
    public Pap papFloor() {
        return this == VICTIM_URGENT ? Pap.RED : Pap.CLEAR;
    }

    /// Whether a text of that kind may stand in such a list.
    boolean takes(Context context) {
        return this == VICTIM_URGENT ? context == Context.VICTIM_REPORT : context.allowsSuspicion();
    }

    /// Whether a list of this purpose is one of victims and no suspects.
    boolean isOfVictims() {
        return this == VICTIM_URGENT;
    }

    /// Whether the postings of such a list are read as suspected lures.
    boolean isOfSuspects() {
        return this == TAKEDOWN || this == INTELLIGENCE;
    }
}
