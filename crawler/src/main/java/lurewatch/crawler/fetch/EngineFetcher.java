package lurewatch.crawler.fetch;

import crawlercommons.filters.basic.BasicURLNormalizer;
import edu.uci.ics.crawler4j.crawler.CrawlConfig;
import edu.uci.ics.crawler4j.fetcher.PageFetchResult;
import edu.uci.ics.crawler4j.fetcher.PageFetcher;
import edu.uci.ics.crawler4j.url.WebURL;
import java.io.IOException;
import java.security.GeneralSecurityException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/// crawler4j's fetcher with the fetching replaced by ours. Its own client, which it builds whether
/// one wants it or not, is closed at once.
final class EngineFetcher extends PageFetcher {
    private final PageVisit visit;

    EngineFetcher(CrawlConfig config, BasicURLNormalizer normalizer, PageVisit visit)
            throws GeneralSecurityException {
        super(config, normalizer, _ -> 0);
        this.visit = visit;
        super.shutDown();
    }

    @Override
    public PageFetchResult fetchPage(WebURL webUrl) throws IOException {
        CrawlUrl url = (CrawlUrl) webUrl;
        FetchOutcome outcome = visit.visit(url.lease(), url.place());
        url.ended(outcome);
        if (outcome instanceof FetchOutcome.Answered answer) {
            PageFetchResult result = new PageFetchResult(false);
            result.setStatusCode(answer.exchange().status());
            result.setFetchedUrl(url.getURL());
            // The body goes to the sink with the exchange; crawler4j need not copy it.
            result.setEntity(new ByteArrayEntity(new byte[0], ContentType.DEFAULT_BINARY));
            return result;
        }
        throw new NoPage();
    }

    @Override
    public synchronized void shutDown() {
        // What it would shut down has never been used; our client is the engine's.
    }

    /// Tells the worker loop that there is no page; the outcome says why.
    static final class NoPage extends IOException {
        private static final long serialVersionUID = 1L;

        NoPage() {
            super("no page");
        }

        /// It is an ordinary ending, and there are many.
        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
