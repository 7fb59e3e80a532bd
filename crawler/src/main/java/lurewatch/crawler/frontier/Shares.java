package lurewatch.crawler.frontier;

import java.util.EnumMap;
import java.util.Map;

/// How many workers may be with hosts that hold them up, or may: whatever these do, some workers
/// are left for hosts that answer. Guarded by the workbench's lock.
final class Shares {
    private final int mostSlow;
    private final int mostUnsure;
    private final Map<Standing, Integer> out = new EnumMap<>(Standing.class);

    /// @param workers that there are
    Shares(int workers) {
        mostSlow = Math.max(1, workers / 4);
        mostUnsure = Math.max(1, workers - Math.max(1, workers / 8));
    }

    /// Whether one more may go to a host of that standing.
    boolean allow(Standing standing) {
        return switch (standing) {
            case QUICK -> true;
            case STRANGE -> unsure() < mostUnsure;
            case SLOW -> unsure() < mostUnsure && out(Standing.SLOW) < mostSlow;
        };
    }

    void take(Standing standing) {
        out.merge(standing, 1, Integer::sum);
    }

    /// A worker is free again.
    ///
    /// @return whether others may have waited for just that worker
    boolean giveBack(Standing standing) {
        boolean full = unsure() >= mostUnsure || out(Standing.SLOW) >= mostSlow;
        out.merge(standing, -1, Integer::sum);
        return full && standing != Standing.QUICK;
    }

    /// Leases that are out.
    int all() {
        return out(Standing.QUICK) + unsure();
    }

    private int unsure() {
        return out(Standing.STRANGE) + out(Standing.SLOW);
    }

    private int out(Standing standing) {
        return out.getOrDefault(standing, 0);
    }
}
