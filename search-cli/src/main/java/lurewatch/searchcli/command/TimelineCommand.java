package lurewatch.searchcli.command;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.search.ParsedQuery;
import lurewatch.indexer.search.PostingSearch;
import lurewatch.indexer.search.QueryException;
import lurewatch.searchcli.leads.Timeline;
import lurewatch.searchcli.render.TimelineText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `timeline`: when what a query finds appeared.
@Command(
        name = "timeline",
        header = "Show over time how many postings a query finds.",
        description = {
            "",
            "A sparkline and one row for each day, week, month or year in UTC, empty ones included: a"
                    + " silence is a finding as well.",
            "",
            "Counted is the day on which a posting was first seen by us; --time posted takes the day"
                    + " that its page claims, --time last the day it was last seen.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch timeline @hr_lucky88",
            "  lurewatch timeline 'country:KH class:lure' --by week",
            "  lurewatch timeline like:p0123456789abcdef --time posted --format jsonl",
            "",
            "Exit: 0 found, 1 nothing found, 2 the query is wrong, 3 no usable index, 5 a reason is",
            "      missing that this desk asks for, 6 time ran out, or --by is too fine for the span",
        })
final class TimelineCommand implements Callable<ExitCode>, Querying {
    private final Session session;

    @Mixin private QueryOption query = new QueryOption();

    @Option(
            names = "--by",
            paramLabel = "UNIT",
            description = "${COMPLETION-CANDIDATES}. Default: the narrowest that fits on a screen.")
    private Timeline.@Nullable Unit unit;

    @Option(
            names = "--time",
            paramLabel = "WHICH",
            defaultValue = "first",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private WhichTime which = WhichTime.FIRST;

    @Mixin private ListFormat format = new ListFormat();
    @Mixin private Folders folders = new Folders();
    @Mixin private SearchRecord record = new SearchRecord();

    TimelineCommand(Session session) {
        this.session = session;
    }

    @Override
    public String query() {
        return query.text();
    }

    @Override
    public ExitCode call() throws QueryException {
        ParsedQuery parsed = query.parsed(session, folders.namedData(session));
        try (SearchRecord.Start start = record.start(session, folders);
                PostingSearch search = PostingSearch.open(start.data().resolve("index"))) {
            List<Instant> times = search.times(parsed, which.field());
            if (times.isEmpty()) {
                start.made("timeline", query(), 0, 0);
                session.tell(
                        which == WhichTime.POSTED
                                ? "nothing found that says when it was posted"
                                : "nothing found");
                return ExitCode.NOTHING_FOUND;
            }
            Timeline timeline = unit == null ? Timeline.of(times) : Timeline.of(times, unit);
            start.made("timeline", query(), times.size(), timeline.total());
            print(timeline);
            if (timeline.total() < times.size()) {
                session.tell("the span is too long to be shown so finely; take a wider --by");
                return ExitCode.PARTIAL;
            }
            return ExitCode.FOUND;
        }
    }

    private void print(Timeline timeline) {
        format.print(
                session,
                TimelineText.COLUMNS,
                () ->
                        Stream.concat(
                                        Stream.of(
                                                TimelineText.line(
                                                        timeline, DisplayOptions.columns(session))),
                                        TimelineText.rows(timeline, DisplayOptions.columns(session))
                                                .stream())
                                .toList(),
                () -> TimelineText.json(timeline));
    }
}
