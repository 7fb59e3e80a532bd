package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Context;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Strangers' text that tries to be more than text, through every format. How many made of the
/// parts below, beside each part alone: `-Dlurewatch.payloads=1000`.
class PayloadsIT {
    private static final int MADE = Integer.getInteger("lurewatch.payloads", 100);

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> PARTS =
            List.of(
                    // markup
                    "<script>document.title='ran'</script>",
                    "<svg><animate onbegin=\"document.title='ran'\" attributeName=x>",
                    "<details open ontoggle=document.title='ran'>",
                    "<script>alert(1)</script>",
                    "</blockquote></section><img src=x onerror=alert(1)>",
                    "\"><svg/onload=alert(1)>",
                    "'><iframe srcdoc='<script>alert(1)</script>'>",
                    "</style><style>@import 'http://evil.example/x'</style>",
                    "<a href=\"javascript:alert(1)\">x</a>",
                    "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
                    "<meta http-equiv=refresh content=\"0;url=http://evil.example\">",
                    "<section class=\"posting\" id=\"p-forged\">",
                    "\n<section class=\"posting\" id=\"p-forged2\">\n",
                    "&lt;script&gt;alert(1)&lt;/script&gt;",
                    "]]><script>alert(1)</script>",
                    // formulas
                    "=HYPERLINK(\"http://evil.example\",\"x\")",
                    "+1+1",
                    "-2+3+cmd|' /C calc'!A0",
                    "@SUM(1+1)",
                    "\t=1+1",
                    "\r\n=1+1",
                    "  \"=1+1",
                    "＝1+1",
                    "\u00a0=1+1",
                    "\u200b=1+1",
                    // patterns
                    "'] OR [url:value LIKE '%",
                    "x\\' OR 1=1",
                    "\\",
                    // names of files
                    "../../etc/passwd",
                    "..\\..\\x",
                    "a/b\u0000c",
                    // controls
                    "\u001b]52;c;ZXZpbA==\u0007",
                    "\u202egnp.exe\u202c",
                    "\u2028\u2029\u0085",
                    "\ud800 lone",
                    "\"},{\"id\":\"p-forged3\"}",
                    "\n{\"id\":\"p-forged4\"}\n");

    private static final List<String> BETWEEN = List.of("", " ", "\n", "\"", "'", ">", "\u0000");

    private static final List<String> PAYLOADS = payloads();

    @TempDir private static Path folder;

    private static List<String> payloads() {
        long seed = Long.getLong("lurewatch.seed", 20_261_128);
        System.out.println("PayloadsIT seed " + seed);
        Random random = new Random(seed);
        List<String> payloads = new ArrayList<>(PARTS);
        for (int i = 0; i < MADE; i++) {
            StringBuilder payload = new StringBuilder();
            for (int part = 0; part <= 1 + random.nextInt(3); part++) {
                payload.append(BETWEEN.get(random.nextInt(BETWEEN.size())));
                String text = PARTS.get(random.nextInt(PARTS.size()));
                int cut = random.nextInt(4) == 0 ? random.nextInt(text.length()) : 0;
                payload.append(text, cut, text.length());
            }
            payloads.add(payload.toString());
        }
        return payloads;
    }

    @BeforeAll
    static void export() {
        World world = new World();
        for (int i = 0; i < PAYLOADS.size(); i++) {
            String payload = PAYLOADS.get(i);
            world.add(
                    "x" + i,
                    "en",
                    90,
                    Context.NONE,
                    payload,
                    payload + " Free flight " + payload,
                    new Contact(ContactKind.LINE, payload, payload, -1, -1, 0.9, "test"),
                    new Contact(ContactKind.URL, payload, payload, -1, -1, 0.9, "test"));
        }
        Path data = folder.resolve("data");
        world.in(data);
        pack("korean-police", "--format", "html,csv,xlsx,jsonl");
        pack("opencti");
        pack("misp", "--purpose", "takedown");
        pack("openaleph");
    }

    private static void pack(String profile, String... more) {
        List<String> options = new ArrayList<>(List.of(more));
        options.addAll(List.of("--reason", PAYLOADS.getFirst()));
        Packs.made(
                folder.resolve("data"),
                folder.resolve(profile),
                profile,
                options.toArray(String[]::new));
    }

