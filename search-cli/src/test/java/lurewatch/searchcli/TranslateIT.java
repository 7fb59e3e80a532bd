package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `export --translate`: a program of the operator's puts translations beside postings.
class TranslateIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Answers with what it was told, and says which language it was asked for.
    private static final String ECHO =
            "sed -u 's/^{\"id\":\\(\"[^\"]*\"\\),\"lang\":[^,]*,\"to\":\"\\([a-z]*\\)\","
                    + "\"title\":\\(.*\\),\"text\":\"\\(.*\\)\"}$/"
                    + "{\"id\":\\1,\"title\":\\3,\"text\":\"[\\2] 번역 \\4\",\"model\":\"echo\"}/'";

    @TempDir private static Path data;
    @TempDir private Path out;

    @BeforeAll
    static void index() {
        World.ofAll().in(data);
    }

    /// One that echoes.
    static Path program(Path folder) throws IOException {
        return program(folder, ECHO);
    }

    private Path program(String script) throws IOException {
        return program(out, script);
    }

    private static Path program(Path folder, String script) throws IOException {
        Path program = Files.writeString(folder.resolve("echo-translator"), "#!/bin/sh\n" + script);
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private Path made(String profile, String... more) {
        return Packs.made(data, out.resolve("pack"), profile, more);
    }

    /// Of a posting, by its id.
    private static JsonNode translation(Path pack, String id) throws IOException {
        return Files.readAllLines(pack.resolve("data/hits.jsonl")).stream()
                .map(TranslateIT::json)
                .filter(item -> item.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow()
                .path("translation");
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void standsBesideWhatIsInAnotherLanguageThanTheReaders() throws IOException {
        String echo = program(ECHO).toString();
        Path pack = made("korean-police", "--format", "html,jsonl", "--translate", echo);

        JsonNode english = translation(pack, "p-lure-en");
        assertThat(english.path("by").asText()).isEqualTo("echo-translator");
        assertThat(english.path("to").asText()).isEqualTo("ko");
        assertThat(english.path("title").asText()).isEqualTo("Customer service, Sihanoukville");
        assertThat(english.path("text").asText()).startsWith("[ko] 번역 Free flight and visa");
        assertThat(translation(pack, "p-lure-ko").isNull()).isTrue();
        assertThat(translation(pack, "p-hostile").path("text").asText()).contains("\u001b[2J");

        Document html = Jsoup.parse(Files.readString(pack.resolve("data/dossier.html")));
        assertThat(html.select("#p-lure-en blockquote.translation[lang=ko]").text())
                .contains("Customer service, Sihanoukville [ko] 번역 Free flight");
        assertThat(html.select("#p-lure-en h4").eachText())
                .contains(
                        "In Korean, as echo-translator translates it (a machine; nobody has checked it)");
        assertThat(html.select("#p-lure-ko .translation")).isEmpty();
        assertThat(html.body().text())
                .contains("made by the program echo-translator and checked by nobody")
                .doesNotContain("No text was translated");

        assertThat(
                        json(Files.readString(pack.resolve("data/about.json")))
                                .path("translated_by")
                                .asText())
                .isEqualTo("echo-translator");
        Cli.Run account =
                Cli.inPipe().run("audit", "list", "--format", "jsonl", "--data", data.toString());
        assertThat(account.out()).contains("\"translated_by\":\"echo-translator\"");
    }

    @Test
    void standsInEntitiesWhereTheirModelHasAPlaceForIt() throws IOException {
        Path pack = made("openaleph", "--translate", program(ECHO).toString());
        JsonNode page =
                Files.readAllLines(pack.resolve("data/entities.ftm.json")).stream()
                        .map(TranslateIT::json)
                        .filter(entity -> entity.toString().contains("p-lure-ko"))
                        .findFirst()
                        .orElseThrow();
        assertThat(Schemas.ftm(page)).isEmpty();
        assertThat(page.path("properties").path("translatedText").path(0).asText())
                .startsWith("[en] 번역 캄보디아에서");
        assertThat(page.path("properties").path("translatedLanguage").path(0).asText())
                .isEqualTo("eng");
    }

    /// It is told what leaves, and what it knows besides does not leave either.
    @Test
    void neitherGetsNorBringsBackWhatIsMasked() throws IOException {
        Path told = out.resolve("told");
        Path program =
                program(
                        "tee "
                                + told
                                + " | "
                                + ECHO
                                + " | sed -u 's/번역/번역 HR_Lucky88 (096) 123-4567/'");
        Path pack =
                made(
                        "korean-police",
                        "--format",
                        "html,jsonl",
                        "--redact",
                        "contacts",
                        "--translate",
                        program.toString());
        assertThat(told).content().contains("█").doesNotContain("hr_lucky88", "961234567");
        assertThat(PackContents.textOf(pack))
                .contains("번역 ██████████")
                .doesNotContainIgnoringCase("hr_lucky88")
                .doesNotContain("96) 123-4567", "96 123 4567");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    fails             | cat >/dev/null; echo no model here >&2; exit 3 | ended before its last answer, that of p-lure-en: no model here
                    fails at its end  | ECHO; exit 3                              | ended with code 3
                    has no words      | sed -u 's/"text":.*/"text":" "}/'         | did not answer p-lure-en
                    answers another   | ECHO PIPE sed -u 's/p-lure-en/p-other/'    | did not answer p-lure-en
                    writes no JSON    | sed -u 's/.*/Bonjour/'                    | answered what is no line of JSON
                    writes null       | sed -u 's/.*/null/'                       | answered what is no line of JSON
                    leaves one out    | ECHO PIPE sed -u 2d                        | did not answer
                    adds one          | ECHO PIPE sed -u 2p                        | did not answer
                    adds one at last  | ECHO; echo '{"id":"p-more"}'              | answered more than it was asked
                    """)
    void aProgramThatDoesNotAnswerEachEndsTheExport(String what, String script, String message)
            throws IOException {
        Path program = program(script.replace("ECHO", ECHO).replace("PIPE", "|"));
        Cli.Run run =
                Packs.export(
                        data,
                        out.resolve("pack"),
                        "korean-police",
                        "--format",
                        "jsonl",
                        "--translate",
                        program.toString());
        assertThat(run.code()).as(run.err()).isEqualTo(3);
        assertThat(run.err())
                .contains("--translate: echo-translator " + message, "nothing was written")
                .hasLineCount(1);
        assertThat(out).isDirectoryNotContaining("glob:**pack*");
    }

    @Test
    void saysWhatIsWrongWithTheOrder() {
        Cli.Run none =
                Packs.export(
                        data,
                        out.resolve("pack"),
                        "korean-police",
                        "--format",
                        "jsonl",
                        "--translate",
                        "/nowhere/translator");
        assertThat(none.code()).isEqualTo(3);
        assertThat(none.err()).contains("--translate: translator cannot be started");
        Cli.Run counts =
                Packs.export(
                        data, out.resolve("pack"), "ngo-statistics", "--translate", "/bin/cat");
        assertThat(counts.code()).isEqualTo(2);
        assertThat(counts.err()).contains("counts have no texts to translate");
    }
}
