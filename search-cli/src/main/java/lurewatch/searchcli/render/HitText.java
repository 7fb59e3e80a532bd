package lurewatch.searchcli.render;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.console.LinkForm;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.search.Hit;
import lurewatch.indexer.text.LegibleText;
import lurewatch.searchcli.campaigns.Campaign;

/// Hits for people: a few lines each on a terminal, one line each in a pipe.
public final class HitText {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final String INDENT = "            ";
    private static final String READ_AS = "read as  ";
    private static final String URGENT = " URGENT ";
    private static final int MOST_CONTACTS = 4;
    private static final int MOST_SIGNALS = 6;

    private final Style style;
    private final LinkForm links;

    public HitText(Style style, LinkForm links) {
        this.style = style;
        this.links = links;
    }

    /// `ID SCORE CLASS LANG SITE LAST URL TITLE`, divided by single blanks; only the title holds
    /// blanks itself. Nothing is cut.
    public String plain(Hit hit) {
        return String.join(
                " ",
                TerminalText.line(hit.id()),
                score(hit),
                hit.assessmentClass(),
                oneWord(hit.language().orElse("-")),
                oneWord(hit.site()),
                day(hit.lastSeen()),
                oneWord(links.url(hit.url())),
                title(hit));
    }

    /// Several lines, no wider than the terminal.
    public String table(Hit hit, List<Evidence> matches, int columns) {
        return table(hit, matches, columns, Optional.empty());
    }

    /// The same for a hit that stands for its campaign.
    public String table(Hit hit, List<Evidence> matches, int columns, Optional<Campaign> campaign) {
        List<String> lines = new ArrayList<>();
        String head = String.format(Locale.ROOT, "%3s  %-6s ", score(hit), hit.assessmentClass());
        String urgent = hit.isUrgent() ? URGENT : "";
        int free = columns - head.length() - (urgent.isEmpty() ? 0 : urgent.length() + 1);
        lines.add(
                style.byClass(hit.assessmentClass(), head)
                        + (urgent.isEmpty() ? "" : style.urgent(urgent) + " ")
                        + style.strong(TerminalText.cut(title(hit), free)));
        String origin =
                String.format(
                        Locale.ROOT,
                        "%s  %s  %s  %s  %s",
                        TerminalText.line(hit.id()),
                        oneWord(hit.language().orElse("-")),
                        oneWord(hit.site()),
                        day(hit.lastSeen()),
                        oneWord(links.url(hit.url())));
        lines.add(INDENT + style.faint(TerminalText.cut(origin, columns - INDENT.length())));
        lines.add(INDENT + Snippet.of(hit.text(), matches, columns - INDENT.length(), style));
        LegibleText.of(hit.text())
                .ifPresent(legible -> lines.add(INDENT + readAs(hit, legible, matches, columns)));
        campaign.ifPresent(whole ->
                lines.add(
                        INDENT
                                + style.strong(CampaignText.size(whole))
                                + "  "
                                + TerminalText.line(whole.id().value())));
        String leads = leads(hit);
        if (!leads.isEmpty()) {
            lines.add(INDENT + TerminalText.cut(leads, columns - INDENT.length()));
        }
        return String.join("\n", lines);
    }

    /// `read as TITLE: …words…`, the title where it is not legible either.
    private String readAs(Hit hit, LegibleText legible, List<Evidence> matches, int columns) {
        String title =
                LegibleText.of(hit.title())
                        .map(read -> TerminalText.line(read.text()).strip() + ": ")
                        .orElse("");
        int most = columns - INDENT.length() - READ_AS.length();
        String head = TerminalText.cut(title, most / 2);
        List<Evidence> places =
                matches.stream()
                        .flatMap(match -> legible.placeOf(match.start(), match.end()).stream())
                        .toList();
        return style.faint(READ_AS)
                + head
                + Snippet.of(legible.text(), places, most - TerminalText.width(head), style);
    }

    private String leads(Hit hit) {
        List<String> leads = new ArrayList<>();
        if (!hit.context().equals("none")) {
            leads.add("[" + hit.context() + "]");
        }
        hit.contacts().stream()
                .limit(MOST_CONTACTS)
                .map(key -> oneWord(links.contactKey(key)))
                .forEach(leads::add);
        if (!hit.signals().isEmpty()) {
            leads.add(
                    hit.signals().stream()
                            .limit(MOST_SIGNALS)
                            .map(TerminalText::line)
                            .collect(Collectors.joining(", ", "(", ")")));
        }
        return String.join("  ", leads);
    }

    static String title(Hit hit) {
        String title = TerminalText.line(hit.title()).strip();
        String text = TerminalText.line(hit.text()).strip();
        return title.isEmpty() ? TerminalText.cut(text, 60) : title;
    }

    private static String score(Hit hit) {
        return Long.toString(Math.round(hit.score()));
    }

    private static String oneWord(String text) {
        return TerminalText.line(text).replace(" ", "%20");
    }

    /// One day, or the first and the last of several: `2026-08-02..2026-10-30`.
    static String days(Instant first, Instant last) {
        return day(first).equals(day(last)) ? day(first) : day(first) + ".." + day(last);
    }

    static String day(Instant at) {
        return DAY.format(at);
    }
}
