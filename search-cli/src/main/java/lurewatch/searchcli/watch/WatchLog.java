package lurewatch.searchcli.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.searchcli.casework.Event;
import lurewatch.searchcli.casework.EventKind;
import lurewatch.searchcli.casework.EventLog;

/// Watches and what they fired, as events of `casework.db`: only ever added.
public final class WatchLog {
    private static final EventKind ADDED = new EventKind("watch.added");
    private static final EventKind REMOVED = new EventKind("watch.removed");
    private static final EventKind FIRED = new EventKind("watch.fired");

    /// Events reached whoever was to be told.
    private static final EventKind TOLD = new EventKind("watch.told");

    /// A command did not take an event.
    private static final EventKind FAILED = new EventKind("watch.failed");

    /// Somebody has seen the events.
    private static final EventKind ACKED = new EventKind("watch.acked");

    private final EventLog log;

    public WatchLog(EventLog log) {
        this.log = log;
    }

    /// A watch and what became of it.
    ///
    /// @param fired how many events
    /// @param unseen those that nobody has acknowledged
    /// @param untold those that did not reach a command yet
    /// @param failure why not, at the last try
    /// @param isFromHere whether it was made in this file: only then may its command run
    public record Account(
            Watch watch,
            int fired,
            int unseen,
            int untold,
            Optional<Instant> last,
            Optional<String> failure,
            boolean isFromHere) {}

