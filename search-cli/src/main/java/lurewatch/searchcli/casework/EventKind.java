package lurewatch.searchcli.casework;

import java.util.regex.Pattern;

/// What sort of thing was done: `case.opened`, `label.set`, `watch.fired`.
///
/// Kinds are open: a part of the program that has something to remember names its own, under a word
/// of its own before the dot. Kinds that this version does not know are kept and handed on.
public record EventKind(String name) implements Comparable<EventKind> {
    private static final Pattern FORM = Pattern.compile("[a-z]{1,20}\\.[a-z][a-z-]{0,30}");

    public EventKind {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("no kind of event: " + name);
        }
    }

    @Override
    public int compareTo(EventKind other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
