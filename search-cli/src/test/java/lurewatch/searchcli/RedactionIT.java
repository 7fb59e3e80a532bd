package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is masked leaves in no form of a pack.
class RedactionIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private Path data;
    @TempDir private Path out;

    /// Boards and channels cut long lines for titles and lists, in the middle of a name, too.
    @Test
    void aNameThatIsCutWithItsLineIsMaskedAsFarAsItGoes() throws IOException {
        new World()
                .add(
                        "cut",
                        "en",
                        90,
                        Context.NONE,
                        "Chatters needed, Europe line. Join t.me/sample_kil",
                        """
                        Chatters needed, Europe line. Join t.me/sample…
                        Chatters needed, Europe line. Join t.me/sample_killers today
                        Chatters needed, Europe line
                        sample\
                        """,
                        World.contact(ContactKind.TELEGRAM, "sample_killers"))
                .in(data);
        String text =
                PackContents.textOf(
                        Packs.made(
                                data,
                                out.resolve("pack"),
                                "korean-police",
                                "--format",
                                "html,jsonl,csv",
                                "--redact",
                                "contacts"));
        assertThat(text)
                .contains("Chatters needed, Europe line. Join t.me/██████…")
                .contains("Chatters needed, Europe line. Join t.me/██████████████ today")
                .contains("Chatters needed, Europe line. Join t.me/██████████")
                .doesNotContain("t.me/s");
    }

    /// Names of two characters are the rule in Chinese and common in Korean.
    @ParameterizedTest
    @CsvSource({
        "王伟, 老板王伟直招, 联系王伟先生。, 加王偉",
        "민수, 담당 민수씨, 문의: 민수, 민수기",
        "Li, Ask Li, -, line",
        "Nguyễn Văn A, Gặp NGUYỄN VĂN A, hoi nguyễn văn a nhé, Nguyễn Văn B",
    })
    void anAuthorIsMaskedHoweverShortTheName(
            String author, String own, String other, String somebodyElse) throws IOException {
        new World()
                .by(author)
                .add("own", "en", 90, Context.NONE, "Chatters", own)
                .by("Somebody Else")
                .add("other", "en", 80, Context.NONE, "Typists", other + " " + somebodyElse)
                .in(data);
        for (String pack : packs("--redact", "contacts")) {
            assertThat(pack).doesNotContain("Somebody Else").contains(somebodyElse);
            if (author.length() > 2) {
                assertThat(pack.toLowerCase(Locale.ROOT))
                        .doesNotContain(author.toLowerCase(Locale.ROOT));
            } else if (author.charAt(0) > 'z') {
                assertThat(pack.replace(somebodyElse, "").replace("板" + author, ""))
                        .doesNotContain(author);
            } else {
                assertThat(pack).doesNotContain('"' + author + '"', ',' + author + ',');
            }
        }
    }

    /// Addresses escape what is not ASCII, and sites that are older than UTF-8 in their own way.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://board.example/u/%EA%B9%80%EC%B2%A0%EC%88%98/17",
                "https://board.example/u/%ea%b9%80%ec%b2%a0%ec%88%98/17",
                "https://board.example/u/김철수/17",
                "https://board.example/list?name=%B1%E8%C3%B6%BC%F6&no=3",
                "https://board.example/to?url=https%3A%2F%2Fx.example%2F%25EA%25B9%2580%25EC%25B2%25A0%25EC%2588%2598",
                "https://board.example/list?mail=hr%40golden.example",
                "https://board.example/list?mail=%68%72@golden%2Eexample",
                "https://board.example/list?tel=%2B855+96+123+4567",
                "https://board.example/list?tel=096%20123%204567",
                "https://board.example/by/Kim+Minsu/9",
                "https://board.example/list?by=kim+minsu",
                "https://board.example/list?by=Kim%20Minsu",
            })
    void whatIsMaskedStandsInNoAddressEither(String address) throws IOException {
        String plain = "https://board.example/ads/%EC%B1%84%EC%9A%A9?page=1+2";
        new World()
                .by("김철수")
                .at(address)
                .add(
                        "own",
                        "en",
                        90,
                        Context.NONE,
                        "Chatters",
                        "Ask us: " + address,
                        World.contact(ContactKind.EMAIL, "hr@golden.example"),
                        World.contact(ContactKind.PHONE, "+855961234567"))
                .by("Kim Minsu")
                .at(plain)
                .add("other", "en", 80, Context.NONE, "Typists", "Free typing")
                .in(data);
        String secret =
                address.contains("/by/") // only a query writes a blank as a plus
                        ? "no such secret"
                        : address.substring(address.indexOf(".example") + 8);
        for (String pack : packs("--redact", "contacts")) {
            assertThat(pack).contains(plain).doesNotContain(secret);
        }
    }

    /// Of any country and in any digits, in every field; what leads to recruiters stays.
    @ParameterizedTest
    @ValueSource(strings = {"contacts", "people", "money", "pictures"})
    void identityNumbersLeaveInNoField(String redaction) throws IOException {
        List<String> numbers =
                List.of(
                        "001090000001",
                        "3171234101900001",
                        "900101-14-0001",
                        "12/KAMANA(N)000001",
                        "๑-๑๐๐๐-๐๐๐๐๐-๐๐-๐",
                        "9001011000000",
                        "00000-0000001-0");
        String text = "Free flight. " + String.join(", ", numbers) + ", CCCD 099090000001.";
        new World()
                .by("Anna 12/KAMANA(N)000002")
                .at("https://board.example/ads?cccd=000000007&no=1701011000123")
                .add(
                        "own",
                        "en",
                        90,
                        Context.NONE,
                        "Passport no. b0000009",
                        text,
                        World.contact(ContactKind.PHONE, "+855961234567"))
                .add(
                        "other",
                        "en",
                        80,
                        Context.NONE,
                        "No passport needed: +855 96 123 4567",
                        "Free flight, 099-090-000-001 said ၁၂/ကမန(နိုင်)၀၀၀၀၀၁; 082100000001",
                        World.contact(ContactKind.PHONE, "082100000001"))
                .in(data);
        List<String> packs = packs("--redact", redaction);
        assertThat(packs.getFirst()).contains("no=1701011000123");
        for (String pack : packs) {
            assertThat(pack)
                    .doesNotContain(numbers)
                    .doesNotContain("099090000001", "099-090-000-001", "000002", "000000007")
                    .doesNotContain("b0000009", "၀၀၀၀၀၁");
            if (redaction.equals("money") || redaction.equals("pictures")) {
                assertThat(pack).contains("961234567", "082100000001", "Anna");
            }
        }
    }

    /// The list in every format that names postings, as text.
    private List<String> packs(String... options) throws IOException {
        List<String> packs = new ArrayList<>();
        for (String profile :
                List.of("korean-police", "opencti", "misp", "openaleph", "platform-takedown")) {
            List<String> all = new ArrayList<>(List.of(options));
            if (profile.equals("korean-police")) {
                all.addAll(List.of("--format", "html,csv,xlsx,jsonl"));
            } else if (profile.equals("misp")) {
                all.addAll(List.of("--purpose", "takedown"));
            }
            packs.add(
                    PackContents.textOf(
                            Packs.made(
                                    data,
                                    out.resolve(profile),
                                    profile,
                                    all.toArray(String[]::new))));
        }
        return packs;
    }

    private void addAsked() {
        new World()
                .add(
                        "asked",
                        "en",
                        90,
                        Context.NONE,
                        "Chatters",
                        "Write to +855 96 123 4567 or @sample_killers",
                        World.contact(ContactKind.TELEGRAM, "sample_killers"),
                        World.contact(ContactKind.PHONE, "+855961234567"))
                .in(data);
    }

    /// Who is told of a contact only as masked does not learn it from what was asked.
    @Test
    void theQueryOfAPackIsMasked() throws IOException {
        addAsked();
        Path pack = out.resolve("pack");
        Cli.Run run =
                Cli.inPipe()
                        .run(
                                "export",
                                "@sample_killers OR +855 96 123 4567",
                                "--for",
                                "korean-police",
                                "--redact",
                                "contacts",
                                "--format",
                                "html,csv,jsonl",
                                "--reason",
                                "request 114",
                                "--out",
                                pack.toString(),
                                "--data",
                                data.toString(),
                                "--config",
                                Folders.shippedConfig().toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(PackContents.textOf(pack))
                .contains("@██████████████ OR +███")
                .doesNotContain("sample_killers", "96 123 4567", "961234567");
        assertThat(Cli.inPipe().run("audit", "list", "--data", data.toString()).out())
                .contains("@sample_killers OR +855 96 123 4567");
    }

    /// The reason is the operator's own and goes as it stands; that it gives away what the pack
    /// masks is said before and with the pack.
    @ParameterizedTest
    @CsvSource({
        "people, asked about @sample_killers, true",
        "contacts, asked about 0961234567, true",
        "people, asked about instagram.com/sample.other, true",
        "contacts, 'letter of 2026-11-02, request 114/7', false",
        "none, asked about @sample_killers, false",
        "money, asked about @sample_killers, false",
    })
    void aReasonThatNamesAContactIsRemarkedOn(String redaction, String reason, boolean remarked) {
        addAsked();
        String[] options = {
            "--format", "jsonl", "--redact", redaction, "--reason", reason,
        };
        Cli.Run run = Packs.export(data, out.resolve("pack"), "korean-police", options);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err().contains("the reason names")).as(run.err()).isEqualTo(remarked);
        Cli.Run dry =
                Packs.export(
                        data,
                        out.resolve("none"),
                        "korean-police",
                        Stream.concat(Arrays.stream(options), Stream.of("--dry-run"))
                                .toArray(String[]::new));
        assertThat(dry.out().contains("the reason names")).as(dry.out()).isEqualTo(remarked);
    }

    /// A title is the beginning of the text, or somebody else's words.
    @Test
    void whereOnlyQuotesMayLeaveTitlesAreMaskedLikeTheText() throws IOException {
        new World()
                .add(
                        "own",
                        "en",
                        90,
                        Context.NONE,
                        "Free flight for",
                        "Free flight for Anna B.\nCall")
                .add("other", "en", 80, Context.NONE, "Ask Maria", "Free flight for Anna B.")
                .in(data);
        Path pack =
                Packs.made(
                        data,
                        out.resolve("pack"),
                        "korean-police",
                        "--format",
                        "jsonl,html,csv",
                        "--redact",
                        "people");
        assertThat(PackContents.lines(pack.resolve("data/hits.jsonl"), "title"))
                .containsExactly("Free ██████ ███", "███ █████");
        assertThat(PackContents.lines(pack.resolve("data/hits.jsonl"), "text"))
                .containsExactly("Free ██████ ███ ████ ██\n████", "Free ██████ ███ ████ ██");
        assertThat(PackContents.lines(pack.resolve("data/hits.jsonl"), "employer"))
                .containsExactly("██████ ████", "██████ ████");
        assertThat(PackContents.textOf(pack)).doesNotContain("flight for", "Maria", "Golden Star");
    }

    /// What reads contacts out of texts in any disguise finds none in what left.
    @Test
    void nothingIsLeftThatTheDetectorFinds() throws IOException {
        String config = Folders.shippedConfig().toString();
        Path posts = Files.write(out.resolve("posts.jsonl"), posts());
        Cli.Run imported =
                Cli.inPipe()
                        .crawler(
                                "import",
                                posts.toString(),
                                "--data",
                                data.toString(),
                                "--config",
                                config);
        assertThat(imported.code()).as(imported.err()).isZero();
        List<String> left =
                textsOf(
                        Packs.made(
                                data,
                                out.resolve("pack"),
                                "korean-police",
                                "--format",
                                "jsonl",
                                "--redact",
                                "contacts",
                                "--as-of",
                                Instant.now().toString()));
        assertThat(left).hasSizeGreaterThan(100);
        Cli.Run assessed =
                Cli.inPipe()
                        .typing(String.join("\n", left))
                        .run("assess", "--format", "jsonl", "--config", config);
        assertThat(assessed.lines())
                .hasSameSizeAs(left)
                .allSatisfy(line ->
                        assertThat(JSON.readTree(line).path("contacts").findValuesAsText("kind"))
                                .as(line)
                                .isSubsetOf(ContactKind.URL.label()));
    }

    /// The made-up cases of the demo, as posts of a board.
    private static List<String> posts() throws IOException {
        try (InputStream in = RedactionIT.class.getResourceAsStream("/demo/cases.tsv")) {
            List<List<String>> rows =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> List.of(line.split("\t", -1)))
                            .toList();
            int text = rows.getFirst().indexOf("text");
            List<String> posts = new ArrayList<>();
            for (List<String> row : rows.subList(1, rows.size())) {
                String url = "https://board.example/ads/" + posts.size();
                posts.add(JSON.writeValueAsString(Map.of("url", url, "text", row.get(text))));
            }
            return posts;
        }
    }

    /// Titles and texts, as inputs to be assessed.
    private static List<String> textsOf(Path pack) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String line : Files.readAllLines(pack.resolve("data/hits.jsonl"))) {
            JsonNode item = JSON.readTree(line);
            String text = item.path("title").asText() + "\n" + item.path("text").asText();
            texts.add(
                    JSON.writeValueAsString(Map.of("id", item.path("id").asText(), "text", text)));
        }
        return texts;
    }
}
