package lurewatch.searchcli.export;

import java.util.Locale;
import java.util.Optional;

/// The Traffic Light Protocol 2.0 of FIRST: how far what is marked may travel. From free to strict.
public enum Tlp {
    CLEAR("may be passed on to anybody"),
    GREEN("may be passed on within your community, and not be published"),
    AMBER("for your organisation and its clients, as far as they need to know it"),
    AMBER_STRICT("for your organisation alone, as far as it needs to know it"),
    RED("for those to whom it was given, and for nobody else");

    private final String meaning;

    Tlp(String meaning) {
        this.meaning = meaning;
    }

    /// As FIRST writes it, in lower case: `amber+strict`.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '+');
    }

    /// As recipients read it: `TLP:AMBER+STRICT`.
    public String tag() {
        return "TLP:" + label().toUpperCase(Locale.ROOT);
    }

    /// How far it may travel, as its reader is told.
    public String meaning() {
        return meaning;
    }

    /// The level of that name, with or without `TLP:`, in any case.
    public static Optional<Tlp> labelled(String written) {
        String bare = written.strip().toUpperCase(Locale.ROOT).replaceFirst("^TLP:", "");
        for (Tlp level : values()) {
            if (level.label().equalsIgnoreCase(bare)
                    || level.name().equals(bare.replace('-', '_'))) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    /// Whether something at this level may not stand in what is marked `ceiling`.
    public boolean isAbove(Tlp ceiling) {
        return compareTo(ceiling) > 0;
    }
}
