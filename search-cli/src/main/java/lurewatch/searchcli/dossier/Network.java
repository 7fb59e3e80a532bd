package lurewatch.searchcli.dossier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lurewatch.indexer.console.TerminalText;
import lurewatch.searchcli.export.ContactTally;
import lurewatch.searchcli.export.Item;

/// Which postings share which contacts: contacts on the left, postings by number and title on the
/// right, a line for each mention. Only what joins postings is drawn, and of that the most joining.
final class Network {
    private static final int MOST_CONTACTS = 24;
    private static final int MOST_POSTINGS = 60;
    private static final int ROW = 18;
    private static final int WIDTH = 720;
    private static final int LEFT = 240;
    private static final int RIGHT = 400;

    /// Columns, of which a Chinese character has two; five of the picture's units or six are one.
    private static final int LONGEST_CONTACT = 38;

    private static final int LONGEST_TITLE = 50;

    private Network() {}

    /// @param contacts those named most often first
    /// @param titles of postings, by their ids
    static String svg(List<ContactTally> contacts, Map<String, String> titles) {
        List<ContactTally> joining =
                contacts.stream()
                        .filter(tally -> tally.postings().size() > 1)
                        .limit(MOST_CONTACTS)
                        .toList();
        if (joining.isEmpty()) {
            return "<p>No two postings of this list name the same contact.</p>";
        }
        Map<String, Integer> rows = new LinkedHashMap<>();
        joining.forEach(tally ->
                tally.postings()
                        .forEach(posting -> {
                            if (rows.size() < MOST_POSTINGS) {
                                rows.putIfAbsent(posting, rows.size());
                            }
                        }));
        return drawn(joining, rows, titles)
                + String.format(
                        Locale.ROOT,
                        "<p class=\"small\">%d of %d contacts, %d postings.</p>",
                        joining.size(),
                        contacts.size(),
                        rows.size());
    }

    private static String drawn(
            List<ContactTally> contacts, Map<String, Integer> rows, Map<String, String> titles) {
        List<String> parts = new ArrayList<>();
        double spread = (double) rows.size() / contacts.size();
        for (int i = 0; i < contacts.size(); i++) {
            double y = y(rows.size() >= contacts.size() ? (i + 0.5) * spread - 0.5 : i);
            for (String posting : contacts.get(i).postings()) {
                Integer row = rows.get(posting);
                if (row != null) {
                    parts.add(
                            String.format(
                                    Locale.ROOT,
                                    "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>",
                                    LEFT + 6,
                                    y - 4,
                                    RIGHT - 6,
                                    y(row) - 4));
                }
            }
            parts.add(
                    String.format(
                            Locale.ROOT,
                            "<text class=\"end\" x=\"%d\" y=\"%.1f\">%s</text>",
                            LEFT,
                            y,
                            HtmlText.of(label(contacts.get(i).contact()))));
        }
        rows.forEach((posting, row) ->
                parts.add(
                        String.format(
                                Locale.ROOT,
                                "<text x=\"%d\" y=\"%.1f\">%s</text>",
                                RIGHT,
                                y(row),
                                HtmlText.of(
                                        TerminalText.cut(
                                                titles.getOrDefault(posting, posting),
                                                LONGEST_TITLE)))));
        return String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"contacts and postings\">%s</svg>",
                WIDTH,
                Math.max(rows.size(), contacts.size()) * ROW + 10,
                String.join("", parts));
    }

    private static double y(double row) {
        return row * ROW + ROW;
    }

    private static String label(Item.Contact contact) {
        return TerminalText.cut(contact.kind() + " " + contact.value(), LONGEST_CONTACT);
    }
}
