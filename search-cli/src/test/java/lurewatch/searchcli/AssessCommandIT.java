package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssessCommandIT {
    private static final String LURE =
            "캄보디아 시아누크빌 TM 직원 모집. 월 1500만~3000만, 숙식 제공 항공권 지원. 텔레 @sample_tm_kh01";

    private static Cli.Run assess(String input, String... args) {
        List<String> all = new ArrayList<>(List.of("assess", "--config", config()));
        all.addAll(List.of(args));
        return Cli.inPipe().typing(input).run(all.toArray(String[]::new));
    }

    private static String config() {
        return Path.of(System.getProperty("lurewatch.root", "..")).resolve("config").toString();
    }

    private static List<JsonNode> objects(Cli.Run run) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> objects = new ArrayList<>();
        for (String line : run.lines()) {
            objects.add(mapper.readTree(line));
        }
        return objects;
    }

    @Test
    void saysWhereATextGoesThatIsNoFile() {
        Cli.Run run = assess("", "TM work in Poipet");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .isEqualToIgnoringNewLines(
                        "lurewatch: no such file: TM work in Poipet; a text itself goes to standard"
                                + " input: echo 'TEXT' | lurewatch assess");
    }

    @Test
    void explainsATextWithItsQuotes() {
        Cli.Run run = assess(LURE);
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "tm_callcenter_role",
                        "»TM 직원«",
                        "sample_tm_kh01",
                        "kh_sihanoukville",
                        "KRW");
    }

    @Test
    void quotesWhatStandsAtItsOffsets() throws IOException {
        JsonNode object = objects(assess(LURE, "--format", "jsonl")).getFirst();
        assertThat(object.path("v").asInt()).isEqualTo(1);
        assertThat(object.path("lang").asText()).isEqualTo("ko");
        assertThat(object.path("class").asText()).isIn("lure", "review", "low");
        assertThat(object.path("context").asText()).isEqualTo("none");
        assertThat(object.path("score").isNumber()).isTrue();
        assertThat(object.path("signals").size()).isPositive();
        for (JsonNode signal : object.path("signals")) {
            assertThat(signal.path("weight").isNumber()).isTrue();
            assertThat(LURE.substring(signal.path("start").asInt(), signal.path("end").asInt()))
                    .isEqualTo(signal.path("quote").asText());
        }
        JsonNode contact = object.path("contacts").path(0);
        assertThat(contact.path("kind").asText()).isEqualTo("telegram");
        assertThat(contact.path("value").asText()).isEqualTo("sample_tm_kh01");
        assertThat(LURE.substring(contact.path("start").asInt(), contact.path("end").asInt()))
                .isEqualTo(contact.path("raw").asText());
        assertThat(StreamSupport.stream(object.path("places").spliterator(), false))
                .anyMatch(place ->
                        place.path("id").asText().equals("kh_sihanoukville") && place.has("role"));
    }

    @Test
    void saysWhatPayComesToAndByHowMuchItIsTooHigh() throws IOException {
        JsonNode object = objects(assess(LURE, "--format", "jsonl")).getFirst();
        JsonNode pay = object.path("pay").path(0);
        assertThat(pay.path("usd_month").asDouble()).isEqualTo(10_500);
        assertThat(pay.path("usd_month_high").asDouble()).isEqualTo(21_000);
        List<String> reasons = object.path("signals").findValuesAsText("reason");
        assertThat(reasons)
                .anyMatch(reason -> reason.matches("USD 10,500 a month, .* times .* Cambodia .*"));
        assertThat(assess(LURE).out())
                .contains("about USD 10,500 to 21,000 a month", "usually pays in Cambodia");
    }

    @Test
    void scoresGeneralJobFraudInEnglishOnly() throws IOException {
        String ad =
                "Home based data entry clerks wanted! Earn up to $2500 per week from home, no"
                        + " experience required, start immediately, apply online today.";
        JsonNode english = objects(assess(ad, "--format", "jsonl")).getFirst();
        assertThat(english.path("fraud_score").asDouble()).isBetween(0.8, 1.0);
        assertThat(english.path("fraud_model").asText()).matches("[0-9a-f]{12}");
        assertThat(english.path("fraud_words")).isNotEmpty();
        assertThat(english.path("fraud_words").path(0).path("words").asText())
                .isSubstringOf(ad.toLowerCase(Locale.ROOT));
        assertThat(assess(ad).out()).contains("General job fraud (a text model");
        for (String other : List.of(LURE, "Data entry clerks wanted.")) {
            JsonNode silent = objects(assess(other, "--format", "jsonl")).getFirst();
            assertThat(silent.path("fraud_score").isNull()).isTrue();
            assertThat(silent.path("fraud_model").isNull()).isTrue();
            assertThat(silent.path("fraud_words")).isEmpty();
            assertThat(assess(other).out()).doesNotContain("General job fraud");
        }
    }

    @Test
    void givesOneObjectPerLineInOrderWhateverIsWrongWithALine() throws IOException {
        Cli.Run run =
                assess(
                        """
                        {"id":"a","lang":"en","text":"Free flight to Cambodia"}
                        {"id":7,"text":""}

                        not json
                        {"id":"b"}
                        {"id":"c","text":5}
                        ["id"]
                        {"id":"d","text":"x"} {"id":"e","text":"y"}
                        {"text":"no id","extra":{"deep":[1,2]}}
                        """,
                        "--format",
                        "jsonl");
        List<JsonNode> objects = objects(run);
        assertThat(objects)
                .extracting(object -> object.path("id").toString())
                .containsExactly("\"a\"", "7", "null", "\"b\"", "\"c\"", "null", "\"d\"", "\"9\"");
        assertThat(objects)
                .extracting(object -> object.path("error").isTextual())
                .containsExactly(false, false, true, true, true, true, true, false);
        assertThat(objects.get(2).path("line").asInt()).isEqualTo(4);
        assertThat(run.code()).isEqualTo(6);
        assertThat(run.err())
                .contains("-:4: not JSON", "-:5: has no \"text\"")
                .doesNotContain("\tat ");
    }

    @Test
    void readsAPageAndGivesTheTextThatOffsetsCountIn(@TempDir Path dir) throws IOException {
        Path page =
                Files.writeString(
                        dir.resolve("ad.html"),
                        "<!doctype html><html><body><article><h1>TM 직원 모집</h1><p>"
                                + LURE
                                + "</p><p>숙식 제공, 항공권 지원, 초보 환영. 지금 바로 연락 주세요.</p></article></body></html>");
        List<JsonNode> objects = objects(assess("", page.toString(), "--format", "jsonl"));
        assertThat(objects).isNotEmpty();
        for (JsonNode object : objects) {
            String text = object.path("text").asText();
            for (JsonNode signal : object.path("signals")) {
                assertThat(text.substring(signal.path("start").asInt(), signal.path("end").asInt()))
                        .isEqualTo(signal.path("quote").asText());
            }
        }
    }

    @Test
    void takesATextThatOnlyStartsLikeSomethingElse() throws IOException {
        assertThat(
                        objects(assess("{ this is no json", "--format", "jsonl"))
                                .getFirst()
                                .has("score"))
                .isTrue();
        assertThat(
                        objects(assess("\uFEFF" + LURE, "--format", "jsonl"))
                                .getFirst()
                                .path("signals")
                                .size())
                .isPositive();
    }
}
