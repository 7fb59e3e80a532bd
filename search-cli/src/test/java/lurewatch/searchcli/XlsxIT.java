package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import lurewatch.indexer.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Workbooks of long texts.
class XlsxIT {
    /// The column of the text.
    private static final int TEXT = 18;

    private static final String GRIN = "\ud83d\ude00";

    @TempDir private Path folder;

    private final World world = new World();

    private Path exported() {
        return exported("xlsx");
    }

    private Path exported(String formats) {
        world.in(folder.resolve("data"));
        Cli.Run run =
                Cli.inPipe()
                        .run(
                                "export",
                                "*",
                                "--for",
                                "korean-police",
                                "--format",
                                formats,
                                "--reason",
                                "test",
                                "--as-of",
                                "2026-11-20",
                                "--out",
                                folder.resolve("pack").toString(),
                                "--data",
                                folder.resolve("data").toString(),
                                "--config",
                                Folders.shippedConfig().toString());
        assertThat(run.code()).as(run.err()).isZero();
        return folder.resolve("pack/data/hits.xlsx");
    }

    private World with(String name, String text) {
        return world.add(name, "en", 90, Context.NONE, "Free flight", text);
    }

    /// A reader of XML counts them, and gives up after a hundred thousand.
    @Test
    void holdAnyNumberOfCharactersThatXmlMustEscape() throws IOException {
        IntStream.range(0, 5).forEach(i -> with("many-" + i, "Free flight " + "&".repeat(30_000)));
        assertThat(PackContents.sheet(exported(), 0)).hasSize(5);
    }

    /// A cell ends at 32,767 units, in the middle of a character of two if nobody looks.
    @Test
    void areCutBetweenCharacters() throws IOException {
        with("even", "Free " + GRIN.repeat(17_000));
        with("odd", "Free  " + GRIN.repeat(17_000));
        assertThat(PackContents.column(exported("xlsx,csv,jsonl"), 0, TEXT))
                .hasSize(2)
                .allSatisfy(text ->
                        assertThat(text)
                                .matches(
                                        "Free +("
                                                + GRIN
                                                + ")+ … \\(cut; whole in hits\\.jsonl\\)"));
        assertThat(about())
                .contains("hits.xlsx has 2 cells cut at 32767 characters; whole in hits.jsonl");
    }

    private String about() throws IOException {
        return Files.readString(folder.resolve("pack/data/about.json"));
    }

    /// Nobody is sent to a file that is not in the pack.
    @Test
    void nameTheFileThatHasACutTextWhole() throws IOException {
        with("long", "Free " + "flight ".repeat(6_000));
        assertThat(PackContents.column(exported("xlsx,csv"), 0, TEXT))
                .singleElement(as(STRING))
                .endsWith(" … (cut; whole in hits.csv)")
                .hasSize(32_767);
        assertThat(about())
                .contains("hits.xlsx has 1 cell cut at 32767 characters; whole in hits.csv");
    }

    @Test
    void sayThatACutTextIsNowhereWhole() throws IOException {
        with("long", "Free " + "flight ".repeat(6_000));
        assertThat(PackContents.column(exported("xlsx"), 0, TEXT))
                .singleElement(as(STRING))
                .endsWith(" … (cut)");
        assertThat(about())
                .contains(
                        "hits.xlsx has 1 cell cut at 32767 characters; whole in no file of this"
                                + " pack");
    }
}
