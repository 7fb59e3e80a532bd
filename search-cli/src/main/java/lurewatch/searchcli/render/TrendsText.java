package lurewatch.searchcli.render;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.console.LinkForm;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.index.IndexSchema;
import lurewatch.searchcli.leads.Trends;
import lurewatch.searchcli.leads.Trends.Period;
import lurewatch.searchcli.leads.Trends.Rise;

/// What is rising, for people and as JSON Lines.
public final class TrendsText {
    /// Of tables for programs.
    public static final List<String> COLUMNS =
            List.of(
                    "field",
                    "value",
                    "in_window",
                    "window_postings",
                    "in_baseline",
                    "baseline_postings",
                    "p",
                    "q",
                    "window_from",
                    "window_until",
                    "baseline_from");

    private static final List<String> HEADINGS =
            List.of("what", "value", "in window", "in baseline", "times", "p", "q");

    /// The column that may be cut, and how far.
    private static final int VALUE = 1;

    private static final int LEAST_VALUE = 10;
    private static final int BETWEEN = 2;

    private final Style style;
    private final LinkForm links;
    private final int columns;

    /// @param columns of the terminal; a pipe has no end
    public TrendsText(Style style, LinkForm links, int columns) {
        this.style = style;
        this.links = links;
        this.columns = columns;
    }

    /// What was compared with what.
    public static String compared(Trends trends) {
        return String.format(
                Locale.ROOT,
                "window %s (%s) against baseline %s (%s); %d values tested",
                days(trends.window()),
                LeadText.counted(trends.window().postings(), "posting"),
                days(trends.baseline()),
                LeadText.counted(trends.baseline().postings(), "posting"),
                trends.tested());
    }

    /// Of how many postings the texts were read for their phrases, if not of all.
    public static Optional<String> sampled(Trends trends) {
        long window = trends.window().postings();
        long baseline = trends.baseline().postings();
        long fromWindow = Math.min(window, Trends.MOST_IN_WINDOW);
        long fromBaseline = Math.min(baseline, Trends.MOST_IN_BASELINE);
        return fromWindow == window && fromBaseline == baseline
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "phrases are those of %d and %d of them; a query or a shorter span"
                                        + " leaves fewer out",
                                fromWindow,
                                fromBaseline));
    }

    private static String days(Period period) {
        return minute(period.from()) + ".." + minute(period.until());
    }

    private static String minute(Instant at) {
        return at.toString().substring(0, 16) + "Z";
    }

    /// Each column is as wide as what stands in it; on a terminal values are cut to what is left.
    public List<String> of(Trends trends) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        trends.rising().forEach(rise -> rows.add(cells(rise)));
        int[] widths = new int[HEADINGS.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], TerminalText.width(row.get(i)));
            }
        }
        int others = IntStream.of(widths).sum() - widths[VALUE] + BETWEEN * (widths.length - 1);
        int free = columns - others;
        widths[VALUE] = Math.min(widths[VALUE], Math.max(LEAST_VALUE, free));
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            String line = laidOut(row, widths);
            lines.add(lines.isEmpty() ? style.strong(line) : line);
        }
        return lines;
    }

    private static String laidOut(List<String> row, int[] widths) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            String cell = TerminalText.fitted(row.get(i), widths[i]);
            cells.add(i <= VALUE ? cell : " ".repeat(widths[i] - row.get(i).length()) + row.get(i));
        }
        return String.join(" ".repeat(BETWEEN), cells);
    }

    private List<String> cells(Rise rise) {
        return List.of(
                rise.field(),
                shown(rise),
                share(rise.inWindow(), rise.ofWindow()),
                share(rise.inBaseline(), rise.ofBaseline()),
                times(rise),
                String.format(Locale.ROOT, "%.1e", rise.p()),
                String.format(Locale.ROOT, "%.1e", rise.q()));
    }

    private String shown(Rise rise) {
        return TerminalText.line(
                rise.field().equals(IndexSchema.CONTACT)
                        ? links.contactKey(rise.value())
                        : rise.value());
    }

    private static String share(long postings, long of) {
        return String.format(Locale.ROOT, "%d (%.1f%%)", postings, 100.0 * postings / of);
    }

    /// How many times its share before; nothing is infinitely many times nothing.
    private static String times(Rise rise) {
        return rise.inBaseline() == 0 ? "new" : String.format(Locale.ROOT, "×%.1f", rise.times());
    }

    public static List<String> json(Trends trends) {
        return trends.rising().stream()
                .map(rise ->
                        JsonLine.versioned()
                                .put("field", rise.field())
                                .put("value", rise.value())
                                .put("in_window", rise.inWindow())
                                .put("window_postings", rise.ofWindow())
                                .put("in_baseline", rise.inBaseline())
                                .put("baseline_postings", rise.ofBaseline())
                                .put("p", rise.p())
                                .put("q", rise.q())
                                .put("window_from", trends.window().from().toString())
                                .put("window_until", trends.window().until().toString())
                                .put("baseline_from", trends.baseline().from().toString())
                                .toString())
                .toList();
    }
}
