package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Context;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ads that are not legible as they were captured: UTF-8 that a page shows as Windows-1252, and
/// Burmese in Zawgyi. The raw words stay; what they say stands beside them.
class LegibleIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String KOREAN = misread("캄보디아 상담원 모집, 월 500만원, 연락 lucky_kk");

    private static final String TITLE = misread("고수익 알바");
    private static final String ZAWGYI = "ကေမ႓ာဒီးယား အလုပ္ ၀န္ထမ္း";
    private static final String BURMESE = "ကမ္ဘောဒီးယား အလုပ် ဝန်ထမ်း";

    @TempDir private static Path data;

    @BeforeAll
    static void index() {
        new World()
                .add(
                        "korean",
                        "ko",
                        90,
                        Context.NONE,
                        TITLE,
                        KOREAN,
                        World.contact(ContactKind.KAKAOTALK, "lucky_kk"))
                .add("burmese", "my", 80, Context.NONE, "Work", ZAWGYI)
                .add("english", "en", 70, Context.NONE, "Work", "Free flight to Cambodia")
                .in(data);
    }

    /// The bytes of the text in UTF-8, as a program shows them that takes them for Windows-1252.
    private static String misread(String text) {
        StringBuilder shown = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char sign = new String(new byte[] {b}, Charset.forName("windows-1252")).charAt(0);
            shown.append(sign == '\ufffd' ? (char) (b & 0xff) : sign);
        }
        return shown.toString();
    }

    private static Cli.Run run(Cli cli, String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = data.toString();
        return cli.run(all);
    }

    @Test
    void aSearchShowsBoth() {
        Cli.Run korean = run(Cli.onTerminal(100).with("NO_COLOR", "1"), "search", "캄보디아 상담원");
        assertThat(korean.out())
                .contains("ìº„ë³´ë”")
                .contains("read as  고수익 알바: »캄보디아« »상담원« 모집, 월 500만원");
        assertThat(run(Cli.onTerminal(100), "search", "cambodia").out())
                .contains("p-english")
                .doesNotContain("read as");
    }

    @Test
    void aPostingIsShownAsCapturedAndAsItReads() {
        String burmese = run(Cli.inPipe(), "show", "p-burmese").out();
        assertThat(burmese)
                .contains("»" + ZAWGYI.substring(0, 4) + "«")
                .containsPattern("\n {25,}read as  »ကမ္")
                .contains("Text, as it reads\n  »")
                .contains(BURMESE.substring(BURMESE.indexOf(' ')));
        assertThat(run(Cli.inPipe(), "show", "p-korean").out()).contains("  read as   고수익 알바\n");
        assertThat(run(Cli.inPipe(), "show", "p-english").out())
                .doesNotContain("read as")
                .doesNotContain("as it reads");
    }

    @Test
    void recordsHaveBoth() throws IOException {
        JsonNode shown =
                JSON.readTree(run(Cli.inPipe(), "show", "p-korean", "--format", "jsonl").out());
        assertThat(shown.path("text").asText()).isEqualTo(KOREAN);
        assertThat(shown.path("text_read_as").asText()).startsWith("캄보디아 상담원 모집");
        assertThat(shown.path("title_read_as").asText()).isEqualTo("고수익 알바");
        JsonNode quote = shown.path("signals").path(0);
        assertThat(quote.path("quote").asText()).isEqualTo(KOREAN.substring(0, 4));
        assertThat(quote.path("read_as").asText()).isEqualTo("캄보");
        assertThat(run(Cli.inPipe(), "show", "p-english", "--format", "jsonl").out())
                .doesNotContain("read_as");
    }

    @Test
    void anInputIsAssessedAndRead() {
        Cli.Run run =
                Cli.inPipe()
                        .typing(misread("캄보디아 고수익 알바, 텔레그램 @lucky_hr"))
                        .run("assess", "--config", Folders.shippedConfig().toString());
        assertThat(run.code()).isZero();
        assertThat(run.out()).containsPattern("written [^\n]*, read as 캄보디아");
    }

    /// What hides in references is no more to be clicked on than what does not.
    @Test
    void whatALinkSaysIsHarmlessToo() {
        Cli.Run run =
                Cli.inPipe()
                        .typing("캄보디아 고수익 &#104;ttps://t.me/sample_tm_kh")
                        .run("assess", "--config", Folders.shippedConfig().toString());
        assertThat(run.out())
                .containsPattern(
                        "telegram .*\\n? *in the text, .*, read as\\s+hxxps://t\\[\\.\\]me/sample_tm_kh");
    }

    @Test
    void aDossierHasBoth(@TempDir Path folder) throws IOException {
        Path pack = made(folder, "--format", "html");
        Document html = Jsoup.parse(Files.readString(pack.resolve("data/dossier.html")));
        assertThat(html.select("#p-burmese blockquote").eachText())
                .containsExactly(ZAWGYI, "Work " + BURMESE);
        assertThat(html.select("#p-burmese table.why td").text()).contains(" read as ");
        assertThat(html.expectFirst("#p-korean blockquote").text()).startsWith("ìº„ë³´ë");
        assertThat(html.select("#p-english blockquote")).hasSize(1);
    }

    @Test
    void whatIsMaskedIsMaskedInBoth(@TempDir Path folder) throws IOException {
        Path pack = made(folder, "--format", "jsonl", "--redact", "contacts");
        String korean =
                Files.readAllLines(pack.resolve("data/hits.jsonl")).stream()
                        .filter(line -> line.contains("p-korean"))
                        .findFirst()
                        .orElseThrow();
        assertThat(korean).doesNotContain("lucky_kk");
        JsonNode item = JSON.readTree(korean);
        assertThat(item.path("text").asText()).endsWith("████████");
        assertThat(item.path("reading").path("title").asText()).isEqualTo("고수익 알바");
        assertThat(item.path("reading").path("text").asText())
                .isEqualTo("캄보디아 상담원 모집, 월 500만원, 연락 ████████");
        JsonNode quote = item.path("why").path(0).path("quotes").path(0);
        assertThat(quote.path("read_as").asText()).isEqualTo("캄보");
    }

    @Test
    void tablesHaveBoth(@TempDir Path folder) throws IOException {
        Path pack = made(folder, "--format", "csv,xlsx");
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder()
                        .detectBomHeader(true)
                        .ofNamedCsvRecord(pack.resolve("data/hits.csv"))) {
            Map<String, NamedCsvRecord> byId = new HashMap<>();
            rows.forEach(row -> byId.put(row.getField("id"), row));
            assertThat(cell(byId, "p-burmese", "text")).isEqualTo(ZAWGYI);
            assertThat(cell(byId, "p-burmese", "text_read_as")).isEqualTo(BURMESE);
            assertThat(cell(byId, "p-korean", "title_read_as")).isEqualTo("고수익 알바");
            assertThat(cell(byId, "p-korean", "why_read_as")).endsWith(": 캄보");
            assertThat(cell(byId, "p-english", "text_read_as")).isEmpty();
            assertThat(cell(byId, "p-english", "why_read_as")).isEmpty();
        }
    }

    private static String cell(Map<String, NamedCsvRecord> rows, String id, String column) {
        return Objects.requireNonNull(rows.get(id)).getField(column);
    }

    @Test
    void formatsOfMachinesHaveBoth(@TempDir Path folder) throws IOException {
        Path stix = Packs.made(data, folder.resolve("stix"), "opencti", "--format", "stix");
        JsonNode bundle = JSON.readTree(stix.resolve("data/stix-bundle.json").toFile());
        JsonNode korean = extension(bundle, "p-korean");
        assertThat(korean.path("text").asText()).isEqualTo(KOREAN);
        assertThat(korean.path("title_read_as").asText()).isEqualTo("고수익 알바");
        assertThat(korean.path("text_read_as").asText()).startsWith("캄보디아 상담원 모집");
        JsonNode reading = korean.path("signals").path(0).path("readings").path(0);
        assertThat(reading.path("quote").asText()).isEqualTo(KOREAN.substring(0, 4));
        assertThat(reading.path("read_as").asText()).isEqualTo("캄보");
        assertThat(extension(bundle, "p-english").toString()).doesNotContain("read");
        Path misp =
                Packs.made(
                        data,
                        folder.resolve("misp"),
                        "misp",
                        "--format",
                        "misp",
                        "--purpose",
                        "intelligence");
        assertThat(Files.readString(misp.resolve("data/misp-event.json")))
                .contains(KOREAN.substring(0, 4) + " (read as 캄보)");
    }

    @Test
    void aNoticeHasBoth(@TempDir Path folder) throws IOException {
        Path pack =
                Packs.made(
                        data, folder.resolve("pack"), "platform-takedown", "--format", "notices");
        StringBuilder letters = new StringBuilder();
        StringBuilder records = new StringBuilder();
        try (Stream<Path> files = Files.list(pack.resolve("data/notices"))) {
            for (Path file : files.toList()) {
                (file.toString().endsWith(".txt") ? letters : records)
                        .append(Files.readString(file));
            }
        }
        assertThat(letters.toString()).contains("(read as 캄보)");
        assertThat(records.toString()).contains("\"read_as\" : \"캄보\"");
    }

    private static JsonNode extension(JsonNode bundle, String posting) {
        for (JsonNode object : bundle.path("objects")) {
            for (JsonNode extension : object.path("extensions")) {
                if (extension.path("posting_id").asText().equals(posting)) {
                    return extension;
                }
            }
        }
        throw new AssertionError("no " + posting);
    }

    @Test
    void aTranslatorIsToldWhatATextSays(@TempDir Path folder) throws IOException {
        Path pack =
                made(
                        folder,
                        "--format",
                        "jsonl",
                        "--translate",
                        TranslateIT.program(folder).toString());
        assertThat(Files.readString(pack.resolve("data/hits.jsonl")))
                .contains("[ko] 번역 " + BURMESE);
    }

    private static Path made(Path folder, String... more) {
        return Packs.made(data, folder.resolve("pack"), "korean-police", more);
    }
}
