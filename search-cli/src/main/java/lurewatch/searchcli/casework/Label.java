package lurewatch.searchcli.casework;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What an analyst says a posting is, beside what the detector made of it.
public enum Label {
    /// A lure of the kind that is looked for.
    LURE,
    /// An ordinary offer.
    BENIGN,
    /// Written by or for somebody who was lured.
    VICTIM,
    /// Warns of lures and quotes them.
    WARNING,
    NEWS,
    DISCUSSION,
    LAWFUL_PROCESS,
    FICTION,
    /// Looked at, and not decided.
    UNSURE;

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return label();
    }

    public static Optional<Label> labelled(String written) {
        return Arrays.stream(values())
                .filter(label -> label.label().equalsIgnoreCase(written.strip()))
                .findFirst();
    }

    public static String allowed() {
        return Arrays.stream(values()).map(Label::label).collect(Collectors.joining(", "));
    }

    /// Whether a posting that is called so may stand in a list of suspects.
    boolean allowsSuspicion() {
        return this == LURE || this == UNSURE;
    }
}
