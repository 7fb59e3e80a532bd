package lurewatch.crawler.driver;

import java.util.List;
import java.util.Optional;
import lurewatch.crawler.frontier.FrontierException;
import lurewatch.indexer.archive.ArchiveBusyException;
import lurewatch.indexer.archive.ArchiveDamagedException;
import lurewatch.indexer.archive.ArchiveWriteException;
import lurewatch.indexer.console.CommandShell;
import lurewatch.indexer.console.CommandShell.Explained;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.Version;
import lurewatch.indexer.index.IndexUnusableException;
import lurewatch.indexer.store.FactsException;
import picocli.CommandLine.Command;

/// All commands of this program.
public final class CommandTree {
    private CommandTree() {}

    /// Runs what the arguments name and gives the exit code.
    public static int run(Session session, String[] args) {
        return new CommandShell(session, new Root(), commands(session), CommandTree::explained)
                .run(args);
    }

    private static List<?> commands(Session session) {
        return List.of(
                new DemoCommand(session),
                new CrawlCommand(session),
                new ReplayCommand(session),
                new RepairCommand(session),
                new ImportCommand(session),
                CheckCommand.withSubcommands(session),
                new DoctorCommand(session),
                new StatusCommand(session),
                new WhyCommand(session),
                new DiscoveriesCommand(session),
                new SimulateCommand(session),
                new FetchlogCommand(session),
                new EraseCommand(session),
                new StampCommand(session));
    }

    private static Optional<Explained> explained(Throwable failure) {
        return switch (failure) {
            case ArchiveDamagedException damaged ->
                    Optional.of(Explained.plainly(ExitCode.INTEGRITY, damaged));
            case ArchiveBusyException _,
                    ArchiveWriteException _,
                    FactsException _,
                    FrontierException _,
                    IndexUnusableException _ ->
                    Optional.of(Explained.plainly(ExitCode.NOT_USABLE, failure));
            default -> Optional.empty();
        };
    }

    /// The program by itself: it has nothing to do but to name its commands.
    @Command(
            name = "lurewatch",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            synopsisSubcommandLabel = "COMMAND",
            description = "Watches recruitment sites and archives what they show.")
    static final class Root {}
}
