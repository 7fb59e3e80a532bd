package lurewatch.indexer.store;

import java.time.Instant;

/// How visits of a site went of late, by what was captured. What never became a capture, as no
/// server answered, is not among them.
///
/// @param visits how many captures
/// @param troubled those that were refused, blocked or in trouble
/// @param last the newest capture
public record SiteVisits(String site, long visits, long troubled, Instant last) {
    /// Whether not one visit came through.
    public boolean isFailing() {
        return visits > 0 && troubled == visits;
    }
}
