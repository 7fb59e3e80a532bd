/// A web that changes on a schedule, and a run that judges a crawl by it.
@org.jspecify.annotations.NullMarked
package lurewatch.crawler.world;
