package lurewatch.crawler.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import lurewatch.crawler.settings.Service;
import lurewatch.indexer.settings.ByteSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Log files that never fill a disk.
final class LogFilesIT {
    private static final Logger LOG = LoggerFactory.getLogger(LogFilesIT.class);
    private static final long SIZE = 64 * 1024;
    private static final int KEPT = 2;

    @TempDir Path folder;

    @Test
    void theOldestAreThrownAwayAndStrangersControlsReplaced() throws IOException {
        Service settings =
                new Service(
                        0, "127.0.0.1", Optional.of(folder.toString()), new ByteSize(SIZE), KEPT);
        try (Closeable _ = LogFiles.open(settings)) {
            LOG.warn("from a stranger: \u001b[31m");
            assertThat(Files.readString(folder.resolve("lurewatch.log")))
                    .contains("from a stranger: ?[31m")
                    .endsWith("\n");
            LOG.warn("a reader broke", new IllegalStateException("from a page: \u001b[31m"));
            assertThat(Files.readString(folder.resolve("lurewatch.log")))
                    .contains("IllegalStateException: from a page: ?[31m\n")
                    .contains("\tat lurewatch.crawler.service.LogFilesIT.");
            long end = System.nanoTime() + 5_000_000_000L;
            for (int i = 0; files() < 1 + KEPT || i < 3000; i++) {
                LOG.warn("line {} of a flood {}", i, "x".repeat(400));
                assertThat(System.nanoTime()).isLessThan(end + 55_000_000_000L);
            }
            assertThat(files()).isEqualTo(1 + KEPT);
        }
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.count();
        }
    }
}
