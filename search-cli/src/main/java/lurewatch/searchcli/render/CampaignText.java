package lurewatch.searchcli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.console.LinkForm;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.console.WrappedText;
import lurewatch.indexer.store.CampaignFacts.Member;
import lurewatch.searchcli.campaigns.Campaign;
import lurewatch.searchcli.campaigns.CampaignProfile;
import lurewatch.searchcli.campaigns.Decisions.Decision.Labelled;
import lurewatch.searchcli.campaigns.Template;
import lurewatch.searchcli.leads.Timeline;

/// Campaigns for people and as JSON.
public final class CampaignText {
    /// A blank at which no line is broken.
    private static final char TOGETHER = '\u00a0';

    /// Of tables for programs.
    public static final List<String> COLUMNS =
            List.of(
                    "campaign",
                    "postings",
                    "score",
                    "first",
                    "last",
                    "texts",
                    "sites",
                    "langs",
                    "classes",
                    "contacts",
                    "labels",
                    "ids");

    private static final int MOST_VALUES = 8;
    private static final int MOST_VARIANTS = 6;
    private static final int MOST_MEMBERS = 20;
    private static final int LONGEST_VARIANT = 40;
    private static final int NAME_COLUMNS = 10;

    private final Style style;
    private final LinkForm links;
    private final int columns;

    public CampaignText(Style style, LinkForm links, int columns) {
        this.style = style;
        this.links = links;
        this.columns = columns;
    }

    /// `×37 on 5 sites`
    public static String size(Campaign campaign) {
        return "×"
                + campaign.postings()
                + " on "
                + LeadText.counted(campaign.sites().size(), "site");
    }

    /// One line of a list.
    ///
    /// @param title of one of its postings
    public String row(Campaign campaign, CampaignProfile profile, String title) {
        return TerminalText.cut(
                String.format(
                        Locale.ROOT,
                        "%s %3d %s %s  %s  %s%s",
                        TerminalText.line(campaign.id().value()),
                        Math.round(profile.highestScore()),
                        size(campaign),
                        HitText.days(profile.first(), profile.last()),
                        keys(profile.languages()),
                        TerminalText.line(title),
                        labels(campaign)),
                columns);
    }

    private static String keys(Map<String, Long> counts) {
        return TerminalText.line(
                counts.keySet().stream().limit(3).collect(Collectors.joining(",")));
    }

    private static String labels(Campaign campaign) {
        return campaign.labels().isEmpty()
                ? ""
                : "  ["
                        + campaign.labels().stream()
                                .map(CampaignText::label)
                                .collect(Collectors.joining(", "))
                        + "]";
    }

    private static String label(Labelled labelled) {
        return TerminalText.line(
                labelled.label() + " " + labelled.sure() + "% by " + labelled.analyst());
    }

    /// All of one campaign.
    public List<String> of(CampaignProfile profile) {
        List<String> lines = new ArrayList<>();
        Campaign campaign = profile.campaign();
        lines.add(style.strong(TerminalText.line(campaign.id().value()) + "  " + size(campaign)));
        campaign.labels()
                .forEach(labelled ->
                        lines.add(
                                row(
                                        "label",
                                        label(labelled)
                                                + ": "
                                                + TerminalText.line(labelled.reason()))));
        lines.add(row("seen", HitText.days(profile.first(), profile.last())));
        lines.add(row("over time", TimelineText.line(Timeline.of(profile.firstSeen()))));
        lines.add(row("sites", counts(campaign.sites(), TerminalText::line)));
        lines.add(row("lang", counts(profile.languages(), TerminalText::line)));
        lines.add(row("class", counts(profile.classes(), TerminalText::line)));
        if (!profile.contacts().isEmpty()) {
            lines.add(
                    row(
                            "contacts",
                            counts(
                                    profile.contacts(),
                                    key -> TerminalText.line(links.contactKey(key)))));
        }
        profile.template().ifPresent(template -> addTemplate(lines, template, profile.wordings()));
        addMembers(lines, profile);
        return lines;
    }

    private void addTemplate(List<String> lines, Template template, int wordings) {
        lines.add(
                style.strong(
                        String.format(
                                Locale.ROOT,
                                "Template (what %s %s; %s in all)",
                                LeadText.counted(template.copies(), "posting"),
                                template.copies() == 1 ? "says" : "say",
                                LeadText.counted(wordings, "text"))));
        StringBuilder text = new StringBuilder();
        for (Template.Piece piece : template.pieces()) {
            text.append(
                    piece.slot() == 0
                            ? TerminalText.line(piece.text())
                            : style.quote(slotName(template, piece.slot())));
        }
        lines.add(WrappedText.behind("  ", text.toString(), columns));
        for (Template.Slot slot : template.slots()) {
            lines.add(
                    WrappedText.behind(
                            "  " + slotName(template, slot.number()) + "  ",
                            variants(slot),
                            columns));
        }
    }

