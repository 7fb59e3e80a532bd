package lurewatch.searchcli.dossier;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import lurewatch.indexer.console.Defang;
import lurewatch.searchcli.export.Item;

/// Postings of a dossier in the order of the list: the first in full, the others as rows of one
/// table, so that of fifty thousand there still is a file that a browser opens.
final class PostingList {
    /// What a desk can read; some 2,000 pages.
    static final int MOST_IN_FULL = 1000;

    /// What stands before them.
    static final String HEADING = "<h2 id=\"postings\">Postings</h2>\n";

    private static final String SECTION = "<section class=\"posting\" id=\"";
    private static final String ROW = "<tr class=\"posting\" id=\"";

    private final Writer html;
    private final PostingSection section;
    private final String heading;
    private final String whereInFull;
    private int number;
    private boolean inTable;

    /// @param before how many postings of the list come before the first that is added
    /// @param heading of those in short
    /// @param whereInFull says of those in full where they are
    PostingList(
            Writer html, PostingSection section, int before, String heading, String whereInFull) {
        this.html = html;
        this.section = section;
        this.number = before;
        this.heading = heading;
        this.whereInFull = whereInFull;
    }

    void add(Item item) throws IOException {
        number++;
        if (isInFull(number)) {
            html.write(SECTION + section.of(item, number));
        } else {
            if (!inTable) {
                begin();
            }
            html.write(ROW + row(item, number));
        }
    }

    /// Whether the posting of that number stands with all that there is.
    static boolean isInFull(int number) {
        return number <= MOST_IN_FULL;
    }

    /// Ends what was begun.
    void end() throws IOException {
        if (inTable) {
            html.write("</table>\n");
        }
    }

    private void begin() throws IOException {
        inTable = true;
        html.write(
                String.format(
                        Locale.ROOT,
                        "<h2>%s</h2>%n<p>The first %,d of this list %s with texts, reasons and"
                                + " captures. Of the others this file has what tells them apart; the pack's"
                                + " other formats have all of it, and a narrower list has them in full.</p>%n"
                                + "<table class=\"short-list\"><thead><tr><th>Posting</th>"
                                + "<th>Class, score</th><th>first seen, UTC</th><th>Contacts</th></tr></thead>%n",
                        heading,
                        MOST_IN_FULL,
                        whereInFull));
    }

    private static String row(Item item, int number) {
        return String.format(
                Locale.ROOT,
                "%s\"><td dir=\"auto\">%s %s<br><span class=\"small\">%s%s, %s</span></td>"
                        + "<td class=\"short\">%s, %.0f</td><td class=\"short\">%s</td><td>%s</td></tr>%n",
                HtmlText.of(item.id()),
                PostingSection.numeral(item, number),
                HtmlText.of(PostingSection.title(item)),
                HtmlText.of(item.id()),
                item.source().map(seen -> " as in c" + seen.capture()).orElse(""),
                HtmlText.of(Defang.url(item.page())),
                HtmlText.of(item.assessmentClass()),
                item.score(),
                HtmlText.time(item.first()),
                item.contacts().stream()
                        .map(contact -> HtmlText.of(contact.kind() + " " + contact.value()))
                        .collect(Collectors.joining("<br>")));
    }

    /// The posting that begins on this line of a dossier. Text of strangers cannot begin so: its <
    /// is &lt;.
    static Optional<String> idOn(String line) {
        for (String beginning : new String[] {SECTION, ROW}) {
            if (line.startsWith(beginning)) {
                int end = line.indexOf('"', beginning.length());
                return Optional.of(line.substring(beginning.length(), end));
            }
        }
        return Optional.empty();
    }
}
