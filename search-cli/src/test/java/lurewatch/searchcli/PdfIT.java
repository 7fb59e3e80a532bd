package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lurewatch.indexer.Context;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a Chromium of this machine makes of a dossier; skipped where there is none.
class PdfIT {
    @TempDir private Path data;
    @TempDir private Path out;

    @BeforeAll
    static void needsChromium() {
        assumeTrue(chromium().isPresent(), "no Chromium on this machine");
    }

    static Optional<Path> chromium() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private Path printed() {
        return Packs.made(
                Cli.inPipe().with("PATH", System.getenv("PATH")),
                data,
                out.resolve("pack"),
                "korean-police",
                "--format",
                "pdf,jsonl");
    }

    private static JsonNode about(Path pack) throws IOException {
        return new ObjectMapper().readTree(Files.readString(pack.resolve("data/about.json")));
    }

    private static List<String> files(Path pack) throws IOException {
        return about(pack).path("files").valueStream().map(JsonNode::asText).toList();
    }

    /// By poppler, where it is installed.
    private static String text(Path pdf) throws Exception {
        assumeTrue(OthersIT.program("pdftotext").isPresent(), "no pdftotext on this machine");
        Process process = new ProcessBuilder("pdftotext", "-layout", pdf.toString(), "-").start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return text;
    }

    @Test
    void aShortListIsOneFile() throws Exception {
        World.ofAll().in(data);
        Path pack = printed();
        assertThat(files(pack)).containsExactly("dossier.pdf", "hits.jsonl");
        assertThat(about(pack).path("remarks")).isEmpty();
        assertThat(text(pack.resolve("data/dossier.pdf")))
                .contains("TLP:AMBER", "PAP:AMBER", "page 1 of", "p-lure-ko", "캄보디아");
    }

    /// A table of four rows in two columns reads as two tables.
    @Test
    void aShortTableOfTheSummaryStaysWhole() throws Exception {
        World world = new World();
        for (String site : List.of("one", "two", "three", "four")) {
            world.on(site).add(site, "ko", 90, Context.NONE, "모집", "캄보디아 TM 모집 " + site);
        }
        world.in(data);
        String text = text(printed().resolve("data/dossier.pdf"));
        assertThat(Pattern.compile("\\bSite +postings\\b").matcher(text).results()).hasSize(1);
    }

    /// No browser prints fifty thousand postings at once.
    @Test
    void aLongListIsVolumesThatNameEachOther() throws Exception {
        new ManyPostings(1_200, 20_261_128).in(data);
        Path pack = printed();
        List<String> files = files(pack);
        List<String> volumes = files.subList(0, files.size() - 1);
        assertThat(volumes)
                .containsExactly(
                        "dossier-001.pdf", "dossier-002.pdf", "dossier-003.pdf", "dossier-004.pdf");
        assertThat(about(pack).path("remarks").path(0).asText())
                .startsWith("the dossier is printed in 4 volumes: dossier-001.pdf says");
        List<String> ids = PackContents.lines(pack.resolve("data/hits.jsonl"), "id");
        String first = text(pack.resolve("data/dossier-001.pdf"));
        assertThat(first)
                .contains("volume 1 of 4, page 1 of", "postings 1 to 500", "postings 501 to 1,000")
                .contains(
                        "postings 1,001 to", ", in short", "dossier-004.pdf", "Custody", "Limits");
        String last = text(pack.resolve("data/dossier-004.pdf"));
        assertThat(last)
                .contains("TLP:AMBER", "volume 4 of 4", "dossier-001.pdf", ids.getLast())
                .doesNotContain("Custody");
        assertThat(text(pack.resolve("data/dossier-003.pdf")))
                .contains(ids.get(500), ids.get(999))
                .doesNotContain(ids.get(499), ids.get(1000));
    }
}
