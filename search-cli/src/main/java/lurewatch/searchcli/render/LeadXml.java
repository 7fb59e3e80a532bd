package lurewatch.searchcli.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lurewatch.searchcli.leads.Lead;
import lurewatch.searchcli.leads.Lead.ContactLead;
import lurewatch.searchcli.leads.Lead.PostingLead;
import lurewatch.searchcli.leads.LeadGraph;

/// Leads as GraphML (yEd, Gephi, Cytoscape, Maltego) and as GEXF (Gephi). Values are as they are:
/// what reads this is a program.
public final class LeadXml {
    private static final List<String> ATTRIBUTES =
            List.of(
                    "type",
                    "label",
                    "class",
                    "score",
                    "lang",
                    "site",
                    "sites",
                    "postings",
                    "hub",
                    "url",
                    "first",
                    "last",
                    "depth");

    private LeadXml() {}

    public static List<String> graphml(LeadGraph graph) {
        List<String> lines = new ArrayList<>();
        lines.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        lines.add("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">");
        ATTRIBUTES.forEach(name ->
                lines.add(
                        String.format(
                                Locale.ROOT,
                                "  <key id=\"%s\" for=\"node\" attr.name=\"%s\" attr.type=\"string\"/>",
                                name,
                                name)));
        lines.add("  <graph id=\"leads\" edgedefault=\"undirected\">");
        for (Lead lead : graph.leads()) {
            StringBuilder node =
                    new StringBuilder("    <node id=\"" + XmlText.escaped(lead.name()) + "\">");
            attributes(lead)
                    .forEach((name, value) ->
                            node.append(
                                    String.format(
                                            Locale.ROOT,
                                            "<data key=\"%s\">%s</data>",
                                            name,
                                            XmlText.escaped(value))));
            lines.add(node + "</node>");
        }
        for (LeadGraph.Link link : graph.links()) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "    <edge source=\"%s\" target=\"%s\"/>",
                            XmlText.escaped(link.contact()),
                            XmlText.escaped(link.posting())));
        }
        lines.add("  </graph>");
        lines.add("</graphml>");
        return lines;
    }

    public static List<String> gexf(LeadGraph graph) {
        List<String> lines = new ArrayList<>();
        lines.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        lines.add("<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">");
        lines.add("  <graph defaultedgetype=\"undirected\" mode=\"static\">");
        lines.add("    <attributes class=\"node\">");
        ATTRIBUTES.forEach(name ->
                lines.add(
                        String.format(
                                Locale.ROOT,
                                "      <attribute id=\"%s\" title=\"%s\" type=\"string\"/>",
                                name,
                                name)));
        lines.add("    </attributes>");
        lines.add("    <nodes>");
        for (Lead lead : graph.leads()) {
            Map<String, String> attributes = attributes(lead);
            StringBuilder node =
                    new StringBuilder(
                            String.format(
                                    Locale.ROOT,
                                    "      <node id=\"%s\" label=\"%s\"><attvalues>",
                                    XmlText.escaped(lead.name()),
                                    XmlText.escaped(attributes.getOrDefault("label", ""))));
            attributes.forEach((name, value) ->
                    node.append(
                            String.format(
                                    Locale.ROOT,
                                    "<attvalue for=\"%s\" value=\"%s\"/>",
                                    name,
                                    XmlText.escaped(value))));
            lines.add(node + "</attvalues></node>");
        }
        lines.add("    </nodes>");
        lines.add("    <edges>");
        for (int i = 0; i < graph.links().size(); i++) {
            LeadGraph.Link link = graph.links().get(i);
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "      <edge id=\"%d\" source=\"%s\" target=\"%s\"/>",
                            i,
                            XmlText.escaped(link.contact()),
                            XmlText.escaped(link.posting())));
        }
        lines.add("    </edges>");
        lines.add("  </graph>");
        lines.add("</gexf>");
        return lines;
    }

    private static Map<String, String> attributes(Lead lead) {
        Map<String, String> attributes = new LinkedHashMap<>();
        switch (lead) {
            case ContactLead contact -> {
                attributes.put("type", "contact");
                attributes.put("label", contact.name());
                attributes.put("sites", Integer.toString(contact.uses().sites().size()));
                attributes.put("postings", Long.toString(contact.uses().postings()));
                attributes.put("hub", contact.hub().orElse(""));
                contact.uses().first().ifPresent(at -> attributes.put("first", at.toString()));
                contact.uses().last().ifPresent(at -> attributes.put("last", at.toString()));
            }
            case PostingLead posting -> {
                attributes.put("type", "posting");
                attributes.put("label", posting.hit().title());
                attributes.put("class", posting.hit().assessmentClass());
                attributes.put("score", Long.toString(Math.round(posting.hit().score())));
                attributes.put("lang", posting.hit().language().orElse(""));
                attributes.put("site", posting.hit().site());
                attributes.put("url", posting.hit().url());
                attributes.put("first", posting.hit().firstSeen().toString());
                attributes.put("last", posting.hit().lastSeen().toString());
            }
        }
        attributes.put("depth", Integer.toString(lead.depth()));
        return attributes;
    }
}
