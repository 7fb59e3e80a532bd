package lurewatch.crawler.frontier;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lurewatch.crawler.settings.Schedule;

/// A host on the workbench with the next few of its due URLs.
///
/// Its life: *admitted* by the recorder when something is due; *loading* while the recorder reads
/// its URLs; *waiting* among the hosts of its address; *taken out* while leased; and then waiting
/// or loading again, until nothing is due and it is *retired*. Guarded by the workbench's lock, but
/// for what is final or volatile.
final class HostEntry {
    private final long id;
    private final String name;
    private final Map<Lane, Deque<UrlRow>> rows = new EnumMap<>(Lane.class);
    private final Map<Lane, Integer> credit = new EnumMap<>(Lane.class);
    private volatile Pace pace;
    private final Waits waits;
    private volatile AddressEntry address;
    private volatile LastAnswer lastAnswer = LastAnswer.NOT_ASKED;
    private long readyAt;
    private Responsiveness leasedAs = Responsiveness.STRANGE;

    /// What came of the last page that was asked for since it was admitted.
    enum LastAnswer {
        NOT_ASKED,
        CAME,
        /// Nothing came, or that it is in trouble.
        MISSING
    }

    HostEntry(long id, String name, Pace pace, Waits waits, AddressEntry address, long readyAt) {
        this.id = id;
        this.name = name;
        this.pace = pace;
        this.waits = waits;
        this.address = address;
        this.readyAt = readyAt;
        for (Lane lane : Lane.values()) {
            rows.put(lane, new ArrayDeque<>());
            credit.put(lane, 0);
        }
    }

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    Pace pace() {
        return pace;
    }

    void pace(Pace changed) {
        pace = changed;
    }

    LastAnswer lastAnswer() {
        return lastAnswer;
    }

    void lastAnswer(LastAnswer latest) {
        lastAnswer = latest;
    }

    AddressEntry address() {
        return address;
    }

    /// The address it was last asked at.
    Optional<String> knownAddress() {
        return address.isReal() ? Optional.of(address.key()) : Optional.empty();
    }

    void moveTo(AddressEntry other) {
        address = other;
    }

    Waits waits() {
        return waits;
    }

    /// Its standing when it was last taken out.
    Responsiveness leasedAs() {
        return leasedAs;
    }

    void leasedAs(Responsiveness standing) {
        leasedAs = standing;
    }

    /// When it may be asked again, on the steady clock.
    long readyAt() {
        return readyAt;
    }

    void readyAt(long nanos) {
        readyAt = nanos;
    }

    boolean hasRows() {
        return rows.values().stream().anyMatch(queue -> !queue.isEmpty());
    }

    void add(List<UrlRow> loaded) {
        loaded.forEach(row -> rows(row.lane()).addLast(row));
    }

    void putBack(UrlRow row) {
        rows(row.lane()).addFirst(row);
    }

    void clear() {
        rows.values().forEach(Deque::clear);
    }

    /// The next URL by smooth weighted round robin over the lanes that have any.
    UrlRow next(Schedule shares) {
        int total = 0;
        Lane best = Lane.DISCOVERY;
        int most = Integer.MIN_VALUE;
        for (Lane lane : Lane.values()) {
            if (!rows(lane).isEmpty()) {
                int share = share(lane, shares);
                int earned = credit.merge(lane, share, Integer::sum);
                total += share;
                if (earned > most) {
                    most = earned;
                    best = lane;
                }
            }
        }
        credit.merge(best, -total, Integer::sum);
        return removed(rows(best));
    }

    /// The first that has not failed before. Pages that hang often stand together, as one poster's
    /// links do: behind one that was not answered the last comes first, as it is least like it.
    private UrlRow removed(Deque<UrlRow> queue) {
        Iterator<UrlRow> order =
                lastAnswer == LastAnswer.MISSING ? queue.descendingIterator() : queue.iterator();
        while (order.hasNext()) {
            UrlRow row = order.next();
            if (row.fails() == 0) {
                order.remove();
                return row;
            }
        }
        return queue.removeFirst();
    }

    private Deque<UrlRow> rows(Lane lane) {
        return rows.computeIfAbsent(lane, _ -> new ArrayDeque<>());
    }

    private static int share(Lane lane, Schedule schedule) {
        return switch (lane) {
            case EVIDENCE -> schedule.evidenceShare();
            case HUB -> schedule.hubShare();
            case DISCOVERY -> schedule.discoveryShare();
        };
    }
}
