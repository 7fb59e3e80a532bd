package lurewatch.crawler.fetch;

import java.time.Duration;
import java.util.Optional;

/// Takes leases from a frontier, fetches, and gives exchanges to a sink, with many hands at once.
public interface CrawlEngine {
    /// Starts the hands and returns.
    void start();

    /// Waits until the frontier is finished and all hands are idle.
    ///
    /// @return whether that is so
    boolean awaitEnd(Duration longest) throws InterruptedException;

    /// Hands out nothing more, closes the sockets of running fetches, and waits for the hands; what
    /// they could not finish is due again. Afterwards the engine cannot be started again.
    ///
    /// @return whether all hands ended in time
    boolean stop(Duration longest) throws InterruptedException;

    Stats stats();

    /// Why nothing can be kept any more, if so: the sink or the frontier has failed.
    Optional<Throwable> failure();

    /// Figures since the start.
    ///
    /// @param answered requests for pages that a server answered
    /// @param captured of these, those that gave the page
    /// @param failed fetches without an answer, or with one that could not be kept
    /// @param forbidden URLs that robots.txt or our guard forbade
    /// @param bytes of bodies as received
    /// @param running fetches at this moment
    record Stats(
            long answered, long captured, long failed, long forbidden, long bytes, int running) {}
}
