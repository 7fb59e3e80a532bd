/// Fetches: from a lease to an exchange of the wire's own bytes, or to the reason why there is
/// none.
///
/// Start with [lurewatch.crawler.fetch.CrawlEngine] (what runs), then `PageVisit` (what happens for
/// one URL), `AddressGuard` (what may be connected to) and `HttpDoor` (one request and its limits).
/// crawler4j is the shell of the engine: its controller, worker loop and frontier interface drive
/// the crawl; its policies for politeness, robots.txt, redirects, limits and parsing are replaced.
///
/// The only package that knows crawler4j and HttpClient, and the only one that connects to
/// anything. It sends nothing but GET and no Referer, and no cookie but those that were set on the
/// way through the redirects of the same visit.
@NullMarked
package lurewatch.crawler.fetch;

import org.jspecify.annotations.NullMarked;
