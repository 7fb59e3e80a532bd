package lurewatch.indexer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Context;
import lurewatch.indexer.rules.TextKind;
import org.junit.jupiter.api.Test;

/// Texts of all kinds in 28 languages that were kept aside when the weights of contexts were
/// learned: those of which the CRC-32 of the id can be divided by three.
class ContextAsideTest {
    private static final Detector DETECTOR = Cases.shippedDetector();
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Case(String id, TextKind kind, String text) {
        Assessment assessment() {
            return DETECTOR.assess(text, Optional.empty());
        }
    }

    private static List<Case> read(String resource) {
        return Cases.lines(resource).stream().map(ContextAsideTest::parse).toList();
    }

    private static Case parse(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            return new Case(
                    json.get("id").asText(),
                    TextKind.labelled(json.get("label").asText()).orElseThrow(),
                    json.get("text").asText());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theAsideTextsAreThoseOfTheRule() {
        assertThat(read("context-aside.jsonl")).allMatch(one -> isAside(one.id()));
        assertThat(read("context-training.jsonl")).noneMatch(one -> isAside(one.id()));
    }

    private static boolean isAside(String id) {
        CRC32 crc = new CRC32();
        crc.update(id.getBytes(StandardCharsets.UTF_8));
        return crc.getValue() % 3 == 0;
    }

    @Test
    void tellsKindsApart() {
        int kinds = TextKind.values().length;
        double[][] confusion = new double[kinds][kinds];
        for (Case one : read("context-aside.jsonl")) {
            confusion[one.kind().place()][decided(one.assessment()).place()]++;
        }
        double sum = 0;
        for (int kind = 0; kind < kinds; kind++) {
            int column = kind;
            double decided = Arrays.stream(confusion).mapToDouble(row -> row[column]).sum();
            sum += 2 * confusion[kind][kind] / (Arrays.stream(confusion[kind]).sum() + decided);
        }
        System.out.printf("contexts of texts kept aside: macro-F1 %.3f%n", sum / kinds);
        assertThat(sum / kinds).isGreaterThan(0.90);
    }

    @Test
    void takesFewOthersForLures() {
        List<Case> others =
                read("context-aside.jsonl").stream()
                        .filter(one -> one.kind() != TextKind.LURE)
                        .toList();
        List<Case> taken =
                others.stream()
                        .filter(one -> one.assessment().assessmentClass() == AssessmentClass.LURE)
                        .toList();
        assertThat(taken.size()).isLessThanOrEqualTo(others.size() / 60);
    }

    /// As `evaluate` answers.
    private static TextKind decided(Assessment assessment) {
        if (assessment.assessmentClass() == AssessmentClass.LURE) {
            return TextKind.LURE;
        }
        if (assessment.context() != Context.NONE) {
            return TextKind.labelled(assessment.context().label()).orElseThrow();
        }
        return assessment.assessmentClass() == AssessmentClass.REVIEW
                ? TextKind.LURE
                : TextKind.BENIGN;
    }
}
