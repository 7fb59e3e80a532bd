package lurewatch.crawler.frontier;

import lurewatch.crawler.site.WebUrl;

/// A link that a fetched page gave, already in its site's scope.
public record FoundLink(WebUrl url, Kind kind) {

    /// What the link leads to.
    public enum Kind {
        /// A posting.
        ITEM,
        /// The next page of the same listing; costs a step of paging, not of depth.
        NEXT,
        /// Anything else.
        OTHER,
        /// The page itself, moved: inherits class and depth, is due at once, and costs a hop.
        REDIRECT
    }
}
