package lurewatch.searchcli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import lurewatch.indexer.Digest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The whole street, as an operator and an analyst walk it: a site, a crawl of it, a search, and a
/// file for others. The site is crawled, changes, and is crawled again once its pages are due; both
/// data directories are then looked at.
class StreetIT {
    private static final Charset EUC_KR = Charset.forName("EUC-KR");

    /// Full-width letters stand in EUC-KR itself; the zero-width space needs a reference.
    private static final String HIDDEN_HANDLE = "＠ｇｏｌｄ&#8203;＿ｓｉｈａｎｏｕｋ８８";

    private static final String FOUND_HANDLE = "gold_sihanouk88";

    @RegisterExtension
    static final WireMockExtension SERVER =
            WireMockExtension.newInstance()
                    .options(
                            wireMockConfig()
                                    .dynamicPort()
                                    .bindAddress("127.0.0.1")
                                    .gzipDisabled(true))
                    .configureStaticDsl(true)
                    .resetOnEachTest(false)
                    .build();

    @TempDir private static Path root;

    /// What the server sent as the body of each path, in the first crawl.
    private static final Map<String, byte[]> SERVED = new HashMap<>();

    private static Path first = Path.of("first");
    private static Path second = Path.of("second");
    private static List<Cli.Run> crawls = List.of();

    @BeforeAll
    static void crawlChangeAndCrawlAgain() throws IOException {
        writeConfig(root.resolve("config"));
        serveAsItWas();
        second = root.resolve("second");
        Cli.Run before = crawl(second);
        first = Folders.copy(second, root.resolve("first"));
        serveAsItIsNow();
        crawls = List.of(before, crawl(second));
    }

    private static Cli.Run crawl(Path data) {
        Cli.Run run =
                Cli.inPipe()
                        .crawler(
                                "crawl",
                                "--once",
                                "--data",
                                data.toString(),
                                "--config",
                                root.resolve("config").toString());
        assertThat(run.code()).as(run.err()).isZero();
        return run;
    }

    private static void writeConfig(Path config) throws IOException {
        Folders.copy(Folders.shippedConfig().resolve("signals"), config.resolve("signals"));
        Files.writeString(
                config.resolve("lurewatch.yaml"),
                """
                identity: {user_agent: StreetTest, contact: "https://example.org/bot"}
                net:
                  allow_cidr: [127.0.0.0/8]
                  allow_ports: [%1$d]
                  hosts: {board.test: 127.0.0.1}
                politeness: {factor: 0, minimum: 1ms, ip_minimum: 1ms}
                schedule: {hub: 300ms, detail_fuse: [300ms]}
                storage: {disk_reserve: 1MB}
                """
                        .formatted(SERVER.getPort()));
        Files.createDirectories(config.resolve("sites"));
        Files.writeString(
                config.resolve("sites/board.yaml"),
                """
                name: board
                kind: job-board
                enabled: true
                seeds: ["http://board.test:%d/jobs"]
                recipe:
                  list: {item: li.ad, link: a}
                  posting: {match: /ad/, title: h1, body: .text}
                """
                        .formatted(SERVER.getPort()));
    }

    private static void serveAsItWas() throws IOException {
        serve(
                "/robots.txt",
                page("text/plain", "User-agent: *\nDisallow: /private/\n".getBytes(UTF_8)));
        serve(
                "/jobs",
                html(
                        """
                        <ul>
                        <li class=ad><a href=/ad/hidden>해외 취업</a>
                        <li class=ad><a href=/ad/changing>Customer service</a>
                        <li class=ad><a href=/ad/leaving>Chat operators</a>
                        <li class=ad><a href=/ad/packed>Việc nhẹ</a>
                        <li class=ad><a href=/private/ad>members</a>
                        </ul><a href=/private/list>more</a>
                        """));
        byte[] hidden =
                """
                <html><head><meta http-equiv="Content-Type" content="text/html; charset=euc-kr">
                <title>채용</title></head><body><h1>캄보디아 시아누크빌 TM 직원 모집</h1>
                <div class=text>월 1500만~3000만, 숙식 제공 항공권 지원. 텔레그램 %s 로 연락 주세요</div>
                </body></html>
                """
                        .formatted(HIDDEN_HANDLE)
                        .getBytes(EUC_KR);
        serve("/ad/hidden", page("text/html", hidden).withHeader("ETag", "\"h1\""));
        SERVER.stubFor(
                get(urlEqualTo("/ad/hidden"))
                        .withHeader("If-None-Match", equalTo("\"h1\""))
                        .willReturn(aResponse().withStatus(304).withHeader("ETag", "\"h1\"")));
        serve("/ad/changing", html(ad("Customer service", "Telegram: @first_handle_77")));
        serve("/ad/leaving", html(ad("Chat operators", "Telegram: @leaving_soon_55")));
        byte[] packed = gzip(ad("Việc nhẹ lương cao", "Zalo +84 912 345 678").getBytes(UTF_8));
        serve(
                "/ad/packed",
                page("text/html; charset=utf-8", packed).withHeader("Content-Encoding", "gzip"));
    }

