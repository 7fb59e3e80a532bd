package lurewatch.indexer.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import lurewatch.indexer.Capture;

/// An archive whose files meet with accidents, one at a time: does a verification say where?
///
/// It does where it names the ledger line or the records in which the first byte stands that is not
/// what it was. Where a file's end was taken off cleanly, that is the first thing that is missing;
/// of lines that are gone altogether, the records that no line knows any more.
final class MutatedArchive {
    private final Path directory;

    /// Of each file, its pieces and where they start.
    private final Map<String, TreeMap<Integer, byte[]>> files = new TreeMap<>();

    /// Where the records of each ledger line are.
    private final Map<Integer, Place> records = new HashMap<>();

    private record Place(String file, int start) {}

    private MutatedArchive(Path directory) {
        this.directory = directory;
    }

    /// Fills a directory with that many captures in several segments.
    static MutatedArchive of(Path directory, int captures) throws IOException {
        MutatedArchive archive = new MutatedArchive(directory);
        archive.add(ArchiveFiles.LEDGER, List.of());
        try (Archive made =
                Archive.open(directory, captures * 300L, InstantSource.fixed(Exchanges.NOON))) {
            for (int i = 0; i < captures; i++) {
                // Every third is a repeat, and so a revisit record.
                String url = "http://board.test/" + (i % 3 == 2 ? i - 1 : i);
                int text = i % 3 == 2 ? i - 1 : i;
                archive.expect(made.append(Exchanges.page(url, Exchanges.text(text, 1_500))));
            }
        }
        archive.readPieces();
        return archive;
    }

    private void expect(Capture capture) {
        records.put(
                records.size(),
                new Place(capture.position().file(), (int) capture.position().offset()));
    }

    private void readPieces() throws IOException {
        byte[] ledger = Files.readAllBytes(directory.resolve(ArchiveFiles.LEDGER));
        List<byte[]> lines = new ArrayList<>();
        for (int start = 0, i = 0; i < ledger.length; i++) {
            if (ledger[i] == '\n') {
                lines.add(Arrays.copyOfRange(ledger, start, i + 1));
                start = i + 1;
            }
        }
        add(ArchiveFiles.LEDGER, lines);
        Map<String, List<Integer>> starts = new TreeMap<>();
        for (int i = 0; i < records.size(); i++) {
            Place place = Objects.requireNonNull(records.get(i));
            starts.computeIfAbsent(place.file(), _ -> new ArrayList<>(List.of(0)))
                    .add(place.start());
        }
        for (Map.Entry<String, List<Integer>> segment : starts.entrySet()) {
            byte[] bytes = Files.readAllBytes(directory.resolve(segment.getKey()));
            segment.getValue().add(bytes.length);
            List<byte[]> groups = new ArrayList<>();
            for (int i = 0; i + 1 < segment.getValue().size(); i++) {
                groups.add(
                        Arrays.copyOfRange(
                                bytes, segment.getValue().get(i), segment.getValue().get(i + 1)));
            }
            add(segment.getKey(), groups);
        }
    }

    private void add(String file, List<byte[]> pieces) {
        TreeMap<Integer, byte[]> byStart = new TreeMap<>();
        int at = 0;
        for (byte[] piece : pieces) {
            byStart.put(at, piece);
            at += piece.length;
        }
        files.put(file, byStart);
    }

    int segments() {
        return files.size() - 1;
    }

    /// Lets one accident happen, and mends it again.
    ///
    /// @return what was wrong with the report on it; empty where it was right
    Optional<String> tryOne(Random random) throws IOException {
        List<String> names = List.copyOf(files.keySet());
        // The ledger as often as all segments together.
        String name =
                random.nextBoolean()
                        ? ArchiveFiles.LEDGER
                        : names.get(random.nextInt(names.size()));
        List<byte[]> pieces = pieces(name);
        List<byte[]> others = pieces(names.get(random.nextInt(names.size())));
        byte[] whole = Mutation.joined(pieces);
        Mutation mutation = Mutation.of(random, pieces, others.get(random.nextInt(others.size())));
        Files.write(directory.resolve(name), mutation.bytes());
        VerifyReport report = ArchiveVerifier.verify(directory);
        Files.write(directory.resolve(name), whole);
        int at = Arrays.mismatch(whole, mutation.bytes());
        if (isLocated(report, name, at, mutation.bytes().length == at)) {
            return Optional.empty();
        }
        return Optional.of(
                "%s of %s at byte %d: %s".formatted(mutation.name(), name, at, report.problems()));
    }

    private List<byte[]> pieces(String name) {
        return List.copyOf(byStart(name).values());
    }

    private NavigableMap<Integer, byte[]> byStart(String name) {
        return files.getOrDefault(name, new TreeMap<>());
    }

    private boolean isLocated(VerifyReport report, String name, int at, boolean isCut) {
        Map.Entry<Integer, byte[]> piece = byStart(name).floorEntry(at);
        int end = piece.getKey() + piece.getValue().length;
        // Behind the last piece: what was added there.
        int start = at >= end ? end : piece.getKey();
        boolean isNamed =
                report.problems().stream()
                        .anyMatch(problem ->
                                problem.file().equals(name)
                                        && problem.offset() >= start
                                        && problem.offset() < Math.max(end, start + 1));
        boolean isEndOfLedger = isCut && name.equals(ArchiveFiles.LEDGER);
        return isNamed || (isEndOfLedger && namesLostRecords(report, start));
    }

    /// Of a segment that no line knows any more, the start.
    private boolean namesLostRecords(VerifyReport report, int lineStart) {
        Place lost = records.get(byStart(ArchiveFiles.LEDGER).headMap(lineStart).size());
        return lost != null
                && report.problems().stream()
                        .anyMatch(problem ->
                                problem.file().equals(lost.file())
                                        && (problem.offset() == lost.start()
                                                || problem.offset() == 0));
    }
}
