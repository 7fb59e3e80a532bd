package lurewatch.searchcli.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.search.PostingSearch;
import lurewatch.indexer.search.QueryException;
import lurewatch.indexer.store.FactsReader;
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.watch.Trigger;
import lurewatch.searchcli.watch.Watch;
import lurewatch.searchcli.watch.WatchLog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `watch add`: makes a watch.
@Command(
        name = "add",
        header = "Make a watch.",
        description = {
            "",
            "What happened before it is made does not fire; 'watch test NAME' shows what would have.",
            "",
            "Triggers (--on):",
            "  new            a posting comes that the query finds, or one that was there is edited into it",
            "  gone           one is gone: visits some time apart did not find it while its site was well",
            "  reappear:30d   one is back where it had been gone for 30 days or more, with the visits that"
                    + " prove it; or another one comes when all that the query found had been gone that long",
            "  count:10/7d    10 new ones within 7 days (24h: hours); count:10 without a limit",
            "  joins-campaign one comes into the campaign of a posting that the query finds, whatever it says"
                    + " itself: under another name, number or contact",
            "",
            "Words and contacts are matched with the posting as it stood when it was seen; dates that count"
                    + " from now (seen:7d) count from the run. Each event fires once for a posting, also after"
                    + " a replay; 'gone' and 'reappear' once each time it goes.",
            "",
            "The command is started for each event, without a shell, in the data directory: the event as a"
                    + " line of JSON on standard input, no environment but PATH, LANG, LUREWATCH_EVENT and"
                    + " LUREWATCH_WATCH, and 60 seconds. Where it ends otherwise than with 0, the next run"
                    + " tries again. An event may come twice (after a power cut): LUREWATCH_EVENT tells.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch watch add lucky88 --on reappear:14d '@hr_lucky88 OR tel:+855961234567'",
            "  lurewatch watch add poipet --on count:20/24h 'place:poipet class:lure'",
            "  lurewatch watch add mail --on new 'hr@mail.example' --command '/usr/local/bin/tell desk'",
            "",
            "Exit: 0 made, 2 the query, trigger, name or command is wrong, 3 no usable facts or index,",
            "      5 a reason is missing that this desk asks for",
        })
final class WatchAddCommand implements Callable<ExitCode>, Querying {
    private final Session session;

    @Parameters(index = "0", paramLabel = "NAME", description = "What to call it.")
    private String name = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "QUERY",
            description = "What to watch, as for search; quote it.")
    private List<String> words = List.of();

    @Option(
            names = "--on",
            paramLabel = "TRIGGER",
            required = true,
            description = "new, gone, reappear:30d, count:10/7d, joins-campaign.")
    private String on = "";

    @Option(
            names = "--command",
            paramLabel = "CMD",
            description =
                    "A program and its arguments, parted by blanks; '…' and \"…\" hold together.")
    private @Nullable String command;

    @Mixin private Folders folders = new Folders();
    @Mixin private SearchRecord record = new SearchRecord();

    WatchAddCommand(Session session) {
        this.session = session;
    }

    @Override
    public String query() {
        return String.join(" ", words);
    }

    @Override
    public ExitCode call() throws QueryException, IOException {
        Watch.checkedName(name);
        Trigger trigger = Trigger.read(on);
        List<String> program = command == null ? List.of() : program(command);
        Path data = folders.dataToRead(session);
        var parsed = CaseFields.language(session.clock(), data).parse(query());
        try (SearchRecord.Start start = record.start(session, folders);
                PostingSearch search = PostingSearch.open(data.resolve("index"));
                FactsReader facts = FactsReader.open(data.resolve("facts.db"));
                EventLog log = Watching.toWrite(data, session)) {
            long found = search.search(parsed, 1).total();
            long since = Math.min(facts.lastSequence(), search.sequence());
            start.made("watch add", query(), found, 0);
            Watch watch = new WatchLog(log).add(name, query(), trigger, program, since);
            session.out().println(watch.id());
            session.tell(
                    String.format(
                            Locale.ROOT,
                            "watching %s from capture %d on; %s found now and known;"
                                    + " 'lurewatch watch run' looks for more",
                            name,
                            since,
                            found == 1 ? "1 posting is" : found + " postings are"));
        }
        return ExitCode.FOUND;
    }

    private List<String> program(String written) {
        List<String> parts = CommandWords.of(written);
        List<String> program = new ArrayList<>(parts);
        program.set(0, found(parts.getFirst()).toString());
        return program;
    }

    /// The program's file, so that no other PATH makes another program of it.
    private Path found(String typed) {
        Path path = Folders.typed(typed, "--command");
        List<Path> candidates = new ArrayList<>();
        if (path.getNameCount() > 1 || path.isAbsolute()) {
            candidates.add(path.toAbsolutePath().normalize());
        } else {
            for (String folder :
                    session.variable("PATH")
                            .orElse("/usr/bin:/bin")
                            .split(File.pathSeparator, -1)) {
                if (folder.startsWith("/")) {
                    candidates.add(Folders.typed(folder, "PATH").resolve(path));
                }
            }
        }
        return candidates.stream()
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .orElseThrow(() ->
                        new CommandFailure(
                                ExitCode.USAGE,
                                "--command: there is no program '"
                                        + typed
                                        + "' that may be run; name its whole path"));
    }
}
