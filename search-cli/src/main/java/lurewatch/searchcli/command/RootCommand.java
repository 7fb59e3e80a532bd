package lurewatch.searchcli.command;

import java.util.concurrent.Callable;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Version;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The program itself: lists the commands. Each command has its own `--help`.
@Command(
        name = "lurewatch",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        header = "Find recruitment lures in what the crawler saw.",
        synopsisHeading = "Usage: ",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        versionProvider = Version.class,
        footer = {
            "",
            "'lurewatch COMMAND --help' explains one command.",
            "Exit: 0 found or done, 1 nothing found, nor of that id or name, 2 usage or query error,",
            "      3 data or settings not usable, 4 integrity check failed, 5 refused by policy,",
            "      6 partial, 70 a fault of the program, 130 interrupted",
        })
final class RootCommand implements Callable<ExitCode> {
    @Spec private @Nullable CommandSpec spec;

    @Override
    public ExitCode call() {
        if (spec == null) {
            throw new IllegalStateException("not made by picocli");
        }
        throw new ParameterException(spec.commandLine(), "which command?");
    }
}
