package lurewatch.crawler.driver;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lurewatch.crawler.frontier.Lane;
import lurewatch.crawler.frontier.LaneStatus;
import lurewatch.crawler.frontier.SiteStatus;
import lurewatch.indexer.console.TerminalText;

/// A line of figures for each site below two lines of heads. On a narrow screen some figures are
/// left out for the names, on a wide one the last error stands behind them.
final class StatusTable {
    /// So much of a longer name tells sites apart.
    private static final int ENOUGH_OF_A_NAME = 16;

    private static final int LEAST_OF_A_NAME = 4;

    private static final int SPAN = 7;

    /// Less says little of an error: `FAILED timeout: no answer`.
    private static final int LEAST_OF_AN_ERROR = 24;

    private static final String GAP = "  ";

    private final StatusView view;
    private final int names;
    private final List<Group> groups;
    private final int errors;

    private StatusTable(StatusView view, int names, List<Group> groups, int errors) {
        this.view = view;
        this.names = names;
        this.groups = groups;
        this.errors = errors;
    }

    /// @param width columns of the screen
    static StatusTable of(StatusView view, int width) {
        int longest =
                view.sites().stream()
                        .mapToInt(site -> TerminalText.width(name(site)))
                        .reduce(LEAST_OF_A_NAME, Math::max);
        int enough = Math.min(longest, ENOUGH_OF_A_NAME);
        List<List<Group>> choices = choices(view);
        List<Group> groups =
                choices.stream()
                        .filter(choice -> width - width(choice) >= enough)
                        .findFirst()
                        .orElseGet(choices::getLast);
        int names = Math.clamp(width - width(groups), LEAST_OF_A_NAME, longest);
        return new StatusTable(view, names, groups, width - names - width(groups) - GAP.length());
    }

    /// What is shown, from most to least.
    private static List<List<Group>> choices(StatusView view) {
        Group last =
                new Group(
                        "last",
                        new Column(
                                "page",
                                SPAN,
                                site ->
                                        site.lastSuccess()
                                                .map(at -> Duration.between(at, view.now()))
                                                .map(Spans::written)
                                                .orElse("never")));
        Group lanes =
                new Group(
                        "oldest page due, by lane",
                        new Column("evidence", 8, site -> waiting(site, Lane.EVIDENCE)),
                        new Column("hub", 8, site -> waiting(site, Lane.HUB)),
                        new Column("new", 8, site -> waiting(site, Lane.DISCOVERY)));
        Group oldest = new Group("oldest", new Column("due", SPAN, StatusTable::longestWaiting));
        Column fetches = new Column("fetches", 7, site -> count(site.recent().fetches()));
        Column errors = new Column("errors", 6, site -> count(site.recent().errors()));
        Column postings = new Column("posts", 6, site -> count(view.yieldOf(site).postings()));
        Column lures = new Column("lures", 5, site -> count(view.yieldOf(site).lures()));
        String day = "24 hours";
        String week = "7 days";
        return List.of(
                List.of(
                        last,
                        lanes,
                        new Group(day, fetches, errors),
                        new Group(week, postings, lures)),
                List.of(
                        last,
                        oldest,
                        new Group(day, fetches, errors),
                        new Group(week, postings, lures)),
                List.of(last, oldest, new Group(day, errors), new Group(week, lures)),
                List.of(last, new Group(day, errors), new Group(week, lures)));
    }

    List<String> heads() {
        String headings = line("site", group -> group.row(Column::heading));
        boolean hasErrors = view.sites().stream().anyMatch(site -> !error(site).isEmpty());
        return List.of(line("", Group::head), hasErrors ? headings + GAP + "last error" : headings);
    }

    String row(SiteStatus site) {
        return line(name(site), group -> group.row(column -> column.figure().apply(site)))
                + GAP
                + error(site);
    }

    /// The last error of the day; what is the matter with a site in trouble stands below its line.
    private String error(SiteStatus site) {
        boolean isShown =
                errors >= LEAST_OF_AN_ERROR && site.recent().errors() > 0 && !view.isTroubled(site);
        return isShown
                ? TerminalText.cut(TerminalText.line(site.lastError().orElse("")), errors)
                : "";
    }

    private String line(String name, Function<Group, String> text) {
        return TerminalText.fitted(name, names)
                + groups.stream()
                        .map(group -> rightmost(text.apply(group), group.width()))
                        .collect(Collectors.joining());
    }

    private static String name(SiteStatus site) {
        return TerminalText.line(site.site());
    }

    private static String waiting(SiteStatus site, Lane lane) {
        return Optional.ofNullable(site.lanes().get(lane))
                .map(status -> Spans.written(status.oldest()))
                .orElse("-");
    }

    private static String longestWaiting(SiteStatus site) {
        return site.lanes().values().stream()
                .map(LaneStatus::oldest)
                .max(Comparator.naturalOrder())
                .map(Spans::written)
                .orElse("-");
    }

    /// A number in at most five columns.
    static String count(long number) {
        if (number < 100_000) {
            return Long.toString(number);
        }
        return number < 10_000_000 ? number / 1000 + "k" : number / 1_000_000 + "M";
    }

    private static int width(List<Group> groups) {
        return groups.stream().mapToInt(Group::width).sum();
    }

    private static String rightmost(String text, int columns) {
        return " ".repeat(Math.max(0, columns - text.length())) + text;
    }

    /// A figure of each site; ASCII, as its heading is.
    private record Column(String heading, int width, Function<SiteStatus, String> figure) {}

    /// Columns below one head, each behind a blank.
    private record Group(String head, List<Column> columns) {
        Group(String head, Column... columns) {
            this(head, List.of(columns));
        }

        int width() {
            int below = columns.stream().mapToInt(column -> 1 + column.width()).sum();
            return Math.max(below, 1 + head.length());
        }

        String row(Function<Column, String> text) {
            return columns.stream()
                    .map(column -> rightmost(text.apply(column), 1 + column.width()))
                    .collect(Collectors.joining());
        }
    }
}
