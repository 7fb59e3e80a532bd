package lurewatch.searchcli.dossier;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lurewatch.searchcli.export.Cover;
import lurewatch.searchcli.export.Purpose;

/// What stands behind a dossier's postings: how to check them, what they do not prove, and what the
/// signals mean.
final class BackMatter {
    /// Of scripts without a font.
    private static final int MOST_NAMES = 20;

    private BackMatter() {}

    /// All of it.
    ///
    /// @param withoutFont the scripts of which the dossier has characters and no font
    static void write(Writer html, Cover cover, Summary summary, List<String> withoutFont)
            throws IOException {
        custody(html, cover, withoutFont);
        if (cover.purpose() != Purpose.VICTIM_URGENT) {
            glossary(html, summary);
        }
    }

    private static void custody(Writer html, Cover cover, List<String> withoutFont)
            throws IOException {
        html.write(
                """
                <h2>Custody, and how to check it</h2>
                <p>Each capture is a record of what a server answered, with its HTTP status, or of what was brought in from a
                file or made by a browser of an answer. Of these two no status is given, as no server answered with it; the
                time of what was brought in is when that was done, and when it stood where its address says is the file's
                word. Each is kept with the SHA-256 of its body and of its
                compressed record in a WARC file, and with a line in a ledger that chains each line to the one before. The
                digests stand under each posting, and which capture its text is of. This file lies in a BagIt bag; in its folder,</p>
                <pre>sha256sum -c manifest-sha256.txt
                sha256sum -c tagmanifest-sha256.txt</pre>
                <p>shows that nothing in it was changed since it was made. If it holds VERIFY.txt, that says how to check its
                signature and its captures' place in the ledger with nothing but coreutils and openssl.</p>
                <h2>Limits</h2>
                <ul>
                <li>A digest and a signature show that these bytes have not changed since, and who vouched for them. They do
                not show that the server sent the same to everybody, nor who is behind a handle.</li>
                <li>Where another desk has captured the same, its word is worth what its key is; its times are its clock's.</li>
                <li>Scores are weights of known signs. They are leads; innocent texts can look alike.</li>
                <li>Whoever posted may be held and forced to.</li>
                <li>What is masked is drawn as █.</li>
                """);
        html.write(
                cover.translatedBy()
                        .map(program ->
                                "<li>What is called a translation was made by the program "
                                        + HtmlText.of(program)
                                        + " and checked by nobody; what counts is what was captured."
                                        + " Quotes stand as they were written.</li>\n")
                        .orElse(
                                "<li>No text was translated; quotes stand as they were written.</li>\n"));
        if (!withoutFont.isEmpty()) {
            html.write(
                    "<li>This file brings the fonts that it is drawn with, but for these characters, which"
                            + " your machine draws, or cannot: "
                            + HtmlText.of(
                                    withoutFont.stream()
                                            .limit(MOST_NAMES)
                                            .collect(Collectors.joining(", ")))
                            + (withoutFont.size() > MOST_NAMES ? ", …" : "")
                            + ".</li>\n");
        }
        html.write("</ul>\n");
        html.write(
                "<p class=\"small\">Made by "
                        + HtmlText.of(cover.tool())
                        + ", rules "
                        + HtmlText.of(cover.rules())
                        + ", of captures up to c"
                        + cover.sequence()
                        + ".</p>\n");
    }

    private static void glossary(Writer html, Summary summary) throws IOException {
        if (summary.signals().isEmpty()) {
            return;
        }
        html.write(
                "<h2>Signals in this list</h2>\n<table><thead><tr><th>postings</th>"
                        + "<th>Signal</th><th>its name elsewhere</th></tr></thead>\n");
        for (Map.Entry<String, Integer> signal : summary.signals()) {
            html.write(
                    "<tr><td class=\"number\">"
                            + signal.getValue()
                            + "</td><td>"
                            + HtmlText.of(summary.meanings().getOrDefault(signal.getKey(), ""))
                            + "</td><td class=\"short small\">"
                            + HtmlText.of(signal.getKey())
                            + "</td></tr>\n");
        }
        html.write("</table>\n");
    }
}
