package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `evaluate` and `train`, from a file to the figures.
class EvaluateCommandIT {
    private static final String LURE =
            "캄보디아 시아누크빌 TM 직원 모집. 월 1500만~3000만, 숙식 제공 항공권 지원. 텔레 @sample_tm_kh01";
    private static final String HARMLESS = "동네 빵집에서 주말 오전 직원을 구합니다. 시급 11000원.";

    @TempDir private Path folder = Path.of("");

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static Cli.Run run(Object... arguments) {
        List<String> all = new ArrayList<>();
        for (Object argument : arguments) {
            all.add(argument.toString());
        }
        return Cli.inPipe().run(all.toArray(String[]::new));
    }

    private static Cli.Run evaluate(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("evaluate"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--config", Folders.shippedConfig()));
        return run(all.toArray());
    }

    private static List<JsonNode> objects(Cli.Run run) throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        for (String line : run.lines()) {
            objects.add(new ObjectMapper().readTree(line));
        }
        return objects;
    }

    private static Optional<JsonNode> figure(
            List<JsonNode> objects, String section, String row, String measure) {
        return objects.stream()
                .filter(object -> object.path("section").asText().equals(section))
                .filter(object -> object.path("of").asText().equals(row))
                .filter(object -> object.path("measure").asText().equals(measure))
                .findFirst();
    }

    private Path cases() throws IOException {
        return write(
                "cases.jsonl",
                """
                {"id":"a","lang":"ko","label":"lure","text":"%s","contacts":[{"kind":"telegram","value":"sample_tm_kh01"},{"kind":"line","value":"absent"}],"places":["Sihanoukville","kh"]}

                {"id":"b","lang":"ko","label":"benign","text":"%s","contacts":[],"places":[],"note":"passed over"}
                {"id":"c","lang":"ko","label":"lure","text":"%s"}
                """
                        .formatted(LURE, HARMLESS, HARMLESS));
    }

    @Test
    void measuresLabelsContactsAndPlaces() throws IOException {
        List<JsonNode> objects = objects(evaluate("--cases", cases(), "--format", "jsonl"));
        JsonNode first = objects.getFirst();
        assertThat(first.path("case").asText()).isEqualTo("a");
        assertThat(first.path("decided").asText()).isEqualTo("lure");
        assertThat(first.path("mistake").asBoolean()).isFalse();
        assertThat(first.path("missed"))
                .extracting(JsonNode::asText)
                .containsExactly("line:absent");
        assertThat(first.path("invented")).isEmpty();
        assertThat(first.path("assessment").path("class").asText()).isEqualTo("lure");
        JsonNode recall = figure(objects, "detection", "ko", "recall_lure").orElseThrow();
        assertThat(recall.path("hits").asInt()).isEqualTo(1);
        assertThat(recall.path("trials").asInt()).isEqualTo(2);
        assertThat(recall.path("value").asDouble()).isEqualTo(0.5);
        assertThat(recall.path("low").asDouble()).isLessThan(0.1);
        assertThat(recall.path("high").asDouble()).isGreaterThan(0.9);
        assertThat(value(objects, "detection", "all", "false_lure")).isZero();
        assertThat(value(objects, "contacts", "all", "recall")).isEqualTo(0.5);
        assertThat(value(objects, "contacts", "telegram", "precision")).isEqualTo(1);
        assertThat(value(objects, "places", "all", "f1")).isEqualTo(1);
        assertThat(value(objects, "ranking", "all", "roc_auc")).isEqualTo(0.75);
        assertThat(value(objects, "confusion", "lure", "benign")).isEqualTo(1);
    }

    private static double value(
            List<JsonNode> objects, String section, String row, String measure) {
        return figure(objects, section, row, measure)
                .orElseThrow(() -> new AssertionError(section + " " + row + " " + measure))
                .path("value")
                .asDouble();
    }

    @Test
    void explainsTheMistakesToPeople() throws IOException {
        Cli.Run run = evaluate("--cases", cases());
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("recall_lure", "0.500 0.09-0.91 1/2", "Worst mistakes")
                .contains("cases.jsonl:4 expected lure, answered low")
                .contains("cases.jsonl:1  -line:absent")
                .doesNotContain("cases.jsonl:3 expected");
        assertThat(evaluate("--cases", cases(), "--worst", 0).out())
                .doesNotContain("Worst mistakes");
    }

