package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What packs hold of a posting that was looked at more often than anybody will read: the captures
/// that tell most, how many there are besides, and how often it was seen. Each capture is `cN`.
class ManySightingsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AD = "https://board.example/ads/1";
    private static final int VISITS = 130;

    @TempDir private static Path data;
    @TempDir private static Path packs;

    @BeforeAll
    static void visit() throws IOException {
        Visits.Shown first = new Visits.Shown("ad", AD, "Free flight to Bavet, typists wanted now");
        Visits.Shown second = new Visits.Shown("ad", AD, "Free flight to Poipet, all found, cooks");
        try (Visits visits = new Visits(data)) {
            for (int i = 0; i < VISITS; i++) {
                visits.page(AD, first);
            }
            for (int i = 0; i < VISITS; i++) {
                visits.page(AD, second);
            }
        }
        Packs.made(data, packs.resolve("police"), "korean-police", "--format", "html,jsonl,wacz");
        Packs.made(data, packs.resolve("cti"), "opencti");
    }

    private static JsonNode item() throws IOException {
        return JSON.readTree(Files.readString(packs.resolve("police/data/hits.jsonl")));
    }

    private static JsonNode bundle() throws IOException {
        return JSON.readTree(packs.resolve("cti/data/stix-bundle.json").toFile());
    }

    private static JsonNode observed() throws IOException {
        return StreamSupport.stream(bundle().path("objects").spliterator(), false)
                .filter(object -> object.path("type").asText().equals("observed-data"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Long> captures(JsonNode listed) {
        List<Long> captures = new ArrayList<>();
        listed.forEach(capture -> captures.add(capture.path("capture").asLong()));
        return captures;
    }

    @Test
    void jsonlListsTheEndsOfEachVersionAndCountsTheRest() throws IOException {
        JsonNode item = item();
        assertThat(captures(item.path("captures")))
                .hasSize(100)
                .isSorted()
                .contains(1L, 130L, 131L, 260L);
        assertThat(item.path("sightings").asInt()).isEqualTo(2 * VISITS);
        assertThat(item.path("captures_left_out").asInt()).isEqualTo(2 * VISITS - 100);
        assertThat(item.path("text_capture").asLong()).isEqualTo(131);
        assertThat(item.path("last").asText()).isEqualTo("2026-10-12T07:00:00Z");
    }

    @Test
    void stixCountsAllThatWereObserved() throws IOException {
        JsonNode observed = observed();
        assertThat(observed.path("number_observed").asInt()).isEqualTo(2 * VISITS);
        JsonNode extension = observed.path("extensions").elements().next();
        assertThat(captures(extension.path("captures")))
                .isEqualTo(captures(item().path("captures")));
        assertThat(extension.path("captures_left_out").asInt()).isEqualTo(2 * VISITS - 100);
        assertThat(Schemas.stix(bundle())).isEmpty();
        String schema = bundle().path("objects").findValue("schema").asText();
        assertThat(Schemas.own(schema, extension)).isEmpty();
    }

    /// Those of one version repeat the bytes of its first, which is among them.
    @Test
    void theWebArchiveHoldsWhatIsListed() throws IOException {
        try (ZipFile zip = new ZipFile(packs.resolve("police/data/captures.wacz").toFile());
                InputStream packed = zip.getInputStream(zip.getEntry("indexes/index.cdx.gz"))) {
            String index =
                    new String(new GZIPInputStream(packed).readAllBytes(), StandardCharsets.UTF_8);
            List<Long> held = new ArrayList<>();
            for (String line : index.lines().toList()) {
                String capture = JSON.readTree(line.split(" ", 3)[2]).path("capture").asText();
                held.add(Long.parseLong(capture.substring(1)));
            }
            assertThat(held).containsExactlyInAnyOrderElementsOf(captures(item().path("captures")));
        }
    }

    @Test
    void theDossierSaysHowManyItDoesNotList() throws IOException {
        assertThat(Files.readString(packs.resolve("police/data/dossier.html")))
                .contains("160 more captures are not listed: 260 showed the posting in all");
    }
}
