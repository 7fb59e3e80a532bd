package lurewatch.indexer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import lurewatch.indexer.Capture;
import lurewatch.indexer.archive.ArchiveReader;
import lurewatch.indexer.archive.ArchiveVerifier;
import lurewatch.indexer.archive.VerifyReport;
import lurewatch.indexer.store.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` of a process that archives, stores and indexes, at moments nobody chose.
final class KillIT {
    private static final int ROUNDS = 3;

    @TempDir Path directory;
    private final Map<Long, String> acknowledged = new HashMap<>();

    @Test
    void nothingAcknowledgedIsLostNothingIsDoubledNothingNeedsRepair() throws Exception {
        long seed = 20261122;
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            killAfter(random.nextInt(1, 400), round * 100_000L);
            assertThat(ArchiveVerifier.verify(directory.resolve("archive")).problems())
                    .as("seed %d, round %d, before the next start", seed, round)
                    .isEmpty();
        }
        try (Station station = Station.open(directory)) {
            station.pipeline.catchUp();
        }
        List<String> rows = Rows.of(directory.resolve("facts.db"));
        checkArchive(rows);

        Station.forgetDerived(directory);
        try (Station station = Station.open(directory)) {
            station.pipeline.catchUp();
        }
        assertThat(Rows.of(directory.resolve("facts.db"))).isEqualTo(rows);
    }

    private void checkArchive(List<String> rows) {
        VerifyReport report = ArchiveVerifier.verify(directory.resolve("archive"));
        assertThat(report.problems()).isEmpty();
        assertThat(report.notes()).isEmpty();
        Map<Long, String> archived = new HashMap<>();
        List<Capture> captures = new ArrayList<>();
        ArchiveReader.open(directory.resolve("archive")).forEachAfter(0, captures::add);
        for (Capture capture : captures) {
            assertThat(archived.put(capture.id().sequence(), capture.recordDigest().hex()))
                    .isNull();
        }
        assertThat(acknowledged).isNotEmpty();
        assertThat(archived).containsAllEntriesOf(acknowledged);
        assertThat(rows).filteredOn(row -> row.startsWith("captures|")).hasSize(captures.size());
    }

    /// Starts a child and kills it after that many acknowledgements, wherever it is then.
    private void killAfter(int count, long firstNumber) throws IOException, InterruptedException {
        String classPath =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx256m",
                                "-cp",
                                classPath,
                                KilledChild.class.getName(),
                                directory.toString(),
                                Long.toString(firstNumber))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (BufferedReader out = child.inputReader()) {
            int seen = 0;
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("ACK ") && line.length() > 68) {
                    int space = line.indexOf(' ', 4);
                    Long sequence = Long.valueOf(line.substring(4, space));
                    assertThat(acknowledged.put(sequence, line.substring(space + 1))).isNull();
                    if (++seen == count) {
                        // Through the handle: the process itself would close the stream, too.
                        child.toHandle().destroyForcibly();
                    }
                }
            }
            assertThat(seen).isGreaterThanOrEqualTo(count);
        } finally {
            child.destroyForcibly();
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
}
