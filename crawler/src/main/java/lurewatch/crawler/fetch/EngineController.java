package lurewatch.crawler.fetch;

import crawlercommons.filters.basic.BasicURLNormalizer;
import edu.uci.ics.crawler4j.crawler.CrawlConfig;
import edu.uci.ics.crawler4j.crawler.CrawlController;
import edu.uci.ics.crawler4j.crawler.WebCrawler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// crawler4j's controller with start, end and supervision of our own: workers are virtual threads,
/// a worker that dies is replaced on its own thread, and an end is an end.
final class EngineController extends CrawlController {
    private static final Logger LOG = LoggerFactory.getLogger(EngineController.class);
    private static final Duration BEFORE_REPLACEMENT = Duration.ofSeconds(1);

    private final FrontierAdapter adapter;
    private final Halt halt;
    private final List<Thread> threads = new ArrayList<>();

    EngineController(
            CrawlConfig config,
            BasicURLNormalizer normalizer,
            EngineFetcher fetcher,
            EngineParser parser,
            EngineRobots robots,
            FrontierAdapter adapter,
            Halt halt)
            throws Exception { // crawler4j declares no less
        super(config, normalizer, fetcher, parser, robots, null, adapter);
        this.adapter = adapter;
        this.halt = halt;
    }

    @Override
    protected <T extends WebCrawler> void start(
            WebCrawlerFactory<T> factory, int count, boolean isBlocking) {
        for (int i = 1; i <= count; i++) {
            int id = i;
            threads.add(Thread.ofVirtual().name("fetch-" + id).start(() -> work(factory, id)));
        }
        if (isBlocking) {
            waitUntilFinish();
        }
    }

    private <T extends WebCrawler> void work(WebCrawlerFactory<T> factory, int id) {
        while (!adapter.isFinished() && !shuttingDown) {
            try {
                T worker = factory.newInstance();
                worker.setThread(Thread.currentThread());
                worker.init(id, this);
                worker.run();
            } catch (Exception e) {
                LOG.error("a worker broke and is replaced", e);
            }
            if (!adapter.isFinished()) {
                halt.within(BEFORE_REPLACEMENT);
            }
        }
    }

    @Override
    public void waitUntilFinish() {
        try {
            while (!await(Duration.ofDays(1))) {
                LOG.info("still crawling");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits for the workers; returns whether all have ended.
    boolean await(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        for (Thread thread : threads) {
            long rest = end - System.nanoTime();
            if (!thread.join(Duration.ofNanos(Math.max(1, rest)))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void shutdown() {
        shuttingDown = true;
        adapter.finish();
    }
}
