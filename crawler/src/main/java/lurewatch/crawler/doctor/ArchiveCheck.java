package lurewatch.crawler.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import lurewatch.indexer.archive.ArchiveCondition;

/// The end of archive and ledger.
final class ArchiveCheck implements Check {
    private final Path data;

    ArchiveCheck(Path data) {
        this.data = data;
    }

    @Override
    public List<Finding> look() {
        Path folder = data.resolve("archive");
        if (!Files.isDirectory(folder)) {
            return List.of(Finding.ok("archive", "none yet"));
        }
        ArchiveCondition archive = ArchiveCondition.of(folder);
        String what =
                archive.captures()
                        + " captures, the last "
                        + archive.lastCapture().map(ArchiveCheck::second).orElse("never")
                        + ", ledger head "
                        + archive.head()
                                .map(head -> head.toString().substring(0, 23))
                                .orElse("none");
        return List.of(
                archive.unacknowledged() > 0 && archive.writer().isEmpty()
                        ? Finding.warn(
                                "archive",
                                what
                                        + "; "
                                        + archive.unacknowledged()
                                        + " bytes behind it were never acknowledged",
                                "nothing to do: the next crawl moves them to archive/lost+found")
                        : Finding.ok("archive", what));
    }

    private static String second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