    private static String slotName(Template template, int number) {
        return "<" + template.slots().get(number - 1).kind() + " " + number + ">";
    }

    private static String variants(Template.Slot slot) {
        String shown =
                slot.variants().entrySet().stream()
                        .limit(MOST_VARIANTS)
                        .map(variant ->
                                TerminalText.cut(
                                                TerminalText.line(variant.getKey()),
                                                LONGEST_VARIANT)
                                        + " ×"
                                        + variant.getValue())
                        .collect(Collectors.joining(", "));
        int more = slot.variants().size() - MOST_VARIANTS;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }

    private void addMembers(List<String> lines, CampaignProfile profile) {
        lines.add(style.strong("Postings"));
        profile.members().stream()
                .limit(MOST_MEMBERS)
                .forEach(member -> lines.add("  " + member(member)));
        long more = profile.campaign().postings() - MOST_MEMBERS;
        if (more > 0) {
            lines.add(
                    "  and "
                            + more
                            + " more: lurewatch search campaign:"
                            + TerminalText.line(profile.campaign().id().value()));
        }
    }

    private static String member(Member member) {
        return String.format(
                Locale.ROOT,
                "%s %3d %s %s %s %s",
                TerminalText.line(member.id().value()),
                Math.round(member.score()),
                member.assessmentClass(),
                TerminalText.line(member.language().orElse("-")),
                TerminalText.line(member.site()),
                HitText.days(member.firstSeen(), member.lastSeen()));
    }

    private static String counts(Map<String, Long> counts, Function<String, String> shown) {
        String values =
                counts.entrySet().stream()
                        .limit(MOST_VALUES)
                        .map(count -> shown.apply(count.getKey()) + TOGETHER + count.getValue())
                        .collect(Collectors.joining(", "));
        int more = counts.size() - MOST_VALUES;
        return more > 0 ? values + " and " + more + " more" : values;
    }

    private String row(String name, String value) {
        return WrappedText.behind("  " + TerminalText.fitted(name, NAME_COLUMNS), value, columns)
                .replace(TOGETHER, ' ');
    }

    /// As one line of JSON, nothing cut but the postings, of which it has at most 10,000.
    public static String json(CampaignProfile profile) {
        Campaign campaign = profile.campaign();
        JsonLine line =
                JsonLine.versioned()
                        .put("campaign", campaign.id().value())
                        .put("postings", campaign.postings())
                        .put("score", profile.highestScore())
                        .put("first", profile.first().toString())
                        .put("last", profile.last().toString())
                        .put("texts", profile.wordings())
                        .putObjects("sites", campaign.sites().entrySet(), CampaignText::count)
                        .putObjects("langs", profile.languages().entrySet(), CampaignText::count)
                        .putObjects("classes", profile.classes().entrySet(), CampaignText::count)
                        .putObjects("contacts", profile.contacts().entrySet(), CampaignText::count)
                        .putObjects("labels", campaign.labels(), CampaignText::labelJson);
        profile.template()
                .ifPresent(template ->
                        line.putObjects("template", template.pieces(), CampaignText::pieceJson)
                                .putObjects("slots", template.slots(), CampaignText::slotJson));
        return line.putStrings(
                        "ids",
                        profile.members().stream().map(member -> member.id().value()).toList())
                .toString();
    }

    private static String count(Map.Entry<String, Long> count) {
        return JsonLine.object(
                line -> line.put("value", count.getKey()).put("postings", count.getValue()));
    }

    private static String labelJson(Labelled labelled) {
        return JsonLine.object(line ->
                line.put("label", labelled.label())
                        .put("sure", labelled.sure())
                        .put("analyst", labelled.analyst())
                        .put("reason", labelled.reason()));
    }

    private static String pieceJson(Template.Piece piece) {
        return JsonLine.object(line -> line.put("text", piece.text()).put("slot", piece.slot()));
    }

    private static String slotJson(Template.Slot slot) {
        return JsonLine.object(line ->
                line.put("slot", slot.number())
                        .put("kind", slot.kind())
                        .putObjects("variants", slot.variants().entrySet(), CampaignText::count));
    }
}
