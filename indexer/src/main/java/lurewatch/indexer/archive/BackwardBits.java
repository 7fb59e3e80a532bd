package lurewatch.indexer.archive;

import lurewatch.indexer.archive.GzipUnpacker.DamageException;

/// Bits of a range of bytes, read from its end to its begin, as zstd writes them (RFC 8878, 4.1):
/// the highest bit that is set in the last byte marks the end.
final class BackwardBits {
    private final byte[] bytes;
    private final int start;
    private final int end;
    private long left;

    BackwardBits(byte[] bytes, int start, int end) throws DamageException {
        if (start >= end || bytes[end - 1] == 0) {
            throw new DamageException("zstd bits have no end", new byte[0]);
        }
        this.bytes = bytes;
        this.start = start;
        this.end = end;
        int unused = Integer.numberOfLeadingZeros(bytes[end - 1] & 0xff) - 24;
        this.left = 8L * (end - start) - unused - 1;
    }

    /// The next bits, at most 32. Beyond the begin there are zeros.
    long read(int count) {
        left -= count;
        return peekAt(left, count);
    }

    /// What [#read] would give.
    int peek(int count) {
        return (int) peekAt(left - count, count);
    }

    void skip(int count) {
        left -= count;
    }

    /// Bits left; negative where more were read than there are.
    long left() {
        return left;
    }

    private long peekAt(long from, int count) {
        if (from < 0) {
            int there = (int) Math.max(0, count + from);
            return there == 0 ? 0 : peekAt(0, there) << (count - there);
        }
        int at = start + (int) (from >>> 3);
        long bits = 0;
        for (int i = 0; i < 5 && at + i < end; i++) {
            bits |= (bytes[at + i] & 0xffL) << (8 * i);
        }
        return (bits >>> (from & 7)) & ((1L << count) - 1);
    }
}
