package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Context;
import lurewatch.searchcli.casework.Event;
import lurewatch.searchcli.casework.EventKind;
import lurewatch.searchcli.casework.EventLog;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FONT =
            Pattern.compile(
                    "@font-face \\{ font-family: dossier; src: url\\(data:font/woff2;base64,([^)]+)\\)"
                            + " format\\(\"woff2\"\\); unicode-range: ([^;]+); \\}");

    @TempDir private static Path data;
    @TempDir private Path out;
    @TempDir private Path configs;

    @BeforeAll
    static void index() {
        World.ofAll()
                .add(
                        "wallets",
                        "th",
                        91,
                        Context.NONE,
                        "งานแอดมิน กัมพูชา",
                        "Free flight ဖုန်း ភ្នំពេញ 招聘 passport M12345678, pay to 110-234-567890",
                        World.contact(ContactKind.BTC, "1BoatSLRHtKNngkdXEeobR76b53LETtpyT"),
                        World.contact(ContactKind.TRON, "TJRabPrwbZy45sbavfcjinPJC18kjpRTv8"),
                        World.contact(ContactKind.BANK, "110234567890"),
                        World.contact(ContactKind.WHATSAPP, "+855961234567"),
                        World.contact(ContactKind.LINE, "it's\\me"),
                        World.contact(ContactKind.TELEGRAM, "+AbCdEfGhIjKlMnOp"),
                        World.contact(ContactKind.LINE, "@golden_oa"),
                        World.contact(ContactKind.LINE, "g2/SampleGroup77"),
                        World.contact(ContactKind.VIBER, "g2=SampleViber77"),
                        World.contact(ContactKind.URL, "jobs.example/apply"))
                .add(
                        "mention",
                        "en",
                        77,
                        Context.NONE,
                        "Another board",
                        "Free flight, ask HR_Lucky88 or (096) 123-4567, number 00855-96-123-4567,"
                                + " line.me/R/ti/p/%40golden_oa, line.me/ti/g/SampleGroup77 SampleViber77")
                .add("talk", "en", 74, Context.DISCUSSION, "Is this real?", "Free flight, they say")
                .add("novel", "en", 73, Context.FICTION, "Chapter 3", "Free flight, he read")
                .add("agency", "en", 72, Context.LAWFUL_PROCESS, "Licensed", "Free flight by law")
                .in(data);
    }

    private static Cli.Run export(Path place, String profile, String... more) {
        return Packs.export(data, place, profile, more);
    }

    private Path made(String profile, String... more) {
        Path place = out.resolve(profile + out.toFile().list().length);
        return Packs.made(data, place, profile, more);
    }

    private static JsonNode json(Path file) throws IOException {
        return JSON.readTree(Files.readString(file));
    }

    @Test
    void holdsTheSamePostingsInEveryFormat() throws IOException {
        Path police = made("korean-police", "--format", "html,csv,xlsx,jsonl").resolve("data");
        Path cti = made("opencti").resolve("data");
        Path misp = made("misp", "--purpose", "intelligence").resolve("data");
        Path aleph = made("openaleph").resolve("data");
        List<String> ids =
                List.of(
                        "p-lure-en",
                        "p-wallets",
                        "p-lure-ko",
                        "p-mention",
                        "p-formula",
                        "p-hostile");
        assertThat(PackContents.lines(police.resolve("hits.jsonl"), "id"))
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(PackContents.firstColumn(police.resolve("hits.csv")))
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(PackContents.sections(police.resolve("dossier.html")))
                .containsExactlyElementsOf(ids);
        assertThat(PackContents.sheet(police.resolve("hits.xlsx"), 0))
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(PackContents.stix(cti.resolve("stix-bundle.json")))
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(
                        stream(json(misp.resolve("misp-event.json")).path("Event").path("Object"))
                                .filter(o -> o.path("name").asText().equals("annotation"))
                                .map(o -> o.path("comment").asText()))
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(PackContents.ids(aleph.resolve("entities.ftm.json")))
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(PackContents.sheet(police.resolve("hits.xlsx"), 1))
                .isEqualTo(PackContents.firstColumn(police.resolve("hits.contacts.csv")));
    }

    @Test
    void marksEachPrintedPageOfADossierAndDrawsNoEmptyTable() throws IOException {
        Document html =
                Jsoup.parse(
                        Files.readString(
                                made("korean-police", "--format", "html")
                                        .resolve("data/dossier.html")));
        String style = html.expectFirst("style").data();
        assertThat(style)
                .contains("@top-right { content: \"TLP:AMBER\"", "@bottom-right", "counter(page)")
                .contains("color-scheme: only light");
        assertThat(html.select("table"))
                .allSatisfy(table -> assertThat(table.select("td")).isNotEmpty());
        assertThat(html.select("blockquote, h3[lang]"))
                .allSatisfy(text -> assertThat(text.attr("dir")).isEqualTo("auto"));
    }

    /// By number and title in the picture of the network, by names and not by codes, and what each
    /// signal means before what it is called here.
    @Test
    void speaksOfPostingsPlacesAndSignalsAsItsReadersDo() throws IOException {
        Contact boss = World.contact(ContactKind.TELEGRAM, "boss_bavet1");
        Path few = configs.resolve("few");
        new World()
                .add("one", "ko", 95, Context.NONE, "상담원 모집", "Free flight", boss)
                .add("two", "th", 80, Context.NONE, "แอดมิน", "Free flight", boss)
                .add("three", "zh-Hans", 40, Context.NONE, "招聘", "Free flight")
                .add("four", "en", 39, Context.NONE, "Free fli", "Free flight, for a message")
                .add("five", "en", 38, Context.NONE, "Free", "Free flight\nFree\nfor all")
                .add(
                        "thread#r2",
                        "en",
                        72,
                        Context.NONE,
                        "Where to buy cabbage?",
                        "Free flight, ask me")
                .in(few);
        Path pack = Packs.made(few, out.resolve("pack"), "korean-police", "--format", "html");
        Document html = Jsoup.parse(Files.readString(pack.resolve("data/dossier.html")));
        assertThat(html.body().text())
                .contains(
                        "6 postings: 3 with the words of scam compounds' lures (class lure),"
                                + " 3 with some of their signs, for somebody to look at (review).");
        assertThat(html.select("svg text").eachText())
                .contains("telegram boss_bavet1", "1. 상담원 모집", "2. แอดมิน");
        assertThat(html.select("h3").eachText())
                .contains("1. 상담원 모집", "3. Free flight, ask me", "4. 招聘")
                // A message has no title but its beginning.
                .contains("5. Free fli…", "6. Free");
        // Whoever asked a question is no suspect for what others answered.
        assertThat(html.expectFirst("#p-thread-r2 .facts").text())
                .contains("Answers under Where to buy cabbage? (whoever wrote that is not meant)");
        assertThat(html.select(".columns td").eachText())
                .contains("Korean", "Thai", "Chinese (Simplified)")
                .doesNotContain("ko", "th");
        assertThat(html.select(".why td:nth-child(2)").eachText())
                .hasSize(6)
                .allSatisfy(cell ->
                        assertThat(cell).startsWith("Ticket bought").endsWith("free_airfare"));
    }

    /// What the text needs, and nothing of other scripts.
    @Test
    void bringsTheFontsThatADossierIsDrawnWith() throws IOException {
        Document html =
                Jsoup.parse(
                        Files.readString(
                                made("korean-police", "--format", "html")
                                        .resolve("data/dossier.html")));
        assertThat(html.expectFirst("meta[http-equiv]").attr("content"))
                .contains("default-src 'none'", "font-src data:");
        String style = html.expectFirst("style").data();
        List<BitSet> drawn = new ArrayList<>();
        Matcher rule = FONT.matcher(style);
        while (rule.find()) {
            assertThat(Base64.getDecoder().decode(rule.group(1))).startsWith('w', 'O', 'F', '2');
            drawn.add(characters(rule.group(2)));
        }
        BitSet used = new BitSet();
        html.body().text().codePoints().filter(c -> c > ' ').forEach(used::set);
        assertThat(drawn)
                .isNotEmpty()
                .allSatisfy(slice -> assertThat(slice.intersects(used)).isTrue());
        drawn.forEach(used::andNot);
        assertThat(used.stream().mapToObj(Character::toString)).isEmpty();
        assertThat(html.body().text()).doesNotContain("your machine draws");
    }

    /// It names no account, and is no number for all that one begins with `+`.
    @ParameterizedTest
    @CsvSource({
        "+AbCdEfGhIjKlMnOp, https://t.me/+AbCdEfGhIjKlMnOp",
        "g2/SampleGroup77, https://line.me/ti/g2/SampleGroup77",
        "g2=SampleViber77, https://invite.viber.com/?g2=SampleViber77",
    })
    void handsAnInvitationOnAsTheAddressThatItIs(String value, String address) throws IOException {
        JsonNode bundle = json(made("opencti").resolve("data/stix-bundle.json"));
        assertThat(stream(bundle.path("objects")).map(o -> o.path("pattern").asText()))
                .contains("[url:value = '" + address + "']")
                .noneMatch(pattern -> pattern.contains("'" + value));
        assertThat(stream(bundle.path("objects")).map(o -> o.path("user_id").asText()))
                .contains("+855961234567")
                .doesNotContain(value);
        JsonNode event =
                json(made("misp", "--purpose", "takedown").resolve("data/misp-event.json"));
        assertThat(Schemas.misp(event)).isEmpty();
        assertThat(
                        stream(event.path("Event").path("Object"))
                                .flatMap(object -> stream(object.path("Attribute")))
                                .filter(given ->
                                        given.path("value").asText().equals(value)
                                                || given.path("value").asText().equals(address))
                                .map(given -> given.path("object_relation").asText()))
                .containsExactly("url");
        assertThat(Files.readAllLines(made("openaleph").resolve("data/entities.ftm.json")))
                .filteredOn(line -> line.contains("\"" + address + "\""))
                .hasSize(1)
                .allSatisfy(line ->
                        assertThat(line)
                                .contains("\"HyperText\"", "\"sourceUrl\":[\"" + address + "\"]"));
        assertThat(Files.readAllLines(made("openaleph").resolve("data/entities.ftm.json")))
                .noneMatch(line -> line.contains("\"" + value + "\""));
    }

    private static BitSet characters(String unicodeRange) {
        BitSet characters = new BitSet();
        for (String range : unicodeRange.split(",", -1)) {
            String[] ends = range.substring(2).split("-", -1);
            characters.set(
                    Integer.parseInt(ends[0], 16), Integer.parseInt(ends[ends.length - 1], 16) + 1);
        }
        return characters;
    }

    @ParameterizedTest
    @ValueSource(strings = {"standard", "opencti"})
    void writesStixThatTheSchemasOfOasisAccept(String dialect) throws IOException {
        Path config = configWith("agencies/opencti.yaml", "stix: opencti", "stix: " + dialect);
        Path place = out.resolve("stix");
        Cli.Run run = export(place, "opencti", "--config", config.toString());
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode bundle = json(place.resolve("data/stix-bundle.json"));
        assertThat(Schemas.stix(bundle)).isEmpty();
        assertThat(stream(bundle.path("objects")).map(o -> o.path("type").asText()))
                .contains(
                        "identity",
                        "marking-definition",
                        "extension-definition",
                        "observed-data",
                        "indicator",
                        "sighting",
                        "relationship",
                        "report",
                        "user-account",
                        "email-addr",
                        "url",
                        "domain-name",
                        "file");
        String schema =
                stream(bundle.path("objects"))
                        .filter(o -> o.path("type").asText().equals("extension-definition"))
                        .map(o -> o.path("schema").asText())
                        .findFirst()
                        .orElseThrow();
        for (JsonNode object : bundle.path("objects")) {
            JsonNode extensions = object.path("extensions");
            if (object.path("type").asText().equals("observed-data")) {
                assertThat(Schemas.own(schema, extensions.elements().next())).isEmpty();
            }
        }
    }

    /// An object is created once, whichever list speaks of it; no version is older than that.
    @Test
    void saysInEveryListThatAnObjectWasCreatedAtTheSameTime() throws IOException {
        Contact boss = World.contact(ContactKind.TELEGRAM, "boss_bavet1");
        Contact bank = World.contact(ContactKind.BANK, "110234567890");
        Path few = configs.resolve("few");
        Instant old = Instant.parse("2026-03-01T00:00:00Z");
        new World()
                .seen(old, old)
                .add("old", "th", 90, Context.NONE, "แอดมิน", "Free flight", boss, bank)
                .seen(old.plusSeconds(86_400), old.plusSeconds(90_000))
                .add("new", "ko", 80, Context.NONE, "상담원", "Free flight", boss, bank)
                .in(few);
        Map<String, String> all = new TreeMap<>();
        for (String query : List.of("*", "lang:ko", "lang:th")) {
            Path pack = out.resolve("pack" + query.length() + query.charAt(query.length() - 1));
            Cli.Run run =
                    Cli.inPipe()
                            .run(
                                    "export",
                                    query,
                                    "--for",
                                    "opencti",
                                    "--reason",
                                    "x",
                                    "--out",
                                    pack.toString(),
                                    "--data",
                                    few.toString(),
                                    "--config",
                                    Folders.shippedConfig().toString());
            assertThat(run.code()).as(run.err()).isZero();
            for (JsonNode object : json(pack.resolve("data/stix-bundle.json")).path("objects")) {
                String created = object.path("created").asText();
                if (object.has("modified")) {
                    assertThat(object.path("modified").asText()).isGreaterThanOrEqualTo(created);
                    assertThat(all.getOrDefault(object.path("id").asText(), created))
                            .as(object.toString())
                            .isEqualTo(created);
                    all.put(object.path("id").asText(), created);
                }
            }
        }
        assertThat(all.keySet()).anyMatch(id -> id.startsWith("indicator"));
    }

    /// Whoever has an object takes another version of it only where that is newer.
    @Test
    void changesNothingUnderTheSameIdWithoutALaterTime() throws IOException {
        Path own = configs.resolve("own");
        World world =
                new World()
                        .add(
                                "one",
                                "ko",
                                80,
                                Context.NONE,
                                "상담원",
                                "Free flight",
                                World.contact(ContactKind.TELEGRAM, "boss_bavet1"))
                        .add("other", "th", 75, Context.NONE, "แอดมิน", "Free flight");
        world.in(own);
        List<List<String>> orders =
                List.of(
                        List.of("*"),
                        List.of("*", "--tlp", "amber+strict"),
                        List.of("*", "--redact", "contacts"),
                        List.of("lang:ko"),
                        List.of("*"));
        Map<String, JsonNode> known = new TreeMap<>();
        for (int i = 0; i < orders.size(); i++) {
            if (i == orders.size() - 1) { // assessed anew, and one that was seen before all others
                Instant old = Instant.parse("2026-03-01T00:00:00Z");
                world.add("one", "ko", 95, Context.NONE, "상담원", "Free flight")
                        .seen(old, old)
                        .add("older", "th", 75, Context.NONE, "แอดมิน", "Free flight, too")
                        .in(own);
            }
            Path pack = out.resolve("pack" + i);
            List<String> args = new ArrayList<>(List.of("export"));
            args.addAll(orders.get(i));
            args.addAll(List.of("--for", "opencti", "--reason", "x", "--as-of", Packs.AS_OF));
            args.addAll(List.of("--out", pack.toString(), "--data", own.toString()));
            args.addAll(List.of("--config", Folders.shippedConfig().toString()));
            Cli.Run run = Cli.inPipe().run(args.toArray(String[]::new));
            assertThat(run.code()).as(run.err()).isZero();
            for (JsonNode object : json(pack.resolve("data/stix-bundle.json")).path("objects")) {
                JsonNode before = known.put(object.path("id").asText(), object);
                if (before != null && object.has("modified") && !before.equals(object)) {
                    assertThat(object.path("modified").asText())
                            .as(object.toString())
                            .isGreaterThan(before.path("modified").asText());
                    assertThat(object.path("created")).isEqualTo(before.path("created"));
                }
            }
        }
        assertThat(known.keySet()).anyMatch(id -> id.startsWith("sighting"));
    }

    /// As each format says it; FollowTheMoney has no place for it.
    @Test
    void saysInEveryFormatWhatMayBeDoneWithIt() throws IOException {
        Path police = made("korean-police", "--format", "html,csv,xlsx,jsonl", "--pap", "red");
        Path data = police.resolve("data");
        assertThat(json(data.resolve("about.json")).path("pap").asText()).isEqualTo("PAP:RED");
        assertThat(PackContents.lines(data.resolve("hits.jsonl"), "pap")).containsOnly("red");
        assertThat(Files.readString(data.resolve("hits.csv"))).contains(",PAP:RED,");
        assertThat(PackContents.textOf(data)).contains(">PAP:RED</");
        Document html = Jsoup.parse(Files.readString(data.resolve("dossier.html")));
        assertThat(html.expectFirst(".band").text()).isEqualTo("TLP:AMBER · PAP:RED");
        assertThat(html.expectFirst("style").data()).contains("@top-left { content: \"PAP:RED\"");
        assertThat(html.expectFirst(".facts").text())
                .contains(
                        "TLP:AMBER: for your organisation and its clients",
                        "PAP:RED: nothing that can be noticed from outside",
                        "Signed with no key");
        assertThat(PackContents.textOf(made("misp", "--purpose", "takedown", "--pap", "white")))
                .contains("\"PAP:CLEAR\"");
        JsonNode notice =
                json(made("platform-takedown").resolve("data/notices/site-board.example.json"));
        assertThat(notice.path("pap").asText()).isEqualTo("PAP:GREEN");
    }

    /// Each row and line, as each can be copied out of its file.
    @ParameterizedTest
    @CsvSource({
        "korean-police, html csv xlsx jsonl, AMBER, AMBER",
        "platform-takedown, notices csv xlsx jsonl, GREEN, GREEN",
        "misp, misp csv, AMBER, GREEN",
        "opencti, stix jsonl, AMBER, AMBER",
        "victim-urgent, html jsonl, RED, RED",
        "ngo-statistics, statistics, CLEAR, CLEAR",
    })
    void marksEveryFileAndItsRows(String profile, String formats, String tlp, String pap)
            throws IOException {
        List<String> more = new ArrayList<>(List.of("--format", formats.replace(' ', ',')));
        if (profile.equals("misp")) {
            more.addAll(List.of("--purpose", "takedown"));
        }
        Path data = made(profile, more.toArray(String[]::new)).resolve("data");
        List<Path> files;
        try (Stream<Path> all = Files.walk(data)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            String name = data.relativize(file).toString();
            for (String part : parts(file)) {
                assertThat(part.toUpperCase(Locale.ROOT))
                        .as(name)
                        .containsPattern("TLP\\W{1,10}" + tlp + "\\b")
                        .containsPattern("PAP\\W{1,10}" + pap + "\\b");
            }
        }
    }

    /// Rows of tables, objects of lists, and what else is one as a whole. That of STIX is tested
    /// for itself.
    private static List<String> parts(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".csv")) {
            try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
                return csv.stream().skip(1).map(row -> row.getFields().toString()).toList();
            }
        }
        if (name.endsWith(".xlsx")) {
            List<String> rows = new ArrayList<>();
            for (int sheet = 0; sheet < 2; sheet++) {
                try (ReadableWorkbook book = new ReadableWorkbook(file.toFile());
                        Stream<Row> all = book.getSheet(sheet).orElseThrow().openStream()) {
                    all.skip(1)
                            .map(row -> row.stream().map(Cell::getText).toList().toString())
                            .forEach(rows::add);
                }
            }
            return rows;
        }
        String text = Files.readString(file);
        return switch (name) {
            case "hits.jsonl" -> text.lines().toList();
            case "index.json" -> JSON.readTree(text).valueStream().map(JsonNode::toString).toList();
            default -> List.of(text);
        };
    }

    /// By the ids that OASIS gives the levels; each object is marked.
    @ParameterizedTest
    @CsvSource({
        "white, PAP:CLEAR, ad15a0cd-55b6-4588-a14c-a66105329b92",
        "green, PAP:GREEN, c43594d1-4b11-4c59-93ab-1c9b14d53ce9",
        "AMBER, PAP:AMBER, 60f8932b-e51e-4458-b265-a2e8be9a80ab",
        "PAP:red, PAP:RED, 740d36e5-7714-4c30-961a-3ae632ceee0e",
    })
    void marksStixAsOasisNamesTheLevels(String written, String name, String id) throws IOException {
        JsonNode bundle = json(made("opencti", "--pap", written).resolve("data/stix-bundle.json"));
        assertThat(Schemas.stix(bundle)).isEmpty();
        assertThat(stream(bundle.path("objects")).filter(o -> o.path("name").asText().equals(name)))
                .singleElement()
                .satisfies(marking -> {
                    assertThat(marking.path("id").asText()).isEqualTo("marking-definition--" + id);
                    assertThat(
                                    marking.path("extensions")
                                            .path(
                                                    "extension-definition--f8d78575-edfd-406e-8e84-6162a8450f5b")
                                            .path("pap")
                                            .asText())
                            .isEqualTo(name.substring(4).toLowerCase(Locale.ROOT));
                });
        assertThat(stream(bundle.path("objects")).filter(o -> o.has("object_marking_refs")))
                .isNotEmpty()
                .allSatisfy(object ->
                        assertThat(object.path("object_marking_refs").toString()).contains(id));
    }

    @Test
    void asksForWhatAPurposeAllowsWhereNothingIsSaid() throws IOException {
        assertThat(about("misp", "--purpose", "intelligence")).isEqualTo("PAP:AMBER");
        assertThat(about("misp", "--purpose", "takedown")).isEqualTo("PAP:GREEN");
        assertThat(about("victim-urgent")).isEqualTo("PAP:RED");
        assertThat(about("ngo-statistics")).isEqualTo("PAP:CLEAR");
    }

    private String about(String profile, String... more) throws IOException {
        return json(made(profile, more).resolve("data/about.json")).path("pap").asText();
    }

    /// What no schema checks: references, markings, order in time, ids without doubles.
    @Test
    void writesStixWhosePartsHoldTogether() throws IOException {
        JsonNode bundle = json(made("opencti").resolve("data/stix-bundle.json"));
        Set<String> ids = new HashSet<>();
        List<String> references = new ArrayList<>();
        for (JsonNode object : bundle.path("objects")) {
            assertThat(ids.add(object.path("id").asText())).as("doubled " + object).isTrue();
            object.properties()
                    .forEach(member -> {
                        if (member.getKey().endsWith("_ref")) {
                            references.add(member.getValue().asText());
                        } else if (member.getKey().endsWith("_refs")) {
                            member.getValue().forEach(r -> references.add(r.asText()));
                        }
                    });
            if (object.has("modified")) {
                assertThat(object.path("modified").asText())
                        .isGreaterThanOrEqualTo(object.path("created").asText());
            }
            if (object.path("type").asText().equals("indicator")) {
                assertThat(object.path("pattern").asText())
                        .matches(
                                "\\[[a-z-]+:[a-z_]+ = '(?:[^'\\\\]|\\\\['\\\\])*'"
                                        + "(?: AND [a-z-]+:[a-z_]+ = '(?:[^'\\\\]|\\\\['\\\\])*')?\\]");
            }
        }
        assertThat(ids).containsAll(references);
        assertThat(bundle.toString())
                .contains("marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421")
                .contains("\"tlp_2_0\":\"amber\"");
    }

    @Test
    void writesAMispEventThatItsSchemaTypesAndTemplatesAccept() throws IOException {
        JsonNode event =
                json(made("misp", "--purpose", "takedown").resolve("data/misp-event.json"));
        assertThat(Schemas.misp(event)).isEmpty();
        assertThat(event.path("Event").path("Tag").toString()).contains("\"tlp:amber\"");
        assertThat(event.path("Event").path("published").asBoolean(true)).isFalse();
        for (JsonNode object : event.path("Event").path("Object")) {
            for (JsonNode attribute : object.path("Attribute")) {
                boolean isAddress =
                        attribute.path("object_relation").asText().equals("url")
                                && attribute.path("value").asText().contains("board.example");
                assertThat(attribute.path("to_ids").asBoolean()).isEqualTo(isAddress);
            }
        }
    }

    @Test
    void writesEntitiesThatTheModelOfFollowTheMoneyAccepts() throws IOException {
        Set<String> schemas = new HashSet<>();
        for (String line :
                Files.readAllLines(made("openaleph").resolve("data/entities.ftm.json"))) {
            JsonNode entity = JSON.readTree(line);
            assertThat(Schemas.ftm(entity)).as(line).isEmpty();
            schemas.add(entity.path("schema").asText());
        }
        assertThat(schemas)
                .containsExactlyInAnyOrder(
                        "HyperText", "UserAccount", "CryptoWallet", "BankAccount", "UnknownLink");
    }

    @Test
    void leavesOutEverythingThatIsNoSuspectAndSaysSo() throws IOException {
        Path place = out.resolve("pack");
        Cli.Run run = export(place, "opencti");
        assertThat(run.err()).contains("5 left out: warnings, news");
        assertThat(PackContents.textOf(place))
                .doesNotContain("p-victim", "p-warning", "p-talk", "p-novel", "p-agency")
                .doesNotContain("+66812345678");
    }

    /// A query chooses the class; whoever gets the list reads it as one of suspected lures.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "opencti           |                       | true",
                "platform-takedown |                       | true",
                "misp              | --purpose intelligence | true",
                "ngo-statistics    |                       | false",
                "victim-urgent     |                       | false",
            })
    void saysHowManyGoAlongThatNobodyTakesForALure(
            String profile, @Nullable String option, boolean isSaid) throws IOException {
        Path mixed = Files.createDirectories(out.resolve("mixed"));
        World.ofAll()
                .classed(AssessmentClass.LOW)
                .add("bakery", "en", 5, Context.NONE, "Baker", "Bakery hires a baker")
                .add("garage", "en", 6, Context.NONE, "Mechanic", "Garage hires a mechanic")
                .add("clerk", "en", 7, Context.NONE, "Clerk", "Free flight, we said on the phone")
                .in(mixed);
        Cli.Run label =
                Cli.inPipe()
                        .run(
                                "label",
                                "p-clerk",
                                "--as",
                                "lure",
                                "--reason",
                                "called",
                                "--data",
                                mixed.toString());
        assertThat(label.code()).as(label.err()).isZero();
        String[] more = option == null ? new String[0] : option.split(" ");
        String said = "2 of them are classed low; 'class:lure' in the query leaves them out";
        Cli.Run run = Packs.export(mixed, out.resolve("pack"), profile, more);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err().contains(said)).as(run.err()).isEqualTo(isSaid);
        String[] dry =
                Stream.concat(Stream.of(more), Stream.of("--dry-run")).toArray(String[]::new);
        assertThat(Packs.export(mixed, out.resolve("dry"), profile, dry).out().contains(said))
                .isEqualTo(isSaid);
    }

    @Test
    void givesVictimsAccountsAListOfTheirOwn() throws IOException {
        Path place = made("victim-urgent");
        assertThat(PackContents.lines(place.resolve("data/hits.jsonl"), "id"))
                .containsExactly("p-victim");
        assertThat(PackContents.lines(place.resolve("data/hits.jsonl"), "tlp"))
                .containsExactly("red");
        // How little it is a lure is no measure of how urgent it is.
        String dossier = Files.readString(place.resolve("data/dossier.html"));
        assertThat(Jsoup.parse(dossier).body().text())
                .contains("Why it was read as an account of somebody who may be held")
                .doesNotContain("assessed as", "of 100", "points", "Class")
                .doesNotContain("likelihood", "ctx_", "Signals in this list");
        // What it says besides is no sign that somebody is held.
        assertThat(Jsoup.parse(dossier).select(".why").text()).doesNotContain("Ticket bought");
        assertThat(Jsoup.parse(dossier).select(".posting .small").text())
                .contains("Named too: Ticket bought");
        assertThat(export(out.resolve("no"), "victim-urgent", "--purpose", "intelligence").code())
                .isEqualTo(5);
        assertThat(export(out.resolve("no"), "victim-urgent", "--tlp", "amber").code())
                .isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "above what the recipient may receive | --tlp red                  | 5 | up to TLP:amber+strict",
                "more than the recipient can keep to  | --for platform-takedown --pap amber | 5 | keep to PAP:green at most",
                "a removal that nobody may notice     | --for misp --purpose takedown --pap red | 5 | PAP:green at most",
                "a victim's account to act upon       | --for victim-urgent --pap amber | 5 | PAP:red at least",
                "no such action                       | --pap pink                 | 2 | clear, green, amber, red",
                "a purpose that the profile lacks     | --purpose trend            | 5 | not for trend",
                "no such level                        | --tlp pink                 | 2 | amber+strict, red",
                "no such purpose                      | --purpose fun              | 2 | victim-urgent, trend",
                "no such redaction                    | --redact ../x              | 2 | there are contacts, money, people",
                "a format that it does not take       | --format csv               | 2 | takes stix, jsonl",
                "no time                              | --as-of yesterday          | 2 | neither 2026-11-01",
                "a time to come                       | --as-of 2999-01-01         | 2 | 2999-01-01 is to come; it is 2",
                "before anything was seen             | --as-of 2020-01-01         | 1 | nothing to hand on",
                "no ids                               | --ids -                    | 2 | either a QUERY, --case ID or --ids",
            })
    void saysWhyItRefuses(String why, String option, int code, String message) throws IOException {
        Cli.Run run = export(out.resolve("pack"), "opencti", option.strip().split(" "));
        assertThat(run.code()).as(why).isEqualTo(code);
        assertThat(run.err()).contains(message);
        assertThat(out).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({"sites, board: red", "pap_sites, board: red"})
    void dropsWhatIsMarkedStricterAndEveryReferenceToIt(String key, String sites)
            throws IOException {
        Path config =
                configWith("handling.yaml", "\n" + key + ": {}", "\n" + key + ": {" + sites + "}");
        Cli.Run run = export(out.resolve("pack"), "opencti", "--config", config.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("6 left out: marked stricter than the list");
        assertThat(out).isEmptyDirectory();
    }

    /// The contact of one posting stands in the text of another, written differently.
    @ParameterizedTest
    @ValueSource(strings = {"contacts", "people"})
    void leaksNothingThatIsMasked(String redaction) throws IOException {
        List<Path> packs =
                List.of(
                        made(
                                "korean-police",
                                "--format",
                                "html,csv,xlsx,jsonl",
                                "--redact",
                                redaction),
                        made("opencti", "--redact", redaction),
                        made("misp", "--purpose", "takedown", "--redact", redaction),
                        made("openaleph", "--redact", redaction));
        for (Path pack : packs) {
            assertThat(PackContents.textOf(pack).toLowerCase(Locale.ROOT))
                    .doesNotContain("hr_lucky88", "lucky_kk", "hr@golden.example", "it's\\me")
                    .doesNotContain("961234567", "96 123 4567", "96) 123-4567", "96-123-4567")
                    .doesNotContain("m12345678", "110234567890", "110-234-567890")
                    .doesNotContain(
                            "1boatslr",
                            "tjrabprwbz",
                            "golden_oa",
                            "samplegroup77",
                            "sampleviber77");
        }
        assertThat(PackContents.lines(packs.getFirst().resolve("data/hits.jsonl"), "redacted"))
                .anyMatch(count -> Integer.parseInt(count) > 0);
    }

    /// But for what says when it was made.
    @Test
    void givesTheSameBytesForTheSameListAndTime() throws IOException {
        for (String profile : List.of("korean-police", "openaleph", "ngo-statistics")) {
            assertThat(digests(made(profile).resolve("data")))
                    .as(profile)
                    .isEqualTo(digests(made(profile).resolve("data")));
        }
        assertThat(undated(made("opencti"))).isEqualTo(undated(made("opencti")));
    }

    private static String undated(Path pack) throws IOException {
        String bundle = Files.readString(pack.resolve("data/stix-bundle.json"));
        JsonNode report =
                JSON.readTree(bundle)
                        .path("objects")
                        .valueStream()
                        .filter(object -> object.path("type").asText().equals("report"))
                        .findFirst()
                        .orElseThrow();
        String time = report.path("published").asText();
        assertThat(report.path("modified").asText()).isEqualTo(time);
        assertThat(Instant.parse(time)).isAfter(Instant.parse(Packs.AS_OF));
        return bundle.replace(time, "");
    }

    /// The list may be one of long ago; it is made, signed and published now.
    @Test
    void saysByTheClockWhenItWasMade() throws IOException {
        Instant before = Instant.now();
        Path pack = made("platform-takedown");
        String day = before.toString().substring(0, "2026-11-01".length());
        assertThat(Files.readString(pack.resolve("bag-info.txt")))
                .containsPattern(
                        "Bagging-Date: ("
                                + day
                                + "|"
                                + Instant.now().toString().substring(0, 10)
                                + ")\n");
        Matcher signed =
                Pattern.compile("(?m)^time (\\S+)$")
                        .matcher(Files.readString(pack.resolve("custody/checkpoint.txt")));
        assertThat(signed.find()).isTrue();
        assertThat(Instant.parse(signed.group(1))).isBetween(before, Instant.now());
        assertThat(JSON.readTree(pack.resolve("data/about.json").toFile()).path("as_of").asText())
                .isEqualTo(Packs.AS_OF);
        Path notices = pack.resolve("data/notices");
        JsonNode notice = JSON.readTree(notices.resolve("site-board.example.json").toFile());
        assertThat(notice.path("as_of").asText()).isEqualTo(Packs.AS_OF);
        assertThat(Instant.parse(notice.path("date").asText())).isBetween(before, Instant.now());
        assertThat(Files.readString(notices.resolve("site-board.example.txt")))
                .contains("\nDate:     " + day.substring(0, 4), "\nAs of:    " + Packs.AS_OF)
                .doesNotContain("Date:     " + Packs.AS_OF);
        JsonNode event =
                JSON.readTree(
                        made("misp", "--purpose", "intelligence")
                                .resolve("data/misp-event.json")
                                .toFile());
        assertThat(event.at("/Event/timestamp").asLong())
                .isGreaterThanOrEqualTo(before.getEpochSecond());
    }

    /// What was captured later belongs to no list of before.
    @Test
    void namesTheLastCaptureOfItsTime() throws IOException {
        Path own = Files.createDirectory(out.resolve("own"));
        Instant later = Instant.parse(Packs.AS_OF).plusSeconds(60);
        World.ofAll()
                .seen(later, later)
                .add("later", "en", 90, Context.NONE, "Later", "Free flight to Cambodia")
                .in(own);
        Path pack = Packs.made(own, out.resolve("early"), "opencti");
        assertThat(PackContents.lines(pack.resolve("data/hits.jsonl"), "id"))
                .doesNotContain("p-later");
        assertThat(
                        JSON.readTree(pack.resolve("data/about.json").toFile())
                                .path("last_capture")
                                .asInt())
                .isEqualTo(1);
    }

    @Test
    void isABagThatOthersAccept() throws Exception {
        Path bag = made("opencti");
        try (BagVerifier verifier = new BagVerifier()) {
            verifier.isValid(new BagReader().read(bag), true);
        }
        for (String manifest : List.of("manifest-sha256.txt", "tagmanifest-sha256.txt")) {
            Process check =
                    new ProcessBuilder("sha256sum", "--strict", "-c", manifest)
                            .directory(bag.toFile())
                            .redirectErrorStream(true)
                            .start();
            String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(check.waitFor()).as(said).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"korean-police", "openaleph", "opencti", "platform-takedown"})
    void triesEveryKindOfPack(String profile) {
        Cli.Run run = export(out.resolve("pack"), profile, "--dry-run");
        assertThat(run.err()).doesNotContain("a fault of this program");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("would hand on", "  pack       x");
    }

    @Test
    void writesNothingInADryRunAndSaysWhatWouldGo() {
        Cli.Run run = export(out.resolve("pack"), "opencti", "--dry-run");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "would hand on 6 postings",
                        "marked TLP:amber, PAP:amber",
                        "stix-bundle.json")
                .contains("p-lure-en", "left out, 5", "p-victim");
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void needsNoPlaceForADryRun() {
        Cli.Run run =
                Cli.inPipe()
                        .run(
                                "export",
                                "*",
                                "--for",
                                "opencti",
                                "--reason",
                                "x",
                                "--dry-run",
                                "--data",
                                data.toString(),
                                "--config",
                                Folders.shippedConfig().toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("would hand on 6 postings");
    }

    @Test
    void breaksADryRunBetweenWordsOnATerminal() {
        Cli.Run run =
                Packs.export(Cli.onTerminal(60), data, out.resolve("pack"), "opencti", "--dry-run");
        assertThat(run.code()).isZero();
        assertThat(run.out().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60))
                .anyMatch(line -> line.matches(" {13}\\S.*"));
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("do not open the addresses, write to the contacts, ask for a removal or");
    }

    /// Nothing else draws Khmer and keeps its text, so there is no second way to a PDF.
    @Test
    void sendsTheDossierToAnyBrowserWhereThereIsNoChromium() {
        Cli.Run run = export(out.resolve("pack"), "korean-police");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("dossier.html prints the same from any browser");
        assertThat(out.resolve("pack/data/dossier.html")).exists();
        assertThat(out.resolve("pack/data/dossier.pdf")).doesNotExist();
        Cli.Run named = export(out.resolve("named"), "korean-police", "--format", "pdf");
        assertThat(named.code()).isEqualTo(3);
        assertThat(named.err()).contains("pdf needs Chromium", "take html, which prints the same");
        assertThat(out.resolve("named")).doesNotExist();
    }

    @Test
    void neverReplacesAPack() {
        Path place = made("opencti");
        assertThat(export(place, "opencti").code()).isEqualTo(2);
    }

    @Test
    void recordsWhatLeft() throws IOException {
        Path place = made("opencti");
        try (EventLog log = EventLog.openToRead(data)) {
            assertThat(log.verify().problems()).isEmpty();
            Event last =
                    log.of(new EventKind("account.export")).stream()
                            .filter(e -> e.text("place").equals("" + place.getFileName()))
                            .toList()
                            .getLast();
            assertThat(last.details())
                    .containsEntry("for", "opencti")
                    .containsEntry("reason", "request 114");
            assertThat(last.about()).contains("p-lure-en").hasSize(7);
        }
    }

    @Test
    void tellsNoSmallNumberInStatistics() throws IOException {
        Path place = made("ngo-statistics");
        JsonNode told = json(place.resolve("data/statistics.json"));
        assertThat(told.path("postings").asText()).isEqualTo("6");
        assertThat(told.path("tables").path("language").properties())
                .allMatch(cell -> cell.getValue().asText().startsWith("fewer than"));
        assertThat(told.path("tables").path("signal").path("free_airfare").asText()).isEqualTo("6");
        // Codes are for programs.
        assertThat(Files.readString(place.resolve("data/statistics.csv")))
                .contains(
                        "table,value,postings,meaning",
                        "signal,free_airfare,6,Ticket bought or reimbursed by the recruiter.",
                        "language,th,fewer than 5,Thai",
                        "class,lure,6,the words of scam compounds' lures");
        assertThat(told.path("meanings").path("language").path("ko").asText()).isEqualTo("Korean");
        assertThat(PackContents.textOf(place))
                .doesNotContain("p-lure", "hr_lucky88", "board.example");
    }

    @Test
    void takesIdsFromAPipe() {
        Cli.Run run =
                Cli.inPipe()
                        .typing("p-lure-ko\np-victim\n")
                        .run(
                                "export",
                                "--ids",
                                "-",
                                "--for",
                                "opencti",
                                "--reason",
                                "x",
                                "--dry-run",
                                "--out",
                                out.resolve("pack").toString(),
                                "--data",
                                data.toString(),
                                "--config",
                                Folders.shippedConfig().toString());
        assertThat(run.out()).contains("would hand on 1 posting ", "p-lure-ko", "p-victim");
    }

    @Test
    void opensNoFormulaInAWorkbook() throws IOException {
        Path book = made("korean-police", "--format", "xlsx").resolve("data/hits.xlsx");
        try (ReadableWorkbook workbook = new ReadableWorkbook(book.toFile())) {
            workbook.getSheets()
                    .forEach(sheet ->
                            assertThatCode(
                                            () -> {
                                                try (Stream<Row> rows = sheet.openStream()) {
                                                    rows.forEach(row ->
                                                            row.forEach(cell -> {
                                                                if (cell != null) {
                                                                    assertThat(cell.getFormula())
                                                                            .isNull();
                                                                    assertThat(cell.asString())
                                                                            .doesNotMatch(
                                                                                    "(?s)^[\\s\"]*[=+@-].*");
                                                                }
                                                            }));
                                                }
                                            })
                                    .doesNotThrowAnyException());
        }
    }

    private Path configWith(String file, String from, String to) throws IOException {
        Path config = Folders.copy(Folders.shippedConfig(), configs.resolve("config"));
        Path changed = config.resolve(file);
        Files.writeString(changed, Files.readString(changed).replace(from, to));
        return config;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return array.valueStream();
    }

    private static Map<String, String> digests(Path pack) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(pack)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(
                        pack.relativize(file).toString(),
                        lurewatch.indexer.Digest.of(Files.readAllBytes(file)).hex());
            }
        }
        return digests;
    }
}
