package lurewatch.searchcli.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import lurewatch.indexer.console.LinkForm;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.console.WrappedText;
import lurewatch.indexer.index.IndexSchema;
import lurewatch.indexer.search.Hit;
import lurewatch.indexer.search.ValueCounts.ValueCount;
import lurewatch.indexer.store.SiteVisits;
import lurewatch.searchcli.leads.Trends;
import lurewatch.searchcli.overview.Overview.Country;
import lurewatch.searchcli.overview.Overview.Crawl;
import lurewatch.searchcli.overview.Overview.Fired;
import lurewatch.searchcli.overview.Overview.Fresh;
import lurewatch.searchcli.overview.Overview.Step;
import lurewatch.searchcli.overview.Overview.Urgent;
import lurewatch.searchcli.render.LeadText;
import lurewatch.searchcli.render.Style;
import lurewatch.searchcli.render.TimelineText;

/// An overview for people: one screen, as wide and high as theirs is.
public final class OverviewText {
    private static final int LABEL_COLUMNS = 10;
    private static final int NAME_COLUMNS = 14;
    private static final int LEAST_COUNTRIES = 3;
    private static final int LEAST_RISING = 2;

    private final Style style;
    private final LinkForm links;
    private final int columns;
    private final int rows;

    /// @param rows of the screen; what does not fit is counted, not shown
    public OverviewText(Style style, LinkForm links, int columns, int rows) {
        this.style = style;
        this.links = links;
        this.columns = columns;
        this.rows = rows;
    }

    public List<String> of(Overview overview) {
        List<String> head = new ArrayList<>();
        head.add(
                style.strong(
                        fitting(
                                String.format(
                                        Locale.ROOT,
                                        "%s to %s, of %s",
                                        minute(overview.since()),
                                        minute(overview.now()),
                                        LeadText.counted(overview.postings(), "posting")))));
        head.addAll(fresh(overview.fresh()));
        List<String> foot = new ArrayList<>();
        foot.add(urgent(overview.urgent()));
        foot.add(fired(overview.fired()));
        foot.add(crawl(overview.crawl(), overview.now()));
        foot.addAll(next(overview.next()));
        // The prompt wants a row, and the table its head.
        int free = rows - head.size() - foot.size() - 2;
        List<String> rising = rising(overview.rising(), Math.max(LEAST_RISING, free / 3));
        List<String> lines = new ArrayList<>(head);
        lines.addAll(
                countries(overview.countries(), Math.max(LEAST_COUNTRIES, free - rising.size())));
        lines.addAll(rising);
        lines.addAll(foot);
        return lines;
    }

    /// What to do where there is nothing yet.
    public List<String> firstSteps() {
        return next(Overview.firstSteps());
    }

    private List<String> fresh(Fresh fresh) {
        return List.of(
                row(
                        "New",
                        String.format(
                                Locale.ROOT,
                                "%d (%s before)%s",
                                fresh.postings(),
                                fresh.before(),
                                fresh.classes().isEmpty() ? "" : ": " + listed(fresh.classes()))),
                row(
                        "  lures on",
                        fresh.luresBySite().isEmpty() ? "no site" : listed(fresh.luresBySite())));
    }

    private static String listed(List<ValueCount> counts) {
        return counts.stream()
                .map(count -> TerminalText.line(count.value()) + " " + count.postings())
                .collect(Collectors.joining(", "));
    }

    private List<String> countries(List<Country> countries, int most) {
        List<String> lines = new ArrayList<>();
        if (countries.isEmpty()) {
            lines.add(row("Lures in", "no country"));
            return lines;
        }
        lines.add(
                style.strong(
                        fitting(
                                String.format(
                                        Locale.ROOT,
                                        "%s %6s %6s %6s  %s  %s",
                                        TerminalText.fitted("Lures in", NAME_COLUMNS + 3),
                                        "new",
                                        "before",
                                        "all",
                                        "14 days       ",
                                        "places"))));
        int shown = countries.size() > most ? most - 1 : countries.size();
        countries.stream().limit(shown).map(this::country).forEach(lines::add);
        if (shown < countries.size()) {
            lines.add(
                    style.faint(
                            row(
                                    "",
                                    countries.size()
                                            - shown
                                            + " more; lurewatch search class:lure --facet country")));
        }
        return lines;
    }

    private String country(Country country) {
        return fitting(
                String.format(
                        Locale.ROOT,
                        "%-2s %s %6d %6d %6d  %s  %s",
                        TerminalText.line(country.code()),
                        TerminalText.fitted(name(country.code()), NAME_COLUMNS),
                        country.fresh(),
                        country.before(),
                        country.all(),
                        TimelineText.sparkline(country.days()),
                        country.places().stream()
                                .map(place ->
                                        TerminalText.line(
                                                        place.value()
                                                                .substring(
                                                                        country.code().length()
                                                                                + 1))
                                                + " "
                                                + place.postings())
                                .collect(Collectors.joining(", "))));
    }

    private static String name(String code) {
        return TerminalText.line(Locale.of("", code).getDisplayCountry(Locale.ENGLISH));
    }

