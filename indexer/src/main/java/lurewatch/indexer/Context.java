package lurewatch.indexer;

import java.util.Locale;

/// What kind of text quotes a lure without being one.
public enum Context {
    NONE,
    WARNING,
    NEWS,
    /// A first-person account: urgent, restricted, and never exported as a suspect.
    VICTIM_REPORT,
    DISCUSSION,
    LAWFUL_PROCESS,
    FICTION;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether a hit list of suspects may never hold such a text.
    public boolean isProtected() {
        return switch (this) {
            case WARNING, NEWS, VICTIM_REPORT -> true;
            case NONE, DISCUSSION, LAWFUL_PROCESS, FICTION -> false;
        };
    }
}
