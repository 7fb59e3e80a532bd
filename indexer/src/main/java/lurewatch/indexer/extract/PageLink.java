package lurewatch.indexer.extract;

import java.time.Instant;
import java.util.Optional;

/// A link that could be crawled: absolute, http or https, without fragment.
///
/// @param anchor the words it is shown under, shortened; may be empty
/// @param changedAt when the page behind it last changed, as a feed or sitemap claims
public record PageLink(String url, String anchor, Kind kind, Optional<Instant> changedAt) {
    static final int LONGEST_ANCHOR = 200;

    /// What following it is expected to give.
    public enum Kind {
        /// A posting's own page.
        ITEM,
        /// The following page of the same listing.
        NEXT,
        OTHER,
        /// A listing for machines.
        FEED,
        /// A sitemap.
        SITEMAP,
        /// A page that a sitemap names.
        LISTED
    }

    /// A link of which nobody claims when its page changed.
    public PageLink(String url, String anchor, Kind kind) {
        this(url, anchor, kind, Optional.empty());
    }

    /// A link as a page writes it; empty where it cannot be crawled.
    static Optional<PageLink> of(
            Addresses addresses,
            String written,
            String anchor,
            Kind kind,
            Optional<Instant> changedAt) {
        return addresses
                .crawlable(written)
                .map(url ->
                        new PageLink(
                                url, Prose.shortened(anchor, LONGEST_ANCHOR), kind, changedAt));
    }
}
