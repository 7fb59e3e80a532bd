package lurewatch.crawler.fetch;

import edu.uci.ics.crawler4j.frontier.DocIDServer;
import edu.uci.ics.crawler4j.frontier.FrontierConfiguration;
import edu.uci.ics.crawler4j.url.WebURL;
import edu.uci.ics.crawler4j.url.WebURLFactory;
import java.util.List;
import java.util.Optional;
import lurewatch.crawler.frontier.Frontier;
import lurewatch.crawler.frontier.FrontierException;
import lurewatch.crawler.frontier.Lease;

/// Our frontier as crawler4j's interfaces want it.
///
/// [#getNextURLs] blocks and hands out one URL, because a worker that gets nothing sleeps three
/// seconds, and one that gets many holds them all. Links do not come this way: they are written
/// together with their page's outcome.
final class FrontierAdapter
        implements edu.uci.ics.crawler4j.frontier.Frontier,
                DocIDServer,
                FrontierConfiguration,
                WebURLFactory {
    private final Frontier frontier;
    private final Settling settling;
    private final BodyRoom room;

    FrontierAdapter(Frontier frontier, Settling settling, BodyRoom room) {
        this.frontier = frontier;
        this.settling = settling;
        this.room = room;
    }

    @Override
    public void getNextURLs(int max, List<WebURL> result) {
        try {
            Optional<Lease> lease = frontier.take();
            lease.ifPresent(given -> result.add(new CrawlUrl(given, room.place())));
        } catch (InterruptedException _) {
            frontier.finish(); // nobody interrupts a worker but to end the crawl
        } catch (FrontierException _) {
            frontier.finish(); // the engine reports the frontier's failure
        }
    }

    @Override
    public void setProcessed(WebURL url) {
        if (url instanceof CrawlUrl ours) {
            settling.settle(ours);
        }
    }

    @Override
    public boolean isFinished() {
        return frontier.isFinished();
    }

    @Override
    public void finish() {
        frontier.finish();
    }

    @Override
    public void scheduleAll(List<WebURL> urls) {
        // See the class comment.
    }

    @Override
    public void schedule(WebURL url) {
        // See the class comment.
    }

    @Override
    public long getQueueLength() {
        return frontier.queued();
    }

    @Override
    public long getNumberOfAssignedPages() {
        return frontier.leases();
    }

    @Override
    public long getNumberOfProcessedPages() {
        return 0;
    }

    @Override
    public long getNumberOfScheduledPages() {
        return frontier.queued();
    }

    /// The frontier outlives the engine; who opened it closes it.
    @Override
    public void close() {
        // See above.
    }

    /// Known or not, every URL may pass: what is known is the frontier's to judge.
    @Override
    public int getDocId(String url) {
        return -1;
    }

    @Override
    public int getNewDocID(String url) {
        return 1;
    }

    @Override
    public void addUrlAndDocId(String url, int docId) {
        // Ids are the frontier's own.
    }

    @Override
    public boolean isSeenBefore(String url) {
        return false;
    }

    @Override
    public int getDocCount() {
        return 0;
    }

    @Override
    public DocIDServer getDocIDServer() {
        return this;
    }

    @Override
    public edu.uci.ics.crawler4j.frontier.Frontier getFrontier() {
        return this;
    }

    @Override
    public WebURLFactory getWebURLFactory() {
        return this;
    }

    @Override
    public WebURL newWebUrl() {
        throw new UnsupportedOperationException("URLs come from the frontier only");
    }
}
