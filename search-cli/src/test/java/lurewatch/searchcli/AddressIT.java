package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lurewatch.indexer.Context;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Addresses as they leave: those at which a page can be opened, and where on it a posting stands.
class AddressIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOARD = "https://board.example/";

    @TempDir private static Path data;
    @TempDir private Path out;

    @BeforeAll
    static void index() {
        new World()
                .at(BOARD + "list#0123456789ab")
                .add("listed", "en", 95, Context.NONE, "Typist", "Free flight, listed")
                .at(BOARD + "ads/1#second-look")
                .add("other", "en", 94, Context.NONE, "Typist", "Free flight, for people")
                .at(BOARD + "t/5#post-17")
                .add("answer", "en", 93, Context.NONE, "Typist", "Free flight, an answer")
                .at(BOARD + "ads/2")
                .add("own", "en", 92, Context.NONE, "Typist", "Free flight, a page")
                .at("urn:sha256:00ff")
                .add("chat", "en", 91, Context.NONE, "Typist", "Free flight, a chat")
                .in(data);
    }

    private Path made(String profile, String... more) {
        return Packs.made(data, out.resolve("pack"), profile, more).resolve("data");
    }

    private static JsonNode json(Path file) throws IOException {
        return JSON.readTree(Files.readString(file));
    }

    /// What a proxy compares holds no fragment of ours; a page that others share is not blocked.
    @Test
    void areThePagesInMisp() throws IOException {
        JsonNode event =
                json(made("misp", "--purpose", "takedown").resolve("misp-event.json"))
                        .path("Event");
        List<String> urls = new ArrayList<>();
        for (JsonNode object : event.path("Object")) {
            for (JsonNode attribute : object.path("Attribute")) {
                if (attribute.path("type").asText().equals("url")) {
                    urls.add(
                            attribute.path("value").asText()
                                    + " "
                                    + attribute.path("to_ids").asBoolean());
                }
            }
        }
        assertThat(urls)
                .containsExactlyInAnyOrder(
                        BOARD + "list false",
                        BOARD + "ads/1 true",
                        BOARD + "t/5#post-17 false",
                        BOARD + "ads/2 true");
    }

    @Test
    void areThePagesInStix() throws IOException {
        JsonNode bundle = json(made("opencti").resolve("stix-bundle.json"));
        assertThat(
                        bundle.path("objects")
                                .valueStream()
                                .filter(object -> object.path("type").asText().equals("url"))
                                .map(object -> object.path("value").asText()))
                .containsExactlyInAnyOrder(
                        BOARD + "list", BOARD + "ads/1", BOARD + "t/5#post-17", BOARD + "ads/2");
        assertThat(bundle.findValuesAsText("on_page"))
                .containsExactlyInAnyOrder(
                        "one of those on that page", "as another user agent is shown it");
    }

    @Test
    void areThePagesInNoticesWhichSayWhereOnThem() throws IOException {
        Cli.Run run = Packs.export(data, out.resolve("pack"), "platform-takedown");
        assertThat(run.code()).as(run.err()).isZero();
        Path notices = out.resolve("pack/data/notices");
        assertThat(json(notices.resolve("index.json")).findValuesAsText("platform"))
                .containsExactly("board.example");
        assertThat(run.err()).contains("1 posting is in no notice");
        String letter = Files.readString(notices.resolve("site-board.example.txt"));
        assertThat(letter)
                .contains(
                        BOARD + "list\n   there: one of those on that page\n",
                        BOARD + "ads/1\n   there: as another user agent is shown it\n",
                        BOARD + "t/5#post-17\n   seen",
                        BOARD + "ads/2\n   seen")
                .doesNotContain("#second-look", "#0123456789ab");
        assertThat(Files.readString(notices.resolve("site-board.example.json")))
                .contains("\"on_page\" : \"one of those on that page\"")
                .doesNotContain("#second-look", "#0123456789ab");
    }

    @Test
    void areThePagesInTablesDossierAndFollowTheMoney() throws IOException {
        Path police = made("korean-police", "--format", "html,csv,xlsx");
        assertThat(Files.readString(police.resolve("hits.csv")))
                .contains("," + BOARD + "list,", ",one of those on that page,")
                .doesNotContain("#second-look", "#0123456789ab");
        assertThat(Jsoup.parse(Files.readString(police.resolve("dossier.html"))).text())
                .contains("On that page one of those on that page")
                .doesNotContain("#second-look", "#0123456789ab");
        Path aleph =
                Packs.made(data, out.resolve("aleph"), "openaleph", "--format", "ftm")
                        .resolve("data");
        assertThat(Files.readString(aleph.resolve("entities.ftm.json")))
                .contains("\"" + BOARD + "list\"")
                .doesNotContain("#second-look", "#0123456789ab");
    }

    /// The posting's own name stays beside it: another desk finds its own by that.
    @Test
    void areBesideTheNameInJsonl() throws IOException {
        Path hits = made("korean-police", "--format", "jsonl").resolve("hits.jsonl");
        assertThat(PackContents.lines(hits, "url")).contains(BOARD + "list#0123456789ab");
        assertThat(PackContents.lines(hits, "page")).contains(BOARD + "list", BOARD + "ads/1");
        assertThat(PackContents.lines(hits, "on_page")).contains("one of those on that page");
    }
}
