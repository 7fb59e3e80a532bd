package lurewatch.crawler.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import crawlercommons.domains.EffectiveTldFinder;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import lurewatch.crawler.browser.Resources;
import lurewatch.crawler.frontier.Validators;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.Digest;

/// Fetches what one page asks for while it is rendered, through the crawl's own door: the same
/// identity, address guard and limits as for every page, robots.txt where it is known, and only
/// what can be had by GET.
final class PageResources implements Resources {
    /// What others may lend a page: libraries stand anywhere.
    private static final Set<String> BORROWED = Set.of("Script", "Stylesheet");

    /// What a page has from its own domain only: elsewhere it would tell others that we looked. No
    /// fonts, films, beacons and sockets.
    private static final Set<String> OWN = Set.of("Image", "XHR", "Fetch");

    /// How a crawl reaches the web.
    record Web(HttpDoor door, AddressGuard guard, Robots robots) {}

    /// Scripts and styles that pages of one site share.
    static final class Shelf {
        private static final Duration FRESH = Duration.ofMinutes(30);
        private static final long BYTES = 32L * 1024 * 1024;

        /// Requests to one foreign domain in a minute, whichever pages make them: a page may point
        /// a browser at anybody.
        private static final int MOST_FOREIGN = 60;

        private final Cache<String, Answer.Found> found =
                Caffeine.newBuilder()
                        .maximumWeight(BYTES)
                        .weigher((String url, Answer.Found answer) ->
                                url.length() + answer.body().length)
                        .expireAfterWrite(FRESH)
                        .build();

        private final Cache<String, AtomicInteger> foreign =
                Caffeine.newBuilder()
                        .maximumSize(10_000)
                        .expireAfterWrite(Duration.ofMinutes(1))
                        .build();

        /// Counts a request to a foreign domain, unless there were enough.
        private boolean mayAsk(String domain) {
            return foreign.get(domain, _ -> new AtomicInteger()).incrementAndGet() <= MOST_FOREIGN;
        }
    }

    private final Web web;
    private final Shelf shelf;
    private final String site;
    private final String domain;
    private final long mostDecoded;
    private final List<String> log = new ArrayList<>();
    private long bytesLeft;

    /// @param mostBytes of all that the page gets, as received
    /// @param mostDecoded of one of them
    PageResources(
            Web web, Shelf shelf, String site, String page, long mostBytes, long mostDecoded) {
        this.web = web;
        this.shelf = shelf;
        this.site = site;
        this.domain = WebUrl.parse(page).map(PageResources::domain).orElse("");
        this.bytesLeft = mostBytes;
        this.mostDecoded = mostDecoded;
    }

    @Override
    public Answer get(Wanted wanted) {
        Optional<WebUrl> url = WebUrl.parse(wanted.url());
        boolean isAsked =
                url.isPresent()
                        && wanted.method().equals("GET")
                        && isLent(url.get(), wanted.type())
                        && web.robots().allows(url.get()).orElse(true);
        if (!isAsked) {
            return new Answer.Refused();
        }
        boolean isShared = BORROWED.contains(wanted.type());
        String key = site + " " + url.get();
        Answer.Found shared = isShared ? shelf.found.getIfPresent(key) : null;
        Answer answer = shared == null ? asked(url.get()) : shared;
        if (answer instanceof Answer.Found found) {
            if (isShared && found.status() == 200) {
                shelf.found.put(key, found);
            }
            note(url.get(), found);
        }
        return answer;
    }

    private boolean isLent(WebUrl url, String type) {
        return BORROWED.contains(type) || (OWN.contains(type) && domain(url).equals(domain));
    }

    private static String domain(WebUrl url) {
        String registered = EffectiveTldFinder.getAssignedDomain(url.host(), true, false);
        return registered == null ? url.host() : registered;
    }

    /// Digest, status and URL of everything that the page was given, in the order of its coming.
    synchronized List<String> log() {
        return List.copyOf(log);
    }

    private synchronized void note(WebUrl url, Answer.Found found) {
        log.add(
                String.format(
                        Locale.ROOT, "%s %d %s", Digest.of(found.body()), found.status(), url));
    }

    private Answer asked(WebUrl url) {
        String whose = domain(url);
        return whose.equals(domain) || shelf.mayAsk(whose) ? fetched(url) : new Answer.Refused();
    }

    private Answer fetched(WebUrl url) {
        long most = most();
        if (most <= 0) {
            return new Answer.Refused();
        }
        try {
            FetchedExchange exchange =
                    web.door()
                            .get(
                                    new Ask(
                                            site,
                                            url,
                                            web.guard().addresses(url),
                                            Validators.NONE,
                                            most));
            spent(exchange.body().length);
            return exchange.cut().isPresent()
                    ? new Answer.Refused()
                    : Contents.decoded(exchange, mostDecoded)
                            .<Answer>map(content ->
                                    new Answer.Found(
                                            exchange.status(),
                                            exchange.exchange().responseHeaders(),
                                            content))
                            .orElseGet(Answer.Refused::new);
        } catch (RefusedException
                | UnknownHostException
                | FetchFailedException
                | AbortedException _) {
            return new Answer.Refused(); // the page sees what a blocked request is
        }
    }

    private synchronized long most() {
        return bytesLeft;
    }

    private synchronized void spent(long bytes) {
        bytesLeft -= bytes;
    }
}
