package lurewatch.crawler.frontier;

import java.util.EnumMap;
import java.util.Map;

/// How many workers may be with hosts that hold them up, or may: whatever these do, some workers
/// are left for hosts that answer. Guarded by the workbench's lock.
final class Shares {
    private final int mostSlow;
    private final int mostUnsure;
    private final Map<Responsiveness, Integer> out = new EnumMap<>(Responsiveness.class);

    /// @param workers that there are
    Shares(int workers) {
        mostSlow = Math.max(1, workers / 4);
        mostUnsure = Math.max(1, workers - Math.max(1, workers / 8));
    }

    /// Whether one more may go to a host of that standing.
    boolean allow(Responsiveness standing) {
        return switch (standing) {
            case QUICK -> true;
            case STRANGE -> unsure() < mostUnsure;
            case SLOW -> unsure() < mostUnsure && out(Responsiveness.SLOW) < mostSlow;
        };
    }

    void take(Responsiveness standing) {
        out.merge(standing, 1, Integer::sum);
    }

    /// A worker is free again.
    ///
    /// @return whether others may have waited for just that worker
    boolean giveBack(Responsiveness standing) {
        boolean full = unsure() >= mostUnsure || out(Responsiveness.SLOW) >= mostSlow;
        out.merge(standing, -1, Integer::sum);
        return full && standing != Responsiveness.QUICK;
    }

    /// Leases that are out.
    int all() {
        return out(Responsiveness.QUICK) + unsure();
    }

    private int unsure() {
        return out(Responsiveness.STRANGE) + out(Responsiveness.SLOW);
    }

    private int out(Responsiveness standing) {
        return out.getOrDefault(standing, 0);
    }
}
