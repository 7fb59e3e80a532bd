package lurewatch.crawler.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which alerts have been told, and which have to be told now: each once when it is raised, once
/// when it has recovered, and never more in an hour than allowed. What is beyond that is not lost
/// but told later, if it is still so. Not thread-safe.
final class AlertBook {
    private static final Duration HOUR = Duration.ofHours(1);

    private final int perHour;
    private final Map<String, Alert> told = new LinkedHashMap<>();
    private final ArrayDeque<Instant> lately = new ArrayDeque<>();

    /// @param open alerts that were told by an earlier run and not yet taken back
    AlertBook(int perHour, Collection<Alert> open) {
        this.perHour = perHour;
        open.forEach(alert -> told.put(alert.key(), alert));
    }

    /// What is told of this state of things, by a teller who has room for so many notices.
    List<Notice> update(Collection<Alert> current, Instant now, int room) {
        while (!lately.isEmpty() && lately.getFirst().plus(HOUR).isBefore(now)) {
            lately.removeFirst();
        }
        int most = Math.min(room, perHour - lately.size());
        List<Notice> notices = new ArrayList<>();
        Map<String, Alert> byKey = new LinkedHashMap<>();
        current.stream()
                .sorted(Comparator.comparing(Alert::kind).thenComparing(Alert::site))
                .forEach(alert -> byKey.putIfAbsent(alert.key(), alert));
        for (Alert alert : List.copyOf(told.values())) {
            if (!byKey.containsKey(alert.key()) && notices.size() < most) {
                told.remove(alert.key());
                notices.add(new Notice(Notice.Event.RECOVERED, alert, now));
            }
        }
        for (Alert alert : byKey.values()) {
            if (!told.containsKey(alert.key()) && notices.size() < most) {
                told.put(alert.key(), alert);
                notices.add(new Notice(Notice.Event.RAISED, alert, now));
            }
        }
        notices.forEach(_ -> lately.addLast(now));
        return notices;
    }

    /// Alerts that were told and not taken back.
    List<Alert> open() {
        return List.copyOf(told.values());
    }
}