    @Test
    void giveADossierNothingButText() throws IOException {
        Document html =
                Jsoup.parse(Files.readString(folder.resolve("korean-police/data/dossier.html")));
        assertThat(html.select("script, iframe, img, link, object, embed, form, base")).isEmpty();
        // Each posting's own place, and no other.
        assertThat(html.select("a").eachAttr("href"))
                .containsExactlyElementsOf(
                        html.select(".posting").eachAttr("id").stream()
                                .map(id -> "#" + id)
                                .toList());
        assertThat(html.select("meta[http-equiv]"))
                .singleElement()
                .satisfies(
                        meta -> assertThat(meta.attr("content")).startsWith("default-src 'none'"));
        for (Element element : html.getAllElements()) {
            assertThat(element.attributes().asList())
                    .noneMatch(attribute -> attribute.getKey().startsWith("on"));
        }
        assertThat(html.select(".posting")).hasSize(PAYLOADS.size());
        assertThat(html.select("section.posting blockquote").eachText())
                .anyMatch(text -> text.contains("<script>alert(1)</script>"));
        assertThat(html.wholeText()).doesNotContain("\u001b", "\u202e", "\u0007");
    }

    /// In a Chromium, where there is one; by the very file, and by one without the policy that
    /// forbids scripts.
    @Test
    void runNoScript() throws Exception {
        Path dossier = folder.resolve("korean-police/data/dossier.html");
        Path unguarded = folder.resolve("data/unguarded.html");
        String html = Files.readString(dossier);
        Files.writeString(unguarded, html.replaceFirst("<meta http-equiv[^>]*>", ""));
        assertThat(title(unguarded)).isEqualTo(title(dossier)).startsWith("Suspected");
        // That it would be seen.
        Files.writeString(unguarded, html.replaceFirst("<meta http-equiv[^>]*>", PARTS.getFirst()));
        assertThat(title(unguarded)).isEqualTo("ran");
    }

    private static String title(Path html) throws Exception {
        Path chromium = PdfIT.chromium().orElse(null);
        assumeTrue(chromium != null, "no Chromium on this machine");
        Process browser =
                new ProcessBuilder(
                                chromium.toString(),
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--host-resolver-rules=MAP * ~NOTFOUND",
                                "--user-data-dir=" + folder.resolve("data/profile"),
                                "--dump-dom",
                                html.toUri().toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String dom = new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(browser.waitFor()).isZero();
        return Jsoup.parse(dom).title();
    }

    @Test
    void startNoFormulaInATable() throws IOException {
        for (String name : List.of("hits.csv", "hits.contacts.csv")) {
            Path file = folder.resolve("korean-police/data").resolve(name);
            try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
                csv.forEach(row ->
                        assertThat(row.getFields())
                                .noneMatch(cell ->
                                        cell.matches(
                                                "(?s)^[\\s\"\\p{Z}\\p{Cf}\uFEFF]*[=+\\-@＝＋－＠].*")));
            }
        }
    }

    @Test
    void leaveStixValidAndItsPatternsWhole() throws IOException {
        JsonNode bundle =
                JSON.readTree(Files.readString(folder.resolve("opencti/data/stix-bundle.json")));
        assertThat(Schemas.stix(bundle)).isEmpty();
        int patterns = 0;
        for (JsonNode object : bundle.path("objects")) {
            if (object.path("type").asText().equals("indicator")) {
                patterns++;
                assertThat(object.path("pattern").asText())
                        .matches(
                                "(?s)\\[[a-z-]+:[a-z_]+ = '(?:[^'\\\\]|\\\\['\\\\])*'"
                                        + "(?: AND [a-z-]+:[a-z_]+ = '(?:[^'\\\\]|\\\\['\\\\])*')?\\]");
            }
        }
        assertThat(patterns).isGreaterThanOrEqualTo(PAYLOADS.size());
    }

    @Test
    void leaveMispAndFollowTheMoneyValid() throws IOException {
        assertThat(
                        Schemas.misp(
                                JSON.readTree(
                                        Files.readString(
                                                folder.resolve("misp/data/misp-event.json")))))
                .isEmpty();
        for (String line : Files.readAllLines(folder.resolve("openaleph/data/entities.ftm.json"))) {
            assertThat(Schemas.ftm(JSON.readTree(line))).as(line).isEmpty();
        }
    }

    @Test
    void forgeNoPostingAndGoNowhereElse() throws IOException {
        assertThat(Files.readAllLines(folder.resolve("korean-police/data/hits.jsonl")))
                .hasSize(PAYLOADS.size());
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "data", "korean-police", "opencti", "misp", "openaleph");
        }
    }
}
