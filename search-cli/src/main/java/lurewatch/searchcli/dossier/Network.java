package lurewatch.searchcli.dossier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lurewatch.indexer.console.TerminalText;
import lurewatch.searchcli.export.ContactTally;
import lurewatch.searchcli.export.Item;

/// Which postings share which contacts: contacts on the left, postings by number and title on the
/// right, a line for each mention. Only what joins postings is drawn, and of that the most joining;
/// as several pictures where it is much.
final class Network {
    private static final int MOST_CONTACTS = 24;
    private static final int MOST_POSTINGS = 60;

    /// A third of a page.
    private static final int ROWS_OF_A_PICTURE = 18;

    private static final int ROW = 18;
    private static final int WIDTH = 720;
    private static final int LEFT = 240;
    private static final int RIGHT = 400;

    /// Columns, of which a Chinese character has two; five of the picture's units or six are one.
    private static final int LONGEST_CONTACT = 38;

    private static final int LONGEST_TITLE = 50;

    private Network() {}

    /// @param all those named most often first
    /// @param titles of postings, by their ids
    static String svg(List<ContactTally> all, Map<String, String> titles) {
        List<ContactTally> joining =
                all.stream()
                        .filter(tally -> tally.postings().size() > 1)
                        .limit(MOST_CONTACTS)
                        .toList();
        if (joining.isEmpty()) {
            return "<p>No two postings of this list name the same contact.</p>";
        }
        Set<String> drawn = new LinkedHashSet<>();
        joining.forEach(tally ->
                tally.postings().stream()
                        .filter(_ -> drawn.size() < MOST_POSTINGS)
                        .forEach(drawn::add));
        StringBuilder pictures = new StringBuilder();
        pictures(joining, drawn)
                .forEach(contacts -> pictures.append(drawn(contacts, drawn, titles)).append('\n'));
        return pictures
                + String.format(
                        Locale.ROOT,
                        "<p class=\"small\">%d of %d contacts, %d postings.</p>",
                        joining.size(),
                        all.size(),
                        drawn.size());
    }

    /// The contacts of each picture: what hangs together by postings stays together, and small nets
    /// share a picture, as paper breaks between pictures only.
    private static List<List<ContactTally>> pictures(
            List<ContactTally> contacts, Set<String> drawn) {
        List<List<ContactTally>> pictures = new ArrayList<>();
        int room = 0;
        for (List<ContactTally> net : nets(contacts, drawn)) {
            int rows = Math.max(net.size(), rows(net, drawn).size());
            if (rows > room) {
                pictures.add(new ArrayList<>());
                room = ROWS_OF_A_PICTURE;
            }
            pictures.getLast().addAll(net);
            room -= rows;
        }
        return pictures;
    }

    private static List<List<ContactTally>> nets(List<ContactTally> contacts, Set<String> drawn) {
        List<List<ContactTally>> nets = new ArrayList<>();
        for (ContactTally contact : contacts) {
            Set<String> own = rows(List.of(contact), drawn).keySet();
            List<ContactTally> joined = new ArrayList<>();
            for (List<ContactTally> net : List.copyOf(nets)) {
                if (!Collections.disjoint(rows(net, drawn).keySet(), own)) {
                    joined.addAll(net);
                    nets.remove(net);
                }
            }
            joined.add(contact);
            nets.add(joined);
        }
        return nets;
    }

    private static Map<String, Integer> rows(List<ContactTally> contacts, Set<String> drawn) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        contacts.stream()
                .flatMap(tally -> tally.postings().stream())
                .filter(drawn::contains)
                .forEach(posting -> rows.putIfAbsent(posting, rows.size()));
        return rows;
    }

    private static String drawn(
            List<ContactTally> contacts, Set<String> drawn, Map<String, String> titles) {
        Map<String, Integer> rows = rows(contacts, drawn);
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
