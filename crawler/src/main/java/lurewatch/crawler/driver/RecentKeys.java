package lurewatch.crawler.driver;

import java.util.Map;
import lurewatch.crawler.frontier.RecentlyUsed;
import lurewatch.indexer.Digest;

/// Remembers the latest keys, bounded: what the facts do not know yet. Thread-safe.
final class RecentKeys {
    /// The facts follow the archive within seconds, which are far fewer records than this.
    private static final int REMEMBERED = 64 * 1024;

    private final Map<Digest, Boolean> keys = new RecentlyUsed<>(REMEMBERED);

    /// False where it was there.
    synchronized boolean add(String key) {
        return keys.putIfAbsent(Digest.of(key), Boolean.TRUE) == null;
    }
}
