package lurewatch.searchcli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lurewatch.indexer.console.LinkForm;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.text.WordDiff;
import lurewatch.searchcli.render.PostingChange.Difference;

/// What became of a posting, for people: what differs, evidence first, and the text with the words
/// marked that were taken out and put in.
public final class ChangeText {
    private static final int NAME_COLUMNS = 10;

    /// Lines around a change that are shown with it.
    private static final int AROUND = 1;

    private final Style style;
    private final LinkForm links;

    public ChangeText(Style style, LinkForm links) {
        this.style = style;
        this.links = links;
    }

    public String of(PostingChange change) {
        List<String> lines = new ArrayList<>();
        lines.add(
                style.strong(change.after().posting().posting().id().value())
                        + String.format(
                                Locale.ROOT,
                                "  version %d (%s) to %d (%s)",
                                change.before().number(),
                                change.before().posting().posting().capture(),
                                change.after().number(),
                                change.after().posting().posting().capture()));
        lines.add(
                "  "
                        + TerminalText.fitted("changed", NAME_COLUMNS)
                        + (change.changed().isEmpty()
                                ? "nothing that counts"
                                : String.join(", ", change.changed())));
        lines.add("  " + TerminalText.fitted("score", NAME_COLUMNS) + scores(change));
        change.evidence().forEach(difference -> lines.addAll(evidence(difference)));
        change.fields()
                .forEach(field ->
                        lines.add(
                                "  "
                                        + TerminalText.fitted(field.name(), NAME_COLUMNS)
                                        + marked(field.parts())));
        if (change.changed().contains("text")) {
            lines.add(style.strong("Text"));
            lines.addAll(around(marked(change.text()).lines().toList(), changedLines(change)));
        }
        return String.join("\n", lines);
    }

    private static String scores(PostingChange change) {
        return String.format(
                Locale.ROOT,
                "%d to %d",
                Math.round(change.before().posting().assessment().score()),
                Math.round(change.after().posting().assessment().score()));
    }

    private List<String> evidence(Difference difference) {
        List<String> lines = new ArrayList<>();
        lines.add(
                style.strong(
                        difference.name().substring(0, 1).toUpperCase(Locale.ROOT)
                                + difference.name().substring(1)));
        difference.removed().forEach(one -> lines.add("  " + style.removed(shown(one))));
        difference.added().forEach(one -> lines.add("  " + style.added(shown(one))));
        return lines;
    }

    private String shown(String found) {
        return TerminalText.line(found.contains("://") ? links.url(found) : found);
    }

    private String marked(List<WordDiff.Part> parts) {
        StringBuilder marked = new StringBuilder();
        for (WordDiff.Part part : parts) {
            // Each line for itself: a mark that spans lines would lose its end on one of them.
            String[] lines = part.text().split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                marked.append(i == 0 ? "" : "\n");
                if (!lines[i].isEmpty()) {
                    marked.append(marked(part.kind(), TerminalText.block(lines[i])));
                }
            }
        }
        return marked.toString();
    }

    private String marked(WordDiff.Part.Kind kind, String shown) {
        return switch (kind) {
            case SAME -> shown;
            case REMOVED -> style.removed(shown);
            case ADDED -> style.added(shown);
        };
    }

    /// Which lines of the marked text hold a change.
    private static List<Boolean> changedLines(PostingChange change) {
        List<Boolean> changed = new ArrayList<>(List.of(false));
        for (WordDiff.Part part : change.text()) {
            boolean differs = part.kind() != WordDiff.Part.Kind.SAME;
            changed.set(changed.size() - 1, changed.getLast() || differs);
            part.text().chars().filter(c -> c == '\n').forEach(_ -> changed.add(differs));
        }
        return changed;
    }

    private List<String> around(List<String> lines, List<Boolean> changed) {
        List<String> shown = new ArrayList<>();
        int left = 0;
        for (int i = 0; i < lines.size(); i++) {
            boolean near = false;
            for (int j = i - AROUND; j <= i + AROUND; j++) {
                near |= j >= 0 && j < changed.size() && changed.get(j);
            }
            if (near) {
                leave(shown, left);
                left = 0;
                shown.add("  " + lines.get(i));
            } else {
                left++;
            }
        }
        leave(shown, left);
        return shown;
    }

    private void leave(List<String> shown, int left) {
        if (left > 0) {
            shown.add(
                    "  "
                            + style.faint(
                                    "… " + left + (left == 1 ? " line" : " lines") + " as before"));
        }
    }
}
