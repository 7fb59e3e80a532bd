package lurewatch.indexer;

import java.util.Locale;

/// How a posting is sorted for human eyes. Never a statement of guilt.
public enum AssessmentClass {
    /// Signals of work, inducement and contact stand together.
    LURE,
    /// Enough to be looked at.
    REVIEW,
    LOW;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
