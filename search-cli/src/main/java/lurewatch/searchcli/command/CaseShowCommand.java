package lurewatch.searchcli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.store.CurrentPosting;
import lurewatch.indexer.store.FactsReader;
import lurewatch.searchcli.casework.CaseFolder;
import lurewatch.searchcli.casework.Cases;
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.casework.Labels;
import lurewatch.searchcli.render.CaseJson;
import lurewatch.searchcli.render.CaseText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `case show`: a case and what is in it.
@Command(
        name = "show",
        header = "Show a case: its postings, labels, notes and tags.",
        footer = {
            "",
            "Exit: 0 shown, 1 no such case, or --ids of one without postings, 2 usage, 3 casework or facts",
            "      not usable",
        })
final class CaseShowCommand implements Callable<ExitCode> {
    private final Session session;

    @Mixin private OneCase chosen = new OneCase();

    @Option(names = "--ids", description = "Only the ids of its postings, one a line.")
    private boolean ids;

    @Mixin private ReportFormat format = new ReportFormat();
    @Mixin private DisplayOptions display = new DisplayOptions();
    @Mixin private Casework casework = new Casework();

    CaseShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        try (EventLog log = casework.toRead(session)) {
            CaseFolder folder = chosen.in(new Cases(log));
            if (ids) {
                folder.postings().keySet().stream()
                        .map(TerminalText::line)
                        .forEach(session.out()::println);
                return Ending.of(session, folder.postings().keySet(), "the case holds no posting");
            }
            String name = casework.analyst(session);
            session.out()
                    .println(
                            switch (format.chosen()) {
                                case TABLE, PLAIN ->
                                        new CaseText(
                                                        display.style(session),
                                                        display.links(),
                                                        DisplayOptions.columns(session))
                                                .of(
                                                        folder,
                                                        name,
                                                        postings(folder, casework.data(session)),
                                                        new Labels(log)::of);
                                case JSONL -> CaseJson.of(folder, name);
                            });
            return ExitCode.FOUND;
        }
    }

    /// The case's postings as they are known; one that is not known any more is missing.
    private static List<CurrentPosting> postings(CaseFolder folder, Path data) {
        List<CurrentPosting> postings = new ArrayList<>();
        try (FactsReader facts = FactsReader.open(data.resolve("facts.db"))) {
            folder.postings()
                    .keySet()
                    .forEach(id -> facts.current(new PostingId(id)).ifPresent(postings::add));
        }
        return postings;
    }
}
