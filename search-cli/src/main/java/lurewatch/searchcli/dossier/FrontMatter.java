package lurewatch.searchcli.dossier;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import lurewatch.searchcli.export.ContactTally;
import lurewatch.searchcli.export.Cover;
import lurewatch.searchcli.export.HitList;
import lurewatch.searchcli.export.Item;
import lurewatch.searchcli.export.Names;
import lurewatch.searchcli.export.Purpose;
import lurewatch.searchcli.export.Redaction;

/// What stands before a dossier's postings: who asked for what and what may be done with it, and
/// what the postings add up to.
final class FrontMatter {
    /// Rows of a table in the summary; what is left out is said.
    static final int MOST_ROWS = 20;

    /// A table of the summary with no more rows goes on in no other column.
    private static final int MOST_UNBROKEN = 8;

    private FrontMatter() {}

    /// From the body's tag on: the marking, the title, and what the recipient is told.
    ///
    /// @param title what is read first
    /// @param facts rows of the table below it, made with [#fact] and [#facts]
    static String opening(Cover cover, String title, String facts) {
        return "<body>\n<div class=\"band tlp-"
                + cover.marking().tlp().name().toLowerCase(Locale.ROOT)
                + "\">"
                + cover.marking().tlp().tag()
                + " · "
                + cover.marking().pap().tag()
                + "</div>\n<main>\n<h1>"
                + HtmlText.of(title)
                + "</h1>\n<p class=\"statement\">"
                + HtmlText.of(cover.profile().statement())
                + "</p>\n<table class=\"facts\">\n"
                + facts
                + "</table>\n";
    }

    /// All that a cover says.
    static String facts(Cover cover) {
        return fact("For", cover.profile().recipient())
                + fact("From", cover.sender().name() + ", " + cover.sender().contact())
                + fact("Purpose", cover.purpose().label())
                + fact("Reason", cover.reason())
                + fact("As of", HtmlText.time(cover.asOf()) + " UTC")
                + marking(cover)
                + fact("Query", cover.query().orElse("a list of ids"))
                + fact(
                        "Masked",
                        cover.redaction().equals(Redaction.NONE.name())
                                ? "nothing"
                                : cover.redaction())
                + fact("Pack", cover.pack())
                + fact(
                        "Signed with",
                        cover.signer()
                                .map(key ->
                                        "the key "
                                                + key
                                                + "; ask the sender by another way whether that is its name")
                                .orElse(
                                        "no key: whoever had the pack in hand could have changed it"));
    }

    /// What must stand on everything that may be taken out of a pack and read alone.
    static String marking(Cover cover) {
        return fact("Marking", cover.marking().tlp().tag() + ": " + cover.marking().tlp().meaning())
                + fact(
                        "Permitted",
                        cover.marking().pap().tag() + ": " + cover.marking().pap().meaning());
    }

    static String fact(String name, String value) {
        return "<tr><th>" + HtmlText.of(name) + "</th><td>" + HtmlText.of(value) + "</td></tr>\n";
    }

    /// What the list adds up to.
    static void summary(Writer html, HitList list, Cover cover, Summary summary)
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
                (counts.size() <= MOST_UNBROKEN ? "<table class=\"whole\">" : "<table>")
                        + "<thead><tr><th>"
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
        more(html, contacts.size(), 5, "; each stands with its postings");
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
}
