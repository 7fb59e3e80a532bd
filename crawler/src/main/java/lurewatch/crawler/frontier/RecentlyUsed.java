package lurewatch.crawler.frontier;

import java.util.LinkedHashMap;
import java.util.Map;

/// A memory of at most so many entries: one more, and the least recently used goes. Not
/// thread-safe.
public final class RecentlyUsed<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;
    private static final float USUAL_LOAD = 0.75f;

    private final int most;

    public RecentlyUsed(int most) {
        super(16, USUAL_LOAD, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
