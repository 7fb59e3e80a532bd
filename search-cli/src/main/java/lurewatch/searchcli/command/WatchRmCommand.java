package lurewatch.searchcli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.watch.WatchLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `watch rm`: ends watches.
@Command(
        name = "rm",
        header = "End watches.",
        description = {
            "",
            "What they fired stays in casework.db. The name may be used again, for another watch.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch watch rm lucky88",
            "",
            "Exit: 0 ended, 1 no such watch",
        })
final class WatchRmCommand implements Callable<ExitCode> {
    private final Session session;

    @Parameters(paramLabel = "NAME", arity = "1..*", description = "Watches, by name or id.")
    private List<String> names = List.of();

    @Mixin private Folders folders = new Folders();

    WatchRmCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        Path data = folders.dataToRead(session);
        try (EventLog log = Watching.toChange(data, session)) {
            WatchLog watches = new WatchLog(log);
            watches.named(names).forEach(watches::remove);
        }
        return ExitCode.FOUND;
    }
}