    private List<String> rising(List<Trends> rising, int most) {
        List<String> lines = new ArrayList<>();
        for (Trends trends : rising) {
            trends.rising().forEach(rise -> lines.add(rise(rise)));
        }
        if (lines.isEmpty()) {
            return wrapped("Rising", nothingRises(rising));
        }
        List<String> shown = new ArrayList<>(lines.subList(0, Math.min(most, lines.size())));
        if (shown.size() < lines.size()) {
            shown.set(
                    most - 1,
                    style.faint(
                            row(
                                    "",
                                    lines.size()
                                            - most
                                            + 1
                                            + " more; lurewatch trends class:lure --by contact")));
        }
        return shown;
    }

    private static String nothingRises(List<Trends> rising) {
        boolean isNothingBefore =
                rising.stream().allMatch(trends -> trends.baseline().postings() == 0);
        return isNothingBefore
                ? String.format(
                        Locale.ROOT,
                        "nothing to compare with yet: no lure was first seen before %s",
                        minute(rising.getFirst().window().from()))
                : "no contact and no campaign by more than chance explains";
    }

    private String rise(Trends.Rise rise) {
        String value =
                rise.field().equals(IndexSchema.CONTACT)
                        ? links.contactKey(rise.value())
                        : rise.field() + " " + rise.value();
        return row(
                "Rising",
                String.format(
                        Locale.ROOT,
                        "%s  %d of %d lures in 14 days, %d of %d in 90 before (q %.1e)",
                        TerminalText.line(value),
                        rise.inWindow(),
                        rise.ofWindow(),
                        rise.inBaseline(),
                        rise.ofBaseline(),
                        rise.q()));
    }

    private String urgent(Urgent urgent) {
        String line =
                row(
                        "Urgent",
                        String.format(
                                Locale.ROOT,
                                "%d unread of %d%s",
                                urgent.unread(),
                                urgent.all(),
                                urgent.some().stream()
                                        .map(OverviewText::named)
                                        .collect(Collectors.joining("; ", ": ", ""))
                                        .replaceFirst("^: $", "")));
        return urgent.unread() > 0 ? style.urgent(line) : line;
    }

    private static String named(Hit hit) {
        return TerminalText.line(
                hit.id() + " " + (hit.title().isBlank() ? hit.text() : hit.title()));
    }

    private String fired(List<Fired> fired) {
        return row(
                "Watches",
                fired.isEmpty()
                        ? "nothing fired that is not acknowledged"
                        : listed(
                                fired,
                                watch ->
                                        TerminalText.line(watch.watch())
                                                + " fired "
                                                + watch.unseen()));
    }

    private static <T> String listed(List<T> things, Function<T, String> shown) {
        return things.stream().map(shown).collect(Collectors.joining(", "));
    }

    private String crawl(Crawl crawl, Instant now) {
        return row(
                "Crawler",
                crawl.last()
                        .map(last ->
                                String.format(
                                        Locale.ROOT,
                                        "last capture %s ago, %d in the day before it; failing: %s",
                                        ago(Duration.between(last, now)),
                                        crawl.visits(),
                                        failing(crawl.failing())))
                        .orElse("nothing captured yet"));
    }

    private static String failing(List<SiteVisits> sites) {
        return sites.isEmpty()
                ? "no site"
                : listed(sites, site -> TerminalText.line(site.site()) + " " + site.visits() + "×");
    }

    private static String ago(Duration time) {
        if (time.toHours() >= 48) {
            return time.toDays() + " days";
        }
        return time.toMinutes() >= 120
                ? time.toHours() + " hours"
                : LeadText.counted(Math.max(0, time.toMinutes()), "minute");
    }

    private List<String> next(List<Step> steps) {
        int free = columns - LABEL_COLUMNS - 1;
        int widest =
                steps.stream().mapToInt(step -> TerminalText.width(step.command())).max().orElse(0);
        boolean isWide =
                steps.stream()
                        .allMatch(step -> widest + 2 + TerminalText.width(step.why()) <= free);
        List<String> lines = new ArrayList<>();
        for (Step step : steps) {
            String command = TerminalText.line(step.command());
            String whole =
                    TerminalText.fitted(command, isWide ? widest : TerminalText.width(command))
                            + "  "
                            + step.why();
            // A command is there to be copied; half of a reason says less than none.
            boolean hasRoom = TerminalText.width(whole) <= free;
            String label = TerminalText.fitted(lines.isEmpty() ? "Next" : "", LABEL_COLUMNS);
            lines.add(label + " " + (hasRoom ? whole.stripTrailing() : command));
        }
        return lines;
    }

    /// A sentence that means nothing without its end.
    private List<String> wrapped(String label, String shown) {
        String lead = TerminalText.fitted(label, LABEL_COLUMNS) + " ";
        return List.of(WrappedText.behind(lead, shown, columns).split("\n"));
    }

    private String row(String label, String shown) {
        return fitting(TerminalText.fitted(label, LABEL_COLUMNS) + " " + shown);
    }

    private String fitting(String line) {
        return TerminalText.cut(line, columns).stripTrailing();
    }

    static String minute(Instant time) {
        return time.toString().substring(0, 16) + "Z";
    }
}
