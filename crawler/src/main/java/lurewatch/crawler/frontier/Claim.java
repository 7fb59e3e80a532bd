package lurewatch.crawler.frontier;

import java.time.Instant;
import java.util.Optional;

/// What a source said last of a page.
///
/// @param changedAt when the page changed, as the source claims
/// @param newsAt when a claim reached us that we had not heard before
public record Claim(Source source, Instant changedAt, Optional<Instant> newsAt) {
    /// Whether the page has not been fetched since the news came.
    boolean isNewsAfter(Optional<Instant> lastFetch) {
        return newsAt.isPresent() && lastFetch.map(newsAt.get()::isAfter).orElse(true);
    }

    /// Who said it.
    public enum Source {
        /// `lastmod` in a sitemap.
        SITEMAP(1),
        /// An entry of a feed.
        FEED(2),
        /// A listing's first page, which shows a known page that it did not show before.
        LISTING(3),
        /// A listing that showed a posting and shows it no more.
        LEFT(4);

        private static final Source[] ALL = values();

        private final int code;

        Source(int code) {
            this.code = code;
        }

        /// What `crawl.db` says for it.
        int code() {
            return code;
        }

        static Source of(int code) {
            if (code < 1 || code > ALL.length) {
                throw new FrontierException("no source of claims has the code " + code);
            }
            return ALL[code - 1];
        }
    }
}
