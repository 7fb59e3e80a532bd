package lurewatch.crawler.driver;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;

/// Waits for a crawl's end: by itself, by a signal, or because nothing can be kept any more.
final class CrawlWatch {
    private CrawlWatch() {}

    /// Starts the crawl and returns when it has ended. The caller then closes it; where a signal ended
    /// it, the JVM waits for that.
    static void toItsEnd(CrawlRun run, Session session) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        Thread hook = new Thread(() -> stop(run, closed), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        run.whenClosed(
                () -> {
                    closed.countDown();
                    forget(hook);
                });
        Progress progress = new Progress(session);
        run.start();
        while (!run.awaitEnd(Duration.ofSeconds(1))) {
            progress.show(run.stats());
            if (run.failure().isPresent()) {
                run.stop();
                throw new CommandFailure(
                        ExitCode.NOT_USABLE,
                        "stopped, as nothing can be kept any more: "
                                + run.failure().get().getMessage());
            }
        }
        progress.end(run.stats());
    }

    /// In the thread that the JVM starts for a signal. Ends the fetches; the main thread then leaves
    /// its loop and closes the stores, for which this waits.
    private static void stop(CrawlRun run, CountDownLatch closed) {
        try {
            run.stop();
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            return; // it is that hook which is running
        }
    }
}
