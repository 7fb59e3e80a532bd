package lurewatch.searchcli.dossier;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lurewatch.searchcli.export.HitList;
import lurewatch.searchcli.export.Item;

/// What was copied: the campaigns of a list, and of each the wording that most of its postings
/// have, with what changes from copy to copy. Told of all postings first ([#add]), then written,
/// which reads the list once more where there are campaigns.
final class CampaignTexts {
    private static final int MOST_CAMPAIGNS = 10;
    private static final int MOST_POSTINGS = 40;
    private static final int MOST_VARIANTS = 8;

    /// Copies whose slots are read: more say nothing new.
    private static final int MOST_READ = 500;

    /// Of a template, in UTF-16 units; the postings below have all of it.
    private static final int LONGEST = 4000;

    /// What a walk over the list says of a campaign.
    private static final class Tally {
        private final int number;
        private final List<Integer> postings = new ArrayList<>();
        private final Set<String> sites = new TreeSet<>();
        private final Map<Integer, Integer> wordings = new TreeMap<>();
        private Instant first = Instant.MAX;
        private Instant last = Instant.MIN;

        Tally(int number) {
            this.number = number;
        }

        void add(Item item, int wording, int place) {
            postings.add(place);
            sites.add(item.site());
            wordings.merge(wording, 1, Integer::sum);
            first = item.first().isBefore(first) ? item.first() : first;
            last = item.last().isAfter(last) ? item.last() : last;
        }

