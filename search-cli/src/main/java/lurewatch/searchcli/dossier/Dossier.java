package lurewatch.searchcli.dossier;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import lurewatch.searchcli.export.ContactTally;
import lurewatch.searchcli.export.Cover;
import lurewatch.searchcli.export.HitList;
import lurewatch.searchcli.export.Item;
import lurewatch.searchcli.export.Names;
import lurewatch.searchcli.export.PackWriter;
import lurewatch.searchcli.export.Purpose;
import lurewatch.searchcli.export.ReadBack;
import lurewatch.searchcli.export.Redaction;

/// One HTML file for people, on screen and on paper: who asked for what, what it adds up to, each
/// posting with its reasons and its custody, and what all that does not prove.
public final class Dossier implements PackWriter {
    static final String NAME = "dossier.html";

    /// Rows of a table in the summary; what is left out is said.
    private static final int MOST_ROWS = 20;

    private final Path data;
    private final Fonts fonts = Fonts.shipped();

    /// @param data the data directory, whose archive may hold pictures of pages
    public Dossier(Path data) {
        this.data = data;
    }

    @Override
    public List<String> files() {
        return List.of(NAME);
    }

    @Override
    public void write(HitList list, Cover cover, Path folder) throws IOException {
        Path body = folder.resolve(NAME + ".body");
        try {
            BitSet used = writeBody(list, cover, body);
            try (BufferedWriter html = Files.newBufferedWriter(folder.resolve(NAME));
                    BufferedReader written = Files.newBufferedReader(body)) {
                head(html, cover, fonts.rulesFor(used));
                written.transferTo(html);
            }
        } finally {
            Files.deleteIfExists(body);
        }
    }

    /// First, as which fonts go into the head depends on all that follows. Gives the characters in
    /// it.
    private BitSet writeBody(HitList list, Cover cover, Path body) throws IOException {
        Summary summary = Summary.of(list);
        try (NotedWriter html = new NotedWriter(Files.newBufferedWriter(body))) {
            cover(html, cover);
            summary(html, list, cover, summary);
            html.write("<h2 id=\"postings\">Postings</h2>\n");
            PostingList postings =
                    new PostingList(
                            html,
                            list.ids().size(),
                            new PostingSection(cover.purpose(), screenshots(list, cover)));
            list.forEach(postings::add);
            postings.end();
            custody(html, cover, fonts.withoutFont(html.seen()));
            if (cover.purpose() != Purpose.VICTIM_URGENT) {
                glossary(html, summary);
            }
            html.write("</main>\n</body>\n</html>\n");
            return html.seen();
        }
    }

    /// Pictures cannot be masked, and no picture of a victim's page goes along.
    private Screenshots screenshots(HitList list, Cover cover) {
        boolean mayShow =
                cover.redaction().equals(Redaction.NONE.name())
                        && cover.purpose() != Purpose.VICTIM_URGENT;
        return mayShow ? Screenshots.of(list, data) : Screenshots.none(list);
    }

    private static void head(Writer html, Cover cover, String fonts) throws IOException {
        html.write(
                "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
                        + " style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'\">\n"
                        + "<meta name=\"viewport\" content=\"width=device-width\">\n"
                        + "<meta name=\"referrer\" content=\"no-referrer\">\n<title>"
                        + HtmlText.of(cover.profile().title())
                        + "</title>\n<style>\n"
                        + style()
                        + onEachPage(cover)
                        + fonts
                        + "</style>\n</head>\n");
    }

    private static void cover(Writer html, Cover cover) throws IOException {
        String tlp = cover.marking().tlp().tag();
        String pap = cover.marking().pap().tag();
        html.write(
                "<body>\n<div class=\"band tlp-"
                        + cover.marking().tlp().name().toLowerCase(Locale.ROOT)
                        + "\">"
                        + tlp
                        + " · "
                        + pap
                        + "</div>\n<main>\n<h1>"
                        + HtmlText.of(cover.profile().title())
                        + "</h1>\n<p class=\"statement\">"
                        + HtmlText.of(cover.profile().statement())
                        + "</p>\n<table class=\"facts\">\n");
        fact(html, "For", cover.profile().recipient());
        fact(html, "From", cover.sender().name() + ", " + cover.sender().contact());
        fact(html, "Purpose", cover.purpose().label());
        fact(html, "Reason", cover.reason());
        fact(html, "As of", HtmlText.time(cover.asOf()) + " UTC");
        fact(html, "Marking", tlp + ": " + cover.marking().tlp().meaning());
        fact(html, "Permitted", pap + ": " + cover.marking().pap().meaning());
        fact(html, "Query", cover.query().orElse("a list of ids"));
        fact(
                html,
                "Masked",
                cover.redaction().equals(Redaction.NONE.name()) ? "nothing" : cover.redaction());
        fact(html, "Pack", cover.pack());
        fact(
                html,
                "Signed with",
                cover.signer()
                        .map(key ->
                                "the key "
                                        + key
                                        + "; ask the sender by another way whether that is its name")
                        .orElse("no key: whoever had the pack in hand could have changed it"));
        html.write("</table>\n");
    }

    /// The marking at the head and foot of each printed page, as TLP 2.0 asks, with its number and
    /// the pack's name, and what may be done with it. All of it is ours: no text of strangers
    /// stands in them.
    private static String onEachPage(Cover cover) {
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
                + ", page \" counter(page) \" of \" counter(pages); font: 8pt dossier, sans-serif; } }\n";
    }

