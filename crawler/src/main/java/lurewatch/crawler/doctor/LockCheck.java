package lurewatch.crawler.doctor;

import java.nio.file.Path;
import java.util.List;
import lurewatch.indexer.archive.ArchiveCondition;

/// Who writes the data directory now.
final class LockCheck implements Check {
    private final Path data;

    LockCheck(Path data) {
        this.data = data;
    }

    @Override
    public List<Finding> look() {
        return List.of(
                Finding.ok(
                        "lock",
                        ArchiveCondition.writerOf(data.resolve("archive"))
                                .map(owner -> "the data directory is being written by " + owner)
                                .orElse("nobody is writing the data directory")));
    }
}
