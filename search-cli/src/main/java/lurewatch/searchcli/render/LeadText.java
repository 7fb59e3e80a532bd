package lurewatch.searchcli.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lurewatch.indexer.console.LinkForm;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.search.Hit;
import lurewatch.searchcli.leads.ContactUses;
import lurewatch.searchcli.leads.Lead;
import lurewatch.searchcli.leads.Lead.ContactLead;
import lurewatch.searchcli.leads.Lead.PostingLead;
import lurewatch.searchcli.leads.LeadGraph;

/// Leads as a tree for people: each lead once, where it was come upon first.
public final class LeadText {
    private static final int MOST_SITES = 3;

    private final Style style;
    private final LinkForm links;
    private final int columns;

    /// @param columns lines are cut to that many; a pipe has no end
    public LeadText(Style style, LinkForm links, int columns) {
        this.style = style;
        this.links = links;
        this.columns = columns;
    }

    public List<String> of(LeadGraph graph) {
        Map<Optional<String>, List<Lead>> below = new HashMap<>();
        graph.leads()
                .forEach(lead ->
                        below.computeIfAbsent(lead.from(), _ -> new ArrayList<>()).add(lead));
        List<String> lines = new ArrayList<>();
        for (Lead start : below.getOrDefault(Optional.<String>empty(), List.of())) {
            lines.add(line("", start));
            addBelow(lines, "", start, below);
        }
        return lines;
    }

    /// No deeper than contacts may be crossed, twice.
    private void addBelow(
            List<String> lines, String indent, Lead lead, Map<Optional<String>, List<Lead>> below) {
        List<Lead> children = below.getOrDefault(Optional.of(lead.name()), List.of());
        for (int i = 0; i < children.size(); i++) {
            boolean isLast = i == children.size() - 1;
            lines.add(line(indent + (isLast ? "└─ " : "├─ "), children.get(i)));
            addBelow(lines, indent + (isLast ? "   " : "│  "), children.get(i), below);
        }
    }

    private String line(String lead, Lead shown) {
        String text = TerminalText.cut(lead + described(shown), columns);
        return switch (shown) {
            case ContactLead contact when contact.hub().isEmpty() -> style.strong(text);
            case ContactLead _ -> style.faint(text);
            case PostingLead posting -> style.byClass(posting.hit().assessmentClass(), text);
        };
    }

    private String described(Lead lead) {
        return switch (lead) {
            case ContactLead contact ->
                    shownKey(contact.name())
                            + "  "
                            + uses(contact.uses())
                            + contact.hub().map(why -> "  [hub: " + why + "]").orElse("");
            case PostingLead posting -> posting(posting);
        };
    }

    private String shownKey(String key) {
        return TerminalText.line(links.contactKey(key));
    }

    private static String posting(PostingLead lead) {
        Hit hit = lead.hit();
        return String.format(
                Locale.ROOT,
                "%s %3d %s %s %s %s  %s%s",
                TerminalText.line(hit.id()),
                Math.round(hit.score()),
                hit.assessmentClass(),
                TerminalText.line(hit.language().orElse("-")),
                TerminalText.line(hit.site()),
                HitText.days(hit.firstSeen(), hit.lastSeen()),
                HitText.title(hit),
                lead.uncrossed().map(why -> "  [" + TerminalText.line(why) + "]").orElse(""));
    }

    /// `37 postings on 5 sites (a 20, b 9, c 4, …), seen 2026-08-02..2026-10-30`
    static String uses(ContactUses uses) {
        String sites =
                uses.sites().stream()
                        .limit(MOST_SITES)
                        .map(site -> TerminalText.line(site.value()) + " " + site.postings())
                        .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%s on %s (%s%s), seen %s",
                counted(uses.postings(), "posting"),
                counted(uses.sites().size(), "site"),
                sites,
                uses.sites().size() > MOST_SITES ? ", …" : "",
                uses.first()
                        .flatMap(first -> uses.last().map(last -> HitText.days(first, last)))
                        .orElse("never"));
    }

    /// `1 posting`, `2 postings`.
    public static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
