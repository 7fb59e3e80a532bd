package lurewatch.indexer.extract;

import java.util.Optional;
import lurewatch.indexer.SiteKind;

/// How the pages of one site are to be read.
public record SitePlan(SiteKind kind, Optional<Recipe> recipe) {
    /// For captures whose site is no longer configured, and for files without one.
    public static final SitePlan GENERIC = new SitePlan(SiteKind.JOB_BOARD, Optional.empty());
}
