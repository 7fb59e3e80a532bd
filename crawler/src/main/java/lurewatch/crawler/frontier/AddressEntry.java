package lurewatch.crawler.frontier;

import java.util.Comparator;
import java.util.PriorityQueue;

/// An address and the hosts on it that wait. While one of them is asked, the whole entry is off the
/// bench, so that nobody asks two at once. Guarded by the workbench's lock.
final class AddressEntry {
    private static final String UNKNOWN = "host ";

    private final String key;
    private final PriorityQueue<HostEntry> waiting =
            new PriorityQueue<>(Comparator.comparingLong(HostEntry::readyAt));
    private long nextAt;
    private boolean taken;
    private Responsiveness queuedAs = Responsiveness.STRANGE;

    AddressEntry(String key, long nextAt) {
        this.key = key;
        this.nextAt = nextAt;
    }

    /// The key of the entry of a host whose address is not known yet.
    static String unknown(String hostName) {
        return UNKNOWN + hostName;
    }

    String key() {
        return key;
    }

    /// Whether this is an address, not the stand-in of a host whose address is not known yet.
    boolean isReal() {
        return !key.startsWith(UNKNOWN);
    }

    PriorityQueue<HostEntry> waiting() {
        return waiting;
    }

    /// When any host on it may be asked again.
    long nextAt() {
        return nextAt;
    }

    void nextAt(long nanos) {
        nextAt = nanos;
    }

    boolean isTaken() {
        return taken;
    }

    void take() {
        taken = true;
    }

    void giveBack() {
        taken = false;
    }

    /// The standing of its first host when it was put on the bench.
    Responsiveness queuedAs() {
        return queuedAs;
    }

    void queuedAs(Responsiveness standing) {
        queuedAs = standing;
    }

    /// When its first host may be asked. Only where a host waits.
    long readyAt() {
        HostEntry first = waiting.peek();
        return first == null ? nextAt : Math.max(nextAt, first.readyAt());
    }
}
