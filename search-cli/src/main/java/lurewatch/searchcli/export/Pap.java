package lurewatch.searchcli.export;

import java.util.Locale;
import java.util.Optional;

/// The Permissible Actions Protocol: what whoever receives a list may do with it without being
/// noticed by the people it speaks of. From free to strict.
public enum Pap {
    CLEAR("no limit to what may be done with it"),
    GREEN(
            "what can be noticed is allowed: open the addresses, ask for a removal, block; go no further"
                    + " without us"),
    AMBER(
            "passive checks only: compare with your own records and look up what others hold; do not open"
                    + " the addresses, write to the contacts, ask for a removal or block"),
    RED(
            "nothing that can be noticed from outside: use it in your own closed records only and look"
                    + " nothing of it up on the network");

    /// What the mildest level was called before.
    private static final String OLD_CLEAR = "WHITE";

    private final String meaning;

    Pap(String meaning) {
        this.meaning = meaning;
    }

    /// In lower case: `amber`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// As recipients read it, and as MISP's taxonomy writes it: `PAP:AMBER`.
    public String tag() {
        return "PAP:" + name();
    }

    /// What it asks of the recipient.
    public String meaning() {
        return meaning;
    }

    /// The level of that name, with or without `PAP:`, in any case; `white` is `clear`.
    public static Optional<Pap> labelled(String written) {
        String bare = written.strip().toUpperCase(Locale.ROOT).replaceFirst("^PAP:", "");
        if (bare.equals(OLD_CLEAR)) {
            return Optional.of(CLEAR);
        }
        for (Pap level : values()) {
            if (level.name().equals(bare)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    /// Whether something at this level may not stand in what is marked `ceiling`.
    public boolean isAbove(Pap ceiling) {
        return compareTo(ceiling) > 0;
    }
}
