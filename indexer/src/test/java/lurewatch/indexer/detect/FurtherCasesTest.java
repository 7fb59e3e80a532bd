package lurewatch.indexer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Place;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// 9259 texts that were written before looking at what the rules say of them. The second file was
/// kept aside until the rules were settled, of the fifth, seventh and forty-first only totals were
/// looked at; the records in `docs/history` say what each then showed. What was reached since must
/// not be lost.
class FurtherCasesTest {
    private static final Detector DETECTOR = Cases.shippedDetector();
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Each text is asked about by several tests, and always judged the same.
    private static final Map<String, Assessment> ASSESSED = new ConcurrentHashMap<>();

    /// A text with everything by which its reader could get in touch, and the gazetteer's places.
    private record Case(
            String id, String label, String text, Set<String> contacts, Set<String> places) {
        Assessment assessment() {
            return ASSESSED.computeIfAbsent(text, each -> DETECTOR.assess(each, Optional.empty()));
        }

        AssessmentClass assessmentClass() {
            return assessment().assessmentClass();
        }
    }

    private static List<Case> read(int file) {
        return read("further-cases-" + file + ".jsonl");
    }

    private static List<Case> read(String file) {
        return Cases.lines(file).stream().map(FurtherCasesTest::parse).toList();
    }

    private static Case parse(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            return new Case(
                    json.get("id").asText(),
                    json.get("label").asText(),
                    json.get("text").asText(),
                    elements(json.path("contacts"))
                            .map(c -> c.get("kind").asText() + ":" + c.get("value").asText())
                            .collect(Collectors.toSet()),
                    elements(json.path("places"))
                            .map(JsonNode::asText)
                            .collect(Collectors.toSet()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String textOf(String line) {
        return parse(line).text();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @AfterAll
    static void forget() {
        ASSESSED.clear();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24,
                26, 27, 28, 31, 36, 37, 38, 39, 46, 48, 56, 59, 60, 61, 64, 65, 66, 68, 69, 71, 72,
                73, 74, 75, 76, 77, 78, 79, 83, 87, 89, 91, 93
            })
    void findsLures(int file) {
        List<Case> lures = read(file).stream().filter(c -> c.label().equals("lure")).toList();
        long lure = count(lures, AssessmentClass.LURE);
        long review = count(lures, AssessmentClass.REVIEW);
        assertThat(lure).isGreaterThanOrEqualTo(Math.round(0.87 * lures.size()));
        assertThat(lure + review).isGreaterThanOrEqualTo(Math.round(0.93 * lures.size()));
    }

    /// Those that friends are said to ask and answer, in few words: hardly a messenger, no place,
    /// no pay; and those for clubs, parcels, borders and companies on paper.
    @ParameterizedTest
    @ValueSource(ints = {51, 53, 58, 63, 90})
    void findsMostLuresInFewWords(int file) {
        List<Case> lures = read(file).stream().filter(c -> c.label().equals("lure")).toList();
        long lure = count(lures, AssessmentClass.LURE);
        long review = count(lures, AssessmentClass.REVIEW);
        assertThat(lure).isGreaterThanOrEqualTo(Math.round(0.71 * lures.size()));
        assertThat(lure + review).isGreaterThanOrEqualTo(Math.round(0.82 * lures.size()));
    }

    /// Those that ask for money first and name no work but clicks, many of them to one who is in it
    /// already.
    @ParameterizedTest
    @ValueSource(ints = {92, 94})
    void findsMostTasksThatArePaidInto(int file) {
        List<Case> lures = read(file).stream().filter(c -> c.label().equals("lure")).toList();
        long lure = count(lures, AssessmentClass.LURE);
        long review = count(lures, AssessmentClass.REVIEW);
        assertThat(lure).isGreaterThanOrEqualTo(Math.round(0.53 * lures.size()));
        assertThat(lure + review).isGreaterThanOrEqualTo(Math.round(0.83 * lures.size()));
    }

    @Test
    void callsNoVictimsAccountALure() {
        Stream.of(
                        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
                        22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 38, 39, 40, 41,
                        42, 43, 44, 45, 46, 47, 48, 49, 51, 52, 53, 54, 55, 56, 57, 58, 60, 61, 62,
                        63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 79, 80, 83, 87, 90, 91, 92,
                        93, 94)
                .flatMap(file -> read(file).stream())
                .filter(c -> c.label().equals("victim_report"))
                .forEach(c ->
                        assertThat(c.assessmentClass())
                                .as(c.text())
                                .isNotEqualTo(AssessmentClass.LURE));
    }

    @Test
    void callsNoWarningOrNewsALure() {
        Stream.of(
                        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
                        22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 38, 39, 40, 41,
                        42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 60, 61,
                        62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 79, 80, 83, 87, 90, 91,
                        92, 93, 94)
                .flatMap(file -> read(file).stream())
                .filter(c -> c.label().equals("warning") || c.label().equals("news"))
                .forEach(c ->
                        assertThat(c.assessmentClass())
                                .as(c.text())
                                .isNotEqualTo(AssessmentClass.LURE));
    }

    /// Of what is no lure, at most two in a hundred.
    @ParameterizedTest
    @ValueSource(
            ints = {
                25, 29, 32, 35, 40, 41, 47, 51, 52, 53, 56, 57, 58, 60, 61, 62, 63, 64, 66, 67, 68,
                69, 70, 71, 72, 73, 74, 75, 77, 78, 79, 80, 83, 87, 89, 90, 91, 92, 93, 94
            })
    void callsHardlyAnyOtherALure(int file) {
        List<Case> others = read(file).stream().filter(c -> !c.label().equals("lure")).toList();
        assertThat(count(others, AssessmentClass.LURE)).isLessThanOrEqualTo(others.size() / 50);
    }

    /// Rooms, rides, remittances, SIM shops, banks, players and second-hand telephones say much of
    /// what those say who look for mules and take people along, and so do the rules of groups that
    /// forbid it; debt counsellors, language partners and travellers of what those say who name
    /// nothing; those who look for players, rooms, lifts and old bicycles in few words.
    @Test
    void callsNothingOrdinaryALure() {
        read("ordinary-beside-risk.jsonl")
                .forEach(c ->
                        assertThat(c.assessmentClass())
                                .as(c.text())
                                .isNotEqualTo(AssessmentClass.LURE));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                1, 2, 3, 4, 9, 10, 12, 17, 19, 21, 23, 24, 25, 26, 27, 30, 33, 34, 42, 43, 44, 45,
                49, 50, 54, 55, 59, 60, 64, 65, 69, 71, 72, 73, 79, 87, 89, 90, 91, 92, 93, 94
            })
    void findsTheirContactsAndPlaces(int file) {
        Tally contacts = new Tally();
        Tally places = new Tally();
        for (Case one : read(file)) {
            Assessment assessment = one.assessment();
            contacts.add(
                    one.contacts(),
                    assessment.contacts().stream()
                            .map(c -> c.kind().label() + ":" + c.value())
                            .collect(Collectors.toSet()));
            places.add(
                    one.places(),
                    assessment.places().stream().map(Place::id).collect(Collectors.toSet()));
        }
        contacts.requireAtLeast(0.97, 0.96);
        places.requireAtLeast(0.97, 0.96);
    }

    private static long count(List<Case> cases, AssessmentClass wanted) {
        return cases.stream().filter(c -> c.assessmentClass() == wanted).count();
    }

    /// How many were right, how many said, how many there.
    private static final class Tally {
        private int right;
        private int said;
        private int there;

        void add(Set<String> expected, Set<String> found) {
            Set<String> both = new HashSet<>(expected);
            both.retainAll(found);
            right += both.size();
            said += found.size();
            there += expected.size();
        }

        void requireAtLeast(double precision, double recall) {
            assertThat((double) right / said).isGreaterThanOrEqualTo(precision);
            assertThat((double) right / there).isGreaterThanOrEqualTo(recall);
        }
    }
}
