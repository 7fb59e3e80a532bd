package lurewatch.searchcli.render;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.search.ValueCounts.ValueCount;
import lurewatch.searchcli.leads.ContactUses;
import lurewatch.searchcli.leads.Lead;
import lurewatch.searchcli.leads.Lead.ContactLead;
import lurewatch.searchcli.leads.Lead.PostingLead;
import lurewatch.searchcli.leads.LeadGraph;

/// Leads as JSON Lines: each lead, then each link between two of them.
public final class LeadJson {
    /// Of tables for programs.
    public static final List<String> COLUMNS =
            List.of(
                    "type",
                    "contact",
                    "id",
                    "depth",
                    "from",
                    "hub",
                    "uncrossed",
                    "postings",
                    "sites",
                    "first",
                    "last",
                    "score",
                    "class",
                    "site",
                    "url",
                    "title");

    private LeadJson() {}

    public static List<String> of(LeadGraph graph) {
        List<String> lines = new ArrayList<>(leads(graph));
        graph.links()
                .forEach(link ->
                        lines.add(
                                JsonLine.versioned()
                                        .put("type", "link")
                                        .put("contact", link.contact())
                                        .put("posting", link.posting())
                                        .toString()));
        return lines;
    }

    /// Without the links between them.
    public static List<String> leads(LeadGraph graph) {
        return graph.leads().stream().map(LeadJson::of).toList();
    }

    private static String of(Lead lead) {
        return switch (lead) {
            case ContactLead contact ->
                    members(
                                    JsonLine.versioned()
                                            .put("type", "contact")
                                            .put("contact", contact.name())
                                            .put("uri", ContactUri.ofKey(contact.name())),
                                    contact.uses())
                            .put("hub", contact.hub())
                            .put("depth", contact.depth())
                            .put("from", contact.from())
                            .toString();
            case PostingLead posting ->
                    HitJson.line(posting.hit())
                            .put("type", "posting")
                            .put("uncrossed", posting.uncrossed())
                            .put("depth", posting.depth())
                            .put("from", posting.from())
                            .toString();
        };
    }

    static JsonLine members(JsonLine line, ContactUses uses) {
        return line.put("postings", uses.postings())
                .putObjects("sites", uses.sites(), LeadJson::site)
                .put("first", uses.first().map(Instant::toString))
                .put("last", uses.last().map(Instant::toString));
    }

    private static String site(ValueCount site) {
        return JsonLine.object(
                line -> line.put("site", site.value()).put("postings", site.postings()));
    }
}
