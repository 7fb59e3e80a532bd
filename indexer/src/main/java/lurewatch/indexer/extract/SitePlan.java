package lurewatch.indexer.extract;

import java.util.List;
import java.util.Optional;
import lurewatch.indexer.SiteKind;

/// How the pages of one site are to be read.
///
/// @param gonePhrases what pages say in place of an offer that is no longer there
public record SitePlan(SiteKind kind, Optional<Recipe> recipe, List<String> gonePhrases) {
    /// For captures whose site is no longer configured, and for files without one.
    public static final SitePlan GENERIC = new SitePlan(SiteKind.JOB_BOARD, Optional.empty());

    public SitePlan {
        gonePhrases = List.copyOf(gonePhrases);
    }

    /// A plan that knows no such phrases.
    public SitePlan(SiteKind kind, Optional<Recipe> recipe) {
        this(kind, recipe, List.of());
    }

    /// The same plan with these phrases.
    public SitePlan knowing(List<String> phrases) {
        return new SitePlan(kind, recipe, phrases);
    }
}
