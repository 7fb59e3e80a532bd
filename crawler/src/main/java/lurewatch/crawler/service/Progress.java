package lurewatch.crawler.service;

import java.time.Duration;

/// How far a crawl has got.
///
/// @param answered page requests that a server answered
/// @param captured of these, those that gave the page
/// @param failed fetches that gave nothing to keep
/// @param forbidden URLs that robots.txt or the address guard forbade
/// @param running fetches at this moment
/// @param due URLs due now; a query, so ask for progress about once a second and not more
/// @param bytes of bodies as received
/// @param state whether it goes on
public record Progress(
        long answered,
        long captured,
        long failed,
        long forbidden,
        int running,
        long due,
        long bytes,
        Duration since,
        State state) {

    /// Answers per second since the start.
    public double perSecond() {
        return since.isPositive() ? answered * 1e9 / since.toNanos() : 0;
    }

    /// What a crawl is doing.
    public enum State {
        CRAWLING,
        /// The disk has less free than `storage.disk_reserve`; goes on by itself when it has more.
        PAUSED_DISK,
        /// Nothing is due any more, or it was stopped.
        ENDED,
        /// Captures cannot be kept, or `crawl.db` cannot be written.
        FAILED
    }
}
