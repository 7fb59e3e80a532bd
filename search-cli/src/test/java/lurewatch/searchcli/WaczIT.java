package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import lurewatch.indexer.Digest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTargetRecord;

class WaczIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private static Path data;
    @TempDir private static Path packs;
    @TempDir private Path out;

    private static Path pack = Path.of("");
    private static Cli.Run exported = new Cli.Run(0, "", "");

    @BeforeAll
    static void export() throws IOException {
        World.ofAll().archivedIn(data, "p-lure-en", "p-lure-ko", "p-victim");
        assertThat(run("key", "new", "--data", data.toString()).code()).isZero();
        pack = packs.resolve("pack");
        exported = export(pack);
        assertThat(exported.code()).as(exported.err()).isZero();
    }

    private static Cli.Run run(String... args) {
        return Cli.inPipe().run(args);
    }

    private static Cli.Run export(Path place, String... more) {
        String[] options = more.length == 0 ? new String[] {"--format", "wacz,jsonl"} : more;
        return Packs.export(data, place, "korean-police", options);
    }

    private static Path wacz() {
        return pack.resolve("data/captures.wacz");
    }

    private static Map<String, byte[]> contents(Path file) throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
                contents.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return contents;
    }

    private static byte[] content(Map<String, byte[]> contents, String name) {
        return Objects.requireNonNull(contents.get(name), name);
    }

    @Test
    void isAWebArchiveByTheLetterOfItsFormat() throws IOException {
        Map<String, byte[]> contents = contents(wacz());
        assertThat(contents.keySet())
                .containsExactlyInAnyOrder(
                        "archive/captures.warc.gz",
                        "indexes/index.cdx.gz",
                        "indexes/index.idx",
                        "pages/pages.jsonl",
                        "datapackage.json",
                        "datapackage-digest.json");
        JsonNode description = JSON.readTree(content(contents, "datapackage.json"));
        for (JsonNode resource : description.path("resources")) {
            byte[] bytes = content(contents, resource.path("path").asText());
            assertThat(resource.path("hash").asText()).isEqualTo(Digest.of(bytes).toString());
            assertThat(resource.path("bytes").asInt()).isEqualTo(bytes.length);
        }
        assertThat(description.path("resources")).hasSize(4);
        JsonNode digest = JSON.readTree(content(contents, "datapackage-digest.json"));
        assertThat(digest.path("hash").asText())
                .isEqualTo(Digest.of(content(contents, "datapackage.json")).toString());
        assertThat(digest.has("signedData")).isFalse();
        String pages = new String(content(contents, "pages/pages.jsonl"), StandardCharsets.UTF_8);
        assertThat(pages.lines().findFirst())
                .hasValueSatisfying(
                        first -> assertThat(first).contains("\"format\":\"json-pages-1.0\""));
        assertThat(pages.lines().skip(1).count()).isEqualTo(4);
    }

    /// jwarc walks over the file; where it finds each answer, the index says it is.
    @Test
    void isReadByALibraryThatFindsTheSameRecordsInTheSamePlaces() throws IOException {
        Map<String, byte[]> contents = contents(wacz());
        Map<Long, String> found = new TreeMap<>();
        int revisits = 0;
        try (WarcReader reader =
                new WarcReader(
                        Channels.newChannel(
                                new ByteArrayInputStream(
                                        content(contents, "archive/captures.warc.gz"))))) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                WarcRecord record = next.get();
                long position = reader.position();
                if (record instanceof WarcResponse response) {
                    byte[] payload =
                            response.payload().orElseThrow().body().stream().readAllBytes();
                    assertThat(response.payloadDigest().orElseThrow().hex())
                            .isEqualTo(Digest.of(payload).hex());
                }
                if (record instanceof WarcResponse || record instanceof WarcRevisit) {
                    found.put(position, ((WarcTargetRecord) record).target());
                    revisits += record instanceof WarcRevisit ? 1 : 0;
                }
            }
        }
        assertThat(revisits).isPositive();
        assertThat(indexed(contents)).isEqualTo(found);
    }

    private static Map<Long, String> indexed(Map<String, byte[]> contents) throws IOException {
        Map<Long, String> places = new TreeMap<>();
        byte[] index = content(contents, "indexes/index.cdx.gz");
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(new ByteArrayInputStream(index)),
                                StandardCharsets.UTF_8))) {
            for (String line : lines.lines().toList()) {
                assertThat(line).startsWith("example,board)/ads/");
                JsonNode json = JSON.readTree(line.split(" ", 3)[2]);
                places.put(json.path("offset").asLong(), json.path("url").asText());
            }
        }
        return places;
    }

    @Test
    void leavesOutWhatAlsoShowsWhatIsKeptBackAndSaysSo() throws IOException {
        assertThat(exported.err())
                .contains("captures.wacz is without 1 capture: it also shows what is kept back");
        assertThat(Files.readString(pack.resolve("data/about.json"))).contains("is without 1");
        String text = unpacked(wacz());
        assertThat(text).contains("hr_lucky88").doesNotContain("is held now", "Police warn");
    }

    private static String unpacked(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, byte[]> entry : contents(file).entrySet()) {
            byte[] bytes = entry.getValue();
            if (entry.getKey().endsWith(".gz")) {
                bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
            }
            text.append(new String(bytes, StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    /// A capture cannot be masked.
    @Test
    void isRefusedWhereSomethingIsToBeMasked() throws IOException {
        Cli.Run run = export(out.resolve("x"), "--redact", "contacts", "--format", "wacz");
        assertThat(run.code()).isEqualTo(5);
        assertThat(run.err()).contains("captures cannot be masked", "nothing was written");
        Cli.Run usual = export(out.resolve("y"), "--redact", "money");
        assertThat(usual.code()).as(usual.err()).isZero();
        assertThat(usual.err()).contains("no wacz: captures cannot be masked");
        assertThat(out.resolve("y/data/captures.wacz")).doesNotExist();
    }

    /// But for what says when it was made: the record that the archive begins with, and the
    /// package's own date.
    @Test
    void holdsTheSameForTheSameList() throws IOException {
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        assertThat(export(out.resolve("again")).code()).isZero();
        Map<String, byte[]> first = contents(wacz());
        Map<String, byte[]> again = contents(out.resolve("again/data/captures.wacz"));
        assertThat(content(again, "pages/pages.jsonl"))
                .isEqualTo(content(first, "pages/pages.jsonl"));
        assertThat(records(again)).isEqualTo(records(first)).isNotEmpty();
        for (String name : List.of("datapackage.json", "datapackage-digest.json")) {
            String text = new String(content(again, name), StandardCharsets.UTF_8);
            String created = text.replaceFirst("(?s).*\"created\" ?: ?\"([^\"]*)\".*", "$1");
            assertThat(Instant.parse(created)).as(name).isBetween(before, Instant.now());
        }
    }

    private static byte[] records(Map<String, byte[]> contents) throws IOException {
        byte[] warc = content(contents, "archive/captures.warc.gz");
        long first = Collections.min(indexed(contents).keySet());
        return Arrays.copyOfRange(warc, (int) first, warc.length);
    }

    @Test
    void saysWhichCaptureIsDamagedAndWhatToDo() throws IOException {
        Path own = Folders.copy(data, out.resolve("own"));
        JsonNode seen =
                JSON.readTree(Files.readAllLines(pack.resolve("data/hits.jsonl")).getFirst())
                        .path("captures")
                        .path(0);
        Path segment = own.resolve("archive").resolve(seen.path("file").asText());
        byte[] bytes = Files.readAllBytes(segment);
        bytes[seen.path("offset").asInt() + 40] ^= 1;
        Files.write(segment, bytes);
        Path place = Files.createDirectory(out.resolve("packs"));
        Cli.Run run = Packs.export(own, place.resolve("pack"), "korean-police", "--format", "wacz");
        assertThat(run.code()).as(run.err()).isEqualTo(4);
        assertThat(run.err())
                .contains("c" + seen.path("capture").asText(), "lurewatch verify")
                .doesNotContain("wacz");
        assertThat(place).isEmptyDirectory();
    }

    @Test
    void isCheckedWithThePackAndAlone() {
        Cli.Run whole = run("verify", pack.toString(), "--data", data.toString());
        assertThat(whole.code()).as(whole.out()).isZero();
        Cli.Run alone = run("verify", wacz().toString(), "--data", data.toString());
        assertThat(alone.code()).as(alone.out()).isZero();
        assertThat(alone.out())
                .contains("ok: 6 files", "captures as the index says", "signed with k")
                .doesNotContain("note:");
        assertThat(run("verify", wacz().toString(), "--data", out.toString()).out())
                .contains("a key that is not one of this machine's");
    }

    /// Whose index and container may be of any form that the format allows.
    @Test
    void checksTheDigestsOfAFileThatOthersMade() throws IOException {
        Map<String, byte[]> contents = contents(wacz());
        contents.remove("datapackage-digest.json");
        contents.remove("indexes/index.idx");
        contents.put("indexes/index.cdx.gz", new byte[] {1});
        Path file = out.resolve("others.wacz");
        writeOthers(file, contents);
        Cli.Run run = run("verify", file.toString(), "--data", data.toString());
        assertThat(run.code()).as(run.out()).isZero();
        assertThat(run.out()).contains("made by other software", "no datapackage-digest.json");

        contents.put("archive/captures.warc.gz", new byte[] {1});
        write(file, contents);
        assertThat(run("verify", file.toString(), "--data", data.toString()).out())
                .contains("archive/captures.warc.gz: is not as it was made");
    }

    private static void writeOthers(Path file, Map<String, byte[]> contents) throws IOException {
        ObjectNode description =
                JSON.createObjectNode().put("profile", "data-package").put("software", "other 1");
        contents.remove("datapackage.json");
        var resources = description.putArray("resources");
        contents.forEach((path, bytes) ->
                resources
                        .addObject()
                        .put("path", path)
                        .put("hash", Digest.of(bytes).toString())
                        .put("bytes", bytes.length));
        contents.put("datapackage.json", JSON.writeValueAsBytes(description));
        write(file, contents);
    }

    private static void write(Path file, Map<String, byte[]> contents) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> content : contents.entrySet()) {
                zip.putNextEntry(new ZipEntry(content.getKey()));
                zip.write(content.getValue());
            }
        }
    }

    /// Also the container itself, which no digest in the file covers. The last file of the list is
    /// said to begin where nothing is.
    @Test
    void showsAListThatLeadsBeyondTheEnd() throws IOException {
        ByteBuffer bytes =
                ByteBuffer.wrap(Files.readAllBytes(wacz())).order(ByteOrder.LITTLE_ENDIAN);
        int end = bytes.capacity() - 22;
        assertThat(bytes.getInt(end)).as("the end of the list").isEqualTo(0x06054b50);
        int listed = bytes.getInt(end + 16);
        bytes.putInt(listed + 42, end - 1);
        Path file = Files.write(out.resolve("captures.wacz"), bytes.array());

        Cli.Run run = run("verify", file.toString(), "--data", data.toString());

        assertThat(run.code()).as(run.err()).isEqualTo(4);
        assertThat(run.out()).contains("captures.wacz: is no ZIP file");
    }

    @Test
    void saysWhereASignatureIsThatIsNotOfThePackage() throws IOException {
        Map<String, byte[]> contents = contents(wacz());
        ObjectNode digest =
                (ObjectNode) JSON.readTree(content(contents, "datapackage-digest.json"));
        ObjectNode signed = (ObjectNode) digest.path("signedEd25519");
        char[] signature = signed.path("signature").asText().toCharArray();
        signature[9] = signature[9] == 'A' ? 'B' : 'A';
        signed.put("signature", new String(signature));
        contents.put(
                "datapackage-digest.json",
                JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(digest));
        Path file = out.resolve("captures.wacz");
        write(file, contents);

        Cli.Run run = run("verify", file.toString(), "--data", data.toString());

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.out())
                .contains("datapackage-digest.json: does not hold what its signature was made of");
    }

    @Test
    void showsEveryBitThatWasTurned() throws IOException {
        byte[] bytes = Files.readAllBytes(wacz());
        Random random = new Random(20_261_128);
        for (int i = 0; i < 60; i++) {
            byte[] changed = bytes.clone();
            int at = random.nextInt(bytes.length);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            Path file = Files.write(out.resolve("changed.wacz"), changed);
            Cli.Run run = run("verify", file.toString(), "--data", data.toString());
            assertThat(run.code()).as("byte " + at + "\n" + run.out() + run.err()).isEqualTo(4);
        }
    }
}
