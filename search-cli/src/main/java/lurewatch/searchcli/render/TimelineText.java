package lurewatch.searchcli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.console.TerminalText;
import lurewatch.searchcli.leads.Timeline;
import lurewatch.searchcli.leads.Timeline.Bucket;

/// A timeline as a sparkline and as rows with bars.
public final class TimelineText {
    /// Of tables for programs.
    public static final List<String> COLUMNS = List.of("bucket", "from", "postings");

    private static final String LEVELS = "▁▂▃▄▅▆▇█";
    private static final int BEFORE_BAR = 19;
    private static final int LONGEST_BAR = 50;
    private static final int SHORTEST_BAR = 10;

    private TimelineText() {}

    /// One character per bucket; an empty bucket is a dot, so that a silence shows.
    public static String sparkline(Timeline timeline) {
        long most = Math.max(1, timeline.most());
        return timeline.buckets().stream()
                .map(bucket -> level(bucket.postings(), most))
                .collect(Collectors.joining());
    }

    private static String level(long postings, long most) {
        if (postings == 0) {
            return "·";
        }
        int level = (int) ((postings * LEVELS.length() - 1) / most);
        return LEVELS.substring(level, level + 1);
    }

    /// `2026-08-02..2026-10-30 ▁·▃█ 37 postings by day`
    public static String line(Timeline timeline) {
        return String.format(
                Locale.ROOT,
                "%s  %s  %s by %s",
                span(timeline),
                sparkline(timeline),
                LeadText.counted(timeline.total(), "posting"),
                timeline.unit());
    }

    /// The same, without the sparkline where that does not fit: what stands below shows it, too.
    public static String line(Timeline timeline, int columns) {
        String line = line(timeline);
        return TerminalText.width(line) <= columns
                ? line
                : String.format(
                        Locale.ROOT,
                        "%s  %s by %s",
                        span(timeline),
                        LeadText.counted(timeline.total(), "posting"),
                        timeline.unit());
    }

    private static String span(Timeline timeline) {
        String first = name(timeline, timeline.buckets().getFirst());
        String last = name(timeline, timeline.buckets().getLast());
        return first.equals(last) ? first : first + ".." + last;
    }

    private static String name(Timeline timeline, Bucket bucket) {
        return timeline.unit().name(bucket.from());
    }

    public static List<String> rows(Timeline timeline, int columns) {
        List<String> rows = new ArrayList<>();
        int longest = Math.clamp(columns - BEFORE_BAR, SHORTEST_BAR, LONGEST_BAR);
        long most = Math.max(1, timeline.most());
        for (Bucket bucket : timeline.buckets()) {
            int bar = (int) Math.ceil((double) bucket.postings() * longest / most);
            rows.add(
                    String.format(
                                    Locale.ROOT,
                                    "%-10s %6d  %s",
                                    name(timeline, bucket),
                                    bucket.postings(),
                                    "█".repeat(bar))
                            .stripTrailing());
        }
        return rows;
    }

    public static List<String> json(Timeline timeline) {
        return timeline.buckets().stream()
                .map(bucket ->
                        JsonLine.versioned()
                                .put("unit", timeline.unit().toString())
                                .put("bucket", name(timeline, bucket))
                                .put("from", bucket.from().toString())
                                .put("postings", bucket.postings())
                                .toString())
                .toList();
    }
}
