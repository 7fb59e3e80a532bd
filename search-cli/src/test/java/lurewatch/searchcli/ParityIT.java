package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lurewatch.indexer.Contact;
import lurewatch.indexer.Context;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same list in every format, for queries at random. How many: `-Dlurewatch.parity=200`.
class ParityIT {
    private static final int QUERIES = Integer.getInteger("lurewatch.parity", 5);
    private static final int POSTINGS = 5_000;

    /// The site whose material is marked stricter than any pack here.
    private static final String STRICT = "site3";

    private static final Map<String, List<String>> PROFILES =
            Map.of(
                    "korean-police",
                    List.of("dossier.html", "hits.csv", "hits.xlsx", "hits.jsonl"),
                    "opencti",
                    List.of("stix-bundle.json", "hits.jsonl"),
                    "misp",
                    List.of("misp-event.json", "hits.csv"),
                    "openaleph",
                    List.of("entities.ftm.json", "hits.jsonl"));
    private static final Map<String, String> FORMATS =
            Map.of(
                    "hits.csv",
                    "csv",
                    "hits.xlsx",
                    "xlsx",
                    "hits.jsonl",
                    "jsonl",
                    "stix-bundle.json",
                    "stix",
                    "misp-event.json",
                    "misp",
                    "entities.ftm.json",
                    "ftm",
                    "dossier.html",
                    "html");
    private static final List<String> QUERY_PARTS =
            List.of(
                    "lang:ko",
                    "lang:en",
                    "lang:th",
                    "site:site1",
                    "site:site3",
                    "site:site5",
                    "class:lure",
                    "class:review",
                    "score:[80 TO 100]",
                    "캄보디아",
                    "flight",
                    "西港",
                    "Kamboja");

    private static final Pattern NAMED = Pattern.compile("p-made\\d{6}");
    private static final Pattern CONTACT =
            Pattern.compile("sample_made\\d+x|sample_mail\\d+@board\\.example|\\+8559\\d{7}");

    @TempDir private static Path folder;
    private static List<ManyPostings.Made> made;

    @BeforeAll
    static void make() throws IOException {
        made = new ManyPostings(POSTINGS, 20_261_128).in(folder.resolve("data")).made();
        Path config = Folders.copy(Folders.shippedConfig(), folder.resolve("config"));
        Path handling = config.resolve("handling.yaml");
        Files.writeString(
                handling,
                Files.readString(handling).replace("sites: {}", "sites: {" + STRICT + ": red}"));
    }

    @Test
    void holdsTheSamePostingsInEveryFormatAndNothingElseOfOthers() throws IOException {
        long seed = Long.getLong("lurewatch.seed", 20_261_128);
        System.out.println("ParityIT seed " + seed);
        Random random = new Random(seed);
        int handedOn = 0;
        for (int i = 0; i < QUERIES; i++) {
            String query = query(random);
            String redaction = List.of("none", "contacts", "people").get(random.nextInt(3));
            handedOn += check(folder.resolve("packs" + i), query, redaction);
        }
        assertThat(handedOn).isPositive();
    }

    /// Of fifty thousand in full no browser would open the file and no printer end.
    @Test
    void aLongDossierHasTheFirstInFullAndTheOthersInShort() throws IOException {
        Cli.Run run =
                export(
                        folder.resolve("long"),
                        "class:lure",
                        "korean-police",
                        List.of("dossier.html"),
                        "none");
        assertThat(run.code()).as(run.err()).isZero();
        Document html = Jsoup.parse(Files.readString(folder.resolve("long/data/dossier.html")));
        int all = PackContents.sections(folder.resolve("long/data/dossier.html")).size();
        assertThat(html.select("section.posting")).hasSize(1000);
        assertThat(html.select("tr.posting td:first-child"))
                .hasSizeGreaterThan(500)
                .allSatisfy(cell -> assertThat(cell.text()).contains("p-made", "hxxps://"));
        assertThat(html.text())
                .contains(String.format(Locale.ROOT, "%,d postings more, in short", all - 1000));
    }

    private static String query(Random random) {
        String first = QUERY_PARTS.get(random.nextInt(QUERY_PARTS.size()));
        String second = QUERY_PARTS.get(random.nextInt(QUERY_PARTS.size()));
        String join = List.of(" ", " OR ", " -").get(random.nextInt(3));
        return first.equals(second) ? first : first + join + second;
    }

    /// How many postings went along.
    private static int check(Path packs, String query, String redaction) throws IOException {
        Cli.Run search = run("search", query, "--format", "ids");
        assertThat(search.code()).as(query + ": " + search.err()).isLessThan(2);
        Set<String> found = new HashSet<>(search.lines());
        Set<String> expected =
                made.stream()
                        .filter(posting -> found.contains(posting.id()))
                        .filter(posting -> posting.context() == Context.NONE)
                        .filter(posting -> !posting.site().equals(STRICT))
                        .map(ManyPostings.Made::id)
                        .collect(Collectors.toSet());
        Files.createDirectory(packs);
        for (Map.Entry<String, List<String>> profile : PROFILES.entrySet()) {
            Path place = packs.resolve(profile.getKey());
            String what = profile.getKey() + " of " + query + ", masked: " + redaction;
            Cli.Run run = export(place, query, profile.getKey(), profile.getValue(), redaction);
            if (expected.isEmpty()) {
                assertThat(run.code()).as(what + ": " + run.err()).isIn(1, 5);
                assertThat(place).doesNotExist();
                continue;
            }
            assertThat(run.code()).as(what + ": " + run.err()).isZero();
            for (String file : profile.getValue()) {
                assertThat(PackContents.ids(place.resolve("data").resolve(file)))
                        .as(what + " in " + file)
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
            leaksNothing(place, expected, redaction, what);
        }
        return expected.size();
    }

    private static void leaksNothing(Path pack, Set<String> expected, String redaction, String what)
            throws IOException {
        String text = PackContents.textOf(pack);
        assertThat(all(NAMED, text)).as(what).isSubsetOf(expected);
        if (!redaction.equals("none")) {
            // Also where another posting only mentions it.
            Set<String> masked =
                    made.stream()
                            .filter(posting -> expected.contains(posting.id()))
                            .flatMap(posting -> posting.contacts().stream())
                            .map(Contact::value)
                            .collect(Collectors.toSet());
            assertThat(all(CONTACT, text)).as(what).noneMatch(masked::contains);
        }
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Cli.Run export(
            Path place, String query, String profile, List<String> files, String redaction) {
        List<String> formats = files.stream().map(FORMATS::get).toList();
        return run(
                "export",
                query,
                "--for",
                profile,
                "--purpose",
                "intelligence",
                "--redact",
                redaction,
                "--format",
                String.join(",", formats),
                "--reason",
                "parity",
                "--as-of",
                "2026-11-20",
                "--out",
                place.toString());
    }

    private static Cli.Run run(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        if (args[0].equals("export")) {
            all.addAll(List.of("--config", folder.resolve("config").toString()));
        }
        return Cli.inPipe().run(all.toArray(String[]::new));
    }
}
