package lurewatch.indexer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import lurewatch.indexer.Capture;
import lurewatch.indexer.Digest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/// What damage does to an archive of three segments: it is found, placed, and never repaired
/// silently.
final class ArchiveDamageIT {
    private static final InstantSource CLOCK = InstantSource.fixed(Exchanges.NOON);
    private static final long SEGMENT_SIZE = 6_000;

    @TempDir(factory = MemoryDirectory.class)
    Path directory;

    private final List<Capture> captures = new ArrayList<>();
    private Map<String, byte[]> whole = Map.of();

    @BeforeEach
    void fill() throws IOException {
        try (Archive archive = open()) {
            for (int i = 0; i < 12; i++) {
                String url = "http://board.test/" + i % 8;
                captures.add(archive.append(Exchanges.page(url, Exchanges.text(i % 8, 2_000))));
            }
            captures.add(archive.append(Exchanges.notModified("http://board.test/0")));
        }
        whole = files();
        assertThat(whole).hasSizeGreaterThan(4);
    }

    @Test
    void nothingIsReportedWhereNothingHappened() {
        VerifyReport report = ArchiveVerifier.verify(directory);
        assertThat(report.problems()).isEmpty();
        assertThat(report.notes()).isEmpty();
        assertThat(report.isClean()).isTrue();
        assertThat(report.captures()).isEqualTo(captures.size());
        assertThat(report.ledgerHead()).isPresent();
        assertThat(ArchiveVerifier.verify(directory.resolve("nowhere")).isClean()).isTrue();
    }

    @Test
    void jwarcFindsEveryDigestRight() throws IOException {
        int records = 0;
        for (String name : whole.keySet()) {
            if (ArchiveFiles.segmentNumber(name).isPresent()) {
                records += blocksThatMatch(directory.resolve(name));
                checkPayloads(directory.resolve(name));
            }
        }
        assertThat(records).isGreaterThan(3 * captures.size());
    }

    private static int blocksThatMatch(Path segment) throws IOException {
        int records = 0;
        try (WarcReader reader = new WarcReader(segment)) {
            for (WarcRecord record : reader) {
                records++;
                assertThat(record.version().toString()).isEqualTo("WARC/1.1");
                byte[] block = record.body().stream().readAllBytes();
                assertThat(record.blockDigest().orElseThrow().hex())
                        .isEqualTo(Digest.of(block).hex());
            }
        }
        return records;
    }

    private static void checkPayloads(Path segment) throws IOException {
        try (WarcReader reader = new WarcReader(segment)) {
            for (WarcRecord record : reader) {
                if (record instanceof WarcResponse response) {
                    byte[] payload = response.http().body().stream().readAllBytes();
                    assertThat(response.payloadDigest().orElseThrow().hex())
                            .isEqualTo(Digest.of(payload).hex());
                }
            }
        }
    }

    @Test
    void everyFlippedBitIsFoundWhereItIs() throws IOException {
        long seed = 20261122;
        Random random = new Random(seed);
        List<String> names = evidence();
        for (int i = 0; i < 400; i++) {
            String name = names.get(random.nextInt(names.size()));
            byte[] bytes = bytes(name).clone();
            int at = random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(directory.resolve(name), bytes);
            assertFound(name, at, "seed %d, flip %d of %s".formatted(seed, at, name));
            Files.write(directory.resolve(name), bytes(name));
        }
        assertThat(ArchiveVerifier.verify(directory).isClean()).isTrue();
    }

    @Test
    void everyTruncationIsFoundWhereItIs() throws IOException {
        long seed = 42;
        Random random = new Random(seed);
        List<String> names = evidence();
        for (int i = 0; i < 300; i++) {
            String name = names.get(random.nextInt(names.size()));
            int length = random.nextInt(bytes(name).length);
            Files.write(directory.resolve(name), Arrays.copyOf(bytes(name), length));
            VerifyReport report = ArchiveVerifier.verify(directory);
            assertThat(report.isClean()).as("seed %d, %s cut to %d", seed, name, length).isFalse();
            Files.write(directory.resolve(name), bytes(name));
        }
    }

