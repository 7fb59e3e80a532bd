package lurewatch.searchcli.casework;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The folders that analysts work in: opened, filled, noted upon, closed; nothing of that is ever
/// taken back but by another event.
public final class Cases {
    static final EventKind OPENED = new EventKind("case.opened");
    static final EventKind ADDED = new EventKind("case.added");
    static final EventKind REMOVED = new EventKind("case.removed");
    static final EventKind NOTED = new EventKind("case.noted");
    static final EventKind TAGGED = new EventKind("case.tagged");
    static final EventKind UNTAGGED = new EventKind("case.untagged");
    static final EventKind READ = new EventKind("case.read");
    static final EventKind CLOSED = new EventKind("case.closed");
    static final EventKind REOPENED = new EventKind("case.reopened");

    private static final EventKind[] ALL = {
        OPENED, ADDED, REMOVED, NOTED, TAGGED, UNTAGGED, READ, CLOSED, REOPENED
    };

    private final EventLog log;

    public Cases(EventLog log) {
        this.log = log;
    }

    /// Opens a case and gives its id.
    public String open(String title) {
        return log.change(() -> {
            String id = log.newName("c");
            log.add(OPENED, List.of(id), Map.of("title", title));
            return id;
        });
    }

    /// All cases, in the order in which they were opened.
    public List<CaseFolder> all() {
        Map<String, CaseFolder> cases = new LinkedHashMap<>();
        for (Event event : log.of(ALL)) {
            take(event, cases);
        }
        return List.copyOf(cases.values());
    }

    private static void take(Event event, Map<String, CaseFolder> cases) {
        if (event.about().isEmpty()) {
            return;
        }
        String id = event.about().getFirst();
        if (event.kind().equals(OPENED)) {
            cases.putIfAbsent(id, new CaseFolder(event));
        } else if (cases.containsKey(id)) {
            cases.get(id).take(event);
        }
    }

    /// The cases whose id starts so.
    public List<CaseFolder> startingWith(String start) {
        return all().stream().filter(folder -> folder.id().startsWith(start)).toList();
    }

    /// The cases that hold a posting.
    public List<CaseFolder> with(String posting) {
        Map<String, CaseFolder> cases = new LinkedHashMap<>();
        log.about(posting, ADDED).stream()
                .map(event -> event.about().getFirst())
                .distinct()
                .forEach(id -> log.about(id, ALL).forEach(event -> take(event, cases)));
        return cases.values().stream()
                .filter(folder -> folder.postings().containsKey(posting))
                .toList();
    }

    /// The notes that name a posting, in whichever case.
    public List<CaseFolder.Note> notesOn(String posting) {
        return log.about(posting, NOTED).stream().map(CaseFolder.Note::of).toList();
    }

    /// Puts postings into a case and gives those that were not in it.
    public List<String> add(String id, Collection<String> postings) {
        return log.change(() -> {
            CaseFolder folder = folder(id);
            List<String> more =
                    postings.stream()
                            .distinct()
                            .filter(posting -> !folder.postings().containsKey(posting))
                            .toList();
            if (!more.isEmpty()) {
                log.add(ADDED, about(id, more), Map.of());
            }
            return more;
        });
    }

    /// Takes postings out of a case and gives those that were in it.
    public List<String> remove(String id, Collection<String> postings, String reason) {
        return log.change(() -> {
            CaseFolder folder = folder(id);
            List<String> less =
                    postings.stream()
                            .distinct()
                            .filter(posting -> folder.postings().containsKey(posting))
                            .toList();
            if (!less.isEmpty()) {
                log.add(REMOVED, about(id, less), Map.of("reason", reason));
            }
            return less;
        });
    }

    public Event note(String id, Collection<String> postings, String text) {
        return log.add(NOTED, about(id, postings), Map.of("text", text));
    }

    public void tag(String id, String tag) {
        log.add(TAGGED, List.of(id), Map.of("tag", tag));
    }

    public void untag(String id, String tag) {
        log.add(UNTAGGED, List.of(id), Map.of("tag", tag));
    }

    /// Notes that whoever the log is opened for has looked at postings of a case.
    public void read(String id, Collection<String> postings) {
        log.add(READ, about(id, postings), Map.of());
    }

    public void close(String id, String reason) {
        log.add(CLOSED, List.of(id), Map.of("reason", reason));
    }

    public void reopen(String id, String reason) {
        log.add(REOPENED, List.of(id), Map.of("reason", reason));
    }

    private CaseFolder folder(String id) {
        Map<String, CaseFolder> cases = new LinkedHashMap<>();
        log.about(id, ALL).forEach(event -> take(event, cases));
        CaseFolder folder = cases.get(id);
        if (folder == null) {
            throw new CaseworkException("there is no case " + id);
        }
        return folder;
    }

    private static List<String> about(String id, Collection<String> postings) {
        return new ArrayList<>(Stream.concat(Stream.of(id), postings.stream()).toList());
    }
}
