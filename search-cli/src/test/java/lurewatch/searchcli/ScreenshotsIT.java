package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import lurewatch.indexer.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures of pages in a dossier: of what is handed on, and of nothing else.
class ScreenshotsIT {
    private static final Pattern IMAGE = Pattern.compile("src=\"data:image/jpeg;base64,([^\"]*)\"");

    @TempDir private Path data;
    @TempDir private Path packs;

    private static byte[] png(int width, int height, Color color) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.setColor(color);
        canvas.fillRect(0, 0, width, height);
        canvas.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }

    private String dossier(String profile, String... more) throws IOException {
        Path place = packs.resolve("pack" + packs.toFile().list().length);
        List<String> options = new ArrayList<>(List.of("--format", "html"));
        options.addAll(List.of(more));
        Path pack = Packs.made(data, place, profile, options.toArray(String[]::new));
        return Files.readString(pack.resolve("data/dossier.html"));
    }

    private static List<BufferedImage> pictures(String html) throws IOException {
        List<BufferedImage> pictures = new ArrayList<>();
        for (String encoded :
                IMAGE.matcher(html)
                        .results()
                        .map(MatchResult::group)
                        .map(src -> src.substring(src.indexOf(',') + 1, src.length() - 1))
                        .toList()) {
            pictures.add(
                    ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(encoded))));
        }
        return pictures;
    }

    @Test
    void eachPostingShowsWhatItsPageLookedLike() throws IOException {
        World.ofAll().pictured(png(1280, 4000, Color.ORANGE)).archivedIn(data);
        String html = dossier("korean-police");
        List<BufferedImage> pictures = pictures(html);
        assertThat(pictures)
                .hasSize(html.split("<section class=\"posting\"", -1).length - 1)
                .isNotEmpty()
                .allSatisfy(picture -> {
                    assertThat(picture.getWidth()).isEqualTo(640);
                    assertThat(picture.getHeight()).isEqualTo(900);
                    Color color = new Color(picture.getRGB(320, 450));
                    assertThat(color.getRed()).isGreaterThan(230);
                    assertThat(color.getGreen()).isBetween(180, 220);
                    assertThat(color.getBlue()).isLessThan(30);
                });
        assertThat(html).contains("The top of what a browser drew of capture c");
    }

    /// By no redaction that ships, also not by one that leaves all contacts: faces cannot be
    /// masked.
    @Test
    void nothingIsShownWhereSomethingIsMasked() throws IOException {
        World.ofAll().pictured(png(100, 100, Color.ORANGE)).archivedIn(data);
        try (Stream<Path> files = Files.list(Folders.shippedConfig().resolve("redaction"))) {
            List<String> names =
                    files.map(file -> file.getFileName().toString().replace(".yaml", "")).toList();
            assertThat(names).contains("contacts", "pictures");
            for (String name : names) {
                assertThat(dossier("korean-police", "--redact", name))
                        .as(name)
                        .contains("class=\"posting\"")
                        .doesNotContain("<img", "drew of capture");
            }
        }
    }

    /// What the redaction of pictures alone leaves: the text, the contacts; neither picture nor
    /// capture.
    @Test
    void picturesAloneCanBeLeftOut() throws IOException {
        World.ofAll().pictured(png(100, 100, Color.ORANGE)).archivedIn(data);
        String[] masked = {"--format", "html,jsonl", "--redact", "pictures"};
        Path pack = Packs.made(data, packs.resolve("whole"), "korean-police", masked);
        assertThat(Files.readString(pack.resolve("data/hits.jsonl"))).contains("hr_lucky88");
        assertThat(pack.resolve("custody/ledger-lines.jsonl")).doesNotExist();
        masked[1] = "wacz";
        assertThat(Packs.export(data, packs.resolve("no"), "korean-police", masked).code())
                .isEqualTo(5);
    }

    @Test
    void noPictureOfAVictimsPageGoesAlong() throws IOException {
        World.ofAll().pictured(png(100, 100, Color.ORANGE)).archivedIn(data);
        assertThat(dossier("victim-urgent")).contains("class=\"posting\"").doesNotContain("<img");
    }

    /// A page that also shows an account of a victim, which is kept back, is not shown.
    @Test
    void aPageThatShowsMoreThanIsHandedOnIsNotShown() throws IOException {
        new World()
                .add("lure", "en", 95, Context.NONE, "Work in Sihanoukville", "Telegram only")
                .add("victim", "en", 65, Context.VICTIM_REPORT, "Help", "My brother is held")
                .pictured(png(100, 100, Color.ORANGE))
                .archivedIn(data, "p-lure", "p-victim");
        String html = dossier("korean-police");
        assertThat(pictures(html)).hasSize(1);
        assertThat(html).contains("drew of capture c3,").doesNotContain("drew of capture c7,");
    }

    /// Whoever can put captures into an archive can put anything there.
    @Test
    void whatIsNoPictureIsNamedAndNotShown() throws IOException {
        byte[] bomb = png(1, 1, Color.ORANGE);
        bomb[16] = 0x7f; // of the width, which is now two thousand million
        World.ofAll().pictured(bomb).archivedIn(data);
        assertThat(dossier("korean-police"))
                .contains("is in the archive; it cannot be shown here")
                .doesNotContain("<img");
    }
}
