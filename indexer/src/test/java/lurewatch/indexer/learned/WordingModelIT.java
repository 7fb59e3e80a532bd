package lurewatch.indexer.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lurewatch.indexer.detect.Detector;
import lurewatch.indexer.settings.SettingsException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A model of three files of texts, tried on a fourth that it has not seen, and its file.
final class WordingModelIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> KINDS = List.of("lure", "benign", "warning", "victim_report");
    private static final String OTHER = "the library opens at nine on monday";

    private static List<WordingTrainer.Sample> seen = List.of();
    private static WordingModel model;

    @TempDir Path folder;

    @BeforeAll
    static void train() throws IOException {
        seen = samples(1, 2, 3);
        model = new WordingTrainer(seen, KINDS, 1).train();
    }

    private static List<WordingTrainer.Sample> samples(int... files) throws IOException {
        List<WordingTrainer.Sample> samples = new ArrayList<>();
        for (int file : files) {
            try (InputStream in =
                    Detector.class.getResourceAsStream("further-cases-" + file + ".jsonl")) {
                for (String line :
                        new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                    JsonNode json = JSON.readTree(line);
                    samples.add(
                            new WordingTrainer.Sample(
                                    "file " + file,
                                    withoutNames(json.get("text").asText()),
                                    json.get("label").asText()));
                }
            }
        }
        return samples;
    }

    private static String withoutNames(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[a-z0-9_.@-]{0,40}sample[a-z0-9_.-]{0,40}", "@x");
    }

    private static double probability(String text) {
        return model.read(text)
                .strongest((_, _) -> true)
                .map(WordingScores.Passage::probability)
                .orElse(0.0);
    }

    @Test
    void ranksLuresOfAHandThatItHasNotSeenAboveOthers() throws IOException {
        List<WordingTrainer.Sample> unseen = samples(6);
        List<Double> lures = probabilities(unseen, true);
        List<Double> others = probabilities(unseen, false);
        long right =
                lures.stream()
                        .mapToLong(lure -> others.stream().filter(other -> other < lure).count())
                        .sum();
        assertThat((double) right / (lures.size() * others.size())).isGreaterThan(0.9);
    }

    private static List<Double> probabilities(List<WordingTrainer.Sample> texts, boolean lure) {
        return texts.stream()
                .filter(sample -> sample.isLure() == lure)
                .map(sample -> probability(sample.text()))
                .toList();
    }

    @Test
    void findsAPassageWhateverStandsAroundIt() {
        String lure = seen.stream().filter(WordingTrainer.Sample::isLure).toList().get(4).text();
        String around = (OTHER + "\n").repeat(30);
        double alone = probability(lure);
        assertThat(probability(around + lure + "\n" + around)).isGreaterThanOrEqualTo(alone);
        assertThat(alone).isGreaterThan(probability(OTHER) + 0.3);
    }

    @Test
    void readsNoNameAndNoNumber() {
        String text = "good money for easy typing, everything is paid, write to ";
        assertThat(probability(text + "@one_name or 0812 0000 0001"))
                .isEqualTo(probability(text + "@another or 0999 1234 5678"));
    }

    @Test
    void namesWordsOfThePassage() {
        String lure = seen.stream().filter(WordingTrainer.Sample::isLure).toList().get(4).text();
        WordingScores wording = model.read(lure);
        WordingScores.Passage passage = wording.strongest((_, _) -> true).orElseThrow();
        assertThat(wording.telling(passage, 4))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(4)
                .allSatisfy(words -> {
                    assertThat(words.share()).isPositive();
                    assertThat(lure.substring(words.start(), words.end())).isNotBlank();
                });
    }

    @Test
    void namesWordsThatSpeakAgainstALure() {
        String other = seen.stream().filter(sample -> !sample.isLure()).toList().get(4).text();
        WordingScores wording = model.read(other);
        WordingScores.Passage passage = wording.strongest((_, _) -> true).orElseThrow();
        assertThat(wording.denying(passage, 4))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(4)
                .allSatisfy(words -> {
                    assertThat(words.share()).isNegative();
                    assertThat(other.substring(words.start(), words.end())).isNotBlank();
                });
    }

    @Test
    void tellsKindsOfAHandThatItHasNotSeen() throws IOException {
        List<WordingTrainer.Sample> unseen =
                samples(6).stream().filter(sample -> KINDS.contains(sample.label())).toList();
        long right =
                unseen.stream()
                        .filter(sample -> kindOf(sample.text()).equals(sample.label()))
                        .count();
        long most =
                KINDS.stream()
                        .mapToLong(
                                kind -> unseen.stream().filter(s -> s.label().equals(kind)).count())
                        .max()
                        .orElseThrow();
        assertThat((double) right / unseen.size())
                .isGreaterThan(0.7)
                .isGreaterThan((double) most / unseen.size());
    }

    private static String kindOf(String text) {
        return model.read(text)
                .kinds((_, _) -> true)
                .flatMap(kinds ->
                        IntStream.range(0, KINDS.size())
                                .boxed()
                                .max(Comparator.comparingDouble(kinds::answer)))
                .map(model.kinds()::get)
                .orElse("too short");
    }

    @Test
    void tellsTheKindOfTheLinesThatAreMeantAlone() {
        String lure = seen.stream().filter(WordingTrainer.Sample::isLure).toList().get(4).text();
        String text = OTHER + "\n" + lure;
        assertThat(answersOf(text, OTHER.length() + 1)).isEqualTo(answersOf(lure, 0));
    }

    private static List<Double> answersOf(String text, int from) {
        KindWording kinds = model.read(text).kinds((start, _) -> start >= from).orElseThrow();
        return IntStream.range(0, KINDS.size()).mapToObj(kinds::answer).toList();
    }

    @Test
    void namesWordsThatSpeakForAKindRatherThanAnother() {
        int warning = KINDS.indexOf("warning");
        String text = seen.stream().filter(s -> s.label().equals("warning")).toList().get(4).text();
        KindWording kinds = model.read(text).kinds((_, _) -> true).orElseThrow();
        assertThat(kinds.telling(warning, KINDS.indexOf("lure"), 3))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(3)
                .allSatisfy(words -> {
                    assertThat(words.share()).isPositive();
                    assertThat(text.substring(words.start(), words.end())).isNotBlank();
                });
    }

    @Test
    void saysNothingOfWhatSaysTooLittle() {
        assertThat(model.read("call me").kinds((_, _) -> true)).isEmpty();
        assertThat(model.read("call me").strongest((_, _) -> true)).isEmpty();
        assertThat(model.read("").strongest((_, _) -> true)).isEmpty();
    }

    @Test
    void theSameTextsAndSeedGiveTheSameBytes() {
        assertThat(new WordingTrainer(seen, KINDS, 1).train().bytes()).isEqualTo(model.bytes());
    }

    @Test
    void judgesAlikeFromItsFile() throws IOException {
        Path file = folder.resolve(WordingModel.FILE);
        Files.write(file, model.bytes());
        WordingModel read = WordingModel.read(file).orElseThrow();
        String text = seen.getFirst().text();
        assertThat(read.card()).isEqualTo(model.card());
        assertThat(read.read(text).strongest((_, _) -> true))
                .isEqualTo(model.read(text).strongest((_, _) -> true));
        KindWording kinds = read.read(text).kinds((_, _) -> true).orElseThrow();
        assertThat(IntStream.range(0, KINDS.size()).mapToObj(kinds::answer).toList())
                .isEqualTo(answersOf(text, 0));
    }

    @Test
    void refusesADamagedFileAndDoesWithoutOne() throws IOException {
        Path file = folder.resolve(WordingModel.FILE);
        assertThat(WordingModel.read(file)).isEmpty();
        byte[] bytes = model.bytes();
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> WordingModel.read(file))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("wording.bin: damaged");
    }
}
