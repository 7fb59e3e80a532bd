package lurewatch.searchcli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lurewatch.indexer.console.Session;
import lurewatch.searchcli.custody.Audit;
import lurewatch.searchcli.custody.AuditEvent;

/// Records what a command did, by whom and when.
final class Accounting {
    private final Session session;
    private final Audit audit;

    Accounting(Session session, Path data) {
        this.session = session;
        this.audit = Audit.in(data);
    }

    void record(String action, String object, Map<String, String> details, List<String> ids)
            throws IOException {
        audit.add(
                new AuditEvent(action, object, details),
                ids,
                actor(session),
                session.clock().instant());
    }

    /// Who works here: what `LUREWATCH_ACTOR` says, else the login name.
    static String actor(Session session) {
        return session.variable("LUREWATCH_ACTOR")
                .or(() -> session.variable("USER"))
                .orElseGet(() -> System.getProperty("user.name", "unknown"));
    }
}
