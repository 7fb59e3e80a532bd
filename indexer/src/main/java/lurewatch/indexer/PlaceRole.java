package lurewatch.indexer;

import java.util.Locale;

/// What a named place is to the posting.
public enum PlaceRole {
    /// Where the work is said to be.
    DESTINATION,
    /// The employer's own address.
    EMPLOYER,
    /// Named without either.
    MENTION;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
