package lurewatch.searchcli.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.store.FactsStatistics;

/// Statistics for people.
public final class StatisticsText {
    private static final int NAME_COLUMNS = 26;

    private StatisticsText() {}

    public static List<String> of(FactsStatistics statistics, Style style) {
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%s and %s in %s",
                        LeadText.counted(statistics.postings(), "posting"),
                        LeadText.counted(statistics.contacts(), "contact"),
                        LeadText.counted(statistics.captures(), "capture")));
        statistics
                .firstCapture()
                .ifPresent(first ->
                        lines.add(
                                String.format(
                                        Locale.ROOT,
                                        "captured %s to %s (UTC)",
                                        HitText.day(first),
                                        statistics.lastCapture().map(HitText::day).orElse("?"))));
        if (statistics.failedCaptures() > 0) {
            lines.add(
                    LeadText.counted(statistics.failedCaptures(), "capture")
                            + " could not be read or assessed in full");
        }
        lines.add(style.strong("Site" + " ".repeat(NAME_COLUMNS) + "captures  postings"));
        statistics
                .sites()
                .forEach(site ->
                        lines.add(
                                String.format(
                                        Locale.ROOT,
                                        "  %s  %8d  %8d",
                                        named(site.site()),
                                        site.captures(),
                                        site.postings())));
        section(lines, style, "Class", statistics.classes());
        section(lines, style, "Context", statistics.contexts());
        section(lines, style, "Language", statistics.languages());
        return lines;
    }

    private static void section(
            List<String> lines, Style style, String heading, List<FactsStatistics.Count> counts) {
        if (counts.isEmpty()) {
            return;
        }
        lines.add(style.strong(heading));
        counts.stream()
                .sorted(
                        Comparator.comparingLong((FactsStatistics.Count count) -> -count.postings())
                                .thenComparing(FactsStatistics.Count::name))
                .forEach(count ->
                        lines.add(
                                String.format(
                                        Locale.ROOT,
                                        "  %s  %8s  %8d",
                                        named(count.name()),
                                        "",
                                        count.postings())));
    }

    private static String named(String name) {
        return TerminalText.fitted(
                TerminalText.line(name.isEmpty() ? "unknown" : name), NAME_COLUMNS);
    }
}
