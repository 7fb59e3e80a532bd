package lurewatch.crawler.frontier;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import lurewatch.crawler.revisit.Demand;
import lurewatch.crawler.revisit.PageClass;
import lurewatch.crawler.revisit.Track;

/// A URL as `crawl.db` holds it, read when its turn is near.
///
/// @param rank order within its host and lane, smallest first
/// @param depth steps from a seed, paging left out
/// @param paging steps along *next page* links
/// @param hops redirects that led to the coming visit
/// @param fails fetches in a row that failed for a passing reason
/// @param misses answers in a row that the page is not there, or not for us
/// @param track its visits that gave the page, and what they showed
/// @param seenAt the last of these
/// @param content a hash of what the page said then
/// @param born when a posting appeared, as far as that can be told
/// @param demand what it asks of the budget
/// @param watched by the operator, this very page
/// @param lastAt end of the last fetch, whatever it gave
/// @param anchor the words of the link that it was found by; may be empty
/// @param parent the page that the link stood on; 0 for a seed
/// @param chain redirects from a page that something else led to; 0 for such a page itself
/// @param claim what others said last of when it changed
record UrlRow(
        long id,
        String url,
        String site,
        PageClass pageClass,
        Lane lane,
        int rank,
        int depth,
        int paging,
        int hops,
        int fails,
        int misses,
        Validators validators,
        Track track,
        Optional<Instant> seenAt,
        OptionalLong content,
        Optional<Instant> born,
        Demand demand,
        boolean watched,
        Optional<Instant> lastAt,
        Optional<Claim> claim,
        String anchor,
        long parent,
        int chain) {
    /// The same as a page of another class.
    UrlRow as(PageClass other) {
        return new UrlRow(
                id,
                url,
                site,
                other,
                lane,
                rank,
                depth,
                paging,
                hops,
                fails,
                misses,
                validators,
                track,
                seenAt,
                content,
                born,
                demand,
                watched,
                lastAt,
                claim,
                anchor,
                parent,
                chain);
    }

    /// Whether a listing shows it no more since it was last fetched.
    boolean isLeft() {
        return claim.filter(said -> said.source() == Claim.Source.LEFT && said.isNewsAfter(lastAt))
                .isPresent();
    }
}
