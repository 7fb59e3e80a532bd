package lurewatch.searchcli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import picocli.CommandLine;

/// All commands of this program, and what its own exceptions mean.
public final class CommandTree {
    private final CommandShell shell;

    private CommandTree(Session session) {
        this.shell =
                new CommandShell(
                        session,
                        new RootCommand(),
                        List.of(
                                new OverviewCommand(session),
                                new SearchCommand(session),
                                new ShowCommand(session),
                                new PivotCommand(session),
                                new CampaignCommand(session),
                                new ContactCommand(session),
                                new TimelineCommand(session),
                                new TrendsCommand(session),
                                new BatchCommand(session),
                                WatchCommand.with(session),
                                new AssessCommand(session),
                                new SignalsCommand(session),
                                new EvaluateCommand(session),
                                new TrainCommand(session),
                                new StatsCommand(session),
                                new ExportCommand(session),
                                new RetractCommand(session),
                                new EraseCommand(session),
                                new VerifyCommand(session),
                                new CommandLine(new CaseCommand(session))
                                        .addSubcommand(new CaseExportCommand(session))
                                        .addSubcommand(new CaseImportCommand(session)),
                                new LabelCommand(session),
                                new AuditCommand(session),
                                new KeyCommand(session),
                                new ShellCommand(session),
                                new StampCommand(session),
                                new CompletionCommand(session)),
                        this::explained);
    }

    /// Runs what the arguments name and gives the exit code.
    public static int run(Session session, String[] args) {
        return new CommandTree(session).shell.run(args);
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
