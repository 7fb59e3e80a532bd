package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.archive.ArchiveReader;
import lurewatch.searchcli.Visits.Shown;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What each format says of the capture that its text is of, and of how that came: a server's
/// answer, a file brought in, or what a browser made. Each capture is `cN` in the order of the
/// visits below.
class CitedCaptureIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AD = "https://board.example/ads/1";
    private static final String HUB = "https://board.example/hub";
    private static final String SHELL = "https://board.example/shell";
    private static final String CHAT = "https://chat.example/m/7";

    private static final Shown WHOLE =
            new Shown(
                    "ad", AD, "Free flight to Bavet for typists, ask hr_bavet1 today", "hr_bavet1");
    private static final Shown ABRIDGED = new Shown("ad", AD, "Free flight to Bavet for typi");
    private static final Shown SCRIPTED = new Shown("shell", SHELL, "Free flight, by a script");
    private static final Shown CHATTED = new Shown("chat", CHAT, "Free flight, in a chat");

    @TempDir private static Path data;
    @TempDir private static Path packs;

    @BeforeAll
    static void visit() throws IOException {
        try (Visits visits = new Visits(data)) {
            visits.page(AD, WHOLE);
            visits.page(HUB, ABRIDGED);
            visits.page(SHELL);
            visits.rendered(SHELL, SCRIPTED);
            visits.imported(
                    CHAT,
                    "application/json",
                    Optional.of("Sun, 02 Aug 2026 10:00:00 GMT"),
                    CHATTED);
            visits.page(HUB, ABRIDGED);
        }
        Packs.made(
                data,
                packs.resolve("police"),
                "korean-police",
                "--format",
                "html,csv,xlsx,jsonl,wacz");
        Packs.made(data, packs.resolve("takedown"), "platform-takedown", "--redact", "none");
        Packs.made(data, packs.resolve("cti"), "opencti");
        Packs.made(data, packs.resolve("aleph"), "openaleph");
        Packs.made(data, packs.resolve("misp"), "misp", "--purpose", "intelligence");
    }

    private static String payload(long capture) {
        ArchiveReader archive = ArchiveReader.open(data.resolve("archive"));
        Capture found = archive.capture(new CaptureId(capture)).orElseThrow();
        return new String(archive.payload(found), StandardCharsets.UTF_8);
    }

    private static String digest(long capture) {
        return ArchiveReader.open(data.resolve("archive"))
                .capture(new CaptureId(capture))
                .orElseThrow()
                .payloadDigest()
                .hex();
    }

    private static Map<String, JsonNode> items() throws IOException {
        return items(packs.resolve("police"));
    }

    private static Map<String, JsonNode> items(Path pack) throws IOException {
        return Files.readAllLines(pack.resolve("data/hits.jsonl")).stream()
                .map(CitedCaptureIT::json)
                .collect(Collectors.toMap(item -> item.path("id").asText(), Function.identity()));
    }

    private static <T> T of(Map<String, T> all, String posting) {
        return Objects.requireNonNull(all.get(posting), posting);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    private static JsonNode json(Path file) throws IOException {
        return json(Files.readString(file));
    }

    /// Whoever opens the record that a posting names finds its words there.
    @Test
    void jsonlNamesTheCaptureThatHoldsTheText() throws IOException {
        assertThat(items()).hasSize(3);
        for (JsonNode item : items().values()) {
            String held = payload(item.path("text_capture").asLong());
            assertThat(held).contains(item.path("text").asText());
            for (JsonNode quote : item.findValues("quote")) {
                assertThat(held).contains(quote.asText());
            }
        }
        JsonNode ad = of(items(), "p-ad");
        assertThat(ad.path("versions").asInt()).isEqualTo(2);
        assertThat(ad.path("text_version").asInt()).isEqualTo(1);
        assertThat(ad.path("text_capture").asLong()).isEqualTo(1);
    }

    @Test
    void jsonlTellsAnswersFromFilesAndFromWhatABrowserMade() throws IOException {
        JsonNode answered = of(items(), "p-ad").path("captures").path(0);
        assertThat(answered.path("provenance").asText()).isEqualTo("crawled");
        assertThat(answered.path("status").asInt()).isEqualTo(200);
        JsonNode made = of(items(), "p-shell").path("captures").path(0);
        assertThat(made.path("provenance").asText()).isEqualTo("rendered");
        assertThat(made.path("status").isNull()).isTrue();
        JsonNode brought = of(items(), "p-chat").path("captures").path(0);
        assertThat(brought.path("provenance").asText()).isEqualTo("imported");
        assertThat(brought.path("status").isNull()).isTrue();
        assertThat(brought.path("claimed").asText()).isEqualTo("2026-08-02T10:00:00Z");
        assertThat(brought.path("media_type").asText()).isEqualTo("application/json");
    }

    @Test
    void tablesCiteThatCapture() throws IOException {
        Map<String, NamedCsvRecord> rows;
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder()
                        .detectBomHeader(true)
                        .ofNamedCsvRecord(packs.resolve("police/data/hits.csv"))) {
            rows =
                    csv.stream()
                            .collect(
                                    Collectors.toMap(
                                            row -> row.getField("id"), Function.identity()));
        }
        NamedCsvRecord ad = of(rows, "p-ad");
        assertThat(ad.getField("text_version")).isEqualTo("1");
        assertThat(ad.getField("capture")).isEqualTo("c1");
        assertThat(ad.getField("captured")).isEqualTo("2026-10-01T12:00:00Z");
        assertThat(ad.getField("http_status")).isEqualTo("200");
        assertThat(ad.getField("payload_sha256")).isEqualTo(digest(1));
        assertThat(ad.getField("provenance")).isEqualTo("crawled");
        assertThat(ad.getField("claimed")).isEmpty();
        NamedCsvRecord shell = of(rows, "p-shell");
        assertThat(shell.getField("capture")).isEqualTo("c4");
        assertThat(shell.getField("provenance")).isEqualTo("rendered");
        assertThat(shell.getField("http_status")).isEmpty();
        NamedCsvRecord chat = of(rows, "p-chat");
        assertThat(chat.getField("provenance")).isEqualTo("imported");
        assertThat(chat.getField("http_status")).isEmpty();
        assertThat(chat.getField("claimed")).isEqualTo("2026-08-02T10:00:00Z");
    }

    /// A letter without its line breaks.
    private static String words(Path letter) throws IOException {
        return Files.readString(letter).replaceAll("\\s+", " ");
    }

    @Test
    void noticesCiteItAndSayHowItCame() throws IOException {
        Path notices = packs.resolve("takedown/data/notices");
        assertThat(words(notices.resolve("site-board.example.txt")))
                .contains(
                        "captured 2026-10-01T12:00:00Z (c1, version 1 of 2): answered by a server,"
                                + " status 200",
                        "sha256 of what was sent: " + digest(1),
                        "captured 2026-10-01T15:00:00Z (c4, version 1 of 1): made by a browser of"
                                + " what a server sent",
                        "sha256 of what the browser made: " + digest(4))
                .doesNotContain(digest(2));
        assertThat(words(notices.resolve("site-chat.example.txt")))
                .contains(
                        "brought in from files once, 2026-10-01T16:00:00Z, posting p-chat",
                        "by its file's word",
                        "2026-08-02T10:00:00Z",
                        "sha256 of what the file has: " + digest(5))
                .doesNotContain("status 200", "what was sent", "seen once");
        for (JsonNode posting : json(notices.resolve("site-board.example.json")).path("postings")) {
            String held = payload(Long.parseLong(posting.path("capture").asText().substring(1)));
            for (JsonNode quotes : posting.findValues("quotes")) {
                for (JsonNode quote : quotes) {
                    assertThat(held).contains(quote.asText());
                }
            }
        }
        JsonNode chat = json(notices.resolve("site-chat.example.json")).path("postings").path(0);
        assertThat(chat.path("provenance").asText()).isEqualTo("imported");
        assertThat(chat.path("claimed").asText()).isEqualTo("2026-08-02T10:00:00Z");
        assertThat(chat.has("http_status")).isFalse();
    }

    @Test
    void dossiersSayItOfEachCapture() throws IOException {
        Document html = Jsoup.parse(Files.readString(packs.resolve("police/data/dossier.html")));
        assertThat(html.expectFirst("#p-ad .captures").select("td:first-child").eachText())
                .containsExactly(
                        "c1 version 1 the text above is of this one",
                        "c2 version 2",
                        "c6 version 2");
        assertThat(html.expectFirst("#p-ad .captures td:nth-child(3)").text()).isEqualTo("200");
        assertThat(html.expectFirst("#p-shell .captures td:nth-child(3)").text())
                .isEqualTo("none: made by a browser of what a server sent");
        assertThat(html.expectFirst("#p-chat .captures td:nth-child(3)").text())
                .isEqualTo(
                        "none: brought in from a file; by its file's word seen at"
                                + " 2026-08-02T10:00:00Z");
        assertThat(html.expectFirst("#p-chat .facts").text())
                .contains("Brought in from files once, 2026-10-01 16:00");
        assertThat(html.body().text())
                .contains("no server answered with it")
                .doesNotContain("what a server answered, kept with");
    }

    @Test
    void stixSaysItInItsExtension() throws IOException {
        JsonNode bundle = json(packs.resolve("cti/data/stix-bundle.json"));
        assertThat(Schemas.stix(bundle)).isEmpty();
        String schema = bundle.path("objects").findValue("schema").asText();
        for (JsonNode object : bundle.path("objects")) {
            for (JsonNode posting : object.path("extensions")) {
                if (!posting.has("posting_id")) {
                    continue;
                }
                assertThat(Schemas.own(schema, posting)).isEmpty();
                assertThat(payload(posting.path("text_capture").asLong()))
                        .contains(posting.path("text").asText());
                JsonNode capture = posting.path("captures").path(0);
                boolean isAnswer = capture.path("provenance").asText().equals("crawled");
                assertThat(capture.has("http_status")).isEqualTo(isAnswer);
            }
        }
        assertThat(bundle.findValuesAsText("claimed")).containsExactly("2026-08-02T10:00:00Z");
    }

    @Test
    void followTheMoneySaysItInItsSummary() throws IOException {
        Map<String, JsonNode> pages =
                Files.readAllLines(packs.resolve("aleph/data/entities.ftm.json")).stream()
                        .map(CitedCaptureIT::json)
                        .filter(entity -> entity.path("schema").asText().equals("HyperText"))
                        .map(entity -> entity.path("properties"))
                        .collect(
                                Collectors.toMap(
                                        page -> page.path("fileName").path(0).asText(),
                                        Function.identity()));
        JsonNode ad = of(pages, "p-ad");
        assertThat(ad.path("retrievedAt").path(0).asText()).isEqualTo("2026-10-01T12:00:00Z");
        assertThat(ad.path("summary").path(0).asText())
                .contains(
                        "text of c1, version 1 of 2, answered by a server, status 200, payload"
                                + " SHA-256 "
                                + digest(1));
        assertThat(of(pages, "p-chat").path("summary").path(0).asText())
                .contains("brought in from a file")
                .doesNotContain("200");
    }

    @Test
    void mispSaysItInItsNote() throws IOException {
        String text = Files.readString(packs.resolve("misp/data/misp-event.json"));
        assertThat(text)
                .contains(
                        "text of c1, version 1 of 2, answered by a server, status 200",
                        "brought in from a file; by its file's word seen at 2026-08-02T10:00:00Z");
    }

    @Test
    void webArchivesMarkWhatNoServerSent() throws IOException {
        Path wacz = packs.resolve("police/data/captures.wacz");
        try (ZipFile zip = new ZipFile(wacz.toFile())) {
            byte[] packed = zip.getInputStream(zip.getEntry("indexes/index.cdx.gz")).readAllBytes();
            String lines =
                    new String(
                            new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes(),
                            StandardCharsets.UTF_8);
            assertThat(lines.lines().map(line -> json(line.split(" ", 3)[2])))
                    .isNotEmpty()
                    .allSatisfy(line ->
                            assertThat(line.has("status"))
                                    .isEqualTo(line.path("provenance").asText().equals("crawled")))
                    .anyMatch(line -> line.path("provenance").asText().equals("rendered"))
                    .anyMatch(line -> line.path("provenance").asText().equals("imported"));
            byte[] records =
                    zip.getInputStream(zip.getEntry("archive/captures.warc.gz")).readAllBytes();
            assertThat(
                            new String(
                                    new GZIPInputStream(new ByteArrayInputStream(records))
                                            .readAllBytes(),
                                    StandardCharsets.UTF_8))
                    .contains(
                            "HTTP/1.1 200 (made by a browser, sent by no server)\r\n",
                            "HTTP/1.1 200 (brought in from a file)\r\n");
            String pages =
                    new String(
                            zip.getInputStream(zip.getEntry("pages/pages.jsonl")).readAllBytes(),
                            StandardCharsets.UTF_8);
            assertThat(pages)
                    .contains(
                            "\"shows\":\"version 1, as its scripts wrote it\"",
                            "\"shows\":\"version 1, as a file that was brought in has it\"");
        }
    }

    /// A server's answer speaks before a file that says the same, and the first of several that
    /// differ in what time alone changes: only that holds the very words.
    @Test
    void isTheFirstAnswerThatShowedTheVersion(@TempDir Path folder) throws IOException {
        Path few = folder.resolve("few");
        Shown fresh = new Shown("aging", AD, "Free flight to Bavet. Posted 3 hours ago");
        Shown older = new Shown("aging", AD, "Free flight to Bavet. Posted 4 hours ago");
        Shown both = new Shown("both", CHAT, "Free flight, on a page and in a file");
        try (Visits visits = new Visits(few)) {
            visits.page(AD, fresh);
            visits.page(AD, older);
            visits.imported(CHAT, "text/html", Optional.empty(), both);
            visits.page(CHAT, both);
            visits.page(CHAT, both);
        }
        Path pack =
                Packs.made(few, folder.resolve("pack"), "korean-police", "--format", "jsonl,csv");
        Map<String, JsonNode> items = items(pack);
        JsonNode aging = of(items, "p-aging");
        assertThat(aging.path("versions").asInt()).isEqualTo(1);
        assertThat(aging.path("captures")).hasSize(2);
        assertThat(aging.path("text").asText()).contains("3 hours");
        assertThat(aging.path("text_capture").asLong()).isEqualTo(1);
        assertThat(of(items, "p-both").path("text_capture").asLong()).isEqualTo(4);
    }

    @Test
    void showSaysIt() {
        Cli.Run text = Cli.inPipe().run("show", "p-chat", "--data", data.toString());
        assertThat(text.out())
                .contains("imported, by its file's word seen at 2026-08-02T10:00:00Z")
                .doesNotContain("HTTP 200");
        JsonNode json =
                json(
                        Cli.inPipe()
                                .run(
                                        "show",
                                        "p-chat",
                                        "--format",
                                        "jsonl",
                                        "--data",
                                        data.toString())
                                .out());
        JsonNode capture = json.path("sightings").path(0);
        assertThat(capture.path("provenance").asText()).isEqualTo("imported");
        assertThat(capture.path("claimed").asText()).isEqualTo("2026-08-02T10:00:00Z");
        assertThat(capture.has("status")).isFalse();
    }
}
