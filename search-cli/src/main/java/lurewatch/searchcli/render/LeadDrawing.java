package lurewatch.searchcli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lurewatch.indexer.console.LinkForm;
import lurewatch.indexer.console.TerminalText;
import lurewatch.searchcli.leads.Lead;
import lurewatch.searchcli.leads.Lead.ContactLead;
import lurewatch.searchcli.leads.Lead.PostingLead;
import lurewatch.searchcli.leads.LeadGraph;

/// Leads in Graphviz's language. What it draws is looked at by people, so that text is as safe and
/// links as harmless as on a terminal.
public final class LeadDrawing {
    private static final int LABEL_COLUMNS = 40;

    private final LinkForm links;

    public LeadDrawing(LinkForm links) {
        this.links = links;
    }

    public List<String> of(LeadGraph graph) {
        List<String> lines = new ArrayList<>();
        lines.add("graph leads {");
        lines.add("  graph [overlap=false, splines=true];");
        lines.add("  node [fontname=\"sans-serif\", style=filled, fillcolor=white];");
        graph.leads().forEach(lead -> lines.add("  " + node(lead) + ";"));
        graph.links()
                .forEach(link ->
                        lines.add(
                                "  "
                                        + quoted(TerminalText.line(link.contact()))
                                        + " -- "
                                        + quoted(TerminalText.line(link.posting()))
                                        + ";"));
        lines.add("}");
        return lines;
    }

    private String node(Lead lead) {
        return switch (lead) {
            case ContactLead contact ->
                    String.format(
                            Locale.ROOT,
                            "%s [shape=ellipse, fillcolor=%s, label=%s]",
                            quoted(TerminalText.line(contact.name())),
                            contact.hub().isPresent() ? "gray80" : "lightyellow",
                            quoted(
                                    TerminalText.line(links.contactKey(contact.name()))
                                            + "\n"
                                            + LeadText.counted(
                                                    contact.uses().postings(), "posting")));
            case PostingLead posting ->
                    String.format(
                            Locale.ROOT,
                            "%s [shape=box, fillcolor=%s, label=%s]",
                            quoted(TerminalText.line(posting.name())),
                            colour(posting.hit().assessmentClass()),
                            quoted(
                                    TerminalText.cut(HitText.title(posting.hit()), LABEL_COLUMNS)
                                            + "\n"
                                            + TerminalText.line(posting.hit().site())
                                            + " "
                                            + HitText.days(
                                                    posting.hit().firstSeen(),
                                                    posting.hit().lastSeen())));
        };
    }

    private static String colour(String assessmentClass) {
        return switch (assessmentClass) {
            case "lure" -> "salmon";
            case "review" -> "gold";
            default -> "white";
        };
    }

    /// Text that was made safe, with its line feeds as Graphviz's own.
    private static String quoted(String safe) {
        return '"' + safe.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
