/// Which URL is fetched next, and when it is due again: `crawl.db` and a workbench in memory.
///
/// Start with [lurewatch.crawler.frontier.Frontier]. A URL is *due* from some time on; it is
/// *leased* while somebody fetches it; a host is *taken out* while one of its URLs is leased, and
/// rests afterwards. One thread owns the database: it writes in batches and reads what the
/// workbench is to hold next, so that nothing here waits for a query.
///
/// It never opens a connection, and knows neither crawler4j nor HttpClient.
@NullMarked
package lurewatch.crawler.frontier;

import org.jspecify.annotations.NullMarked;
