package lurewatch.searchcli.casework;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The account of what was searched for, handed on and called back: events of kinds `account.…`.
///
/// Before there was `casework.db` it stood in `audit/audit.jsonl`, with a chain of its own. Those
/// lines are taken over, with their times and names, by the first that writes; the file stays as it
/// was.
public final class Account {
    public static final EventKind SEARCHED = new EventKind("account.search");
    public static final EventKind EXPORTED = new EventKind("account.export");
    public static final EventKind WROTE = new EventKind("account.write");
    public static final EventKind RETRACTED = new EventKind("account.retract");
    public static final EventKind KEY_MADE = new EventKind("account.key-new");
    public static final EventKind KEY_ROTATED = new EventKind("account.key-rotate");
    public static final EventKind ERASED = EventLog.ERASED;
    static final EventKind TAKEN_OVER = new EventKind("account.taken-over");

    public static final List<EventKind> ALL =
            List.of(
                    SEARCHED,
                    EXPORTED,
                    WROTE,
                    RETRACTED,
                    ERASED,
                    KEY_MADE,
                    KEY_ROTATED,
                    TAKEN_OVER);

    /// What a calling back notes of [#revoked].
    public static final String REVOKED = "revoked";

    private final EventLog log;
    private final OldAccount old;

    /// @param data the data directory that the log is of
    public Account(EventLog log, Path data) {
        this.log = log;
        this.old = OldAccount.in(data);
    }

    /// Records what was done.
    ///
    /// @param about packs, postings, files, keys
    public Event record(EventKind kind, Collection<String> about, Map<String, String> details)
            throws IOException {
        takeOver();
        return log.add(kind, about, details);
    }

    private void takeOver() throws IOException {
        if (!old.isThere() || !log.of(TAKEN_OVER).isEmpty()) {
            return;
        }
        List<OldAccount.Line> lines = old.lines();
        log.change(() -> {
            if (log.of(TAKEN_OVER).isEmpty()) {
                Map<String, String> head = new LinkedHashMap<>();
                head.put("lines", Integer.toString(lines.size()));
                head.put("head", lines.isEmpty() ? "" : lines.getLast().hash());
                log.add(TAKEN_OVER, List.of(), head);
                lines.forEach(line -> log.add(line.kind(), line.about(), line.details()));
            }
            return lines;
        });
    }

    /// What was recorded of these kinds, in order.
    public List<Event> of(EventKind... kinds) {
        return log.of(kinds);
    }

    /// The postings that were called back.
    public Set<String> retracted() throws IOException {
        Set<String> ids =
                log.of(RETRACTED).stream()
                        .flatMap(event -> event.about().stream())
                        .collect(Collectors.toSet());
        if (old.isThere() && log.of(TAKEN_OVER).isEmpty()) {
            old.lines().stream()
                    .filter(line -> line.kind().equals(RETRACTED))
                    .forEach(line -> ids.addAll(line.about()));
        }
        return ids;
    }

    /// The ids of objects that were revoked for good where packs had them.
    public Set<String> revoked() {
        return log.of(RETRACTED).stream()
                .flatMap(event -> Stream.of(event.text(REVOKED).split(" ", -1)))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
    }

    /// The packs that held a posting, by their recording. A pack is the first that its event is
    /// about.
    public List<Event> packsWith(String posting) throws IOException {
        takeOver();
        return log.about(posting, EXPORTED);
    }

    /// The same for whoever only reads.
    public List<Event> packsRead(String posting) {
        return log.about(posting, EXPORTED);
    }

    /// What is wrong with the account from before `casework.db`; empty where nothing is or there is
    /// none, or where it was taken over and no longer counts.
    public List<String> oldProblems() {
        if (!old.isThere() || !log.of(TAKEN_OVER).isEmpty()) {
            return List.of();
        }
        try {
            old.lines();
            return List.of();
        } catch (IOException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }
}
