package lurewatch.indexer.extract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.SiteKind;

/// How the pages of one site are to be read.
///
/// @param since where everything on a listing page is older, no further page is followed
/// @param gonePhrases what pages say in place of an offer that is no longer there
public record SitePlan(
        SiteKind kind, Optional<Recipe> recipe, Optional<Instant> since, List<String> gonePhrases) {
    /// For captures whose site is no longer configured, and for files without one.
    public static final SitePlan GENERIC = new SitePlan(SiteKind.JOB_BOARD, Optional.empty());

    public SitePlan {
        gonePhrases = List.copyOf(gonePhrases);
    }

    /// A plan that knows no such phrases, and goes back as far as pages do.
    public SitePlan(SiteKind kind, Optional<Recipe> recipe) {
        this(kind, recipe, Optional.empty(), List.of());
    }

    /// The same plan with these phrases.
    public SitePlan knowing(List<String> phrases) {
        return new SitePlan(kind, recipe, since, phrases);
    }
}