        int mostUsed() {
            return wordings.entrySet().stream()
                    .max(
                            Map.Entry.<Integer, Integer>comparingByValue()
                                    .thenComparing(
                                            Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .map(Map.Entry::getKey)
                    .orElseThrow();
        }

        int copies() {
            return wordings.getOrDefault(mostUsed(), 0);
        }
    }

    /// The wording of a campaign, as its first posting in the list has it.
    private static final class Template {
        private final Item first;
        private final List<Item.Slot> slots;
        private final List<Map<String, Integer>> variants = new ArrayList<>();
        private int copies;

        Template(Item first, List<Item.Slot> slots) {
            this.first = first;
            this.slots = slots;
            slots.forEach(_ -> variants.add(new LinkedHashMap<>()));
        }

        void add(Item copy, List<Item.Slot> places) {
            if (copies++ < MOST_READ) {
                for (int i = 0; i < Math.min(places.size(), slots.size()); i++) {
                    Item.Slot place = places.get(i);
                    variants.get(i)
                            .merge(
                                    copy.text().substring(place.start(), place.end()),
                                    1,
                                    Integer::sum);
                }
            }
        }
    }

    private final Map<Integer, Tally> tallies = new TreeMap<>();
    private int places;

    void add(Item item) {
        places++;
        item.campaign()
                .ifPresent(campaign ->
                        tallies.computeIfAbsent(campaign.number(), Tally::new)
                                .add(item, campaign.wording(), places));
    }

    void write(Writer html, HitList list) throws IOException {
        html.write("\n<h2>Campaigns</h2>\n");
        if (tallies.isEmpty()) {
            html.write(
                    "<p>No two postings of this list hang together by wording or contact.</p>\n");
            return;
        }
        html.write(
                "<p>Postings hang together that have one wording, like wordings or a contact in common. Of each"
                        + " such campaign here is the wording that most of its postings in this list have, as the"
                        + " first of them wrote it; what may change from copy to copy, contacts, numbers and names, is framed and"
                        + " numbered.</p>\n");
        List<Tally> largest =
                tallies.values().stream()
                        .sorted(
                                Comparator.comparingInt((Tally tally) -> tally.postings.size())
                                        .reversed())
                        .limit(MOST_CAMPAIGNS)
                        .toList();
        Map<Integer, Template> templates = templates(list, largest);
        for (Tally tally : largest) {
            write(html, tally, Objects.requireNonNull(templates.get(tally.number)));
        }
        if (tallies.size() > MOST_CAMPAIGNS) {
            html.write(
                    String.format(
                            Locale.ROOT,
                            "<p class=\"small\">and %d smaller ones</p>%n",
                            tallies.size() - MOST_CAMPAIGNS));
        }
    }

    private static Map<Integer, Template> templates(HitList list, List<Tally> wanted)
            throws IOException {
        Map<Integer, Integer> wordings =
                wanted.stream().collect(Collectors.toMap(tally -> tally.number, Tally::mostUsed));
        Map<Integer, Template> templates = new TreeMap<>();
        list.forEach(item ->
                item.campaign()
                        .filter(own ->
                                Integer.valueOf(own.wording()).equals(wordings.get(own.number())))
                        .ifPresent(own ->
                                templates
                                        .computeIfAbsent(
                                                own.number(), _ -> new Template(item, own.slots()))
                                        .add(item, own.slots())));
        return templates;
    }

    private static void write(Writer html, Tally tally, Template template) throws IOException {
        html.write(
                String.format(
                        Locale.ROOT,
                        "<section class=\"campaign\">%n<h3>Campaign %d: %d postings on %s</h3>%n<p>Seen from"
                                + " %s to %s UTC. In this list number %s.</p>%n",
                        tally.number,
                        tally.postings.size(),
                        tally.sites.size() == 1 ? "one site" : tally.sites.size() + " sites",
                        HtmlText.time(tally.first),
                        HtmlText.time(tally.last),
                        numbers(tally.postings)));
        if (tally.copies() > 1) {
            copied(html, tally, template);
        } else {
            html.write(
                    "<p>No two of them have the same wording: like wordings or a contact in common join"
                            + " them. The first says:</p>\n");
            text(html, template, List.of());
        }
        html.write("</section>\n");
    }

    private static String numbers(List<Integer> postings) {
        return postings.stream()
                        .limit(MOST_POSTINGS)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "))
                + (postings.size() > MOST_POSTINGS
                        ? String.format(
                                Locale.ROOT, " and %d more", postings.size() - MOST_POSTINGS)
                        : "");
    }

    private static void copied(Writer html, Tally tally, Template template) throws IOException {
        html.write(
                tally.wordings.size() == 1
                        ? "<p>All of them have this wording:</p>\n"
                        : String.format(
                                Locale.ROOT,
                                "<p>%d of them have this wording, the others have %d other:</p>%n",
                                tally.copies(),
                                tally.wordings.size() - 1));
        List<Integer> shown = shown(template);
        text(html, template, shown);
        if (shown.isEmpty()) {
            html.write("<p>Nothing in it changes.</p>\n");
            return;
        }
        html.write(
                "<table><thead><tr><th>Slot</th><th>Kind</th><th>What stands there, in how many of them</th></tr></thead>\n");
        for (int slot : shown) {
            html.write(
                    "<tr><td class=\"number\">"
                            + (slot + 1)
                            + "</td><td class=\"short\">"
                            + HtmlText.of(template.slots.get(slot).kind())
                            + "</td><td>"
                            + variants(template.variants.get(slot))
                            + "</td></tr>\n");
        }
        html.write("</table>\n");
    }

    /// The slots that stand in the part of the text that is shown.
    private static List<Integer> shown(Template template) {
        List<Integer> shown = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < template.slots.size(); i++) {
            Item.Slot slot = template.slots.get(i);
            if (slot.start() >= at && slot.end() <= LONGEST) {
                shown.add(i);
                at = slot.end();
            }
        }
        return shown;
    }

    /// @param slots those that are framed
    private static void text(Writer html, Template template, List<Integer> slots)
            throws IOException {
        String text = template.first.text();
        html.write("<blockquote dir=\"auto\"" + PostingSection.lang(template.first) + ">");
        int at = 0;
        for (int i : slots) {
            Item.Slot slot = template.slots.get(i);
            html.write(
                    HtmlText.of(text.substring(at, slot.start()))
                            + "<span class=\"slot\"><sup>"
                            + (i + 1)
                            + "</sup>"
                            + HtmlText.of(text.substring(slot.start(), slot.end()))
                            + "</span>");
            at = slot.end();
        }
        boolean isLong = text.length() > LONGEST;
        html.write(
                HtmlText.of(text.substring(at, isLong ? LONGEST : text.length()))
                        + (isLong ? " …" : "")
                        + "</blockquote>\n");
    }

    private static String variants(Map<String, Integer> variants) {
        return variants.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .limit(MOST_VARIANTS)
                        .map(variant ->
                                "<bdi>"
                                        + HtmlText.of(variant.getKey())
                                        + "</bdi>"
                                        + (variants.size() == 1 ? "" : " ×" + variant.getValue()))
                        .collect(Collectors.joining(", "))
                + (variants.size() > MOST_VARIANTS
                        ? " and " + (variants.size() - MOST_VARIANTS) + " more"
                        : "");
    }
}
