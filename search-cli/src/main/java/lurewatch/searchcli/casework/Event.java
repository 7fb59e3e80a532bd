package lurewatch.searchcli.casework;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Something that an analyst did. It is known for good by its `hash`, on every machine that it came
/// to.
///
/// @param log the log it was written in
/// @param number its place there, from 1
/// @param time when, by that machine's clock; never before the event before it in its log
/// @param analyst who
/// @param about the ids of what it was done to: cases, postings, packs, watches
/// @param details the rest, in the order in which it is to be read
/// @param hash what the log's chain has come to with this event
public record Event(
        String log,
        long number,
        Instant time,
        String analyst,
        EventKind kind,
        List<String> about,
        Map<String, String> details,
        String hash) {
    /// The same on every machine that has the same events: by time, and what happened at the same
    /// time in different logs by these.
    static final Comparator<Event> ORDER =
            Comparator.comparing(Event::time)
                    .thenComparing(Event::log)
                    .thenComparingLong(Event::number);

    private static final int NAME_DIGITS = 12;
    private static final Pattern SUBJECT = Pattern.compile("[^\\p{Cntrl}\\p{Zl}\\p{Zp}]{1,500}");

    public Event {
        about = List.copyOf(about);
        about.stream()
                .filter(subject -> !SUBJECT.matcher(subject).matches())
                .findFirst()
                .ifPresent(subject -> {
                    throw new IllegalArgumentException("nothing is about '" + subject + "'");
                });
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /// Short enough to type, long enough to be the only one.
    public String name() {
        return hash.substring(0, NAME_DIGITS);
    }

    public Optional<String> detail(String key) {
        return Optional.ofNullable(details.get(key));
    }

    /// A detail that events of this kind always have; empty where another version wrote none.
    public String text(String key) {
        return details.getOrDefault(key, "");
    }
}
