package lurewatch.crawler.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.settings.ByteSize;

/// How much the disk has free, beside the reserve below which fetching pauses.
final class DiskCheck implements Check {
    /// Below so many reserves it is time to think of a larger disk.
    private static final int COMFORTABLE = 5;

    private final Path data;
    private final Optional<ByteSize> reserve;

    DiskCheck(Path data, Optional<ByteSize> reserve) {
        this.data = data;
        this.reserve = reserve;
    }

    @Override
    public List<Finding> look() throws IOException {
        long free = Files.getFileStore(existing(data)).getUsableSpace();
        return List.of(
                reserve.map(least -> finding(free, least.bytes()))
                        .orElseGet(() -> Finding.ok("disk", Sizes.written(free) + " free")));
    }

    static Finding finding(long free, long reserve) {
        String what =
                Sizes.written(free) + " free, fetching pauses below " + Sizes.written(reserve);
        if (free < reserve) {
            return Finding.fail(
                    "disk",
                    what + ": it would pause now",
                    "free some space (old WARC files may be moved to other disks only whole and with"
                            + " their names), or lower storage.disk_reserve");
        }
        return free < reserve * COMFORTABLE
                ? Finding.warn("disk", what, "plan for a larger disk")
                : Finding.ok("disk", what);
    }

    /// The folder, or the one above it that is there.
    static Path existing(Path folder) {
        Path found = folder.toAbsolutePath();
        while (!Files.exists(found) && found.getParent() != null) {
            found = found.getParent();
        }
        return found;
    }
}
