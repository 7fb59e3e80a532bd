package lurewatch.crawler.fetch;

import edu.uci.ics.crawler4j.crawler.Page;
import edu.uci.ics.crawler4j.crawler.WebCrawler;
import edu.uci.ics.crawler4j.url.WebURL;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// crawler4j's worker loop: next URL, fetch, keep, settle. Its other hooks have nothing to do.
final class EngineWorker extends WebCrawler {
    private static final Logger LOG = LoggerFactory.getLogger(EngineWorker.class);

    private final Settling settling;
    private final Halt halt;
    private Optional<CrawlUrl> current = Optional.empty();

    EngineWorker(Settling settling, Halt halt) {
        this.settling = settling;
        this.halt = halt;
    }

    /// Runs until the frontier is finished, or until something breaks that should not; then the URL
    /// in hand is settled, so that no host stays taken out.
    @Override
    public void run() {
        super.run();
        Optional.ofNullable(getError()).ifPresent(e -> LOG.error("a worker died", e));
        current.filter(url -> !url.isSettled())
                .ifPresent(url -> {
                    if (halt.isStopped()) {
                        url.ended(new FetchOutcome.Aborted());
                    }
                    settling.settle(url);
                });
    }

    @Override
    protected WebURL handleUrlBeforeProcess(WebURL url) {
        current = Optional.of((CrawlUrl) url);
        return url;
    }

    /// Every answer passes here first, whatever its status.
    @Override
    protected void handlePageStatusCode(WebURL url, int status, String description) {
        settling.keep((CrawlUrl) url);
    }

    @Override
    protected void onUnhandledException(Page page, Throwable e) {
        if (e instanceof EngineFetcher.NoPage) {
            return;
        }
        LOG.warn("while fetching {}", page.getWebURL(), e);
        ((CrawlUrl) page.getWebURL())
                .ended(new FetchOutcome.Failed(FailureKind.INTERNAL, e.toString(), Duration.ZERO));
    }

    @Override
    protected void onUnexpectedStatusCode(
            String url, int status, String contentType, String description) {
        // Kept like any other answer.
    }

    @Override
    protected void onRedirectedToInvalidUrl(Page page) {
        // Redirects are the frontier's to follow, in their own turn.
    }

    @Override
    public boolean shouldFollowLinksIn(WebURL url) {
        return false; // links are found by the extractor, behind the sink
    }
}
