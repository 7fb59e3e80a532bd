package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import lurewatch.indexer.Digest;
import lurewatch.indexer.Header;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.Provenance;
import lurewatch.indexer.SecondLookAddress;
import lurewatch.indexer.archive.Archive;
import lurewatch.indexer.archive.ArchiveVerifier;
import lurewatch.indexer.archive.Exchange;
import lurewatch.indexer.index.IndexContent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `erase`, as the launcher runs it: the two programs in turn.
class EraseCommandIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SITE = "board";
    private static final String AD = "https://board.example/ads/1";
    private static final String OTHER = "https://board.example/ads/12";
    private static final String LIST = "https://board.example/list";
    private static final String HANDLE = "lucky_hr_8800";
    private static final String SENTENCE = "Free flight and visa to Cambodia for typists";
    private static final String POSTING = PostingId.of(SITE, AD).value();
    private static final String OTHER_POSTING = PostingId.of(SITE, OTHER).value();
    private static final Instant OLD = Instant.parse("2025-01-01T12:00:00Z");
    private static final Instant NEW = Instant.parse("2026-11-01T12:00:00Z");

    @TempDir private static Path made;
    @TempDir private static Path settings;
    @TempDir private Path root;

    private static Path config = Path.of("");
    private Path data = Path.of("");

    @BeforeAll
    static void crawlAndWork() throws IOException {
        config = Folders.configOfFewWords(settings.resolve("config"));
        Files.writeString(
                config.resolve("sites").resolve(SITE + ".yaml"),
                "name: " + SITE + "\nkind: job-board\nenabled: false\nseeds: ['" + LIST + "']\n");
        try (Archive archive =
                Archive.open(made.resolve("archive"), 1L << 30, InstantSource.fixed(NEW))) {
            archive.append(page(OLD, AD, ad("Typists wanted in Sihanoukville", SENTENCE, HANDLE)));
            archive.append(
                    page(OLD, OTHER, ad("Dealers for a casino", "Salary 2500 USD", "golden_hr_1")));
            archive.append(page(NEW, AD, ad("Typists wanted in Sihanoukville", SENTENCE, HANDLE)));
            archive.append(page(NEW, LIST, "<a href='/ads/1'>one</a> <a href='/ads/12'>two</a>"));
            archive.append(
                    page(NEW, OTHER, ad("Dealers for a casino", "Salary 2700 USD", "golden_hr_1")));
        }
        ok(crawler(made, "replay"));
        ok(cli(made, "search", HANDLE));
        ok(cli(made, "key", "new"));
        String folder = cli(made, "case", "new", "board").out().strip();
        ok(cli(made, "case", "add", folder, OTHER_POSTING));
        ok(cli(made, "case", "note", folder, "they say: " + SENTENCE, "--on", POSTING));
        ok(cli(made, "case", "note", folder, "nothing of that"));
        ok(
                cli(
                        made,
                        "export",
                        "*",
                        "--for",
                        "opencti",
                        "--reason",
                        "request 1",
                        "--out",
                        made.resolve("pack").toString()));
    }

    @BeforeEach
    void copy() throws IOException {
        data = Folders.copy(made, root.resolve("data"));
        Files.move(data.resolve("pack"), root.resolve("pack"));
    }

    private static String ad(String title, String text, String handle) {
        return "<title>"
                + title
                + "</title><main><h1>"
                + title
                + "</h1><p>"
                + text
                + ", salary 2500 USD a month, free housing. Telegram: @"
                + handle
                + "</p></main>";
    }

    private static Exchange page(Instant time, String url, String html) {
        return page(time, url, html, Provenance.CRAWLED);
    }

    private static Exchange page(Instant time, String url, String html, Provenance provenance) {
        return new Exchange(
                SITE,
                url,
                time,
                "127.0.0.1",
                "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8),
                200,
                "OK",
                List.of(new Header("Content-Type", "text/html; charset=utf-8")),
                ("<!doctype html><meta charset=utf-8>" + html).getBytes(StandardCharsets.UTF_8),
                Optional.empty(),
                provenance,
                Map.of("trigger", "seed"));
    }

    private static String[] with(Path data, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--data", data.toString(), "--config", config.toString()));
        return all.toArray(String[]::new);
    }

    private static Cli.Run cli(Path data, String... args) {
        return Cli.inPipe().with("LUREWATCH_ANALYST", "analyst one").run(with(data, args));
    }

    private static Cli.Run crawler(Path data, String... args) {
        return Cli.inPipe().crawler(with(data, args));
    }

    private static void ok(Cli.Run run) {
        assertThat(run.code()).as(run.err() + run.out()).isZero();
    }

    /// What the launcher does.
    private Cli.Run erase(String... args) {
        List<String> all = new ArrayList<>(List.of("erase"));
        all.addAll(List.of(args));
        String[] words = all.toArray(String[]::new);
        Cli.Run first = cli(data, words);
        if (first.code() != 99) {
            return first;
        }
        ok(crawler(data, words));
        return cli(data, words);
    }

    /// Every byte of the folder, segments inflated, and every value and term of the index.
    private String everything() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                all.append(new String(bytes, StandardCharsets.ISO_8859_1));
                if (file.toString().endsWith(".warc.gz")) {
                    try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                        all.append(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
                    }
                }
            }
        }
        IndexContent.forEach(data.resolve("index"), value -> all.append(value).append('\n'));
        return all.toString();
    }

    private Map<String, Digest> digests() throws IOException {
        Map<String, Digest> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(data.relativize(file).toString(), Digest.of(Files.readAllBytes(file)));
            }
        }
        return digests;
    }

    /// What others than our robot are shown is found, and goes with the page that showed it.
    @Test
    void aSecondLookGoesWithItsPage() throws IOException {
        data = root.resolve("cloaked");
        String look = SecondLookAddress.at(AD);
        try (Archive archive =
                Archive.open(data.resolve("archive"), 1L << 30, InstantSource.fixed(NEW))) {
            archive.append(page(NEW, AD, "<main><h1>Soup</h1><p>Boil two litres of water.</main>"));
            archive.append(page(NEW, look, ad("Typists", SENTENCE, HANDLE), Provenance.COMPARED));
        }
        ok(crawler(data, "replay"));
        String posting = PostingId.of(SITE, look).value();
        assertThat(cli(data, "search", HANDLE).out()).contains(posting);
        assertThat(cli(data, "show", posting).out())
                .contains("second look, HTTP 200")
                .contains("hxxps://board[.]example/ads/1#second-look");
        assertThat(everything()).contains(HANDLE);

        ok(erase(posting, "--reason", "asked for", "--yes"));
        assertThat(everything()).doesNotContain(HANDLE).doesNotContain("two litres");
        try (Archive archive =
                Archive.open(data.resolve("archive"), 1L << 30, InstantSource.fixed(NEW))) {
            assertThat(archive.erased().hasUrl(AD)).isTrue();
        }
    }

    /// The name of whoever put it up is what such a person asks to have erased.
    @ParameterizedTest
    @CsvSource({
        "王伟, 王伟 called, 李娜 called",
        "Nguyễn Văn A, nguyễn văn a called, Nguyễn Văn An called",
        "Maria, MARIA called, Mariana called",
    })
    void aNameGoesToo(String name, String note, String another) throws IOException {
        String folder = named(name);
        ok(cli(data, "case", "note", folder, note));
        ok(cli(data, "case", "note", folder, another));
        ok(cli(data, "search", name));
        Cli.Run run = erase(POSTING, "--reason", "asked by the person", "--yes");
        ok(run);
        assertThat(run.out()).contains("1 name", "found nowhere: nothing of it is left");
        assertThat(everything()).doesNotContain(bytes(note)).contains(bytes(another));
    }

    /// Four letters stand everywhere.
    @Test
    void saysWhatItDoesNotLookFor() throws IOException {
        named("Linh");
        Cli.Run run = erase(POSTING, "--reason", "asked by the person", "--yes");
        ok(run);
        assertThat(run.out())
                .contains("not looked for: 1 of its names, titles and contacts, too short")
                .contains("found nowhere; what was not looked for may be left")
                .doesNotContain("nothing of it is left");
    }

    /// Data of a page that names who wrote it, and the id of a case there.
    private String named(String name) throws IOException {
        data = root.resolve("named");
        try (Archive archive =
                Archive.open(data.resolve("archive"), 1L << 30, InstantSource.fixed(NEW))) {
            String author = "<meta name=author content='" + name + "'>";
            archive.append(page(NEW, AD, author + ad("Typists wanted here", SENTENCE, HANDLE)));
        }
        ok(crawler(data, "replay"));
        return cli(data, "case", "new", "board").out().strip();
    }

    /// As [#everything] has it.
    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Test
    void saysBeforeWhatWouldGoAndChangesNothing() throws IOException {
        Map<String, Digest> before = digests();
        Cli.Run run = erase(POSTING, "--reason", "asked for", "--dry-run");
        ok(run);
        assertThat(run.out())
                .contains(
                        "c1  ",
                        "c3  ",
                        "2 captures of ",
                        "posting " + POSTING + " goes: Typists wanted",
                        "not fetched again: " + AD,
                        "1 event of case.noted in casework.db",
                        "1 event of account.search in casework.db",
                        "went to ",
                        "'retract' calls it back")
                .doesNotContain("c2  ", "c4  ", OTHER_POSTING);
        assertThat(digests()).isEqualTo(before);
    }

    /// Every screen shows addresses made harmless.
    @Test
    void takesAnAddressAsScreensShowIt() {
        for (String shown : List.of("hxxps://board[.]example/ads/1", AD + "#second-look")) {
            Cli.Run run = erase(shown, "--reason", "asked for", "--dry-run");
            ok(run);
            assertThat(run.out()).contains("not fetched again: " + AD).contains("c1  ", "c3  ");
            assertThat(run.err()).doesNotContain("there is no capture of");
        }
        Cli.Run unknown = erase(AD, "hxxps://board[.]example/ads/99", "--reason", "x", "--dry-run");
        ok(unknown);
        assertThat(unknown.err())
                .contains(
                        "there is no capture of hxxps://board[.]example/ads/99 (any more); an address"
                                + " is written as it was captured: 'lurewatch show ID --raw' prints"
                                + " it");
        Cli.Run bare = erase("board.example/ads/1", "--reason", "x", "--dry-run");
        assertThat(bare.code()).isEqualTo(2);
        assertThat(bare.err()).contains("an address starts with http:// or https://");
    }

    @Test
    void leavesNothingOfItAndAllElse() throws IOException {
        assertThat(everything()).contains(HANDLE, SENTENCE, AD + "\"", POSTING);
        Cli.Run run = erase(POSTING, "--reason", "asked for", "--yes");
        ok(run);
        assertThat(run.out())
                .contains(
                        "2 events of casework.db lost their words",
                        "archive ok: 3 captures left, 2 erased",
                        "found nowhere: nothing of it is left");
        String left = everything();
        assertThat(left)
                .doesNotContain(HANDLE, SENTENCE, AD + "\"", AD + "\n", "Typists wanted")
                .contains("golden_hr_1", OTHER, "nothing of that");

        Cli.Run verify = cli(data, "verify");
        ok(verify);
        assertThat(verify.out()).contains("2 captures were erased", "casework ok");
        assertThat(cli(data, "erase", "--list").out())
                .contains("analyst one: asked for  c1 c3")
                .hasLineCount(1);
        ok(cli(data, "verify", root.resolve("pack").toString()));
        assertThat(cli(data, "show", POSTING).code()).isEqualTo(1);
        assertThat(cli(data, "search", "casino", "--format", "ids").out()).contains(OTHER_POSTING);
        assertThat(erase(POSTING, "--reason", "again", "--yes").code()).isEqualTo(1);

        // Nor does the page bring it back when it comes again.
        Path page = Files.writeString(root.resolve("page.html"), ad("Typists", SENTENCE, HANDLE));
        Cli.Run taken = crawler(data, "import", page.toString(), "--url", AD);
        assertThat(taken.code()).isNotZero();
        assertThat(taken.err() + taken.out()).contains("were erased");
        assertThat(everything()).doesNotContain(HANDLE, SENTENCE);
        ok(crawler(data, "repair", "--check"));

        // A later pack proves what is left by a root over all lines that ever were.
        ok(
                cli(
                        data,
                        "export",
                        "*",
                        "--for",
                        "opencti",
                        "--reason",
                        "request 2",
                        "--out",
                        root.resolve("later").toString()));
        ok(cli(data, "verify", root.resolve("later").toString()));
    }

    /// What was handed on can be called back when nothing of it is left here, and brings nothing of
    /// it back.
    @Test
    void whatWasErasedCanStillBeCalledBack() throws IOException {
        ok(erase(POSTING, "--reason", "asked for", "--yes"));
        Path corrections = root.resolve("corrections");
        Cli.Run run =
                cli(
                        data,
                        "retract",
                        POSTING,
                        "--reason",
                        "asked by the person",
                        "--out",
                        corrections.toString());
        ok(run);
        assertThat(run.err()).contains("called back; 1 pack held it");
        Path folder;
        try (Stream<Path> folders = Files.list(corrections)) {
            folder = folders.findFirst().orElseThrow();
        }
        assertThat(Files.readString(folder.resolve("letter.txt")))
                .contains(POSTING, "asked by the person", "We ourselves hold it no more")
                .doesNotContain("stay in our archive");
        String pack = Files.readString(root.resolve("pack/data/stix-bundle.json"));
        JsonNode bundle = JSON.readTree(Files.readString(folder.resolve("stix-revocation.json")));
        assertThat(Schemas.stix(bundle)).isEmpty();
        assertThat(bundle.path("objects").valueStream().filter(o -> o.has("revoked")))
                .singleElement()
                .satisfies(revoked -> {
                    assertThat(pack).contains(revoked.path("id").asText());
                    assertThat(revoked.path("modified").asText())
                            .isGreaterThan(revoked.path("created").asText());
                });
        assertThat(everything()).doesNotContain(HANDLE, SENTENCE, "Typists wanted");
        assertThat(PackContents.textOf(corrections)).doesNotContain(HANDLE, SENTENCE, AD);
        assertThat(cli(data, "retract", POSTING, "--reason", "x").code()).isEqualTo(2);
        assertThat(cli(data, "retract", "p0000000000000000", "--reason", "x").code()).isEqualTo(1);
    }

    @Test
    void aPostingThatIsSeenAgainIsNotAssessedAgain() throws IOException {
        ok(erase(POSTING, "--reason", "asked for", "--yes"));
        Path erased = data.resolve("archive/erased.txt");
        assertThat(Files.readAllLines(erased)).hasSize(2);
        Files.writeString(erased, "posting " + POSTING + "\n"); // the operator lets it be fetched
        assertThat(ArchiveVerifier.verify(data.resolve("archive")).notes().toString())
                .contains("the rest may come back");
        try (Archive archive =
                Archive.open(data.resolve("archive"), 1L << 30, InstantSource.fixed(NEW))) {
            archive.append(page(NEW, AD, ad("Typists", SENTENCE, HANDLE)));
        }
        ok(crawler(data, "replay"));
        assertThat(cli(data, "show", POSTING).code()).isEqualTo(1);
    }

    @Test
    void refusesAConfigurationThatDoesNotKnowWhatStays() throws IOException {
        Path file = config.resolve("sites").resolve(SITE + ".yaml");
        byte[] site = Files.readAllBytes(file);
        Files.delete(file);
        try {
            Cli.Run refused = erase(POSTING, "--reason", "asked for", "--yes");
            assertThat(refused.code()).isEqualTo(3);
            assertThat(refused.err()).contains("no file for a site that was crawled here: " + SITE);
            assertThat(data.resolve("erasing.json")).doesNotExist();
            ok(erase(POSTING, "--reason", "asked for", "--yes", "--without-recipes"));
        } finally {
            Files.write(file, site);
        }
    }

    @Test
    void saysWhatElseSaysIt() throws IOException {
        try (Archive archive =
                Archive.open(data.resolve("archive"), 1L << 30, InstantSource.fixed(NEW))) {
            archive.append(
                    page(NEW, "https://board.example/ads/77", ad("Copy of it", SENTENCE, HANDLE)));
        }
        Cli.Run run = erase(POSTING, "--reason", "asked for", "--yes");
        assertThat(run.code()).isEqualTo(6);
        assertThat(run.out())
                .contains(
                        "found nowhere", "also said by what was not erased", "capture c6: ", HANDLE)
                .contains("0 events of casework.db lost");
        assertThat(everything()).contains(HANDLE).doesNotContain(AD + "\"");
    }

    @Test
    void goesOnWhereItWasCutShort() throws IOException {
        String[] words = {"erase", AD, "--reason", "private", "--yes"};
        assertThat(cli(data, words).code()).isEqualTo(99);
        assertThat(data.resolve("erasing.json")).exists();
        Cli.Run refused = crawler(data, "replay");
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).contains("'lurewatch erase' completes it");
        assertThat(cli(data, "erase").code()).isEqualTo(99);
        ok(crawler(data, words));
        // The end dies after casework, and nobody knows any more that the crawler had done its
        // part.
        byte[] plan = Files.readAllBytes(data.resolve("erasing.json"));
        ok(cli(data, "erase"));
        Files.write(data.resolve("erasing.json"), plan);
        assertThat(cli(data, "erase").code()).isEqualTo(99);
        ok(crawler(data, "erase"));
        Cli.Run end = cli(data, "erase");
        ok(end);
        assertThat(end.out()).contains("found nowhere", "2 erased");
        assertThat(everything()).doesNotContain(HANDLE);
        assertThat(cli(data, "audit", "list").out().lines().filter(l -> l.contains("erase")))
                .hasSize(1);
        ok(cli(data, "verify"));
    }

    @Test
    void takesAwayWhatIsOldButForWhatACaseHolds() throws IOException {
        Path own = Folders.copy(config, root.resolve("config"));
        String[] words = {
            "erase",
            "--expired",
            "--reason",
            "kept for a year",
            "--yes",
            "--data",
            data.toString(),
            "--config",
            own.toString()
        };
        Cli cli = Cli.inPipe();
        assertThat(cli.run(words).err())
                .contains(
                        own.resolve("handling.yaml")
                                + " has no retention, so that nothing expires; add a line such as"
                                + " 'retention: 365d'");
        Path handling = own.resolve("handling.yaml");
        Files.writeString(handling, Files.readString(handling) + "\nretention: 365d\n");
        // c3 repeats c1, so that c1 stays; c2 shows what a case holds.
        assertThat(cli.run(words).code()).isEqualTo(1);

        ok(erase(AD, "--reason", "x", "--yes", "--forget"));
        assertThat(Files.readString(data.resolve("archive/erased.txt"))).isEmpty();
        String folder = cli(data, "case", "list").out().split(" ", -1)[0];
        ok(cli(data, "case", "remove", folder, OTHER_POSTING, "--reason", "closed"));
        assertThat(cli.run(words).code()).isEqualTo(99);
        ok(cli.crawler(words));
        Cli.Run end = cli.run(words);
        assertThat(end.out()).contains("archive ok: 2 captures left, 3 erased");
        assertThat(cli(data, "search", "casino", "--format", "ids").out()).contains(OTHER_POSTING);
    }

    @Test
    void refusesWhatItShould() throws IOException {
        assertThat(erase(POSTING).code()).isEqualTo(2);
        assertThat(erase("--reason", "x").code()).isEqualTo(2);
        assertThat(erase(POSTING, "--expired", "--reason", "x").code()).isEqualTo(2);
        assertThat(erase("p0000000000000000", "--reason", "x").code()).isEqualTo(1);
        Cli.Run asked = erase(POSTING, "--reason", "x"); // and nobody answers
        assertThat(asked.code()).isEqualTo(5);
        assertThat(asked.err()).contains("for good? [y/N]");
        try (Archive _ =
                Archive.open(data.resolve("archive"), 1L << 30, InstantSource.fixed(NEW))) {
            Cli.Run busy = erase(POSTING, "--reason", "x", "--yes");
            assertThat(busy.code()).isEqualTo(3);
            assertThat(busy.err()).contains("data directory in use");
        }
        assertThat(data.resolve("erasing.json")).doesNotExist();
        assertThat(everything()).contains(HANDLE);
    }
}
