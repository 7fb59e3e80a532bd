package lurewatch.crawler.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/// Whether the heap that a crawl may take is there to be had.
final class MemoryCheck implements Check {
    private static final long LEAST_HEAP = 256L << 20;

    /// What the process takes beside its heap: code, stacks, SQLite's caches, buffers.
    private static final long BESIDE_HEAP = 300L << 20;

    @Override
    public List<Finding> look() {
        long heap = Runtime.getRuntime().maxMemory();
        long machine =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                        .getTotalMemorySize();
        return List.of(finding(heap, machine));
    }

    static Finding finding(long heap, long machine) {
        String what =
                "heap up to " + Sizes.written(heap) + " of " + Sizes.written(machine) + " memory";
        if (heap < LEAST_HEAP) {
            return Finding.warn(
                    "memory", what + ", too small for a crawl", "set LUREWATCH_HEAP=512m");
        }
        if (heap + BESIDE_HEAP > machine) {
            return Finding.warn(
                    "memory",
                    what + ", of which " + Sizes.written(BESIDE_HEAP) + " more are needed",
                    "give the machine more memory, or set a smaller LUREWATCH_HEAP");
        }
        return Finding.ok("memory", what);
    }
}
