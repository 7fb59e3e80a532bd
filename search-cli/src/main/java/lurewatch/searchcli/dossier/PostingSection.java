package lurewatch.searchcli.dossier;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lurewatch.indexer.console.Defang;
import lurewatch.indexer.console.TerminalText;
import lurewatch.searchcli.export.Item;

/// One posting in a dossier: what was captured, what the machine makes of it, and where the bytes
/// are, kept apart.
final class PostingSection {
    /// What rounds to 0.0 points.
    private static final double LEAST_SHOWN = 0.05;

    /// Columns.
    private static final int LONGEST_TITLE = 60;

    private final Screenshots screenshots;

    PostingSection(Screenshots screenshots) {
        this.screenshots = screenshots;
    }

    /// From the value of the section's id on.
    ///
    /// @param number of the posting in the list, from 1
    String of(Item item, int number) {
        return HtmlText.of(item.id())
                + "\">\n<h3 dir=\"auto\""
                + lang(item)
                + ">"
                + number
                + ". "
                + HtmlText.of(title(item))
                + "</h3>\n"
                + facts(item)
                + "<h4>The posting as captured</h4>\n<blockquote dir=\"auto\""
                + lang(item)
                + ">"
                + Marked.html(item)
                + "</blockquote>\n"
                + screenshots.of(item)
                + reasons(item)
                + contacts(item)
                + captures(item)
                + witnesses(item)
                + "</section>\n";
    }

    /// What it is called: an answer by its own words, as its page is called by what somebody else
    /// asked.
    static String title(Item item) {
        if (isAnswer(item)) {
            return TerminalText.cut(
                    item.text().lines().findFirst().orElse(item.id()), LONGEST_TITLE);
        }
        return item.title().isBlank() ? item.id() : item.title();
    }

    /// Whether it stands under something that somebody else wrote: at a place of its own on a page
    /// whose title is not among its words.
    private static boolean isAnswer(Item item) {
        return item.url().indexOf('#') >= 0 && !item.text().contains(item.title());
    }

    /// Whether a signal was noticed and does not count, as signs of a context where the text as a
    /// whole has none.
    static boolean addsNothing(Item.Why why) {
        return Math.abs(why.points()) < LEAST_SHOWN;
    }

    /// Only what is a language tag: it picks the fonts.
    private static String lang(Item item) {
        return item.lang()
                .filter(tag -> tag.matches("[A-Za-z0-9-]{2,20}"))
                .map(tag -> " lang=\"" + tag + "\"")
                .orElse("");
    }

    private static String facts(Item item) {
        StringBuilder html = new StringBuilder("<table class=\"facts\">\n");
        row(html, "Posting", item.id());
        row(html, "Address (made harmless)", Defang.url(item.url()));
        row(html, "Site", item.site());
        if (isAnswer(item)) {
            row(html, "Answers under", item.title() + " (whoever wrote that is not meant)");
        }
        item.author().ifPresent(author -> row(html, "Posted by, as shown", author));
        item.employer().ifPresent(employer -> row(html, "Employer, as claimed", employer));
        item.location().ifPresent(location -> row(html, "Location, as claimed", location));
        item.salary().ifPresent(salary -> row(html, "Salary, as claimed", salary));
        item.posted().ifPresent(at -> row(html, "Posted, as claimed", HtmlText.time(at) + " UTC"));
        row(html, "Seen", seen(item));
        if (!item.placeNames().isEmpty()) {
            row(
                    html,
                    "Places named",
                    item.placeNames().stream()
                            .map(Names::place)
                            .distinct()
                            .collect(Collectors.joining("; ")));
        }
        return html.append("</table>\n").toString();
    }

    private static String seen(Item item) {
        String first = HtmlText.time(item.first());
        String last = HtmlText.time(item.last());
        return first.equals(last) ? "once, " + first + " UTC" : first + " to " + last + " UTC";
    }

    private static String reasons(Item item) {
        List<Item.Why> counted = item.why().stream().filter(why -> !addsNothing(why)).toList();
        StringBuilder html = new StringBuilder();
        if (counted.isEmpty()) {
            html.append(
                    String.format(
                            Locale.ROOT,
                            "<p>Assessed as %s, score %.0f of 100: no signal that counts was found.</p>%n",
                            HtmlText.of(item.assessmentClass()),
                            item.score()));
        } else {
            html.append(
                    String.format(
                            Locale.ROOT,
                            "<h4>Why it was assessed as %s, score %.0f of 100 (machine inference)</h4>%n"
                                    + "<table class=\"why\"><thead><tr><th>points</th><th>Signal</th>"
                                    + "<th>Words that show it</th></tr></thead>%n",
                            HtmlText.of(item.assessmentClass()),
                            item.score()));
            counted.forEach(why -> html.append(reason(item, why)));
            html.append("</table>\n");
        }
        return html.append(silent(item)).append(notAssessed(item)).toString();
    }

