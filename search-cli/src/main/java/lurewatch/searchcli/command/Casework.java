package lurewatch.searchcli.command;

import java.nio.file.Path;
import java.util.function.Function;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.searchcli.casework.EventLog;
import picocli.CommandLine.Mixin;

/// Whose casework a command line speaks of, and where it lies.
final class Casework {
    @Mixin private AnalystOption analyst = new AnalystOption();
    @Mixin private Folders folders = new Folders();

    String analyst(Session session) {
        return analyst.name(session);
    }

    Path data(Session session) {
        return folders.dataToRead(session);
    }

    EventLog toRead(Session session) {
        return EventLog.openToRead(data(session));
    }

    /// Does all of it, or where it fails nothing.
    <T> T changed(Session session, Function<EventLog, T> change) {
        Path data = data(session);
        try (EventLog log = EventLog.openToWrite(data, analyst(session), session.clock())) {
            return log.change(() -> change.apply(log));
        }
    }
}
