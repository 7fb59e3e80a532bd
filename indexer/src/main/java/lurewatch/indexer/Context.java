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

    /// Whether such a text may stand in a list of suspects and link others by its contacts. The one
    /// rule for exports, demo, campaigns, the second pass and what a page is worth to the crawl:
    /// whoever warns, reports, asks, explains or tells a story speaks of what others offer.
    public boolean allowsSuspicion() {
        return this == NONE;
    }
}
