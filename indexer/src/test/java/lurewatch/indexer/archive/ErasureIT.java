package lurewatch.indexer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Digest;
import lurewatch.indexer.PostingId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;

/// Captures are taken out, and everything else holds.
final class ErasureIT {
    private static final Instant LATER = Exchanges.NOON.plusSeconds(86_400);
    private static final InstantSource CLOCK = InstantSource.fixed(Exchanges.NOON);
    private static final String SECRET = "telegram lucky_hr_88 Sihanoukville";
    private static final long SEED = Long.getLong("lurewatch.seed", 20_261_128);
    private static final int SEGMENT = 6000;

    @TempDir Path directory;

    private Path archive = Path.of("");
    private List<Capture> before = List.of();

    @BeforeEach
    void fill() {
        archive = directory.resolve("archive");
        try (Archive writer = Archive.open(archive, SEGMENT, CLOCK)) {
            for (int i = 1; i <= 12; i++) {
                String text = Exchanges.text(i, 900) + (i == 1 || i == 5 ? SECRET : "");
                writer.append(Exchanges.page("http://board.test/" + i, text));
            }
            writer.append(Exchanges.page("http://board.test/5", Exchanges.text(5, 900) + SECRET));
            byte[] large = Exchanges.text(99, 200_000).getBytes(StandardCharsets.UTF_8);
            new Random(SEED).nextBytes(large);
            writer.append(Exchanges.of("http://board.test/large", 200, large, Exchanges.html()));
            before = captures(writer);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(before.get(12).revisitOf()).contains(new CaptureId(5));
    }

    private static List<Capture> captures(Archive archive) {
        List<Capture> all = new ArrayList<>();
        archive.forEachAfter(0, all::add);
        return all;
    }

    private static ArchiveEraser.Order order(long... sequences) {
        return new ArchiveEraser.Order(
                "analyst one",
                "asked by the person",
                Arrays.stream(sequences).mapToObj(CaptureId::new).collect(Collectors.toSet()),
                List.of(Digest.of("http://board.test/5")),
                List.of(new PostingId("p5")));
    }

    private int erase(long... sequences) throws IOException {
        try (ArchiveEraser eraser = ArchiveEraser.open(archive, LATER)) {
            return eraser.erase(order(sequences), LATER);
        }
    }

    @Test
    void takesOutWhatItIsToldAndNothingElse() throws IOException {
        String headBefore = head();
        List<LedgerLines.Line> linesBefore = lines();
        assertThat(erase(1, 5, 13, 14)).isEqualTo(4);

        VerifyReport report = ArchiveVerifier.verify(archive);
        assertThat(report.problems()).isEmpty();
        assertThat(report.erased()).isEqualTo(4);
        assertThat(report.captures()).isEqualTo(10);
        try (Archive reader = Archive.open(archive, SEGMENT, CLOCK)) {
            List<Capture> left = new ArrayList<>(before);
            left.removeIf(c -> Set.of(1L, 5L, 13L, 14L).contains(c.id().sequence()));
            assertThat(captures(reader)).isEqualTo(left);
            assertThat(reader.page(left.getFirst()).payload())
                    .isEqualTo(Exchanges.text(2, 900).getBytes(StandardCharsets.UTF_8));
            assertThat(reader.capture(new CaptureId(5))).isEmpty();
            assertThat(reader.erased().hasUrl("http://board.test/5")).isTrue();
            assertThat(reader.erased().hasUrl("http://board.test/6")).isFalse();
            assertThat(reader.erased().hasPosting(new PostingId("p5"))).isTrue();
            // The archive goes on, and a page that comes again is no revisit of what is gone.
            Capture again = reader.append(Exchanges.page("http://board.test/1", SECRET));
            assertThat(again.id()).isEqualTo(new CaptureId(16));
            assertThat(again.revisitOf()).isEmpty();
        }
        assertThat(ArchiveVerifier.verify(archive).isClean()).isTrue();
        assertThat(ArchiveCondition.of(archive).lastCapture()).contains(Exchanges.NOON);

        // What was proved of the ledger before is proved of it still.
        List<LedgerLines.Line> linesAfter = lines();
        for (int i = 0; i < linesBefore.size(); i++) {
            assertThat(linesAfter.get(i).leaf()).isEqualTo(linesBefore.get(i).leaf());
            assertThat(linesAfter.get(i).digest()).isEqualTo(linesBefore.get(i).digest());
            assertThat(linesAfter.get(i).bytes()).hasSize(linesBefore.get(i).bytes().length);
        }
        assertThat(linesAfter.get(13).digest().hex()).isEqualTo(headBefore);
    }

    private String head() {
        return ArchiveVerifier.verify(archive).ledgerHead().orElseThrow().hex();
    }

    private List<LedgerLines.Line> lines() throws IOException {
        List<LedgerLines.Line> lines = new ArrayList<>();
        LedgerLines.forEach(archive, lines::add);
        return lines;
    }

    @Test
    void leavesNoByteOfIt() throws IOException {
        assertThat(everything()).contains(SECRET, "http://board.test/5\"");
        erase(1, 5, 13);
        assertThat(everything())
                .doesNotContain(SECRET, "http://board.test/5\"", "http://board.test/1\"")
                .contains("http://board.test/6\"");
        assertThat(recordTypes()).contains("metadata", "response").hasSizeGreaterThan(30);
    }

    /// Every file's bytes, and those of segments inflated.
    private String everything() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Map.Entry<Path, byte[]> file : files().entrySet()) {
            all.append(new String(file.getValue(), StandardCharsets.ISO_8859_1));
            if (file.getKey().toString().contains(".warc.gz")) {
                try (var in = new GZIPInputStream(new ByteArrayInputStream(file.getValue()))) {
                    all.append(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return all.toString();
    }

    private List<String> recordTypes() throws IOException {
        List<String> types = new ArrayList<>();
        for (Path file : files().keySet()) {
            if (file.toString().endsWith(".warc.gz")) {
                try (WarcReader reader = new WarcReader(file)) {
                    reader.forEach(record -> types.add(record.type()));
                }
            }
        }
        return types;
    }

    private Map<Path, byte[]> files() throws IOException {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        try (Stream<Path> all = Files.list(archive)) {
            for (Path file : all.sorted().toList()) {
                if (Files.isRegularFile(file) && !file.endsWith("writer.lock")) {
                    files.put(file, Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    /// What a kill can leave is, of each file, some writes done, one torn and the rest not begun:
    /// whatever it is, the next writer completes it.
    @Test
    void isCompletedHoweverItWasCutShort() throws IOException {
        Map<Path, byte[]> start = files();
        Path journal = archive.resolve(ArchiveFiles.ERASING);
        byte[] written = journalOf(5, 13, 14);
        Map<Path, byte[]> end = files();
        assertThat(ArchiveVerifier.verify(archive).problems()).isEmpty();
        Random random = new Random(SEED);
        for (int round = 0; round < 25; round++) {
            for (Path file : end.keySet()) {
                byte[] from = start.get(file);
                byte[] to = end.get(file);
                if (from == null) {
                    Files.deleteIfExists(file);
                } else {
                    Files.write(file, torn(from, to, random));
                }
            }
            Files.write(journal, written);
            Archive.open(archive, SEGMENT, CLOCK).close();
            assertThat(ArchiveVerifier.verify(archive).problems())
                    .as("round " + round + ", seed " + SEED)
                    .isEmpty();
            assertThat(files()).as("round " + round).containsExactlyEntriesOf(end);
        }
    }

    private static byte[] torn(byte[] from, byte[] to, Random random) {
        byte[] mixed = from.clone();
        int cut = random.nextInt(Math.max(from.length, to.length) + 1);
        if (cut > from.length) {
            mixed = Arrays.copyOf(from, cut);
        }
        System.arraycopy(to, 0, mixed, 0, Math.min(cut, to.length));
        return mixed;
    }

    /// Erases, and gives the journal that it worked by.
    private byte[] journalOf(long... sequences) throws IOException {
        Path journal = archive.resolve(ArchiveFiles.ERASING);
        Path kept = directory.resolve("kept");
        // The journal is deleted last: an archive that cannot be written stops before that.
        Path erased = archive.resolve(ArchiveFiles.ERASED + ".new");
        Files.createDirectories(erased);
        assertThatThrownBy(() -> erase(sequences)).isInstanceOf(IOException.class);
        Files.copy(journal, kept);
        assertThat(ArchiveVerifier.verify(archive).notes().toString())
                .contains("an erasure is under way");
        Files.delete(erased);
        Archive.open(archive, SEGMENT, CLOCK).close();
        assertThat(journal).doesNotExist();
        return Files.readAllBytes(kept);
    }

    @Test
    void aTombstoneNeedsItsErasureAndTheOtherWayRound() throws IOException {
        Map<Path, byte[]> start = files();
        erase(5, 13);
        Path ledger = archive.resolve(ArchiveFiles.LEDGER);
        List<String> lines = Files.readAllLines(ledger);

        Files.write(ledger, lines.subList(0, lines.size() - 1));
        assertThat(ArchiveVerifier.verify(archive).problems().toString())
                .contains("no line says that it was erased", "names what the ledger does not say");

        List<String> other = new ArrayList<>(lines);
        other.set(4, Files.readString(ledgerOf(start)).lines().toList().get(4));
        Files.write(ledger, other);
        assertThat(ArchiveVerifier.verify(archive).problems().toString())
                .contains("(capture c5)", "in its place stands no tombstone");

        Files.write(ledger, lines);
        Path segment = archive.resolve(before.get(4).position().file());
        Files.write(segment, start.get(segment));
        assertThat(ArchiveVerifier.verify(archive).problems().toString())
                .contains("(capture c5)", "other bytes than a tombstone");
    }

    /// That an erasure is under way excuses what it is about to do, and nothing else.
    @Test
    void aJournalExcusesOnlyWhatItLists() throws IOException {
        Path journal = archive.resolve(ArchiveFiles.ERASING);
        byte[] another = journalOf(1);
        erase(5, 13);
        Path ledger = archive.resolve(ArchiveFiles.LEDGER);
        List<String> lines = Files.readAllLines(ledger);
        Files.write(ledger, lines.subList(0, lines.size() - 1));
        for (String text : List.of("", "\n", "x", "12 {}\n", "-1 {}\n{}\n")) {
            Files.writeString(journal, text);
            assertThat(ArchiveVerifier.verify(archive).problems().toString())
                    .as(text)
                    .contains("(capture c5)", "(capture c13)", "no line says that it was erased")
                    .contains(ArchiveFiles.ERASING, "is no erasure");
            Map<Path, byte[]> asItIs = files();
            assertThatThrownBy(() -> Archive.open(archive, SEGMENT, CLOCK))
                    .isInstanceOf(ArchiveDamagedException.class)
                    .hasMessageContaining(ArchiveFiles.ERASING);
            assertThat(files()).as(text).containsExactlyEntriesOf(asItIs);
        }
        Files.write(journal, another);
        assertThat(ArchiveVerifier.verify(archive).problems().toString())
                .contains("(capture c5)", "(capture c13)", "no line says that it was erased");
        Files.write(ledger, lines);
        assertThat(ArchiveVerifier.verify(archive).problems()).isEmpty();
    }

    private Path ledgerOf(Map<Path, byte[]> files) throws IOException {
        return Files.write(
                directory.resolve("ledger"), files.get(archive.resolve(ArchiveFiles.LEDGER)));
    }

    @Test
    void refusesWhatWouldLeaveARepeatWithoutItsPayload() throws IOException {
        Map<Path, byte[]> start = files();
        assertThatThrownBy(() -> erase(5)).hasMessageContaining("c13 repeats");
        assertThat(files()).containsExactlyEntriesOf(start);
    }

    @Test
    void refusesASecondWriter() throws IOException {
        try (Archive writer = Archive.open(archive, SEGMENT, CLOCK)) {
            assertThatThrownBy(() -> erase(1)).isInstanceOf(ArchiveBusyException.class);
            assertThat(writer.capture(new CaptureId(1))).isPresent();
        }
    }

    @Test
    void erasingTwiceIsErasingOnce() throws IOException {
        erase(5, 13);
        assertThat(erase(5, 13)).isZero();
        assertThat(erase(1, 5)).isEqualTo(1);
        assertThat(ArchiveVerifier.verify(archive).problems()).isEmpty();
        assertThat(ArchiveVerifier.verify(archive).erased()).isEqualTo(3);
    }
}
