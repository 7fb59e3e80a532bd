package lurewatch.crawler.frontier;

import java.time.Instant;
import java.util.Optional;

/// A URL as `crawl.db` holds it, read when its turn is near.
///
/// @param rank order within its host and lane, smallest first
/// @param depth steps from a seed, paging left out
/// @param paging steps along *next page* links
/// @param hops redirects that led to the coming visit
/// @param visits fetches that gave the page
/// @param fails fetches in a row that failed for a passing reason
/// @param misses answers in a row that the page is not there, or not for us
/// @param lastAt end of the last fetch, whatever it gave
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
        int visits,
        int fails,
        int misses,
        Validators validators,
        Optional<Instant> lastAt) {}