    private static void serveAsItIsNow() {
        SERVER.stubFor(
                get(urlEqualTo("/ad/changing"))
                        .willReturn(html(ad("Customer service", "Telegram: @other_handle_88"))));
        SERVER.stubFor(get(urlEqualTo("/ad/leaving")).willReturn(aResponse().withStatus(404)));
    }

    private static String ad(String title, String contact) {
        return """
        <h1>%s</h1><div class=text>Work in Sihanoukville, Cambodia. Free flight and visa,
        2500 USD a month, no experience needed. %s</div>
        """
                .formatted(title, contact);
    }

    private static ResponseDefinitionBuilder html(String body) {
        return page("text/html; charset=utf-8", body.getBytes(UTF_8));
    }

    private static ResponseDefinitionBuilder page(String type, byte[] body) {
        return aResponse().withHeader("Content-Type", type).withBody(body);
    }

    private static void serve(String path, ResponseDefinitionBuilder answer) {
        SERVED.put(path, answer.build().getByteBody());
        SERVER.stubFor(get(urlEqualTo(path)).willReturn(answer));
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(body);
        }
        return packed.toByteArray();
    }

    private static Cli.Run search(Path data, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(1, List.of("--data", data.toString()));
        return Cli.inPipe().run(all.toArray(String[]::new));
    }

    private static String idOf(Path data, String query) {
        Cli.Run run = search(data, "search", query, "--format", "ids");
        assertThat(run.lines()).as(query + "\n" + run.err()).hasSize(1);
        return run.lines().getFirst();
    }

    private static JsonNode shown(Path data, String query) throws IOException {
        Cli.Run run = search(data, "show", idOf(data, query), "--format", "jsonl");
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void bothCrawlsEndByThemselves() {
        for (Cli.Run crawl : crawls) {
            assertThat(crawl.err()).startsWith("lurewatch: done: ").hasLineCount(1);
        }
    }

    @Test
    void findsAContactHiddenInAnEucKrPage() throws IOException {
        JsonNode posting = shown(first, "@" + FOUND_HANDLE);
        assertThat(posting.path("title").asText()).isEqualTo("캄보디아 시아누크빌 TM 직원 모집");
        assertThat(posting.path("lang").asText()).isEqualTo("ko");
        String text = posting.path("text").asText();
        JsonNode contact = posting.path("contacts").path(0);
        assertThat(contact.path("kind").asText()).isEqualTo("telegram");
        assertThat(contact.path("value").asText()).isEqualTo(FOUND_HANDLE);
        assertThat(contact.path("raw").asText())
                .isEqualTo(
                        text.substring(contact.path("start").asInt(), contact.path("end").asInt()))
                .contains("ｇｏｌｄ\u200b＿ｓｉｈａｎｏｕｋ８８");
        assertThat(posting.path("signals").findValuesAsText("id"))
                .contains("tm_callcenter_role", "off_platform_contact");
        for (JsonNode signal : posting.path("signals")) {
            assertThat(signal.path("quote").asText())
                    .isEqualTo(
                            text.substring(
                                    signal.path("start").asInt(), signal.path("end").asInt()));
        }
        for (String pasted :
                List.of("t.me/" + FOUND_HANDLE, "telegram:" + FOUND_HANDLE, "시아누크빌 직원")) {
            assertThat(idOf(first, pasted)).isEqualTo(posting.path("id").asText());
        }
    }

    @Test
    void showsItsQuoteToPeople() {
        Cli.Run run = search(first, "show", idOf(first, "@" + FOUND_HANDLE));
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(FOUND_HANDLE, "ｓｉｈａｎｏｕｋ８８", "TM 직원")
                .doesNotContain("\u200b");
    }

    @Test
    void exportsItAsAnAddress() throws IOException {
        Path csv = root.resolve("hits.csv");
        Path jsonl = root.resolve("hits.jsonl");
        String address = "https://t.me/" + FOUND_HANDLE;
        for (Path file : List.of(csv, jsonl)) {
            String format = file.equals(csv) ? "csv" : "jsonl";
            Cli.Run run =
                    search(
                            first,
                            "export",
                            "@" + FOUND_HANDLE,
                            "--format",
                            format,
                            "--out",
                            file.toString());
            assertThat(run.code()).as(run.err()).isZero();
        }
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(csv)) {
            List<CsvRecord> records = rows.stream().toList();
            int contacts = records.getFirst().getFields().indexOf("contacts");
            assertThat(records).hasSize(2);
            assertThat(records.getLast().getField(contacts)).isEqualTo(address);
        }
        assertThat(root.resolve("hits.contacts.csv")).content().contains("," + address + ",");
        JsonNode exported = new ObjectMapper().readTree(Files.readString(jsonl));
        assertThat(exported.path("contacts").path(0).path("uri").asText()).isEqualTo(address);
        assertThat(exported.path("text").asText()).contains("ｇｏｌｄ");
    }

    private static byte[] served(String path) {
        return Objects.requireNonNull(SERVED.get(path), path);
    }

    @Test
    void showsTheDigestsOfTheBytesThatWereServed() throws IOException {
        Map<String, String> queries =
                Map.of(
                        "/ad/hidden", "@" + FOUND_HANDLE,
                        "/ad/changing", "@first_handle_77",
                        "/ad/leaving", "@leaving_soon_55",
                        "/ad/packed", "zalo:+84912345678");
        for (Map.Entry<String, String> query : queries.entrySet()) {
            JsonNode posting = shown(first, query.getValue());
            assertThat(posting.path("url").asText()).endsWith(query.getKey());
            assertThat(posting.path("sightings").path(0).path("payload_digest").asText())
                    .isEqualTo(Digest.of(served(query.getKey())).toString());
        }
    }

    @Test
    void neverAsksForWhatRobotsForbids() {
        SERVER.verify(0, getRequestedFor(urlPathMatching("/private/.*")));
        SERVER.verify(1, getRequestedFor(urlEqualTo("/robots.txt")));
        Cli.Run log =
                Cli.inPipe().crawler("fetchlog", "--data", second.toString(), "--format", "jsonl");
        assertThat(log.lines()).anyMatch(line -> line.contains("\"disallowed\""));
    }

    @Test
    void aPageThatIsNotModifiedIsSeenAgainInTheSameVersion() throws IOException {
        JsonNode posting = shown(second, "@" + FOUND_HANDLE);
        assertThat(posting.path("versions")).hasSize(1);
        assertThat(posting.path("sightings")).hasSize(2);
        JsonNode again = posting.path("sightings").path(1);
        JsonNode before = posting.path("sightings").path(0);
        assertThat(again.path("status").asInt()).isEqualTo(304);
        assertThat(again.path("revisit_of")).isEqualTo(before.path("capture"));
        assertThat(again.path("payload_digest")).isEqualTo(before.path("payload_digest"));
        assertThat(posting.path("last").asText()).isGreaterThan(posting.path("first").asText());
    }

    @Test
    void aPageThatIsSentAgainUnchangedIsSeenAgainInTheSameVersion() throws IOException {
        JsonNode posting = shown(second, "zalo:+84912345678");
        assertThat(posting.path("versions")).hasSize(1);
        assertThat(posting.path("sightings")).hasSize(2);
        assertThat(posting.path("sightings").path(1).path("status").asInt()).isEqualTo(200);
        assertThat(posting.path("sightings").path(1).has("revisit_of")).isTrue();
    }

    @Test
    void anAdThatIsTakenDownIsObservedAsGoneAndStaysFound() throws IOException {
        JsonNode posting = shown(second, "@leaving_soon_55");
        assertThat(posting.path("sightings")).hasSize(1);
        assertThat(posting.path("observations")).hasSize(1);
        JsonNode gone = posting.path("observations").path(0);
        assertThat(gone.path("kind").asText()).isEqualTo("gone_observed");
        assertThat(gone.path("status").asInt()).isEqualTo(404);
        assertThat(posting.path("text").asText()).contains("@leaving_soon_55");
        assertThat(shown(first, "@leaving_soon_55").path("observations")).isEmpty();
    }

    @Test
    void anotherHandleMakesAnotherVersion() throws IOException {
        JsonNode posting = shown(second, "@other_handle_88");
        assertThat(posting.path("id").asText()).isEqualTo(idOf(first, "@first_handle_77"));
        assertThat(posting.path("versions").findValuesAsText("number")).containsExactly("1", "2");
        assertThat(posting.path("sightings").findValuesAsText("version")).containsExactly("1", "2");
        assertThat(posting.path("contacts").findValuesAsText("value")).contains("other_handle_88");
    }

    @Test
    void theEvidenceIsWholeAndCounted() throws IOException {
        for (Path data : List.of(first, second)) {
            Cli.Run verify = search(data, "verify");
            assertThat(verify.code()).as(verify.out()).isZero();
            assertThat(verify.out()).contains("ok: ");
        }
        JsonNode stats =
                new ObjectMapper().readTree(search(second, "stats", "--format", "jsonl").out());
        assertThat(stats.path("postings").asInt()).isEqualTo(4);
        assertThat(stats.path("failed_captures").asInt()).isZero();
    }
}