    private static String style() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(Dossier.class.getResourceAsStream("dossier.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void summary(Writer html, HitList list, Cover cover, Summary summary)
            throws IOException {
        html.write("<h2>Summary</h2>\n<p>" + summary.sense(cover.purpose()) + "</p>\n");
        html.write("<div class=\"columns\">\n");
        if (cover.purpose() != Purpose.VICTIM_URGENT) {
            counts(html, "Class", List.copyOf(summary.classes().entrySet()));
        }
        counts(html, "Country named", named(summary.countries(), Names::country));
        counts(html, "Language", named(summary.languages(), Names::language));
        counts(html, "Site", summary.sites());
        html.write("</div>\n<h2>When they were first seen</h2>\n");
        html.write(Timeline.svg(summary.times()));
        html.write("\n<h2>Contacts</h2>\n");
        contacts(html, summary.contacts());
        if (!summary.contacts().isEmpty()) {
            html.write("<h3>Contacts that several postings share</h3>\n");
            html.write(Network.svg(summary.contacts(), summary.titles()));
        }
        if (cover.purpose() != Purpose.VICTIM_URGENT) {
            summary.campaigns().write(html, list);
        }
        html.write("\n<h2>Places</h2>\n");
        places(html, summary.places());
    }

    private static void counts(Writer html, String title, List<Map.Entry<String, Integer>> counts)
            throws IOException {
        if (counts.isEmpty()) {
            return;
        }
        html.write(
                "<table><thead><tr><th>"
                        + HtmlText.of(title)
                        + "</th><th>postings</th></tr></thead>\n");
        for (Map.Entry<String, Integer> row : counts.stream().limit(MOST_ROWS).toList()) {
            html.write(
                    "<tr><td>"
                            + HtmlText.of(row.getKey())
                            + "</td><td class=\"number\">"
                            + row.getValue()
                            + "</td></tr>\n");
        }
        more(html, counts.size(), 2, "");
        html.write("</table>\n");
    }

    private static void places(Writer html, List<Map.Entry<Item.PlaceName, Integer>> places)
            throws IOException {
        if (places.isEmpty()) {
            html.write(
                    "<p>No posting of this list names a place that our list of places has.</p>\n");
            return;
        }
        html.write(PlaceMap.svg(places));
        html.write("\n");
        counts(
                html,
                "Place, with the risk that our list of places gives it",
                named(places, place -> Names.place(place) + ", risk " + place.risk()));
    }

    private static <K> List<Map.Entry<String, Integer>> named(
            List<Map.Entry<K, Integer>> counts, Function<K, String> name) {
        return counts.stream()
                .map(row -> Map.entry(name.apply(row.getKey()), row.getValue()))
                .toList();
    }

    private static void contacts(Writer html, List<ContactTally> contacts) throws IOException {
        if (contacts.isEmpty()) {
            html.write("<p>No posting of this list names a contact.</p>\n");
            return;
        }
        html.write(
                "<table><thead><tr><th>Channel</th><th>Contact</th><th>postings</th>"
                        + "<th>first seen, UTC</th><th>last seen, UTC</th></tr></thead>\n");
        for (ContactTally tally : contacts.stream().limit(MOST_ROWS).toList()) {
            html.write(
                    String.format(
                            Locale.ROOT,
                            "<tr><td class=\"short\">%s</td><td>%s</td><td class=\"number\">%d</td>"
                                    + "<td class=\"short\">%s</td><td class=\"short\">%s</td></tr>%n",
                            HtmlText.of(tally.contact().kind()),
                            HtmlText.of(tally.contact().value()),
                            tally.postings().size(),
                            HtmlText.time(tally.first()),
                            HtmlText.time(tally.last())));
        }
        more(html, contacts.size(), 5, "; each stands with its postings below");
        html.write("</table>\n");
    }

    private static void more(Writer html, int count, int columns, String where) throws IOException {
        if (count > MOST_ROWS) {
            html.write(
                    String.format(
                            Locale.ROOT,
                            "<tr class=\"more\"><td colspan=\"%d\" class=\"small\">and %d more%s</td></tr>%n",
                            columns,
                            count - MOST_ROWS,
                            where));
        }
    }

    static void fact(Writer html, String name, String value) throws IOException {
        html.write(
                "<tr><th>" + HtmlText.of(name) + "</th><td>" + HtmlText.of(value) + "</td></tr>\n");
    }

    private static void custody(Writer html, Cover cover, List<String> withoutFont)
            throws IOException {
        html.write(
                """
                <h2>Custody, and how to check it</h2>
                <p>Each capture is a record of what a server answered, kept with the SHA-256 of its body and of its
                compressed record in a WARC file, and with a line in a ledger that chains each line to the one before. The
                digests stand under each posting. This file lies in a BagIt bag; in its folder,</p>
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
                                            .limit(MOST_ROWS)
                                            .collect(Collectors.joining(", ")))
                            + (withoutFont.size() > MOST_ROWS ? ", …" : "")
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

    @Override
    public void check(HitList list, Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(folder.resolve(NAME))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                PostingList.idOn(line).ifPresent(found::add);
            }
        }
        ReadBack.compare(folder.resolve(NAME), found, list.ids());
    }
}
