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

/// `watch ack`: what watches fired was seen.
@Command(
        name = "ack",
        header = "Say that you have seen what watches fired.",
        description = {
            "",
            "'watch list' then counts it as seen. Who acknowledged what, and when, stays.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch watch ack lucky88",
            "  lurewatch watch ack              all of them",
            "",
            "Exit: 0 acknowledged, 1 there was nothing, 2 no such watch",
        })
final class WatchAckCommand implements Callable<ExitCode> {
    private final Session session;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Watches, by name or id.")
    private List<String> names = List.of();

    @Mixin private Folders folders = new Folders();

    WatchAckCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        Path data = folders.dataToRead(session);
        try (EventLog log = Watching.toRead(data, session)) {
            WatchLog watches = new WatchLog(log);
            int seen = watches.named(names).stream().mapToInt(watches::acknowledge).sum();
            session.tell(seen + " events acknowledged");
            return seen == 0 ? ExitCode.NOTHING_FOUND : ExitCode.FOUND;
        }
    }
}
