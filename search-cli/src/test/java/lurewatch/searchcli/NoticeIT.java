package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Block;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Context;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.Particulars;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.Signal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticeIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private static Path data;
    @TempDir private Path out;

    @BeforeAll
    static void index() {
        World.ofAll()
                .on("other")
                .add(
                        "elsewhere",
                        "en",
                        90,
                        Context.NONE,
                        "Typist, Bavet\u001b[31m",
                        "Free flight\nand visa, ask the boss",
                        World.contact(ContactKind.TELEGRAM, "boss_bavet1"),
                        World.contact(ContactKind.LINE, "line_bavet1"))
                .in(data);
    }

    private Path made(String... more) {
        return Packs.made(data, out.resolve("pack"), "platform-takedown", more)
                .resolve("data/notices");
    }

    private static JsonNode json(Path file) throws IOException {
        return JSON.readTree(Files.readString(file));
    }

    /// Article 16(2): reasons, exact addresses, who gives notice, good faith.
    @Test
    void tellsEachPlatformWhatTheLawAsksForAndNothingOfOthers() throws IOException {
        Path notices = made();
        assertThat(json(notices.resolve("index.json")).findValuesAsText("file"))
                .containsExactly(
                        "notices/site-board.example.json", "notices/site-other.example.json");
        String letter = Files.readString(notices.resolve("site-other.example.txt"));
        assertThat(letter)
                .contains(
                        "TLP:GREEN",
                        "To:       other.example",
                        "1. https://other.example/ads/elsewhere",
                        "seen once, 2026-10-31T12:00:00Z, posting p-elsewhere",
                        "\"Free\"",
                        "Lurewatch desk, desk@example.org",
                        "We believe in good faith",
                        "Marking:  TLP:GREEN, may be passed on within your community")
                .doesNotContain("board.example", "boss_bavet1", "\u001b");
        assertThat(letter.lines().filter(line -> !line.contains("sha256")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(90));
        JsonNode notice = json(notices.resolve("site-board.example.json"));
        assertThat(notice.path("postings").findValuesAsText("id"))
                .containsExactlyInAnyOrder("p-lure-en", "p-lure-ko", "p-formula", "p-hostile");
        assertThat(notice.path("good_faith").asBoolean()).isTrue();
        assertThat(notice.path("ground").asText()).contains("scam compounds");
        assertThat(notice.path("postings").path(0).path("payload_sha256").asText()).hasSize(64);
    }

    @Test
    void namesAccountsToThePlatformThatRunsThemWhereNothingIsMasked() throws IOException {
        Path notices = made("--redact", "none", "--format", "notices");
        JsonNode telegram = json(notices.resolve("telegram.json"));
        assertThat(telegram.path("accounts").findValuesAsText("account"))
                .containsExactlyInAnyOrder("hr_lucky88", "boss_bavet1");
        assertThat(telegram.path("postings")).isEmpty();
        assertThat(json(notices.resolve("line.json")).path("accounts").findValuesAsText("account"))
                .containsExactly("line_bavet1");
        assertThat(Files.readString(notices.resolve("telegram.txt")))
                .contains("telegram https://t.me/boss_bavet1", "named in https://other.example/");
        assertThat(notices.resolve("kakao.json")).exists();
    }

    @Test
    void saysInOneFormForOneWhatIsInNoNotice() {
        Path few = out.resolve("few");
        new World()
                .add("shy", "en", 90, Context.NONE, "Typist", "Free flight, ask sample_shy1", shy())
                .on("sample_shy1")
                .add("masked", "en", 90, Context.NONE, "Typist", "Free flight")
                .in(few);
        Cli.Run run = Packs.export(few, out.resolve("pack"), "platform-takedown");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("1 posting is in no notice: its address is masked");
    }

    /// A channel's name can be a contact and a sign at once; a row of masks gives no reason.
    @Test
    void saysWhereTheWordsOfAReasonAreAllMasked() throws IOException {
        Path few = out.resolve("few");
        new World()
                .add(
                        "named",
                        "en",
                        90,
                        Context.NONE,
                        "Typist",
                        "Free flight",
                        World.contact(ContactKind.TELEGRAM, "free"))
                .in(few);
        Path pack = Packs.made(few, out.resolve("pack"), "platform-takedown");
        assertThat(Files.readString(pack.resolve("data/notices/site-board.example.txt")))
                .contains("(its words are masked)")
                .doesNotContain("█");
    }

    /// A letter that calls itself complete says where the rest is.
    @Test
    void saysHowManyWordsOfAReasonItLeavesOut() throws IOException {
        Path few = out.resolve("few");
        String text = "one two three four five six seven eight nine";
        new World().add(quoting("many", text, 9)).add(quoting("five", text, 5)).in(few);
        Path notices =
                Packs.made(few, out.resolve("pack"), "platform-takedown").resolve("data/notices");
        String words =
                Files.readString(notices.resolve("site-board.example.txt")).replaceAll("\\s+", " ");
        assertThat(words)
                .contains(
                        "\"one / two / three / four / five\" and 4 more, in"
                                + " site-board.example.json",
                        "\"one / two / three / four / five\" Who gives notice");
        JsonNode many = json(notices.resolve("site-board.example.json")).path("postings").path(0);
        assertThat(many.path("reasons").path(0).path("quotes")).hasSize(9);
    }

    /// Raised by that many of its words.
    private static AssessedPosting quoting(String name, String text, int most) {
        List<Evidence> words = new ArrayList<>();
        for (String word : List.of(text.split(" ", -1)).subList(0, most)) {
            int at = text.indexOf(word);
            words.add(Evidence.in(text, at, at + word.length()));
        }
        JobPosting posting =
                new JobPosting(
                        new PostingId("p-" + name),
                        new CaptureId(1),
                        "board",
                        "https://board.example/ads/" + name,
                        "Typist",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Block(Block.Kind.BODY, text)),
                        List.of(),
                        Particulars.UNKNOWN);
        return new AssessedPosting(
                posting,
                new Assessment(
                        Optional.of("en"),
                        80 + most,
                        AssessmentClass.LURE,
                        Context.NONE,
                        List.of(new Signal("free_airfare", 0.6, words)),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(new Assessment.Contribution("free_airfare", 80 + most)),
                        "rules",
                        List.of()));
    }

    private static Contact shy() {
        return World.contact(ContactKind.TELEGRAM, "sample_shy1");
    }

    @Test
    void areForTakedownOnly() throws IOException {
        Path config = Folders.copy(Folders.shippedConfig(), out.resolve("config"));
        Path profile = config.resolve("agencies/opencti.yaml");
        Files.writeString(
                profile, Files.readString(profile).replace("formats: [", "formats: [notices, "));
        Cli.Run run =
                Packs.export(data, out.resolve("x"), "opencti", "--config", config.toString());
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("format notices belongs to purpose takedown");
    }
}