    /// Makes a watch.
    ///
    /// @param since the last capture that is recorded now
    public Watch add(String name, String query, Trigger trigger, List<String> command, long since) {
        return log.change(() -> {
            if (watches().stream().anyMatch(watch -> watch.name().equals(name))) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        String.format(
                                Locale.ROOT,
                                "there is a watch '%s'; take another name, or 'lurewatch watch rm"
                                        + " %s' first",
                                name,
                                name));
            }
            String id = log.newName("w");
            Map<String, String> details = new LinkedHashMap<>();
            details.put("id", id);
            details.put("name", name);
            details.put("query", query);
            details.put("on", trigger.written());
            details.put("since", Long.toString(since));
            for (int i = 0; i < command.size(); i++) {
                details.put("command" + i, command.get(i));
            }
            return watch(log.add(ADDED, List.of(id), details));
        });
    }

    private static Watch watch(Event event) {
        List<String> command =
                IntStream.iterate(0, i -> event.detail("command" + i).isPresent(), i -> i + 1)
                        .mapToObj(i -> event.text("command" + i))
                        .toList();
        return new Watch(
                event.text("id"),
                event.text("name"),
                event.text("query"),
                Trigger.read(event.text("on")),
                command,
                Long.parseLong(event.text("since")),
                event.time());
    }

    /// The watches that there are, in the order in which they were made.
    public List<Watch> watches() {
        Set<String> removed = new HashSet<>();
        log.of(REMOVED).forEach(event -> removed.addAll(event.about()));
        return log.of(ADDED).stream()
                .map(WatchLog::watch)
                .filter(watch -> !removed.contains(watch.id()))
                .toList();
    }

    /// The watches of these names or ids; all where none is named.
    public List<Watch> named(List<String> names) {
        List<Watch> all = watches();
        List<Watch> named = new ArrayList<>();
        for (String name : names) {
            List<Watch> fitting =
                    all.stream()
                            .filter(watch -> watch.name().equals(name) || watch.id().equals(name))
                            .toList();
            if (fitting.isEmpty()) {
                throw new CommandFailure(
                        ExitCode.NOTHING_FOUND,
                        "there is no watch '" + name + "'; 'lurewatch watch list' names them");
            }
            named.addAll(fitting);
        }
        return names.isEmpty() ? all : named.stream().distinct().toList();
    }

    /// Whether a watch was made in this file and did not come from another.
    boolean isFromHere(Watch watch) {
        return log.about(watch.id(), ADDED).stream()
                .anyMatch(event -> event.log().equals(log.own()));
    }

    /// Ends a watch; what it fired stays.
    public void remove(Watch watch) {
        log.add(REMOVED, List.of(watch.id()), Map.of("name", watch.name()));
    }

    boolean hasFired(String event) {
        return !log.about(event, FIRED).isEmpty();
    }

    /// Keeps what fired; gives what had not before.
    List<Notice> fire(List<Notice> notices) {
        return log.change(() -> {
            List<Notice> added = new ArrayList<>();
            for (Notice notice : notices) {
                Fired fired = notice.fired();
                if (!hasFired(fired.id())) {
                    log.add(
                            FIRED,
                            List.of(notice.watch(), fired.id(), fired.posting().value()),
                            notice.details());
                    added.add(notice);
                }
            }
            return added;
        });
    }

    /// Keeps that events reached whoever was to be told.
    void told(String watch, List<String> events) {
        if (!events.isEmpty()) {
            log.add(TOLD, about(watch, events), Map.of());
        }
    }

    private static List<String> about(String watch, List<String> events) {
        List<String> about = new ArrayList<>();
        about.add(watch);
        about.addAll(events);
        return about;
    }

    void failed(Notice notice, String why) {
        log.add(FAILED, List.of(notice.watch(), notice.fired().id()), Map.of("why", why));
    }

    /// What a watch fired and nobody was told yet.
    List<Notice> untold(Watch watch) {
        return without(watch, TOLD);
    }

    /// What a watch fired and nobody has acknowledged, in the order in which it happened.
    public List<Notice> unseen(Watch watch) {
        return without(watch, ACKED);
    }

    private List<Notice> without(Watch watch, EventKind kind) {
        Set<String> done = new HashSet<>();
        log.about(watch.id(), kind).forEach(event -> done.addAll(event.about()));
        return log.about(watch.id(), FIRED).stream()
                .map(Notice::of)
                .filter(notice -> !done.contains(notice.fired().id()))
                .sorted(
                        Comparator.comparing((Notice notice) -> notice.fired().capture())
                                .thenComparing(notice -> notice.fired().id()))
                .toList();
    }

    /// Everything that a watch fired.
    public List<Notice> fired(Watch watch) {
        return log.about(watch.id(), FIRED).stream().map(Notice::of).toList();
    }

    /// Keeps that somebody has seen what a watch fired; how much that was.
    public int acknowledge(Watch watch) {
        return log.change(() -> {
            List<String> events = unseen(watch).stream().map(n -> n.fired().id()).toList();
            if (!events.isEmpty()) {
                log.add(ACKED, about(watch.id(), events), Map.of("name", watch.name()));
            }
            return events.size();
        });
    }

    /// Every watch and what became of it. Reads all that ever fired: for people.
    public List<Account> accounts() {
        Map<String, List<Event>> byWatch = new HashMap<>();
        log.of(ADDED, FIRED, TOLD, FAILED, ACKED)
                .forEach(event ->
                        byWatch.computeIfAbsent(event.about().getFirst(), _ -> new ArrayList<>())
                                .add(event));
        return watches().stream()
                .map(watch -> account(watch, byWatch.getOrDefault(watch.id(), List.of())))
                .toList();
    }

    private Account account(Watch watch, List<Event> events) {
        Set<String> fired = new HashSet<>();
        Set<String> told = new HashSet<>();
        Set<String> acked = new HashSet<>();
        Optional<Instant> last = Optional.empty();
        Optional<String> failure = Optional.empty();
        boolean isFromHere = false;
        for (Event event : events) {
            if (event.kind().equals(ADDED)) {
                isFromHere |= event.log().equals(log.own());
            } else if (event.kind().equals(FIRED)) {
                fired.add(event.text("event"));
                last = Optional.of(Instant.parse(event.text("at")));
            } else if (event.kind().equals(TOLD)) {
                told.addAll(event.about());
            } else if (event.kind().equals(ACKED)) {
                acked.addAll(event.about());
            } else {
                failure = event.detail("why");
            }
        }
        int untold = without(fired, told);
        return new Account(
                watch,
                fired.size(),
                without(fired, acked),
                untold,
                last,
                untold == 0 ? Optional.empty() : failure,
                isFromHere);
    }

    private static int without(Set<String> all, Set<String> some) {
        return (int) all.stream().filter(one -> !some.contains(one)).count();
    }
}
