package lurewatch.searchcli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import lurewatch.indexer.console.Session;
import lurewatch.searchcli.casework.EventLog;

/// Where watches are kept.
final class Watching {
    private Watching() {}

    static EventLog toWrite(Path data, Session session) {
        return EventLog.openToWrite(data, AnalystOption.usual(session), session.clock());
    }

    /// For what changes nothing where there is no log yet: an empty one is read there.
    static EventLog toChange(Path data, Session session) {
        return Files.exists(EventLog.file(data))
                ? toWrite(data, session)
                : EventLog.openToRead(data);
    }
}
