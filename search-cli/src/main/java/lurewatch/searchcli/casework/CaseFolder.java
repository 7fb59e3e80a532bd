package lurewatch.searchcli.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A case as its events add up to it.
public final class CaseFolder {
    /// A note, about the case or one of its postings.
    ///
    /// @param name of the event that it is
    public record Note(
            String name, Instant time, String analyst, List<String> postings, String text) {
        static Note of(Event event) {
            return new Note(
                    event.name(),
                    event.time(),
                    event.analyst(),
                    event.about().stream().skip(1).toList(),
                    event.text("text"));
        }
    }

    private final Event opened;
    private final Map<String, Event> postings = new LinkedHashMap<>();
    private final Map<String, Set<String>> read = new LinkedHashMap<>();
    private final List<Note> notes = new ArrayList<>();
    private final Set<String> tags = new LinkedHashSet<>();
    private Event last;
    private boolean isClosed;

    CaseFolder(Event opened) {
        this.opened = opened;
        this.last = opened;
    }

    void take(Event event) {
        last = event;
        List<String> about = event.about().stream().skip(1).toList();
        switch (event.kind().name()) {
            case "case.added" -> about.forEach(posting -> postings.putIfAbsent(posting, event));
            case "case.removed" -> about.forEach(postings::remove);
            case "case.noted" -> notes.add(Note.of(event));
            case "case.tagged" -> tags.add(event.text("tag"));
            case "case.untagged" -> tags.remove(event.text("tag"));
            case "case.read" ->
                    read.computeIfAbsent(event.analyst(), _ -> new LinkedHashSet<>()).addAll(about);
            case "case.closed" -> isClosed = true;
            case "case.reopened" -> isClosed = false;
            default -> {
                // Of a newer version, or an opening, which is known already.
            }
        }
    }

    public String id() {
        return opened.about().getFirst();
    }

    public String title() {
        return opened.text("title");
    }

    public Event opened() {
        return opened;
    }

    /// The last thing that was done in it.
    public Event last() {
        return last;
    }

    public boolean isClosed() {
        return isClosed;
    }

    /// The postings in it, in the order in which they came, with the event that brought each.
    public Map<String, Event> postings() {
        return new LinkedHashMap<>(postings);
    }

    public List<Note> notes() {
        return List.copyOf(notes);
    }

    public Set<String> tags() {
        return new LinkedHashSet<>(tags);
    }

    /// Whether that analyst has looked at a posting of it.
    public boolean isRead(String posting, String analyst) {
        return read.getOrDefault(analyst, Set.of()).contains(posting);
    }

    /// The postings that an analyst has not looked at.
    public List<String> unread(String analyst) {
        return postings.keySet().stream().filter(posting -> !isRead(posting, analyst)).toList();
    }
}
