package lurewatch.searchcli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.console.LinkForm;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.console.WrappedText;
import lurewatch.indexer.search.ValueCounts.ValueCount;
import lurewatch.searchcli.leads.ContactProfile;
import lurewatch.searchcli.leads.Timeline;

/// What is known about a contact, for people and as JSON.
public final class ProfileText {
    private static final int MOST_VALUES = 8;
    private static final int NAME_COLUMNS = 10;

    private final Style style;
    private final LinkForm links;
    private final int columns;

    /// @param columns lines are wrapped to that many; a pipe has no end
    public ProfileText(Style style, LinkForm links, int columns) {
        this.style = style;
        this.links = links;
        this.columns = columns;
    }

    public List<String> of(ContactProfile profile) {
        List<String> lines = new ArrayList<>();
        lines.add(style.strong(shown(profile.key())));
        lines.add(row("uses", LeadText.uses(profile.uses())));
        for (String field : ContactProfile.FIELDS) {
            add(lines, field, profile.counts().of(field), TerminalText::line);
        }
        add(lines, "beside", profile.beside(), this::shown);
        lines.add(row("over time", TimelineText.line(Timeline.of(profile.firstSeen()))));
        return lines;
    }

    private String shown(String key) {
        return TerminalText.line(links.contactKey(key));
    }

    private void add(
            List<String> lines,
            String name,
            List<ValueCount> counts,
            Function<String, String> shown) {
        if (counts.isEmpty()) {
            return;
        }
        String values =
                counts.stream()
                        .limit(MOST_VALUES)
                        .map(count -> shown.apply(count.value()) + " " + count.postings())
                        .collect(Collectors.joining(", "));
        int more = counts.size() - MOST_VALUES;
        lines.add(row(name, more > 0 ? values + " and " + more + " more" : values));
    }

    private String row(String name, String value) {
        return WrappedText.behind("  " + TerminalText.fitted(name, NAME_COLUMNS), value, columns);
    }

    public static String json(ContactProfile profile) {
        JsonLine line =
                LeadJson.members(
                        JsonLine.versioned()
                                .put("contact", profile.key())
                                .put("uri", ContactUri.ofKey(profile.key())),
                        profile.uses());
        for (String field : ContactProfile.FIELDS) {
            line.putObjects(field + "_counts", profile.counts().of(field), ProfileText::count);
        }
        return line.putObjects("beside", profile.beside(), ProfileText::count).toString();
    }

    private static String count(ValueCount count) {
        return JsonLine.object(
                line -> line.put("value", count.value()).put("postings", count.postings()));
    }
}
