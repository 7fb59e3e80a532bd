package lurewatch.searchcli.dossier;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lurewatch.indexer.Context;
import lurewatch.indexer.console.Defang;
import lurewatch.indexer.console.TerminalText;
import lurewatch.searchcli.export.Cover;
import lurewatch.searchcli.export.HitList;
import lurewatch.searchcli.export.Item;
import lurewatch.searchcli.export.Names;
import lurewatch.searchcli.export.Purpose;
import lurewatch.searchcli.export.Redaction;

/// One posting in a dossier: what was captured, what the machine makes of it, and where the bytes
/// are, kept apart.
final class PostingSection {
    /// Columns.
    private static final int LONGEST_TITLE = 60;

    private final Purpose purpose;
    private final Screenshots screenshots;

    private PostingSection(Purpose purpose, Screenshots screenshots) {
        this.purpose = purpose;
        this.screenshots = screenshots;
    }

    /// For that list. Pictures cannot be masked, and no picture of a victim's page goes along.
    ///
    /// @param data the data directory, whose archive may hold pictures of pages
    static PostingSection of(HitList list, Cover cover, Path data) {
        boolean mayShow =
                cover.redaction().equals(Redaction.NONE.name())
                        && cover.purpose() != Purpose.VICTIM_URGENT;
        return new PostingSection(
                cover.purpose(), mayShow ? Screenshots.of(list, data) : Screenshots.none(list));
    }

    /// From the value of the section's id on.
    ///
    /// @param number of the posting in the list, from 1
    String of(Item item, int number) {
        return HtmlText.of(item.id())
                + "\">\n<h3 dir=\"auto\""
                + lang(item)
                + ">"
                + numeral(item, number)
                + " "
                + HtmlText.of(title(item))
                + "</h3>\n"
                + facts(item)
                + "<h4>The posting as captured</h4>\n<blockquote dir=\"auto\""
                + lang(item)
                + ">"
                + Marked.html(item)
                + "</blockquote>\n"
                + reading(item)
                + translation(item)
                + screenshots.of(item)
                + (purpose == Purpose.VICTIM_URGENT ? signsOfAnAccount(item) : reasons(item))
                + contacts(item)
                + captures(item)
                + witnesses(item)
                + "</section>\n";
    }

    /// Its number in the list, as a place that this file can be opened at. A browser that prints
    /// notes such places in the PDF, by which that is read again.
    static String numeral(Item item, int number) {
        return "<a href=\"#" + HtmlText.of(item.id()) + "\">" + number + ".</a>";
    }

    /// What it is called: an answer by its own words, as its page is called by what somebody else
    /// asked.
    static String title(Item item) {
        if (isAnswer(item)) {
            return TerminalText.cut(
                    item.text().lines().findFirst().orElse(item.id()), LONGEST_TITLE);
        }
        if (item.title().isBlank()) {
            return item.id();
        }
        return isCut(item) ? item.title().strip() + "…" : item.title();
    }

    /// Whether it is the beginning of a longer line, as where a message has no title of its own.
    private static boolean isCut(Item item) {
        String title = item.title().strip();
        return item.text().lines().map(String::strip).noneMatch(title::equals)
                && item.text().lines().map(String::strip).anyMatch(line -> line.startsWith(title));
    }

    /// Whether it stands under something that somebody else wrote: at a place of its own on a page
    /// whose title is not among its words.
    private static boolean isAnswer(Item item) {
        return item.url().indexOf('#') >= 0 && !item.text().contains(item.title());
    }

    /// Only what is a language tag: it picks the fonts.
    static String lang(Item item) {
        return item.lang()
                .filter(tag -> tag.matches("[A-Za-z0-9-]{2,20}"))
                .map(tag -> " lang=\"" + tag + "\"")
                .orElse("");
    }

