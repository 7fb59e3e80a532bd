package lurewatch.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import lurewatch.indexer.store.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RobotsTableTest {
    private static final Instant START = Instant.parse("2025-11-01T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir Path directory;

    private static StoredRobots file(int number, Instant at, int size) {
        return new StoredRobots("http://h" + number + ".example", at, 200, new byte[size]);
    }

    private static boolean holds(RobotsTable table, int number) throws SQLException {
        return table.find("http://h" + number + ".example").isPresent();
    }

    @Test
    void whatIsNoLongerValidGoes() throws SQLException {
        Path file = directory.resolve("crawl.db");
        try (Sql sql = CrawlDatabase.openToWrite(file)) {
            RobotsTable table = new RobotsTable(sql, DAY, 1_000_000);
            table.save(file(1, START, 100));
            table.save(file(2, START.plus(Duration.ofHours(20)), 100));
            table.save(file(3, START.plus(Duration.ofHours(25)), 100));
            assertThat(IntStream.rangeClosed(1, 3).filter(i -> isHeld(table, i)))
                    .containsExactly(2, 3);
        }
    }

    @Test
    void theOldestGoWhereAllAreTooLarge() throws SQLException {
        Path file = directory.resolve("crawl.db");
        try (Sql sql = CrawlDatabase.openToWrite(file)) {
            RobotsTable table = new RobotsTable(sql, DAY, 1_000);
            for (int i = 0; i < 10; i++) {
                table.save(file(i, START.plusSeconds(i), 100));
            }
            assertThat(IntStream.range(0, 10).filter(i -> isHeld(table, i))).hasSize(10);
            table.save(file(10, START.plusSeconds(10), 100));
            assertThat(IntStream.rangeClosed(0, 10).filter(i -> isHeld(table, i)))
                    .containsExactly(6, 7, 8, 9, 10);
        }
    }

    private static boolean isHeld(RobotsTable table, int number) {
        try {
            return holds(table, number);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
