package lurewatch.searchcli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.searchcli.casework.Account;
import lurewatch.searchcli.casework.ChainReport;
import lurewatch.searchcli.casework.Event;
import lurewatch.searchcli.casework.EventKind;
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.render.CaseJson;
import lurewatch.searchcli.render.CaseText;
import lurewatch.searchcli.render.LeadText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `audit`: who searched for what, and what was handed on.
@Command(
        name = "audit",
        header = "Read the account of searches and of what was handed on, and check all casework.",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "",
            "Everything that analysts do is an event in casework.db of the data directory: searches with"
                    + " their words and counts, exports with recipient, reason and ids, retractions, cases,"
                    + " labels, notes. 'list' prints searches (overviews, pivots and dry runs are such, too)"
                    + " and what was handed on, called back or erased, and keys made; 'case log ID' and"
                    + " 'label list' print casework. Events are chained by their hashes; 'verify' finds and"
                    + " names a changed, missing or swapped one. Keep the printed heads elsewhere: a chain whose end was cut off"
                    + " cleanly looks whole without them.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch audit list --last 20",
            "  lurewatch audit list --kind search --by anna --format jsonl | jq -r .details.query",
            "  lurewatch audit verify",
            "",
            "Exit: 0 listed, or all as it was written; 1 nothing there, 3 not usable, 4 not as it was",
        })
final class AuditCommand implements Callable<ExitCode> {
    private final Session session;

    @Spec private @Nullable CommandSpec spec;

    AuditCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        if (spec == null) {
            throw new IllegalStateException("not made by picocli");
        }
        throw new ParameterException(spec.commandLine(), "audit: which command? list or verify");
    }

    @Command(
            name = "list",
            header = "List what was searched for, handed on, called back and erased; not casework.")
    ExitCode list(
            @Option(
                            names = "--kind",
                            paramLabel = "KIND",
                            description =
                                    "search, export, write, retract, erase, key-new or key-rotate.")
                    @Nullable String kind,
            @Option(names = "--by", paramLabel = "NAME", description = "Only by this analyst.")
                    @Nullable String by,
            @Option(
                            names = "--about",
                            paramLabel = "ID",
                            description = "Only about this posting, pack or file.")
                    @Nullable String about,
            @Option(names = "--last", paramLabel = "N", description = "Only the last N.")
                    @Nullable Integer last,
            @Mixin ListFormat format,
            @Mixin Folders folders) {
        EventKind[] kinds = kinds(kind);
        if (last != null && last < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--last is at least 1, not " + last);
        }
        try (EventLog log = EventLog.openToRead(folders.dataToRead(session))) {
            List<Event> all = about == null ? log.of(kinds) : log.about(about, kinds);
            List<Event> events =
                    all.stream().filter(e -> by == null || e.analyst().equals(by)).toList();
            long skipped = last == null ? 0 : Math.max(0, events.size() - last);
            ListFormat.Printer printer = format.printer(session, CaseJson.OF_EVENTS);
            events.stream()
                    .skip(skipped)
                    .forEach(event ->
                            printer.print(() -> CaseText.event(event), () -> CaseJson.of(event)));
            printer.end();
            if (events.isEmpty()) {
                session.tell("nothing of that was recorded");
            }
            return events.isEmpty() ? ExitCode.NOTHING_FOUND : ExitCode.FOUND;
        }
    }

    private static EventKind[] kinds(@Nullable String kind) {
        if (kind == null) {
            return Account.ALL.toArray(EventKind[]::new);
        }
        return Stream.of("account." + kind.strip())
                .map(name ->
                        Account.ALL.stream()
                                .filter(known -> known.name().equals(name))
                                .findFirst()
                                .orElseThrow(() ->
                                        new CommandFailure(
                                                ExitCode.USAGE,
                                                "--kind: '"
                                                        + kind
                                                        + "' is not one of search, export, write,"
                                                        + " retract, erase, key-new, key-rotate")))
                .toArray(EventKind[]::new);
    }

    @Command(name = "verify", header = "Check that every event is as it was written.")
    ExitCode verify(@Mixin ReportFormat format, @Mixin Folders folders) {
        Path data = folders.dataToRead(session);
        try (EventLog log = EventLog.openToRead(data)) {
            ChainReport report = log.verify();
            List<String> old = new Account(log, data).oldProblems();
            switch (format.chosen()) {
                case TABLE, PLAIN -> print(report, old);
                case JSONL ->
                        session.out()
                                .println(
                                        JsonLine.versioned()
                                                .put("clean", report.isClean() && old.isEmpty())
                                                .put("events", report.events())
                                                .put("withheld", report.withheld())
                                                .putStrings("heads", heads(report))
                                                .putStrings("problems", problems(report, old)));
            }
            return report.isClean() && old.isEmpty() ? ExitCode.FOUND : ExitCode.INTEGRITY;
        }
    }

    private void print(ChainReport report, List<String> old) {
        List<String> problems = problems(report, old);
        problems.forEach(problem -> session.out().println(TerminalText.line(problem)));
        session.out().println(summary(report, problems.size()));
        heads(report).forEach(head -> session.out().println("casework head " + head));
    }

    static String summary(ChainReport report, int problems) {
        String withheld =
                report.withheld() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", %d of them a colleague's that were not shown to us",
                                report.withheld());
        return String.format(
                Locale.ROOT,
                "%s: %s in %s%s; %s",
                problems == 0 ? "ok" : "DAMAGED",
                LeadText.counted(report.events(), "event"),
                LeadText.counted(report.heads().size(), "log"),
                withheld,
                problems == 0 ? "no problem" : LeadText.counted(problems, "problem"));
    }

    static List<String> heads(ChainReport report) {
        return report.heads().entrySet().stream()
                .map(head -> head.getKey() + " " + head.getValue())
                .sorted()
                .toList();
    }

    private static List<String> problems(ChainReport report, List<String> old) {
        return Stream.concat(report.problems().stream().map(Object::toString), old.stream())
                .toList();
    }
}
