package lurewatch.indexer.extract;

/// A link that could be crawled: absolute, http or https, without fragment.
///
/// @param anchor the words it is shown under, shortened; may be empty
public record PageLink(String url, String anchor, Kind kind) {
    /// What following it is expected to give.
    public enum Kind {
        /// A posting's own page.
        ITEM,
        /// The following page of the same listing.
        NEXT,
        OTHER
    }
}