    @Test
    void whatIsMissingAddedOrSwappedIsFound() throws IOException {
        List<String> names = evidence();
        for (String name : names) {
            Files.delete(directory.resolve(name));
            assertThat(ArchiveVerifier.verify(directory).isClean()).as(name).isFalse();
            Files.write(directory.resolve(name), bytes(name));
        }
        Files.write(directory.resolve("lurewatch-000099-20261122120000.warc.gz"), new byte[] {1});
        Files.write(directory.resolve("no\u001b[31m.txt"), new byte[] {1});
        VerifyReport report = ArchiveVerifier.verify(directory);
        assertThat(report.problems()).hasSize(2);
        assertThat(report.problems().toString()).doesNotContain("\u001b");
        Files.delete(directory.resolve("lurewatch-000099-20261122120000.warc.gz"));
        Files.delete(directory.resolve("no\u001b[31m.txt"));

        Files.write(directory.resolve(names.get(1)), bytes(names.get(2)));
        Files.write(directory.resolve(names.get(2)), bytes(names.get(1)));
        assertThat(ArchiveVerifier.verify(directory).isClean()).isFalse();
    }

    @Test
    void aLineTakenOutPutInOrMovedIsFound() throws IOException {
        Path ledger = directory.resolve(ArchiveFiles.LEDGER);
        List<String> lines = Files.readAllLines(ledger);
        for (int i = 0; i < lines.size(); i++) {
            List<String> without = new ArrayList<>(lines);
            without.remove(i);
            List<String> twice = new ArrayList<>(lines);
            twice.add(i, lines.get(i));
            List<String> moved = new ArrayList<>(lines);
            moved.add((i + 3) % lines.size(), moved.remove(i));
            for (List<String> changed : List.of(without, twice, moved)) {
                Files.write(ledger, changed);
                assertThat(ArchiveVerifier.verify(directory).isClean()).as("line %d", i).isFalse();
            }
        }
    }

    @Test
    void anyTailOfTheLedgerThatACrashLeavesIsCutToWholeLines() throws IOException {
        byte[] ledger = bytes(ArchiveFiles.LEDGER);
        int start = startOfLastLine(ledger);
        Capture last = captures.getLast();
        String open = last.position().file() + ".open";
        byte[] segment = bytes(last.position().file());
        Files.delete(directory.resolve(last.position().file()));
        for (int length = start; length < ledger.length; length++) {
            Files.write(directory.resolve(ArchiveFiles.LEDGER), Arrays.copyOf(ledger, length));
            Files.write(directory.resolve(open), segment);
            assertThat(ArchiveVerifier.verify(directory).isClean())
                    .as("cut at %d", length)
                    .isTrue();
            try (Archive archive = open()) {
                assertThat(archive.last().orElseThrow().sequence()).isEqualTo(captures.size() - 1);
                assertThat(archive.recovered()).hasSize(length == start ? 1 : 2);
            }
            assertThat(ArchiveVerifier.verify(directory).problems()).isEmpty();
            Files.delete(directory.resolve(last.position().file()));
        }
        assertThat(lost()).isNotEmpty();
    }

    @Test
    void anyTailOfASegmentThatACrashLeavesIsCutToTheLedger() throws IOException {
        Capture last = captures.getLast();
        String name = last.position().file();
        byte[] segment = bytes(name);
        byte[] ledger = bytes(ArchiveFiles.LEDGER);
        byte[] acknowledged = Arrays.copyOf(ledger, startOfLastLine(ledger));
        Files.delete(directory.resolve(name));
        for (int length = (int) last.position().offset(); length <= segment.length; length++) {
            Files.write(directory.resolve(ArchiveFiles.LEDGER), acknowledged);
            Files.write(directory.resolve(name + ".open"), Arrays.copyOf(segment, length));
            try (Archive archive = open()) {
                Capture next = archive.append(Exchanges.page("http://board.test/new", "new"));
                assertThat(next.id()).isEqualTo(last.id());
                assertThat(archive.page(next).payload())
                        .isEqualTo("new".getBytes(StandardCharsets.UTF_8));
            }
            assertThat(ArchiveVerifier.verify(directory).problems()).isEmpty();
            restoreSegments(name);
        }
    }

