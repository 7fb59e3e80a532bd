package lurewatch.crawler.alert;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Of each site, when something was last found on a page of it, and how many pages there were since
/// on which nothing was. Thread-safe.
public final class Finds {
    private final Map<String, Instant> foundAt;
    private final Map<String, Integer> emptySince = new HashMap<>();

    Finds(Map<String, Instant> foundAt) {
        this.foundAt = new HashMap<>(foundAt);
    }

    /// A page came.
    ///
    /// @param found whether the reader that its site has found a posting, or a link to one
    public synchronized void page(String site, boolean found, Instant now) {
        if (found) {
            foundAt.put(site, now);
            emptySince.remove(site);
        } else {
            emptySince.merge(site, 1, Integer::sum);
        }
    }

    synchronized int emptyPages(String site) {
        return emptySince.getOrDefault(site, 0);
    }

    synchronized Optional<Instant> foundAt(String site) {
        return Optional.ofNullable(foundAt.get(site));
    }

    synchronized Map<String, Instant> remembered() {
        return Map.copyOf(foundAt);
    }
}