    @Test
    void readsTheTableOfTheDemoToo() throws IOException {
        Path table =
                write(
                        "cases.tsv",
                        "id\tlang\tlabel\texpected_signals\ttext\n"
                                + "a\tko\tlure\thigh_risk_place\t"
                                + LURE
                                + "\nb\tko\twarning_or_news\t\t"
                                + HARMLESS
                                + "\n");
        List<JsonNode> objects = objects(evaluate("--cases", table, "--format", "jsonl"));
        assertThat(value(objects, "detection", "all", "recall_lure")).isEqualTo(1);
        assertThat(value(objects, "answers", "warning_or_news", "low")).isEqualTo(1);
        assertThat(figure(objects, "contacts", "all", "recall")).isEmpty();
    }

    @Test
    void everythingFoundInAnOrdinaryAdIsAFalseAlarm() throws IOException {
        Path ads = folder.resolve("ads.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(ads))) {
            out.write(
                    """
                    {"id":"1","lang":"ko","title":"빵집 직원","company":"","text":"%s"}
                    {"id":"2","lang":"ko","title":"","company":"","text":""}
                    {"id":"3","lang":"vi","title":"Nhân viên văn phòng"}
                    {"id":"4","lang":"ko","text":"%s"}
                    """
                            .formatted(HARMLESS, LURE)
                            .getBytes(StandardCharsets.UTF_8));
        }
        List<JsonNode> objects = objects(evaluate("--ads", ads, "--format", "jsonl"));
        assertThat(value(objects, "detection", "all", "others")).isEqualTo(3);
        assertThat(value(objects, "detection", "ko", "false_lure")).isEqualTo(0.5);
        assertThat(value(objects, "detection", "vi", "false_review")).isZero();
        assertThat(evaluate("--ads", write("empty.jsonl", "")).code()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"id":"a","lang":"ko","label":"lure"}                                      | has no "text"
                    {"id":"a","lang":"ko","label":"scam","text":"x"}                           | unknown label 'scam'
                    {"id":"a","lang":"ko","label":"lure","text":5}                             | "text" is no text
                    {"id":"a","lang":"ko","label":"lure","text":"x"                            | not JSON
                    ["a"]                                                                      | not a JSON object
                    {"label":"lure","lang":"ko","text":"x","contacts":[{"kind":"fax","value":"1"}]} | unknown kind of contact 'fax'
                    {"label":"lure","lang":"ko","text":"x","contacts":{}}                      | "contacts" is no list
                    {"label":"lure","lang":"ko","text":"x","places":["Atlantis"]}              | place 'Atlantis'
                    """)
    void aBadRowEndsItWithItsLine(String row, String message) throws IOException {
        Path file =
                write(
                        "bad.jsonl",
                        "{\"lang\":\"ko\",\"label\":\"lure\",\"text\":\"x\"}\n" + row + "\n");
        Cli.Run run = evaluate("--cases", file);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("bad.jsonl:2: " + message).hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        assertThat(evaluate().err()).contains("name --labels, --cases, --ads or --emscad");
        assertThat(evaluate().code()).isEqualTo(2);
        assertThat(evaluate("--cases", write("table.tsv", "id\ttext\n")).err())
                .contains("table.tsv:1: neither a JSON object nor the header");
        assertThat(evaluate("--emscad", write("few.csv", "title,fraudulent\nx,0\n")).err())
                .contains("few.csv:2: has no column 'company_profile'");
        String head = "title,company_profile,description,requirements,benefits,fraudulent,group_id";
        assertThat(
                        evaluate(
                                        "--emscad",
                                        write(
                                                "logo.csv",
                                                head + ",has_company_logo\nx,,,,,0,g,yes\n"))
                                .err())
                .contains("logo.csv:2: has_company_logo is 'yes'; allowed are 0 and 1");
    }

    /// Fraudulent ads promise easy money, others ask for skills; every ad has a copy.
    private Path labelledAds(String name, int groups) throws IOException {
        Random random = new Random(2);
        List<String> fraud = List.of("earn cash", "from home", "no experience", "wire transfer");
        List<String> other = List.of("degree needed", "our team", "software", "health insurance");
        StringBuilder csv =
                new StringBuilder(
                        "ad_id,title,company_profile,description,requirements,benefits,fraudulent,group_id\n");
        for (int group = 0; group < groups; group++) {
            boolean isFraud = group % 2 == 0;
            List<String> phrases = isFraud ? fraud : other;
            StringBuilder text = new StringBuilder("We are looking for people, office ");
            for (int i = 0; i < 10; i++) {
                text.append(phrases.get(random.nextInt(phrases.size()))).append(", ");
            }
            for (int copy = 0; copy < 2; copy++) {
                csv.append(
                        "a%d-%d,Job %d,,\"%s\n\"\"copy\"\" %d\",,,%d,g%d%n"
                                .formatted(group, copy, group, text, copy, isFraud ? 1 : 0, group));
            }
        }
        return write(name, csv.toString());
    }

    @Test
    void trainsTheSameModelTwiceAndNeverMeasuresItOnWhatItHasSeen() throws IOException {
        Path ads = labelledAds("ads.csv", 60);
        Path config = Folders.copy(Folders.shippedConfig(), folder.resolve("config"));
        Path model = config.resolve("models/fraud.bin");
        Cli.Run trained = run("train", "--emscad", ads, "--out", model, "--seed", 4);
        assertThat(trained.code()).as(trained.err()).isZero();
        assertThat(trained.out()).contains("120 ads in 60 groups", "seed 4", "roc_auc");
        byte[] bytes = Files.readAllBytes(model);
        Path again = folder.resolve("again.bin");
        assertThat(run("train", "--emscad", ads, "--out", again, "--seed", 4).code()).isZero();
        assertThat(Files.readAllBytes(again)).isEqualTo(bytes);
        Cli.Run seen = run("evaluate", "--emscad", ads, "--config", config);
        assertThat(seen.out()).contains("trained on this data", "five folds");
        Path others = labelledAds("others.csv", 30);
        Cli.Run unseen = run("evaluate", "--emscad", others, "--config", config);
        assertThat(unseen.out()).contains("as 'assess' gives it").doesNotContain("trained on");
        List<JsonNode> objects =
                objects(
                        run(
                                "evaluate",
                                "--emscad",
                                others,
                                "--config",
                                config,
                                "--format",
                                "jsonl"));
        assertThat(value(objects, "fraud", "ads", "frauds")).isEqualTo(30);
        assertThat(value(objects, "fraud", "groups of copies", "roc_auc")).isEqualTo(1);
        assertThat(objects.getFirst().path("seen_in_training").asBoolean()).isFalse();
    }

    @Test
    void needsEnoughToLearnFrom() throws IOException {
        Path out = folder.resolve("m.bin");
        Cli.Run run = run("train", "--emscad", labelledAds("few.csv", 6), "--out", out);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("3 groups of fraudulent ads; at least 10");
        assertThat(out).doesNotExist();
    }

    @Test
    void learnsTheWeightsOfContextsThatTheRulesThenRead() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String[] kind :
                new String[][] {
                    {"lure", "Chat job in Poipet, free ticket, Telegram @sample_a1"},
                    {"benign", "Bakery needs a sales assistant, bring your CV"},
                    {"warning", "Beware of fake jobs, never hand over your passport"},
                    {"news", "Police arrested two suspects, a spokesman said"},
                    {"victim_report", "My brother is held there, please help us"},
                    {"discussion", "Is this legit? Has anyone worked there?"},
                    {"lawful_process", "Submit the application and register for the exam"},
                    {"fiction", "Chapter two of the novel, to be continued"},
                }) {
            for (int copy = 0; copy < 3; copy++) {
                lines.append(
                        "{\"lang\":\"en\",\"label\":\"%s\",\"text\":\"%s\"}\n"
                                .formatted(kind[0], kind[1]));
            }
        }
        Path texts = write("texts.jsonl", lines.toString());
        Path config = Folders.copy(Folders.shippedConfig(), folder.resolve("config"));
        Path weights = config.resolve("signals/context-weights.tsv");
        Cli.Run run = run("train", "--contexts", texts, "--config", config, "--out", weights);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("texts.jsonl: 24");
        assertThat(Files.readString(weights)).contains("texts.jsonl: 24; seed 1", "words:kin\t");
        List<JsonNode> objects =
                objects(run("evaluate", "--cases", texts, "--config", config, "--format", "jsonl"));
        assertThat(value(objects, "context", "news", "recall")).isEqualTo(1);
        assertThat(value(objects, "context", "victim_report", "recall")).isEqualTo(1);
    }

    @Test
    void learnsEitherFraudOrContexts() {
        Cli.Run run = run("train", "--out", folder.resolve("x"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("name one of --emscad, --contexts");
    }
}
