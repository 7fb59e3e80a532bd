package lurewatch.searchcli.render;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lurewatch.indexer.console.LinkForm;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.store.CurrentPosting;
import lurewatch.searchcli.casework.CaseFolder;
import lurewatch.searchcli.casework.Event;
import lurewatch.searchcli.casework.StandingLabel;
import lurewatch.searchcli.casework.Witness;

/// Cases, labels and events for people. What analysts wrote is shown like strangers' text: it may
/// have come from elsewhere.
public final class CaseText {
    private static final int SHOWN_SUBJECTS = 4;

    private final Style style;
    private final LinkForm links;
    private final int columns;

    /// @param columns lists are cut to that many; a pipe has no end
    public CaseText(Style style, LinkForm links, int columns) {
        this.style = style;
        this.links = links;
        this.columns = columns;
    }

    /// A case on one line, and how much of it that analyst has not read.
    public String line(CaseFolder folder, String analyst) {
        int unread = folder.unread(analyst).size();
        return cut(
                String.format(
                        Locale.ROOT,
                        "%s  %-6s %s  %3d postings, %d unread, %d notes  %s%s",
                        TerminalText.line(folder.id()),
                        folder.isClosed() ? "closed" : "open",
                        day(folder.opened().time()),
                        folder.postings().size(),
                        unread,
                        folder.notes().size(),
                        TerminalText.line(folder.title()),
                        tags(folder)));
    }

    private String cut(String line) {
        return TerminalText.cut(line, columns);
    }

    private static String tags(CaseFolder folder) {
        return folder.tags().isEmpty()
                ? ""
                : folder.tags().stream()
                        .map(TerminalText::line)
                        .collect(Collectors.joining(" #", "  #", ""));
    }