    private static String facts(Item item) {
        StringBuilder html = new StringBuilder("<table class=\"facts\">\n");
        row(html, "Posting", item.id());
        row(html, "Address (made harmless)", Defang.url(item.page()));
        item.onPage().ifPresent(where -> row(html, "On that page", where));
        row(html, "Site", item.site());
        if (isAnswer(item)) {
            row(html, "Answers under", item.title() + " (whoever wrote that is not meant)");
        }
        item.author().ifPresent(author -> row(html, "Posted by, as shown", author));
        item.employer().ifPresent(employer -> row(html, "Employer, as claimed", employer));
        item.location().ifPresent(location -> row(html, "Location, as claimed", location));
        item.salary().ifPresent(salary -> row(html, "Salary, as claimed", salary));
        item.posted().ifPresent(at -> row(html, "Posted, as claimed", HtmlText.time(at) + " UTC"));
        row(html, item.cameAsFile() ? "Brought in from files" : "Seen", seen(item));
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

    private static String reading(Item item) {
        return item.reading()
                .map(read ->
                        String.format(
                                Locale.ROOT,
                                "<h4>The same as it reads: not all above is legible as it was written</h4>%n"
                                        + "<blockquote class=\"translation\" dir=\"auto\"%s><b>%s</b>%n%s</blockquote>%n",
                                lang(item),
                                HtmlText.of(read.title()),
                                HtmlText.of(read.text())))
                .orElse("");
    }

    private static String translation(Item item) {
        return item.translation()
                .map(made ->
                        String.format(
                                Locale.ROOT,
                                "<h4>In %s, as %s translates it (a machine; nobody has checked it)</h4>%n"
                                        + "<blockquote class=\"translation\" dir=\"auto\" lang=\"%s\"><b>%s</b>%n%s</blockquote>%n",
                                HtmlText.of(Names.language(made.to())),
                                HtmlText.of(made.by()),
                                HtmlText.of(made.to()),
                                HtmlText.of(made.title()),
                                HtmlText.of(made.text())))
                .orElse("");
    }

    private static String seen(Item item) {
        String first = HtmlText.time(item.first());
        String last = HtmlText.time(item.last());
        return first.equals(last) ? "once, " + first + " UTC" : first + " to " + last + " UTC";
    }

    private static String reasons(Item item) {
        List<Item.Why> counted = item.why().stream().filter(Item.Why::counts).toList();
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

    /// Of somebody's account its score as a lure is no measure: a low one would put it last.
    private static String signsOfAnAccount(Item item) {
        StringBuilder html =
                new StringBuilder(
                        "<h4>Why it was read as an account of somebody who may be held (machine inference)</h4>\n");
        List<Item.Why> signs = item.why().stream().filter(PostingSection::isOfAnAccount).toList();
        if (signs.isEmpty()) {
            html.append(
                    item.context().equals(Context.VICTIM_REPORT.label())
                            ? "<p>By its words as a whole.</p>\n"
                            : "<p>No sign was found; an analyst labelled it so.</p>\n");
        } else {
            html.append(
                    "<table class=\"why\"><thead><tr><th>Sign</th><th>Words that show it</th></tr></thead>\n");
            signs.forEach(why ->
                    html.append("<tr><td>")
                            .append(meaning(why))
                            .append("</td><td dir=\"auto\"")
                            .append(lang(item))
                            .append(">")
                            .append(quotes(why))
                            .append("</td></tr>\n"));
            html.append("</table>\n");
        }
        String others =
                noticed(item, item.why().stream().filter(why -> !isOfAnAccount(why)).toList());
        return html.append(
                        others.isEmpty()
                                ? ""
                                : "<p class=\"small\">Named too: " + others + "</p>\n")
                .append(notAssessed(item))
                .toString();
    }

    /// What else a posting says is no sign that somebody is held.
    private static boolean isOfAnAccount(Item.Why why) {
        return why.signal().equals("ctx_victim_report");
    }

    private static String reason(Item item, Item.Why why) {
        return String.format(Locale.ROOT, "<tr><td class=\"number\">%+.1f</td><td>", why.points())
                + sign(item, why);
    }

    /// What it means, what it is called, and the words.
    private static String sign(Item item, Item.Why why) {
        return meaning(why)
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
        String noticed = noticed(item, item.why().stream().filter(why -> !why.counts()).toList());
        return noticed.isEmpty()
                ? ""
                : "<p class=\"small\">Noticed too, and adding nothing: " + noticed + "</p>\n";
    }

    private static String noticed(Item item, List<Item.Why> signs) {
        return signs.stream()
                .map(why -> meaning(why) + " <bdi" + lang(item) + ">" + quotes(why) + "</bdi>")
                .collect(Collectors.joining("; "));
    }

    private static String meaning(Item.Why why) {
        return HtmlText.of(why.meaning().orElse(why.signal()));
    }

    private static String quotes(Item.Why why) {
        return why.quotes().stream()
                .map(PostingSection::quote)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String quote(Item.Quote quote) {
        String raw = "<q>" + HtmlText.of(quote.quote()) + "</q>";
        return quote.readAs()
                .map(words -> raw + " read as <q>" + HtmlText.of(words) + "</q>")
                .orElse(raw);
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
                            "<tr><td class=\"short\">c%d<br>%s%s</td><td class=\"short\">%s</td><td>%s</td><td class=\"digest\">%s<br>%s<br>%s"
                                    + " from byte %d, %d bytes</td></tr>%n",
                            seen.capture(),
                            HtmlText.of(seen.shows()),
                            item.source().filter(seen::equals).isPresent()
                                    ? "<br>the text above is of this one"
                                    : "",
                            HtmlText.time(seen.fetched()),
                            seen.status()
                                    .map(code -> Integer.toString(code))
                                    .orElseGet(() -> "none: " + HtmlText.of(seen.origin())),
                            HtmlText.of(seen.payloadDigest()),
                            HtmlText.of(seen.recordDigest()),
                            HtmlText.of(seen.file()),
                            seen.offset(),
                            seen.length()));
        }
        html.append("</table>\n");
        if (item.capturesLeftOut() > 0) {
            html.append(
                    String.format(
                            Locale.ROOT,
                            "<p>%,d more captures are not listed: %,d showed the posting in all."
                                    + " Listed are the first and last of each version and of"
                                    + " what was found in its stead, then those whose bytes"
                                    + " differ.</p>%n",
                            item.capturesLeftOut(),
                            item.sightings()));
        }
        return html.toString();
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
