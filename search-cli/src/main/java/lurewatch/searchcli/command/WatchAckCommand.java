package lurewatch.searchcli.command;

import java.util.concurrent.Callable;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.render.LeadText;
import lurewatch.searchcli.watch.WatchLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
            "Exit: 0 acknowledged, 1 there was nothing, or no such watch",
        })
final class WatchAckCommand implements Callable<ExitCode> {
    private final Session session;

    @Mixin private NamedWatches named = new NamedWatches();

    WatchAckCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        try (EventLog log = Watching.toChange(named.data(session), session)) {
            WatchLog watches = new WatchLog(log);
            int seen = named.in(watches).stream().mapToInt(watches::acknowledge).sum();
            session.tell(LeadText.counted(seen, "event") + " acknowledged");
            return seen == 0 ? ExitCode.NOTHING_FOUND : ExitCode.FOUND;
        }
    }
}
