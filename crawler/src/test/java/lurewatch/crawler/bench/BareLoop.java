package lurewatch.crawler.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The baseline of the street's benchmark: fetch with the same HttpClient, `Jsoup.parse`, take the
/// links, store nothing.
final class BareLoop {
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final AtomicInteger pages = new AtomicInteger();
    private final Semaphore workers;
    private final CloseableHttpClient client;

    private BareLoop(int workers) {
        this.workers = new Semaphore(workers);
        var connections =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setPoolConcurrencyPolicy(
                                org.apache.hc.core5.pool.PoolConcurrencyPolicy.LAX)
                        .setConnPoolPolicy(PoolReusePolicy.LIFO)
                        .setMaxConnTotal(1000)
                        .setMaxConnPerRoute(2)
                        .build();
        this.client =
                HttpClients.custom()
                        .setConnectionManager(connections)
                        .disableAutomaticRetries()
                        .disableRedirectHandling()
                        .disableContentCompression()
                        .disableCookieManagement()
                        .build();
    }

    /// Crawls from the seeds until no new link is left; the number of pages fetched.
    static int run(Iterable<String> seeds, int workers) throws IOException {
        var loop = new BareLoop(workers);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String seed : seeds) {
                loop.follow(seed, threads);
            }
            loop.awaitQuiet();
        }
        loop.client.close();
        return loop.pages.get();
    }

    private final AtomicInteger pending = new AtomicInteger();

    private void follow(String url, java.util.concurrent.Executor threads) {
        if (seen.add(url)) {
            pending.incrementAndGet();
            threads.execute(() -> visit(url, threads));
        }
    }

    private void visit(String url, java.util.concurrent.Executor threads) {
        workers.acquireUninterruptibly();
        try {
            byte[] body =
                    client.execute(
                            new HttpGet(url),
                            response -> EntityUtils.toByteArray(response.getEntity()));
            Document document = Jsoup.parse(new ByteArrayInputStream(body), null, url);
            for (Element link : document.select("a[href]")) {
                follow(link.absUrl("href"), threads);
            }
            pages.incrementAndGet();
        } catch (IOException e) {
            throw new IllegalStateException("the generated web must answer: " + url, e);
        } finally {
            workers.release();
            if (pending.decrementAndGet() == 0) {
                synchronized (pending) {
                    pending.notifyAll();
                }
            }
        }
    }

    private void awaitQuiet() {
        synchronized (pending) {
            while (pending.get() > 0) {
                try {
                    pending.wait(100);
                } catch (InterruptedException e) {
                    throw new IllegalStateException("interrupted", e);
                }
            }
        }
    }
}
