package lurewatch.searchcli.dossier;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import lurewatch.indexer.console.Defang;
import lurewatch.searchcli.export.Item;

/// The postings of a dossier in the order of the list: the first in full, the others as rows of one
/// table, so that of fifty thousand there still is a file that a browser opens and a printer ends.
final class PostingList {
    /// What a desk can read; some 2,000 pages.
    static final int MOST_IN_FULL = 1000;

    private static final String SECTION = "<section class=\"posting\" id=\"";
    private static final String ROW = "<tr class=\"posting\" id=\"";

    private final Writer html;
    private final int count;
    private final PostingSection section;
    private int written;

    /// @param count of the postings that will come
    PostingList(Writer html, int count, PostingSection section) {
        this.html = html;
        this.count = count;
        this.section = section;
    }

    void add(Item item) throws IOException {
        if (written == MOST_IN_FULL) {
            begin();
        }
        written++;
        html.write(
                written <= MOST_IN_FULL
                        ? SECTION + section.of(item, written)
                        : ROW + row(item, written));
    }

    /// Ends what was begun.
    void end() throws IOException {
        if (written > MOST_IN_FULL) {
            html.write("</table>\n");
        }
    }

    private void begin() throws IOException {
        html.write(
                String.format(
                        Locale.ROOT,
                        "<h2>%,d postings more, in short</h2>%n<p>The first %,d of this list stand above with"
                                + " texts, reasons and captures. Of the others this file has what tells them"
                                + " apart; the pack's other formats have all of it, and a narrower list has"
                                + " them in full.</p>%n<table class=\"short-list\"><thead><tr><th>Posting</th>"
                                + "<th>Class, score</th><th>first seen, UTC</th><th>Contacts</th></tr></thead>%n",
                        count - MOST_IN_FULL,
                        MOST_IN_FULL));
    }

    private static String row(Item item, int number) {
        return String.format(
                Locale.ROOT,
                "%s\"><td dir=\"auto\">%d. %s<br><span class=\"small\">%s, %s</span></td>"
                        + "<td class=\"short\">%s, %.0f</td><td class=\"short\">%s</td><td>%s</td></tr>%n",
                HtmlText.of(item.id()),
                number,
                HtmlText.of(PostingSection.title(item)),
                HtmlText.of(item.id()),
                HtmlText.of(Defang.url(item.url())),
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
