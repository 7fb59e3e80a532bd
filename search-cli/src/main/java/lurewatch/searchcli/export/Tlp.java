package lurewatch.searchcli.export;

import java.util.Locale;
import java.util.Optional;

/// The Traffic Light Protocol 2.0 of FIRST: how far what is marked may travel. From free to strict.
public enum Tlp {
    CLEAR,
    GREEN,
    AMBER,
    AMBER_STRICT,
    RED;

    /// As FIRST writes it, in lower case: `amber+strict`.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '+');
    }

    /// As recipients read it: `TLP:AMBER+STRICT`.
    public String tag() {
        return "TLP:" + label().toUpperCase(Locale.ROOT);
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
