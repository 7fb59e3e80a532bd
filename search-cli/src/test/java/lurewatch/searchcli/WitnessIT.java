package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Context;
import lurewatch.searchcli.casework.EventKind;
import lurewatch.searchcli.casework.EventLog;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two desks that captured the same pages, one of them with a change.
class WitnessIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private static Path made;
    @TempDir private Path root;

    @BeforeAll
    static void twoDesks() throws IOException {
        desk("here", "Free flight to Phnom Penh, answer @lucky_1")
                .add("only", "en", 90, Context.NONE, "Only here", "Free flight, I say")
                .archivedIn(made.resolve("here"));
        desk("there", "Free flight to Phnom Penh, answer @lucky_2")
                .archivedIn(made.resolve("there"));
        for (String desk : List.of("here", "there")) {
            assertThat(run(desk, "key", "new").code()).isZero();
        }
        export("there", made.resolve("pack"), "--format", "jsonl");
    }

    private static World desk(String name, String changed) {
        String handle = name.equals("here") ? "lucky_1" : "lucky_2";
        return new World()
                .add(
                        "same",
                        "ko",
                        95,
                        Context.NONE,
                        "TM 직원 모집",
                        "캄보디아 항공권 지원, 텔레그램 golden_hr",
                        World.contact(ContactKind.TELEGRAM, "golden_hr"))
                .add(
                        "changed",
                        "en",
                        91,
                        Context.NONE,
                        "Typists",
                        changed,
                        World.contact(ContactKind.TELEGRAM, handle));
    }

    private static Cli.Run run(String desk, String... args) {
        return runIn(made.resolve(desk), args);
    }

    private static Cli.Run runIn(Path data, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--data", data.toString()));
        if (List.of("export", "retract").contains(args[0])) {
            all.addAll(List.of("--config", Folders.shippedConfig().toString()));
        }
        return Cli.inPipe().run(all.toArray(String[]::new));
    }

    private static void export(String desk, Path place, String... more) {
        exportOf(made.resolve(desk), place, more);
    }

    private static void exportOf(Path data, Path place, String... more) {
        List<String> args = new ArrayList<>(List.of("export", "*", "--for", "korean-police"));
        args.addAll(List.of("--reason", "114", "--out", place.toString()));
        args.addAll(List.of(more));
        Cli.Run run = runIn(data, args.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
    }

    @Test
    void saysWhetherAnotherDeskGotTheSame() throws IOException {
        Path data = Folders.copy(made.resolve("here"), root.resolve("data"));
        String pack = made.resolve("pack").toString();
        Cli.Run run = runIn(data, "witness", pack);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.out())
                .containsPattern(
                        "p-same  c\\d+ of Lurewatch desk, .*: same bytes, same text, 1 of 1 contacts")
                .containsPattern("p-changed  c\\d+ .*: other bytes, other text, 0 of 1 contacts")
                .doesNotContain("p-only");
        assertThat(run.err()).contains("2 of the pack's 2 postings are here too; signed with k");

        // Heard once, and kept under the chain.
        assertThat(runIn(data, "witness", pack).out().lines())
                .allMatch(line -> line.endsWith("(known)"));
        assertThat(runIn(data, "verify").out()).contains("casework ok");

        assertThat(runIn(data, "show", "p-same").out())
                .containsPattern("witness .*Lurewatch desk.*: same bytes, same text, 1 of 1");
        JsonNode shown = JSON.readTree(runIn(data, "show", "p-changed", "--format", "jsonl").out());
        assertThat(shown.path("witnesses").path(0).path("bytes").asText()).isEqualTo("other");

        // And handed on, in what people read and what programs do.
        Path place = root.resolve("police");
        exportOf(data, place, "--format", "html,jsonl");
        JsonNode about = JSON.readTree(Files.readString(place.resolve("data/about.json")));
        assertThat(about.path("witnessed").asInt()).isEqualTo(2);
        Document html = Jsoup.parse(Files.readString(place.resolve("data/dossier.html")));
        assertThat(html.expectFirst("#p-same").text())
                .contains("Captured by others too", "Lurewatch desk, k", "same same 1 of 1");
        assertThat(html.expectFirst("#p-only").text()).doesNotContain("Captured by others too");
        assertThat(PackContents.textOf(place)).contains("\"witnesses\":[{\"sender\"");
        assertThat(runIn(data, "verify", place.toString()).code()).isZero();
    }

    /// Under another key, it is still our own capture.
    @Test
    void takesNoCopyOfOurOwnForAnother() throws IOException {
        Path data = Folders.copy(made.resolve("here"), root.resolve("data"));
        Path copy = Folders.copy(made.resolve("here"), root.resolve("copy"));
        Folders.delete(copy.resolve("keys"));
        assertThat(runIn(copy, "key", "new").code()).isZero();
        Path pack = root.resolve("copied");
        exportOf(copy, pack, "--format", "jsonl");
        Cli.Run run = runIn(data, "witness", pack.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("0 of the pack's 3 postings");
    }

    /// A file that one desk brought in may be the other's.
    @ParameterizedTest
    @ValueSource(strings = {"here", "there"})
    void takesNoFileForAWitness(String importing) throws IOException {
        String url = "https://board.example/ads/1";
        Visits.Shown ad = new Visits.Shown("ad", url, "Free flight to Bavet");
        for (String desk : List.of("here", "there")) {
            try (Visits visits = new Visits(root.resolve(desk))) {
                if (desk.equals(importing)) {
                    visits.imported(url, "text/html", Optional.empty(), ad);
                } else {
                    visits.page(url, ad);
                }
            }
            assertThat(runIn(root.resolve(desk), "key", "new").code()).isZero();
        }
        exportOf(root.resolve("there"), root.resolve("pack"), "--format", "jsonl");
        Cli.Run run = runIn(root.resolve("here"), "witness", root.resolve("pack").toString());
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("0 of the pack's 1 posting");
    }

    /// Events come from colleagues too, by 'case import', and from versions to come.
    @Test
    void passesOverWhatHasAnotherForm() throws IOException {
        Path data = Folders.copy(made.resolve("here"), root.resolve("data"));
        try (EventLog log = EventLog.openToWrite(data, "anna", InstantSource.system())) {
            log.add(
                    new EventKind("evidence.witness"),
                    List.of("p-same"),
                    Map.of("pack", "x1", "time", "yesterday"));
        }
        Cli.Run shown = runIn(data, "show", "p-same");
        assertThat(shown.code()).as(shown.err()).isZero();
        assertThat(shown.out()).doesNotContain("witness");
        exportOf(data, root.resolve("police"), "--format", "html");
    }

    /// What the other desk masked is not held against us.
    @Test
    void tellsWhatIsMaskedFromWhatDiffers() throws IOException {
        Path masked = root.resolve("masked");
        export("there", masked, "--format", "jsonl", "--redact", "contacts");
        Path data = Folders.copy(made.resolve("here"), root.resolve("data"));
        assertThat(runIn(data, "witness", masked.toString()).out())
                .containsPattern("p-same .*: same bytes, masked text, 0 of 1 contacts");
    }

    @Test
    void listensToNobodyWhoDoesNotVouch() throws IOException {
        Path data = Folders.copy(made.resolve("here"), root.resolve("data"));
        Path own = root.resolve("own");
        exportOf(data, own, "--format", "jsonl");
        Cli.Run itself = runIn(data, "witness", own.toString());
        assertThat(itself.code()).isEqualTo(2);
        assertThat(itself.err()).contains("is our own");

        Path unsigned = root.resolve("unsigned");
        Path other = Folders.copy(made.resolve("there"), root.resolve("other"));
        Folders.delete(other.resolve("keys"));
        exportOf(other, unsigned, "--format", "jsonl");
        assertThat(runIn(data, "witness", unsigned.toString()).err()).contains("nobody signed");

        Path forged = Folders.copy(made.resolve("pack"), root.resolve("forged"));
        Path hits = forged.resolve("data/hits.jsonl");
        Files.writeString(hits, Files.readString(hits).replace("golden_hr", "golden_xx"));
        Cli.Run refused = runIn(data, "witness", forged.toString());
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.err()).contains("not as it was made");

        assertThat(runIn(data, "witness", root.resolve("none").toString()).code()).isEqualTo(3);
        assertThat(runIn(data, "show", "p-same").out()).doesNotContain("witness");
    }
}