    @Test
    void aHoleInTheLastBatchIsCutAndOneBeforeItRefused() throws IOException {
        Path ledger = directory.resolve(ArchiveFiles.LEDGER);
        byte[] torn = bytes(ArchiveFiles.LEDGER).clone();
        int last = startOfLastLine(torn);
        Arrays.fill(torn, last + 10, last + 40, (byte) 0);
        Files.write(ledger, torn);
        Capture capture = captures.getLast();
        Path sealed = directory.resolve(capture.position().file());
        Files.move(sealed, directory.resolve(capture.position().file() + ".open"));
        try (Archive archive = open()) {
            assertThat(archive.last().orElseThrow().sequence()).isEqualTo(captures.size() - 1);
        }

        byte[] damaged = bytes(ArchiveFiles.LEDGER).clone();
        damaged[last - 30] ^= 1;
        Files.write(ledger, damaged);
        assertThatThrownBy(this::open)
                .isInstanceOf(ArchiveDamagedException.class)
                .hasMessageContaining("ledger.jsonl");
        assertThat(Files.readAllBytes(ledger)).isEqualTo(damaged);
    }

    @Test
    void anArchiveThatLostAcknowledgedBytesIsNotWrittenTo() throws IOException {
        Path ledger = directory.resolve(ArchiveFiles.LEDGER);
        Files.delete(ledger);
        assertThatThrownBy(this::open).isInstanceOf(ArchiveDamagedException.class);
        Files.write(ledger, bytes(ArchiveFiles.LEDGER));

        Path segment = directory.resolve(captures.getLast().position().file());
        byte[] bytes = Files.readAllBytes(segment);
        Files.write(segment, Arrays.copyOf(bytes, bytes.length - 1));
        assertThatThrownBy(this::open).isInstanceOf(ArchiveDamagedException.class);
        Files.delete(segment);
        assertThatThrownBy(this::open).isInstanceOf(ArchiveDamagedException.class);
        assertThat(lost()).isEmpty();
    }

    private void assertFound(String name, int at, String how) {
        VerifyReport report = ArchiveVerifier.verify(directory);
        assertThat(report.problems())
                .as(how)
                .anySatisfy(problem -> {
                    assertThat(problem.file()).isEqualTo(name);
                    assertThat(problem.offset()).isLessThanOrEqualTo(at);
                    assertThat(at - problem.offset()).isLessThan(3_000);
                });
    }

    private byte[] bytes(String name) {
        return Objects.requireNonNull(whole.get(name), name);
    }

    private List<String> evidence() {
        return whole.keySet().stream().filter(name -> !name.equals(ArchiveFiles.LOCK)).toList();
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : new ArchiveFiles(directory).names()) {
            if (Files.isRegularFile(directory.resolve(name))) {
                files.put(name, Files.readAllBytes(directory.resolve(name)));
            }
        }
        return files;
    }

    private void restoreSegments(String except) throws IOException {
        for (String name : new ArchiveFiles(directory).names()) {
            boolean isSegment = ArchiveFiles.segmentNumber(name).isPresent();
            if (isSegment && (name.equals(except) || !whole.containsKey(name))) {
                Files.delete(directory.resolve(name));
            }
        }
    }

    private List<Path> lost() throws IOException {
        Path folder = directory.resolve(ArchiveFiles.LOST_AND_FOUND);
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static int startOfLastLine(byte[] ledger) {
        int at = ledger.length - 2;
        while (ledger[at] != '\n') {
            at--;
        }
        return at + 1;
    }

    private Archive open() {
        return Archive.open(directory, SEGMENT_SIZE, CLOCK);
    }
}
