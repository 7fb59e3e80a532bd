package lurewatch.crawler.doctor;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.List;

/// How many files and sockets the process may have open. Connections, WARC, SQLite and the index's
/// segments all count.
final class DescriptorCheck implements Check {
    private static final long NEEDED = 1024;

    @Override
    public List<Finding> look() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return List.of(
                system instanceof UnixOperatingSystemMXBean unix
                        ? finding(unix.getMaxFileDescriptorCount())
                        : Finding.ok("files", "this system has no limit that can be asked for"));
    }

    static Finding finding(long limit) {
        String what = "up to " + limit + " open files";
        return limit < NEEDED
                ? Finding.warn(
                        "files",
                        what + ", fewer than the " + NEEDED + " that a crawl may need",
                        "ulimit -n 65536, or LimitNOFILE=65536 in the unit file")
                : Finding.ok("files", what);
    }
}
