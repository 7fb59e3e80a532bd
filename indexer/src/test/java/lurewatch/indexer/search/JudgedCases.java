package lurewatch.indexer.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Block;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.Particulars;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.PostingTimes;
import lurewatch.indexer.detect.Detector;
import lurewatch.indexer.index.IndexEntry;
import lurewatch.indexer.rules.Rules;

/// Labelled texts that ship with the detector's tests, and what `relevance.tsv` says of them.
final class JudgedCases {
    private static final Instant SEEN = Instant.parse("2026-10-31T12:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Detector DETECTOR =
            Detector.of(
                    Rules.read(
                            Path.of(System.getProperty("lurewatch.root", ".."))
                                    .resolve("config/signals")));

    record Case(String id, String text) {
        IndexEntry entry() {
            return JudgedCases.entry(id, text);
        }
    }

    /// A query and the cases that were read for it, each with its grade: 2 or 1 for those that
    /// answer it, 0 for others.
    record Judged(String language, String query, Map<String, Integer> grades) {
        List<String> relevant() {
            return grades.entrySet().stream()
                    .filter(grade -> grade.getValue() == 2)
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    private JudgedCases() {}

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        SamplePostings.rows("../detect/cases.tsv").stream()
                .skip(1)
                .forEach(row -> cases.add(new Case(row[0], row[4])));
        for (String file : List.of("context-aside", "further-cases-4", "further-cases-5")) {
            for (String[] line : SamplePostings.rows("../detect/" + file + ".jsonl")) {
                JsonNode node = json(String.join("\t", line));
                cases.add(new Case(node.get("id").asText(), node.get("text").asText()));
            }
        }
        return cases;
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Judged> judged() {
        return SamplePostings.rows("relevance.tsv").stream()
                .map(row -> {
                    Map<String, Integer> grades =
                            Stream.of(
                                            graded(row[2], 2),
                                            graded(row[3], 1),
                                            graded(row.length > 4 ? row[4] : "", 0))
                                    .flatMap(graded -> graded)
                                    .collect(
                                            Collectors.toMap(
                                                    Map.Entry::getKey, Map.Entry::getValue));
                    return new Judged(row[0], row[1], grades);
                })
                .toList();
    }

    private static Stream<Map.Entry<String, Integer>> graded(String ids, int grade) {
        return Stream.of(ids.split(" "))
                .filter(id -> !id.isEmpty())
                .map(id -> Map.entry(id, grade));
    }

    /// A text as a posting that was assessed like any other.
    static IndexEntry entry(String id, String text) {
        JobPosting posting =
                new JobPosting(
                        new PostingId(id),
                        new CaptureId(1),
                        "board",
                        "https://board.example/" + id,
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Block(Block.Kind.BODY, text)),
                        List.of(),
                        Particulars.UNKNOWN);
        return new IndexEntry(
                new AssessedPosting(posting, DETECTOR.assess(posting)),
                new PostingTimes(SEEN, SEEN, 1),
                Optional.empty());
    }
}
