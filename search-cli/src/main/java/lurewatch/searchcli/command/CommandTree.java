package lurewatch.searchcli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lurewatch.indexer.archive.ArchiveBusyException;
import lurewatch.indexer.console.CommandShell;
import lurewatch.indexer.console.CommandShell.Explained;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.index.IndexUnusableException;
import lurewatch.indexer.search.QueryException;
import lurewatch.indexer.search.TimeRanOutException;
import lurewatch.indexer.store.FactsException;
import lurewatch.searchcli.casework.CaseworkException;

/// All commands of this program, and what its own exceptions mean.
public final class CommandTree {
    private static final Set<String> SPEAK_OF_ALL = Set.of("shell", "completion");

    /// What the shell of commands brings itself.
    private static final Set<String> BESIDE_COMMANDS = Set.of("man", "man-pages", "outline");

    private static final Pattern NEGATION =
            Pattern.compile("-(?:[\"“@(]|[A-Za-z_]{2,40}[:<>：]).*", Pattern.DOTALL);

    private final CommandShell shell;

    private CommandTree(Session session, List<?> commands) {
        this.shell = new CommandShell(session, new RootCommand(), commands, this::explained);
    }

    /// Runs what the arguments name and gives the exit code.
    public static int run(Session session, String[] args) {
        if (args.length > 0 && isUnknown(session, args[0])) {
            // Behind a name that means nothing, --help would explain something else.
            return new CommandTree(session, commandsFor(session, args))
                    .shell.run(new String[] {args[0]});
        }
        String[] readable = Stream.of(args).map(CommandTree::asQuery).toArray(String[]::new);
        return new CommandTree(session, commandsFor(session, readable)).shell.run(readable);
    }

    private static boolean isUnknown(Session session, String name) {
        return !name.startsWith("-")
                && !BESIDE_COMMANDS.contains(name)
                && !all(session).containsKey(name);
    }

    /// `-class:lure` and `-"free flight"` are negations in a query, which picocli would take for
    /// options: with a blank before it, it does not.
    private static String asQuery(String argument) {
        return NEGATION.matcher(argument).matches() ? " " + argument : argument;
    }

    /// The one command that is named, as each costs a start several milliseconds; all of them where
    /// none is, and for those that speak of all.
    private static List<?> commandsFor(Session session, String[] args) {
        Map<String, Supplier<?>> all = all(session);
        Supplier<?> named = args.length == 0 ? null : all.get(args[0]);
        return named == null || SPEAK_OF_ALL.contains(args[0])
                ? all.values().stream().map(Supplier::get).toList()
                : List.of(named.get());
    }

    /// By name, in the order in which help lists them.
    private static Map<String, Supplier<?>> all(Session session) {
        Map<String, Supplier<?>> all = new LinkedHashMap<>();
        all.put("overview", () -> new OverviewCommand(session));
        all.put("search", () -> SearchCommand.with(session));
        all.put("show", () -> new ShowCommand(session));
        all.put("pivot", () -> new PivotCommand(session));
        all.put("campaign", () -> CampaignCommand.with(session));
        all.put("contact", () -> new ContactCommand(session));
        all.put("facets", () -> new FacetsCommand(session));
        all.put("timeline", () -> new TimelineCommand(session));
        all.put("trends", () -> new TrendsCommand(session));
        all.put("batch", () -> new BatchCommand(session));
        all.put("watch", () -> WatchCommand.with(session));
        all.put("assess", () -> new AssessCommand(session));
        all.put("signals", () -> new SignalsCommand(session));
        all.put("evaluate", () -> new EvaluateCommand(session));
        all.put("train", () -> new TrainCommand(session));
        all.put("stats", () -> new StatsCommand(session));
        all.put("export", () -> new ExportCommand(session));
        all.put("retract", () -> new RetractCommand(session));
        all.put("erase", () -> new EraseCommand(session));
        all.put("verify", () -> new VerifyCommand(session));
        all.put("witness", () -> new WitnessCommand(session));
        all.put("case", () -> CaseCommand.with(session));
        all.put("label", () -> new LabelCommand(session));
        all.put("audit", () -> new AuditCommand(session));
        all.put("key", () -> new KeyCommand(session));
        all.put("stamp", () -> new StampCommand(session));
        all.put("shell", () -> new ShellCommand(session));
        all.put("completion", () -> new CompletionCommand(session));
        return all;
    }

    private Optional<Explained> explained(Throwable failure) {
        return switch (failure) {
            case QueryException wrong -> Optional.of(pointedOut(wrong));
            case TimeRanOutException _ -> Optional.of(Explained.plainly(ExitCode.PARTIAL, failure));
            case IndexUnusableException _,
                    FactsException _,
                    CaseworkException _,
                    ArchiveBusyException _ ->
                    Optional.of(Explained.plainly(ExitCode.NOT_USABLE, failure));
            default -> Optional.empty();
        };
    }

    private Explained pointedOut(QueryException wrong) {
        String query = shell.lastCommand() instanceof Querying querying ? querying.query() : "";
        int at = Math.min(wrong.position(), query.length());
        int column = TerminalText.width(TerminalText.line(query.substring(0, at)));
        List<String> lines = new ArrayList<>();
        lines.add(TerminalText.line(String.valueOf(wrong.getMessage())));
        lines.add(TerminalText.line(query));
        lines.add(" ".repeat(column) + "^");
        wrong.correction().ifPresent(better -> lines.add("try: " + TerminalText.line(better)));
        return new Explained(ExitCode.USAGE, lines);
    }
}
