package lurewatch.indexer;

/// Names one capture for ever: the sequence number of its line in the archive's ledger, from 1.
///
/// Ledger order is the order of acknowledgement, so comparing ids compares captures in time.
public record CaptureId(long sequence) implements Comparable<CaptureId> {
    public CaptureId {
        if (sequence < 1) {
            throw new IllegalArgumentException("a capture's sequence starts at 1: " + sequence);
        }
    }

    @Override
    public int compareTo(CaptureId other) {
        return Long.compare(sequence, other.sequence);
    }

    @Override
    public String toString() {
        return "c" + sequence;
    }
}