    private static String reason(Item item, Item.Why why) {
        return String.format(Locale.ROOT, "<tr><td class=\"number\">%+.1f</td><td>", why.points())
                + meaning(why)
                + "<br><span class=\"small\">"
                + HtmlText.of(why.signal())
                + why.reason().map(reason -> "; " + HtmlText.of(reason)).orElse("")
                + "</span></td><td dir=\"auto\""
                + lang(item)
                + ">"
                + quotes(why)
                + "</td></tr>\n";
    }

    private static String silent(Item item) {
        String noticed =
                item.why().stream()
                        .filter(PostingSection::addsNothing)
                        .map(why ->
                                meaning(why) + " <bdi" + lang(item) + ">" + quotes(why) + "</bdi>")
                        .collect(Collectors.joining("; "));
        return noticed.isEmpty()
                ? ""
                : "<p class=\"small\">Noticed too, and adding nothing: " + noticed + "</p>\n";
    }

    private static String meaning(Item.Why why) {
        return HtmlText.of(why.meaning().orElse(why.signal()));
    }

    private static String quotes(Item.Why why) {
        return why.quotes().stream()
                .map(Item.Quote::quote)
                .distinct()
                .map(quote -> "<q>" + HtmlText.of(quote) + "</q>")
                .collect(Collectors.joining(" "));
    }

    private static String notAssessed(Item item) {
        return item.notAssessed().isEmpty()
                ? ""
                : "<p>Not assessed, which is not clean: "
                        + HtmlText.of(String.join("; ", item.notAssessed()))
                        + "</p>\n";
    }

    private static String contacts(Item item) {
        if (item.contacts().isEmpty()) {
            return "";
        }
        return "<h4>Contacts</h4>\n<table>"
                + item.contacts().stream()
                        .map(contact ->
                                "<tr><td>"
                                        + HtmlText.of(contact.kind())
                                        + "</td><td>"
                                        + HtmlText.of(contact.value())
                                        + "</td></tr>\n")
                        .collect(Collectors.joining())
                + "</table>\n";
    }

    private static String captures(Item item) {
        StringBuilder html =
                new StringBuilder(
                        "<h4>Captures</h4>\n<table class=\"captures\"><thead><tr><th>Capture</th><th>When, UTC</th>"
                                + "<th>HTTP</th><th>SHA-256 of the body; of the record; where it lies</th></tr></thead>\n");
        for (Item.Seen seen : item.captures()) {
            html.append(
                    String.format(
                            Locale.ROOT,
                            "<tr><td class=\"short\">c%d<br>%s</td><td class=\"short\">%s</td><td>%d</td><td class=\"digest\">%s<br>%s<br>%s"
                                    + " from byte %d, %d bytes</td></tr>%n",
                            seen.capture(),
                            HtmlText.of(seen.shows()),
                            HtmlText.time(seen.fetched()),
                            seen.status(),
                            HtmlText.of(seen.payloadDigest()),
                            HtmlText.of(seen.recordDigest()),
                            HtmlText.of(seen.file()),
                            seen.offset(),
                            seen.length()));
        }
        return html.append("</table>\n").toString();
    }

    private static String witnesses(Item item) {
        if (item.witnesses().isEmpty()) {
            return "";
        }
        StringBuilder html =
                new StringBuilder(
                        "<h4>Captured by others too</h4>\n<table class=\"captures\"><thead><tr><th>Desk, and its key</th>"
                                + "<th>Capture, UTC by its clock</th><th>Beside ours</th><th>Bytes</th><th>Text</th>"
                                + "<th>Contacts</th></tr></thead>\n");
        for (Item.Witness witness : item.witnesses()) {
            html.append("<tr>");
            for (String cell :
                    List.of(
                            witness.sender() + ", " + witness.key() + ", pack " + witness.pack(),
                            witness.capture() + ", " + HtmlText.time(witness.time()),
                            witness.ours(),
                            witness.bytes(),
                            witness.text(),
                            witness.contacts())) {
                html.append("<td>").append(HtmlText.of(cell)).append("</td>");
            }
            html.append("</tr>\n");
        }
        return html.append("</table>\n").toString();
    }

    private static void row(StringBuilder html, String name, String value) {
        html.append("<tr><th>")
                .append(HtmlText.of(name))
                .append("</th><td>")
                .append(HtmlText.of(value))
                .append("</td></tr>\n");
    }
}
