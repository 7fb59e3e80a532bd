package lurewatch.searchcli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lurewatch.crawler.demo.DemoWorld;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every labelled case through `assess`, in one run, as a program that feeds it would.
class CasesIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /// The members of an assessment. Beside those that every reader may count on (`id lang score
    /// class context signals contacts places`) stand the version of the format, what is urgent,
    /// pay, the points of each signal, the version of the rules, and what could not be assessed.
    private static final Set<String> MEMBERS =
            Set.of(
                    "v",
                    "id",
                    "lang",
                    "score",
                    "class",
                    "context",
                    "urgent",
                    "signals",
                    "contacts",
                    "places",
                    "pay",
                    "contributions",
                    "fraud_score",
                    "fraud_model",
                    "fraud_words",
                    "rules",
                    "not_assessed");

    private static final Set<String> CONTACT_KINDS =
            Set.of(
                    "telegram",
                    "kakaotalk",
                    "kakao_openchat",
                    "line",
                    "wechat",
                    "whatsapp",
                    "zalo",
                    "viber",
                    "signal",
                    "messenger",
                    "qq",
                    "discord",
                    "email",
                    "phone",
                    "btc",
                    "eth",
                    "tron",
                    "bank",
                    "url");

    private static List<Case> cases = List.of();
    private static List<JsonNode> answers = List.of();

    private record Case(String id, String language, Set<String> signals, String text) {
        static Case of(String line) {
            String[] cells = line.split("\t", -1);
            Set<String> signals = new TreeSet<>(List.of(cells[3].split(",")));
            signals.remove("");
            return new Case(cells[0], cells[1], signals, cells[4]);
        }

        String json() {
            return MAPPER.valueToTree(Map.of("id", id, "lang", language, "text", text)).toString();
        }
    }

    @BeforeAll
    static void assessAll() throws IOException {
        cases = read();
        Cli.Run run =
                Cli.inPipe()
                        .typing(cases.stream().map(Case::json).collect(Collectors.joining("\n")))
                        .run(
                                "assess",
                                "-",
                                "--format",
                                "jsonl",
                                "--config",
                                Folders.shippedConfig().toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        List<JsonNode> read = new ArrayList<>();
        for (String line : run.lines()) {
            read.add(MAPPER.readTree(line));
        }
        answers = read;
    }

    private static List<Case> read() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(DemoWorld.class.getResourceAsStream("/demo/cases.tsv"))) {
            return new String(in.readAllBytes(), UTF_8).lines().skip(1).map(Case::of).toList();
        }
    }

    private static Set<String> members(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void givesOneAnswerForEachInOrder() {
        assertThat(cases).hasSizeGreaterThan(200);
        assertThat(answers)
                .extracting(answer -> answer.path("id").asText())
                .isEqualTo(cases.stream().map(Case::id).toList());
    }

    @Test
    void showsEverySignalThatIsExpected() {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            Set<String> absent = new TreeSet<>(cases.get(i).signals());
            answers.get(i).path("signals").findValuesAsText("id").forEach(absent::remove);
            if (!absent.isEmpty()) {
                missing.add(cases.get(i).id() + " " + absent + " in: " + cases.get(i).text());
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void quotesWhatStandsInTheText() {
        for (int i = 0; i < cases.size(); i++) {
            String text = cases.get(i).text();
            JsonNode answer = answers.get(i);
            for (JsonNode quoted : quoted(answer)) {
                assertThat(standingAt(quoted, text))
                        .as(cases.get(i).id() + " " + quoted)
                        .isEqualTo(quoted.path("quote").asText())
                        .isNotBlank();
            }
            for (JsonNode contact : answer.path("contacts")) {
                assertThat(standingAt(contact, text))
                        .as(cases.get(i).id() + " " + contact)
                        .isEqualTo(contact.path("raw").asText())
                        .isNotBlank();
            }
        }
    }

    private static List<JsonNode> quoted(JsonNode answer) {
        List<JsonNode> quoted = new ArrayList<>();
        for (String list : List.of("signals", "places", "pay")) {
            answer.path(list).forEach(quoted::add);
        }
        return quoted;
    }

    private static String standingAt(JsonNode object, String text) {
        return text.substring(object.path("start").asInt(), object.path("end").asInt());
    }

    @Test
    void hasTheMembersThatProgramsCountOn() {
        for (JsonNode answer : answers) {
            assertThat(members(answer)).isEqualTo(new TreeSet<>(MEMBERS));
            assertThat(answer.path("score").asDouble()).isBetween(0.0, 100.0);
            assertThat(answer.path("class").asText()).isIn("lure", "review", "low");
            assertThat(answer.path("context").asText())
                    .isIn(
                            "none",
                            "warning",
                            "news",
                            "victim_report",
                            "discussion",
                            "lawful_process",
                            "fiction");
            assertThat(answer.path("not_assessed")).isEmpty();
            answer.path("signals")
                    .forEach(signal ->
                            assertThat(members(signal))
                                    .containsExactly(
                                            "end", "id", "quote", "reason", "start", "weight"));
            answer.path("contacts").forEach(CasesIT::checkContact);
            answer.path("places")
                    .forEach(place ->
                            assertThat(members(place))
                                    .containsExactly(
                                            "country", "end", "id", "name", "quote", "risk", "role",
                                            "start"));
        }
    }

    private static void checkContact(JsonNode contact) {
        assertThat(members(contact))
                .containsExactly("confidence", "end", "kind", "raw", "start", "value");
        assertThat(contact.path("kind").asText()).isIn(CONTACT_KINDS);
        assertThat(contact.path("value").asText())
                .isEqualTo(contact.path("value").asText().strip())
                .isNotEmpty()
                .doesNotStartWith("@");
        assertThat(contact.path("confidence").asDouble()).isBetween(0.0, 1.0);
    }
}
