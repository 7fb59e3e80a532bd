package lurewatch.searchcli.render;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.console.LinkForm;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.index.IndexSchema;
import lurewatch.searchcli.leads.Trends;
import lurewatch.searchcli.leads.Trends.Period;
import lurewatch.searchcli.leads.Trends.Rise;

/// What is rising, for people and as JSON Lines.
public final class TrendsText {
    private static final int VALUE_COLUMNS = 34;

    private final Style style;
    private final LinkForm links;

    public TrendsText(Style style, LinkForm links) {
        this.style = style;
        this.links = links;
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

    private static String days(Period period) {
        return minute(period.from()) + ".." + minute(period.until());
    }

    private static String minute(Instant at) {
        return at.toString().substring(0, 16) + "Z";
    }

    public List<String> of(Trends trends) {
        List<String> lines = new ArrayList<>();
        lines.add(
                style.strong(
                        String.format(
                                Locale.ROOT,
                                "%-9s %s %15s %15s %7s %8s %8s",
                                "what",
                                TerminalText.fitted("value", VALUE_COLUMNS),
                                "in window",
                                "in baseline",
                                "times",
                                "p",
                                "q")));
        trends.rising().forEach(rise -> lines.add(row(trends, rise)));
        return lines;
    }

    private String row(Trends trends, Rise rise) {
        return String.format(
                Locale.ROOT,
                "%-9s %s %15s %15s %7s %8.1e %8.1e",
                rise.field(),
                TerminalText.fitted(shown(rise), VALUE_COLUMNS),
                share(rise.inWindow(), trends.window()),
                share(rise.inBaseline(), trends.baseline()),
                times(trends, rise),
                rise.p(),
                rise.q());
    }

    private String shown(Rise rise) {
        return TerminalText.line(
                rise.field().equals(IndexSchema.CONTACT)
                        ? links.contactKey(rise.value())
                        : rise.value());
    }

    private static String share(long postings, Period period) {
        return String.format(
                Locale.ROOT, "%d (%.1f%%)", postings, 100.0 * postings / period.postings());
    }

    /// How many times its share before; nothing is infinitely many times nothing.
    private static String times(Trends trends, Rise rise) {
        if (rise.inBaseline() == 0) {
            return "new";
        }
        double now = (double) rise.inWindow() / trends.window().postings();
        double before = (double) rise.inBaseline() / trends.baseline().postings();
        return String.format(Locale.ROOT, "×%.1f", now / before);
    }

    public static List<String> json(Trends trends) {
        return trends.rising().stream()
                .map(rise ->
                        JsonLine.versioned()
                                .put("field", rise.field())
                                .put("value", rise.value())
                                .put("in_window", rise.inWindow())
                                .put("window_postings", trends.window().postings())
                                .put("in_baseline", rise.inBaseline())
                                .put("baseline_postings", trends.baseline().postings())
                                .put("p", rise.p())
                                .put("q", rise.q())
                                .put("window_from", trends.window().from().toString())
                                .put("window_until", trends.window().until().toString())
                                .put("baseline_from", trends.baseline().from().toString())
                                .toString())
                .toList();
    }
}
