package lurewatch.crawler.frontier;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// Up to which capture everything is in `crawl.db`. A capture is archived before its fetch is
/// recorded, so captures of leases that are still out may be missing below the highest one.
///
/// Used by the recorder's thread only.
final class Watermark {
    /// For each lease, the highest capture recorded before it: its own capture comes later.
    private final Map<Long, Long> floors = new HashMap<>();

    private final TreeMap<Long, Integer> floorCounts = new TreeMap<>();
    private long highest;

    Watermark(long reached) {
        this.highest = reached;
    }

    void leased(long url) {
        floors.put(url, highest);
        floorCounts.merge(highest, 1, Integer::sum);
    }

    void released(long url) {
        Long floor = floors.remove(url);
        if (floor != null) {
            floorCounts.computeIfPresent(floor, (_, count) -> count == 1 ? null : count - 1);
        }
    }

    void captured(long sequence) {
        highest = Math.max(highest, sequence);
    }

    /// The highest capture that has none unrecorded before it.
    long reached() {
        return floorCounts.isEmpty() ? highest : floorCounts.firstKey();
    }
}
