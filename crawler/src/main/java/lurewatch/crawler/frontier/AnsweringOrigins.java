package lurewatch.crawler.frontier;

import java.util.HashSet;
import java.util.Set;

/// At which of its ports and schemes a host has answered of late. What somebody links to at another
/// one, where nobody listens, says nothing of the host: whoever posts on a board could keep us from
/// it by a link.
final class AnsweringOrigins {
    private static final int MOST_HOSTS = 10_000;
    private static final int MOST_ORIGINS = 8;

    private final RecentlyUsed<String, Set<String>> byHost = new RecentlyUsed<>(MOST_HOSTS);

    /// @param origin such as `https://host` or `http://host:8080`
    synchronized void answered(String host, String origin) {
        Set<String> origins = byHost.computeIfAbsent(host, _ -> new HashSet<>());
        if (origins.size() < MOST_ORIGINS) {
            origins.add(origin);
        }
    }

    /// Whether the host has answered, and never at this one.
    synchronized boolean isOnlyElsewhere(String host, String origin) {
        Set<String> origins = byHost.get(host);
        return origins != null && !origins.contains(origin);
    }
}