    /// A case with everything in it.
    ///
    /// @param known its postings that are still known
    /// @param labels the labels that stand at a posting
    public String of(
            CaseFolder folder,
            String analyst,
            List<CurrentPosting> known,
            Function<String, List<StandingLabel>> labels) {
        List<String> lines = new ArrayList<>();
        lines.add(
                style.strong(
                        TerminalText.line(folder.id())
                                + "  "
                                + TerminalText.line(folder.title())
                                + tags(folder)));
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%s, opened %s by %s, last change %s by %s",
                        folder.isClosed() ? "closed" : "open",
                        minute(folder.opened().time()),
                        TerminalText.line(folder.opened().analyst()),
                        minute(folder.last().time()),
                        TerminalText.line(folder.last().analyst())));
        addPostings(lines, folder, analyst, known, labels);
        if (!folder.notes().isEmpty()) {
            lines.add(style.strong("Notes"));
            folder.notes().forEach(note -> lines.addAll(note(note)));
        }
        return String.join("\n", lines);
    }

    private void addPostings(
            List<String> lines,
            CaseFolder folder,
            String analyst,
            List<CurrentPosting> known,
            Function<String, List<StandingLabel>> labels) {
        Map<String, CurrentPosting> byId = new HashMap<>();
        known.forEach(posting -> byId.put(posting.id().value(), posting));
        lines.add(
                style.strong(
                        String.format(
                                Locale.ROOT,
                                "Postings: %d, %d unread (+)",
                                folder.postings().size(),
                                folder.unread(analyst).size())));
        for (String id : folder.postings().keySet()) {
            CurrentPosting posting = byId.get(id);
            String mark = folder.isRead(id, analyst) ? "  " : "+ ";
            String label = labels(labels.apply(id));
            String shown = posting == null ? "  not known here" : shown(posting);
            // A label that a colleague set is the last to be left out.
            int free = Math.max(1, columns - TerminalText.width(label));
            lines.add(TerminalText.cut(mark + TerminalText.line(id) + shown, free) + label);
        }
    }

    private String shown(CurrentPosting posting) {
        String title = TerminalText.line(posting.current().posting().title()).strip();
        return String.format(
                Locale.ROOT,
                " %3d %-6s %s %s  %s  %s",
                Math.round(posting.current().assessment().score()),
                posting.current().assessment().assessmentClass().name().toLowerCase(Locale.ROOT),
                TerminalText.line(posting.current().posting().site()),
                day(posting.times().lastSeen()),
                TerminalText.cut(title, 60),
                TerminalText.line(links.url(posting.current().posting().url()))
                        .replace(" ", "%20"));
    }

    /// The labels that stand at a posting: ` [benign anna, lure bert]`; nothing where none does.
    public static String labels(List<StandingLabel> standing) {
        return standing.isEmpty()
                ? ""
                : standing.stream()
                        .map(label ->
                                TerminalText.line(label.name())
                                        + " "
                                        + TerminalText.line(label.analyst()))
                        .collect(Collectors.joining(", ", " [", "]"));
    }

    /// The same as a line of its own, below those of a hit.
    public static String labelLine(List<StandingLabel> standing) {
        return standing.isEmpty() ? "" : "\n           " + labels(standing);
    }

    /// What analysts said of one posting: labels, cases, notes; nothing where they said nothing.
    public List<String> about(
            List<StandingLabel> labels,
            List<CaseFolder> cases,
            List<CaseFolder.Note> notes,
            List<Witness> witnesses) {
        List<String> lines = new ArrayList<>();
        if (labels.isEmpty() && cases.isEmpty() && notes.isEmpty() && witnesses.isEmpty()) {
            return lines;
        }
        lines.add(style.strong("Casework"));
        labels.forEach(label ->
                lines.add(
                        String.format(
                                Locale.ROOT,
                                "  label     %s  %s by %s: %s",
                                TerminalText.line(label.name()),
                                minute(label.time()),
                                TerminalText.line(label.analyst()),
                                TerminalText.line(label.reason()))));
        cases.forEach(folder ->
                lines.add(
                        String.format(
                                Locale.ROOT,
                                "  case      %s  %s%s",
                                TerminalText.line(folder.id()),
                                TerminalText.line(folder.title()),
                                folder.isClosed() ? " (closed)" : "")));
        witnesses.forEach(witness ->
                lines.add(
                        String.format(
                                Locale.ROOT,
                                "  witness   %s  %s of %s (%s), beside our %s: %s bytes, %s text, %s contacts",
                                minute(witness.time()),
                                TerminalText.line(witness.capture()),
                                TerminalText.line(witness.sender()),
                                TerminalText.line(witness.key()),
                                TerminalText.line(witness.ours()),
                                witness.bytes(),
                                witness.text(),
                                TerminalText.line(witness.contacts()))));
        notes.forEach(note -> lines.addAll(note(note)));
        return lines;
    }

    private static List<String> note(CaseFolder.Note note) {
        List<String> lines = new ArrayList<>();
        String on =
                note.postings().isEmpty()
                        ? ""
                        : note.postings().stream()
                                .map(TerminalText::line)
                                .collect(Collectors.joining(" ", "  on ", ""));
        lines.add(
                String.format(
                        Locale.ROOT,
                        "  %s  %s%s",
                        minute(note.time()),
                        TerminalText.line(note.analyst()),
                        on));
        TerminalText.block(note.text()).lines().forEach(line -> lines.add("      " + line));
        return lines;
    }

    /// A label with who set it and why.
    public static String label(StandingLabel label) {
        return String.format(
                Locale.ROOT,
                "%s  %-14s %s  %s  %s",
                TerminalText.line(label.posting()),
                TerminalText.line(label.name()),
                minute(label.time()),
                TerminalText.line(label.analyst()),
                TerminalText.line(label.reason()));
    }

    /// An event on one line.
    public static String event(Event event) {
        String about =
                event.about().stream()
                        .limit(SHOWN_SUBJECTS)
                        .map(TerminalText::line)
                        .collect(Collectors.joining(" "));
        int more = event.about().size() - SHOWN_SUBJECTS;
        String details =
                event.details().entrySet().stream()
                        .filter(detail -> !detail.getValue().isEmpty())
                        .filter(detail -> !detail.getKey().equals("lifts"))
                        .map(detail ->
                                TerminalText.line(detail.getKey())
                                        + "="
                                        + quoted(TerminalText.line(detail.getValue())))
                        .collect(Collectors.joining(" "));
        return String.format(
                        Locale.ROOT,
                        "%s  %s  %s  %s%s  %s",
                        second(event.time()),
                        TerminalText.line(event.analyst()),
                        event.kind().name(),
                        about.isEmpty() ? "-" : about,
                        more > 0 ? " and " + more + " more" : "",
                        details)
                .strip();
    }

    private static String quoted(String shown) {
        return shown.indexOf(' ') < 0 ? shown : "“" + shown + "”";
    }

    private static String day(Instant time) {
        return time.toString().substring(0, 10);
    }

    private static String minute(Instant time) {
        return time.toString().substring(0, 16).replace('T', ' ');
    }

    private static String second(Instant time) {
        return time.toString().substring(0, 19) + "Z";
    }
}
