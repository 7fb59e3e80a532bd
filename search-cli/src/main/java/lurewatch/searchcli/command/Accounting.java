package lurewatch.searchcli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import lurewatch.indexer.console.Session;
import lurewatch.searchcli.casework.Account;
import lurewatch.searchcli.casework.EventKind;
import lurewatch.searchcli.casework.EventLog;

/// Records what a command did, by whom and when.
final class Accounting {
    private final Session session;
    private final Path data;

    Accounting(Session session, Path data) {
        this.session = session;
        this.data = data;
    }

    void record(EventKind kind, Collection<String> about, Map<String, String> details)
            throws IOException {
        try (EventLog log =
                EventLog.openToWrite(data, AnalystOption.usual(session), session.clock())) {
            new Account(log, data).record(kind, about, details);
        }
    }

    /// The postings that were called back.
    static Set<String> retracted(Path data) throws IOException {
        try (EventLog log = EventLog.openToRead(data)) {
            return new Account(log, data).retracted();
        }
    }
}
