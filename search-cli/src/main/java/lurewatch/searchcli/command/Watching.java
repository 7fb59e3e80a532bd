package lurewatch.searchcli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import lurewatch.indexer.console.Session;
import lurewatch.searchcli.casework.EventLog;

/// Where watches are kept.
final class Watching {
    private Watching() {}

    static EventLog toWrite(Path data, Session session) {
        return EventLog.openToWrite(data, Accounting.actor(session), session.clock());
    }

    /// The log as it would be written, so that it is known which watches are ours; an empty one
    /// where there is none.
    static EventLog toRead(Path data, Session session) {
        return Files.exists(EventLog.file(data))
                ? toWrite(data, session)
                : EventLog.openToRead(data);
    }
}
