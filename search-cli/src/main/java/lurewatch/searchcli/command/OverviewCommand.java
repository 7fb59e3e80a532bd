package lurewatch.searchcli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.search.PostingSearch;
import lurewatch.indexer.search.QueryException;
import lurewatch.indexer.search.QueryLanguage;
import lurewatch.indexer.store.FactsReader;
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.overview.Overview;
import lurewatch.searchcli.overview.OverviewJson;
import lurewatch.searchcli.overview.OverviewText;
import lurewatch.searchcli.overview.Survey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `overview`: one screen of what is new and what waits.
@Command(
        name = "overview",
        header = "What is new, what rises, where lures lead, and what waits, on one screen.",
        description = {
            "",
            "For the first look of the day. Line by line:",
            "",
            "  New       postings first seen since --since, by class, and the lures among them by"
                    + " site; in brackets as much time before",
            "  Lures in  countries that lures name: new, new in as much time before, all; new ones"
                    + " by day over two weeks; their places",
            "  Rising    contacts and campaigns whose share of the lures of 14 days is larger than"
                    + " in the 90 days before by more than chance explains, as 'trends class:lure'"
                    + " finds them",
            "  Urgent    postings in which a person may be in danger, that nobody labelled and you"
                    + " have read in no case",
            "  Watches   what fired since somebody acknowledged it ('watch ack')",
            "  Crawler   the last capture, and sites of which not one visit of the day before it"
                    + " came through; 'lurewatch status' knows more",
            "  Next      commands for what waits",
            "",
            "It fits the terminal: more rows show more countries. JSON has all.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch overview",
            "  lurewatch overview --since 7d",
            "  lurewatch overview --since 2026-11-01 --format json | jq '.countries[0]'",
            "",
            "Exit: 0 shown, 1 nothing was crawled yet (it says what to do), 2 --since is no time,",
            "      3 index or facts not usable, 5 a reason is missing that this desk asks for, 6"
                    + " time ran",
            "      out",
        })
final class OverviewCommand implements Callable<ExitCode> {
    enum Format {
        TABLE,
        PLAIN,
        JSON,
        JSONL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Session session;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            defaultValue = "1d",
            description =
                    "What counts as new: since 12h, 7d, yesterday or 2026-11-01 (from the start of"
                            + " that day, UTC). Default: ${DEFAULT-VALUE}.")
    private String since = "1d";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "plain",
            description =
                    "${COMPLETION-CANDIDATES}: for people (table and plain, default) or programs.")
    private Format format = Format.PLAIN;

    @Mixin private Folders folders = new Folders();
    @Mixin private DisplayOptions display = new DisplayOptions();
    @Mixin private SearchRecord record = new SearchRecord();

    OverviewCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws QueryException {
        Instant now = session.clock().instant();
        Path named = folders.namedData(session);
        QueryLanguage language = CaseFields.language(InstantSource.fixed(now), named);
        Instant from = from(language);
        if (!from.isBefore(now)) {
            throw new CommandFailure(ExitCode.USAGE, "--since: " + from + " is not in the past");
        }
        if (!Files.exists(named.resolve("facts.db"))) {
            return nothing();
        }
        try (SearchRecord.Start start = record.start(session, folders);
                PostingSearch search = PostingSearch.open(start.data().resolve("index"));
                FactsReader facts = FactsReader.open(start.data().resolve("facts.db"));
                EventLog log = EventLog.openToRead(start.data())) {
            if (search.size() == 0 && facts.lastSequence() == 0) {
                return nothing();
            }
            Overview overview =
                    new Survey(
                                    search,
                                    facts,
                                    CampaignsOfData.in(start.data(), facts),
                                    log,
                                    language,
                                    AnalystOption.usual(session))
                            .since(from, now);
            start.made("overview", since, overview.fresh().postings(), overview.fresh().postings());
            print(overview);
            return ExitCode.FOUND;
        }
    }

    private Instant from(QueryLanguage language) {
        try {
            return language.moment(since);
        } catch (QueryException e) {
            throw new CommandFailure(ExitCode.USAGE, "--since: " + e.getMessage(), e);
        }
    }

    private void print(Overview overview) {
        switch (format) {
            case TABLE, PLAIN -> text().of(overview).forEach(session.out()::println);
            case JSON, JSONL -> session.out().println(OverviewJson.of(overview));
        }
    }

    private OverviewText text() {
        return new OverviewText(
                display.style(session), display.links(), session.width(), session.height());
    }

    private ExitCode nothing() {
        session.tell("nothing was crawled into " + folders.namedData(session) + " yet");
        switch (format) {
            case TABLE, PLAIN -> text().firstSteps().forEach(session.out()::println);
            case JSON, JSONL -> session.out().println(OverviewJson.nothing());
        }
        return ExitCode.NOTHING_FOUND;
    }
}
