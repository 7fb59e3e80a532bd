package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Context;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The campaigns of a list in its dossier: what was copied, and what changes from copy to copy.
class CopiesIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOSS = "@sample_boss_bavet";

    @TempDir private static Path data;
    @TempDir private Path out;

    @BeforeAll
    static void index() {
        new World()
                .add("one", "en", 95, Context.NONE, "Typists", copy(2500, "sample_copy1"))
                .on("market")
                .add("two", "en", 94, Context.NONE, "Typists!", copy(2700, "sample_copy2"))
                .add("three", "en", 93, Context.NONE, "Typing job", copy(2700, "sample_copy1"))
                .on("hidden")
                .add("four", "en", 92, Context.NONE, "Kept back", copy(9100, "sample_hidden"))
                .on("board")
                .add(
                        "boss1",
                        "vi",
                        91,
                        Context.NONE,
                        "Nhân viên",
                        BOSS
                                + " cần người nghe điện thoại ở Bavet, bao ăn ở, không cần kinh nghiệm",
                        boss())
                .add(
                        "boss2",
                        "th",
                        90,
                        Context.NONE,
                        "แอดมิน",
                        BOSS + " รับสมัครพนักงานตอบแชทที่ปอยเปต ที่พักฟรี",
                        boss())
                .add("alone", "ko", 89, Context.NONE, "상담원", "프놈펜 상담원 모집, 숙식 제공")
                .in(data);
    }

    private static Contact boss() {
        return new Contact(
                ContactKind.TELEGRAM, BOSS.substring(1), BOSS, 0, BOSS.length(), 0.9, "test");
    }

    private static String copy(int pay, String handle) {
        return "We are looking for typists who answer customers of our international company by chat,"
                + " the office is in Sihanoukville near the beach, food and a room are free and the"
                + " flight is paid by us, salary "
                + pay
                + " dollars every month and more for those who work hard, write to @"
                + handle
                + " and start this week, no experience is needed";
    }

    private Path made(String... more) throws IOException {
        Path config = Folders.copy(Folders.shippedConfig(), out.resolve("config"));
        Path handling = config.resolve("handling.yaml");
        Files.writeString(
                handling,
                Files.readString(handling).replace("\nsites: {}", "\nsites: {hidden: red}"));
        Path pack = out.resolve("pack");
        String[] options = new String[more.length + 4];
        options[0] = "--config";
        options[1] = config.toString();
        options[2] = "--format";
        options[3] = "html,jsonl";
        System.arraycopy(more, 0, options, 4, more.length);
        return Packs.made(data, pack, "korean-police", options);
    }

    /// Of a posting, by its id.
    private static JsonNode campaign(Path pack, String id) throws IOException {
        for (String line : Files.readAllLines(pack.resolve("data/hits.jsonl"))) {
            JsonNode item = JSON.readTree(line);
            if (item.path("id").asText().equals(id)) {
                return item.path("campaign");
            }
        }
        throw new AssertionError("no posting " + id);
    }

    @Test
    void showsTheWordingOnceWithWhatStandsInItsSlots() throws IOException {
        Path pack = made();
        Document html = Jsoup.parse(Files.readString(pack.resolve("data/dossier.html")));
        assertThat(html.select(".campaign h3").eachText())
                .containsExactly(
                        "Campaign 1: 3 postings on 2 sites", "Campaign 2: 2 postings on one site");
        Elements copies = html.select(".campaign:has(.slot)");
        assertThat(copies.text())
                .contains("In this list number 1, 2, 3.", "All of them have this wording:");
        assertThat(copies.select("blockquote .slot").eachText())
                .containsExactly("12500", "2@sample_copy1");
        assertThat(copies.select("tr td:last-child").eachText())
                .containsExactly("2700 ×2, 2500 ×1", "@sample_copy1 ×2, @sample_copy2 ×1");
        assertThat(html.select(".campaign:not(:has(.slot))").text())
                .contains(
                        "In this list number 4, 5.",
                        "No two of them have the same wording",
                        "The first says: @sample_boss");

        assertThat(campaign(pack, "p-one").path("number").asInt()).isEqualTo(1);
        assertThat(campaign(pack, "p-three").path("wording").asInt()).isEqualTo(1);
        assertThat(campaign(pack, "p-boss2").path("number").asInt()).isEqualTo(2);
        assertThat(campaign(pack, "p-alone").isNull()).isTrue();
        JsonNode slot = campaign(pack, "p-two").path("slots").path(1);
        assertThat(
                        copy(2700, "sample_copy2")
                                .substring(slot.path("start").asInt(), slot.path("end").asInt()))
                .isEqualTo("@sample_copy2");
        // Its founder may be a posting that stays here.
        assertThat(PackContents.textOf(pack)).doesNotContain("p-four", "9100", "sample_hidden");
    }

    @Test
    void masksWhatStandsInSlots() throws IOException {
        Path pack = made("--redact", "contacts");
        assertThat(PackContents.textOf(pack)).doesNotContain("sample_boss_bavet");
        Document html = Jsoup.parse(Files.readString(pack.resolve("data/dossier.html")));
        assertThat(html.select(".campaign h3")).hasSize(2);
    }

    @Test
    void saysWhereNothingWasCopied() {
        Path few = out.resolve("few");
        new World()
                .add("lone", "en", 95, Context.NONE, "Typists", copy(2500, "sample_copy1"))
                .in(few);
        Path pack = Packs.made(few, out.resolve("pack"), "korean-police", "--format", "html");
        assertThat(pack.resolve("data/dossier.html"))
                .content()
                .contains("No two postings of this list hang together by wording or contact.")
                .doesNotContain("class=\"campaign\"");
    }
}
