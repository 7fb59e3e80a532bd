package lurewatch.searchcli.dossier;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Objects;
import lurewatch.searchcli.export.Cover;

/// One HTML file of a dossier. Its body is written first, as which fonts go into its head depends
/// on all that stands in it; closed without an end, it leaves nothing behind.
final class HtmlFile implements Closeable {
    private final Path draft;
    private final NotedWriter body;

    /// @param folder where the draft of the body lies
    HtmlFile(Path folder) throws IOException {
        this.draft = Files.createTempFile(folder, "dossier", ".body");
        this.body = new NotedWriter(Files.newBufferedWriter(draft));
    }

    /// What follows the opening.
    Writer body() {
        return body;
    }

    /// How many UTF-16 units the body has so far.
    long length() {
        return body.length();
    }

    /// The characters in the opening and in the body so far.
    BitSet seenWith(String opening) {
        BitSet seen = body.seen();
        opening.codePoints().forEach(seen::set);
        return seen;
    }

    /// Frees what writing needs, as other files come before this one's opening is known.
    void endBody() throws IOException {
        body.close();
    }

    /// Makes the file of the body.
    ///
    /// @param opening what the file begins with, from the body's tag on
    /// @param part what the foot of each page says between the pack's name and the page's number
    void write(Path file, Cover cover, String part, String opening, Fonts fonts)
            throws IOException {
        endBody();
        try (BufferedWriter html = Files.newBufferedWriter(file);
                BufferedReader written = Files.newBufferedReader(draft)) {
            head(html, cover, part, fonts.rulesFor(seenWith(opening)));
            html.write(opening);
            written.transferTo(html);
            html.write("</main>\n</body>\n</html>\n");
        }
    }

    private static void head(Writer html, Cover cover, String part, String fonts)
            throws IOException {
        html.write(
                "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
                        + " style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'\">\n"
                        + "<meta name=\"viewport\" content=\"width=device-width\">\n"
                        + "<meta name=\"referrer\" content=\"no-referrer\">\n<title>"
                        + HtmlText.of(cover.profile().title())
                        + "</title>\n<style>\n"
                        + style()
                        + onEachPage(cover, part)
                        + fonts
                        + "</style>\n</head>\n");
    }

    /// The marking at the head and foot of each printed page, as TLP 2.0 asks, with its number and
    /// the pack's name, and what may be done with it. All of it is ours: no text of strangers
    /// stands in them.
    private static String onEachPage(Cover cover, String part) {
        String mark =
                "{ content: \""
                        + cover.marking().tlp().tag()
                        + "\"; font: bold 10pt dossier, sans-serif; }\n";
        return "@page { @top-left { content: \""
                + cover.marking().pap().tag()
                + "\"; font: 8pt dossier, sans-serif; } @top-right "
                + mark
                + "@bottom-right "
                + mark
                + "@bottom-left { content: \"pack "
                + cover.pack()
                + ", "
                + part
                + "page \" counter(page) \" of \" counter(pages); font: 8pt dossier, sans-serif; } }\n";
    }

    private static String style() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(HtmlFile.class.getResourceAsStream("dossier.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws IOException {
        body.close();
        Files.deleteIfExists(draft);
    }
}
