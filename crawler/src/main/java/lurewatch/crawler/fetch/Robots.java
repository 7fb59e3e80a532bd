package lurewatch.crawler.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import crawlercommons.robots.BaseRobotRules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import lurewatch.crawler.frontier.Frontier;
import lurewatch.crawler.frontier.Lease;
import lurewatch.crawler.frontier.StoredRobots;
import lurewatch.crawler.settings.Identity;
import lurewatch.crawler.site.WebUrl;

/// What the robots.txt of each origin (scheme, host and port) says to us, by RFC 9309.
///
/// Rules are kept in `crawl.db`, here only the parsed form of those in use. An origin whose
/// robots.txt cannot be had has no rules, and nothing of it is fetched.
final class Robots {
    /// Of the rules in use, as they lie in memory: a file may hold tens of thousands.
    private static final long MOST_BYTES = 24L * 1024 * 1024;

    private static final int ENTRY = 400;

    /// A larger file is parsed alone, as that takes several times its size for a moment.
    private static final int LARGE = 64 * 1024;

    private final Frontier frontier;
    private final LinkFilter links;
    private final InstantSource clock;
    private final Duration maxAge;
    private final List<String> agent;
    private final ReentrantLock parsing = new ReentrantLock();
    private final Cache<String, Known> known =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_BYTES)
                    .weigher((String origin, Known rules) -> ENTRY + origin.length() + rules.size())
                    .build();

    Robots(
            Frontier frontier,
            LinkFilter links,
            Identity identity,
            InstantSource clock,
            Duration maxAge) {
        this.frontier = frontier;
        this.links = links;
        this.clock = clock;
        this.maxAge = maxAge;
        this.agent = RobotsText.agent(identity);
    }

    /// Whether the URL may be fetched; empty where the robots.txt has to be fetched first.
    Optional<Boolean> allows(WebUrl url) {
        return rules(url.origin()).map(rules -> RobotsText.allows(rules, url.toString()));
    }

    /// Keeps an answer that counts: a success with its body, or a refusal to give one, which allows
    /// everything.
    void keep(Lease lease, WebUrl url, int status, byte[] body) {
        StoredRobots stored =
                new StoredRobots(
                        url.origin(),
                        clock.instant(),
                        status,
                        RobotsText.holdsRules(status) ? body : new byte[0]);
        Known parsed = parsed(stored);
        known.put(url.origin(), parsed);
        List<WebUrl> sitemaps = links.sitemaps(lease.site(), parsed.rules().getSitemaps());
        frontier.keepRobots(lease, stored, RobotsText.crawlDelay(parsed.rules()), sitemaps);
    }

    private Optional<BaseRobotRules> rules(String origin) {
        Known here = known.getIfPresent(origin);
        if (here == null || isOld(here.at())) {
            here = frontier.robots(origin).map(this::parsed).orElse(null);
            if (here != null) {
                known.put(origin, here);
            }
        }
        if (here == null || isOld(here.at())) {
            return Optional.empty();
        }
        return Optional.of(here.rules());
    }

    /// What was fetched in the future was so by a clock that was wrong.
    private boolean isOld(Instant at) {
        Instant now = clock.instant();
        return at.plus(maxAge).isBefore(now) || at.isAfter(now.plus(maxAge));
    }

    private Known parsed(StoredRobots stored) {
        boolean isLarge = stored.body().length > LARGE;
        if (isLarge) {
            parsing.lock();
        }
        try {
            BaseRobotRules rules =
                    RobotsText.rules(stored.origin(), stored.status(), stored.body(), agent);
            return new Known(rules, RobotsText.size(rules), stored.fetchedAt());
        } finally {
            if (isLarge) {
                parsing.unlock();
            }
        }
    }

    /// What is held in memory.
    long size() {
        known.cleanUp();
        return known.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }

    private record Known(BaseRobotRules rules, int size, Instant at) {}
}
