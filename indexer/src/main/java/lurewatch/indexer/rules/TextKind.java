package lurewatch.indexer.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import lurewatch.indexer.Context;

/// What a text may be, of which it is one: an offer of either kind, or a context.
public enum TextKind {
    LURE,
    BENIGN,
    WARNING,
    NEWS,
    VICTIM_REPORT,
    DISCUSSION,
    LAWFUL_PROCESS,
    FICTION;

    private static final List<TextKind> IN_ORDER = List.of(values());

    /// Its place among all kinds, from 0.
    public int place() {
        return IN_ORDER.indexOf(this);
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The context; none for offers.
    public Context context() {
        return switch (this) {
            case LURE, BENIGN -> Context.NONE;
            case WARNING -> Context.WARNING;
            case NEWS -> Context.NEWS;
            case VICTIM_REPORT -> Context.VICTIM_REPORT;
            case DISCUSSION -> Context.DISCUSSION;
            case LAWFUL_PROCESS -> Context.LAWFUL_PROCESS;
            case FICTION -> Context.FICTION;
        };
    }

    public static Optional<TextKind> labelled(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
    }

    public static String allowed() {
        return Arrays.stream(values()).map(TextKind::label).collect(Collectors.joining(", "));
    }
}
