package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lurewatch.indexer.Context;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `evaluate --labels` and `train --labels`: what analysts said against what the detector did, and
/// what can be learned from it.
class LabelsIT {
    private static final List<String> TALK =
            List.of(
                    "Does anybody know whether this call centre is real? What do you think?",
                    "My cousin was offered 900 dollars for typing. Would you trust them?",
                    "Anyone been at the interview in the mall last week? How was it for you?",
                    "Is it normal that they pay the ticket? I have a bad feeling about it.",
                    "Somebody explain to me why an office abroad hires without a language test",
                    "Thinking about saying yes to a chat job. Please tell me I am not stupid",
                    "Has one of you ever met that recruiter? He answers at night only, odd.",
                    "I turned it down, but my friends say I am too careful. Am I?",
                    "Which of these agencies would you pick, and what did they ask of you?",
                    "They want a photo of my passport before we even talk. Opinions?",
                    "Hotel or casino, he would not say. Would that make you worry as well?",
                    "Two months there and home again with money, sounds too easy, right?");
    private static final List<String> SHOPS =
            List.of(
                    "Bakery is looking for a baker with a diploma, weekends off, apply at the shop.",
                    "Primary school hires a caretaker, part time, from March on, social insurance.",
                    "Garage: mechanic with experience of diesel engines, pay by the collective treaty.",
                    "Our library needs a trainee for cataloguing; send your CV to the town hall.",
                    "Dental practice seeks an assistant, thirty hours, two weeks of paid training.",
                    "Vineyard takes pickers for the harvest, lodging with the family, five weeks.",
                    "Night porter for a small hotel by the station, English and some French.",
                    "Joiner wanted for window frames, own tools welcome, thirteen salaries a year.",
                    "The post office employs sorters from four in the morning, bus pass included.",
                    "Accountant for a housing cooperative, flexible hours, pension plan, canteen.",
                    "Kindergarten teacher, state certificate needed, group of fifteen children.",
                    "Driver with licence class C for milk collection, home every evening.");

    @TempDir private Path data = Path.of("");

    @BeforeEach
    void postings() {
        World world = new World();
        for (int i = 0; i < 12; i++) {
            world.on("forum")
                    .add("talk" + i, "en", 20 + i, Context.NONE, "", TALK.get(i))
                    .add("bakery" + i, "en", 20 + i, Context.NONE, "", SHOPS.get(i));
        }
        world.add(
                "lure", "en", 95, Context.NONE, "Typists", "Typists wanted in Poipet, free flight");
        world.in(data);
    }

    private Cli.Run as(String analyst, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        return Cli.inPipe().with("LUREWATCH_ANALYST", analyst).run(all.toArray(String[]::new));
    }

    private void label(String analyst, String posting, String label) {
        Cli.Run run = as(analyst, "label", posting, "--as", label, "--reason", "read it");
        assertThat(run.code()).describedAs(run.err()).isZero();
    }

    private List<JsonNode> evaluated() throws IOException {
        Cli.Run run = as("ann", "evaluate", "--labels", "--format", "jsonl");
        assertThat(run.code()).describedAs(run.err()).isZero();
        List<JsonNode> objects = new ArrayList<>();
        for (String line : run.lines()) {
            objects.add(new ObjectMapper().readTree(line));
        }
        return objects;
    }

    private static JsonNode figure(List<JsonNode> objects, String row, String measure) {
        return objects.stream()
                .filter(object -> object.path("section").asText().equals("detection"))
                .filter(object -> object.path("of").asText().equals(row))
                .filter(object -> object.path("measure").asText().equals(measure))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void measuresTheStoredClassesAgainstTheLastLabel() throws IOException {
        assertThat(as("ann", "evaluate", "--labels").code()).isEqualTo(1);
        label("ann", "p-lure", "lure");
        label("ann", "p-bakery1", "benign");
        label("bert", "p-bakery1", "lure"); // disputed; the last counts
        label("ann", "p-bakery2", "unsure");
        label("ann", "p-bakery3", "benign");
        List<JsonNode> objects = evaluated();
        JsonNode recall = figure(objects, "all", "recall_lure");
        assertThat(recall.path("hits").asInt()).isEqualTo(1);
        assertThat(recall.path("trials").asInt()).isEqualTo(2);
        assertThat(recall.path("low").asDouble()).isBetween(0.09, 0.10);
        assertThat(figure(objects, "all", "false_lure").path("trials").asInt()).isEqualTo(1);
        assertThat(objects.stream().filter(o -> o.path("mistake").asBoolean()))
                .extracting(o -> o.path("case").asText())
                .containsExactly("p-bakery1", "p-bakery3"); // both are 'review' in these facts
        Cli.Run table = as("ann", "evaluate", "--labels");
        assertThat(table.out())
                .contains("3 labelled postings (lure 2, benign 1); 1 disputed", "1 unsure")
                .contains("labelled by bert expected lure, answered review")
                .contains("»Prim«ary school");
        as("ann", "label", "lift", "p-bakery1", "--reason", "a slip");
        assertThat(figure(evaluated(), "all", "recall_lure").path("trials").asInt()).isEqualTo(1);
    }

    @Test
    void takesTheLabelBehindThePostings() {
        Cli.Run run =
                as("ann", "label", "p-bakery1", "p-lure", "benign", "--reason", "called them");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("2 postings labelled benign by ann");
        assertThat(as("ann", "label", "p-lure", "guilty", "--reason", "x").code()).isEqualTo(2);
    }

    @Test
    void saysHowManyLabelsAreMissing() {
        label("ann", "p-lure", "lure");
        Path out = data.resolve("weights.tsv");
        Cli.Run run = train(out);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .contains("too few labels: 10 of one kind and 10 of another")
                .contains("lure 1 (9 missing), benign 0 (10 missing)");
        assertThat(out).doesNotExist();
    }

    private Cli.Run train(Path out) {
        return as(
                "ann",
                "train",
                "--labels",
                "--out",
                out.toString(),
                "--config",
                Folders.shippedConfig().toString());
    }

    @Test
    void learnsWhatAnalystsSayAndNothingWorse() throws IOException {
        for (int i = 0; i < 12; i++) {
            label("ann", "p-talk" + i, "discussion");
            label("ann", "p-bakery" + i, "benign");
        }
        Path out = data.resolve("weights.tsv");
        Cli.Run run = train(out);
        assertThat(run.code()).describedAs(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("On postings not learned from (24, five folds)");
        List<String> learned = Files.readAllLines(out);
        List<String> shipped =
                Files.readAllLines(
                        Folders.shippedConfig().resolve("signals").resolve("context-weights.tsv"));
        assertThat(learned.get(1)).contains("from 24 labelled postings");
        assertThat(learned.get(2)).isEqualTo(shipped.get(2));
        assertThat(learned).hasSameSizeAs(shipped).isNotEqualTo(shipped);

        // Slips of the hand teach nothing, and what is worse is not written.
        for (int i = 0; i < 12; i++) {
            label("ann", "p-talk" + i, i % 3 > 0 ? "benign" : "discussion");
            label("ann", "p-bakery" + i, i % 3 > 0 ? "discussion" : "benign");
        }
        Path worse = data.resolve("worse.tsv");
        Cli.Run tossed = train(worse);
        assertThat(tossed.code()).describedAs(tossed.out() + tossed.err()).isEqualTo(1);
        assertThat(tossed.err()).contains("wrong more often: nothing was written");
        assertThat(worse).doesNotExist();
    }
}
