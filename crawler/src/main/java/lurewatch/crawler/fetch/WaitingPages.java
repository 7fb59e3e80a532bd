package lurewatch.crawler.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Pages that wait for a further request of the same visit, by the id of their URL; a bounded
/// number. One that has waited for a day is given up when its place is wanted: a host that rests
/// for long, or a page that was put off, must not keep it from others. Thread-safe.
final class WaitingPages<T> {
    private static final Duration LONGEST = Duration.ofDays(1);

    private final int most;
    private final Map<Long, Waiting<T>> pages = new HashMap<>();

    WaitingPages(int most) {
        this.most = most;
    }

    private record Waiting<T>(T page, Instant since) {}

    synchronized Optional<T> get(long id) {
        return Optional.ofNullable(pages.get(id)).map(Waiting::page);
    }

    /// Lets it wait from now on, in the place of what it was before.
    synchronized void put(long id, T page, Instant now) {
        pages.put(id, new Waiting<>(page, now));
    }

    synchronized void remove(long id) {
        pages.remove(id);
    }

    /// Whether one more may wait.
    synchronized boolean hasRoom(Instant now) {
        if (pages.size() >= most) {
            pages.values().removeIf(each -> each.since().plus(LONGEST).isBefore(now));
        }
        return pages.size() < most;
    }
}
