package lurewatch.crawler.frontier;

import java.time.Instant;
import java.util.Optional;
import lurewatch.crawler.site.WebUrl;

/// A link that a fetched page gave, already in its site's scope.
///
/// @param anchor the words it was shown under; may be empty
/// @param changedAt when the page behind it last changed, as a feed or sitemap claims
public record FoundLink(WebUrl url, Kind kind, String anchor, Optional<Instant> changedAt) {

    /// What the link leads to.
    public enum Kind {
        /// A posting.
        ITEM,
        /// The next page of the same listing; costs a step of paging, not of depth.
        NEXT,
        /// Anything else.
        OTHER,
        /// A listing for machines.
        FEED,
        /// A sitemap.
        SITEMAP,
        /// A page that a sitemap names.
        LISTED,
        /// The page itself, moved: inherits class and depth, is due at once, and costs a hop.
        REDIRECT,
        /// As that, to an address that this visit has come through: with the cookies that it brings
        /// now, it may be told something else there.
        RETURN
    }

    /// A link without words of its own.
    public FoundLink(WebUrl url, Kind kind) {
        this(url, kind, "", Optional.empty());
    }
}
