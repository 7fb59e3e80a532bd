package lurewatch.indexer.archive;

import java.util.ArrayList;
import java.util.List;

/// Bytes that come bit by bit, and are put together once: what grows by being copied takes three
/// times the room of what it holds.
final class Pieces {
    private static final int FIRST = 16 * 1024;
    private static final int LARGEST = 1024 * 1024;

    private final List<byte[]> full = new ArrayList<>();
    private byte[] last = new byte[FIRST];
    private int used;
    private int size;

    int size() {
        return size;
    }

    void write(byte[] bytes, int length) {
        int at = 0;
        while (at < length) {
            if (used == last.length) {
                full.add(last);
                last = new byte[Math.min(2 * last.length, LARGEST)];
                used = 0;
            }
            int count = Math.min(length - at, last.length - used);
            System.arraycopy(bytes, at, last, used, count);
            used += count;
            at += count;
        }
        size += length;
    }

    byte[] whole() {
        byte[] whole = new byte[size];
        int at = 0;
        for (byte[] piece : full) {
            System.arraycopy(piece, 0, whole, at, piece.length);
            at += piece.length;
        }
        System.arraycopy(last, 0, whole, at, used);
        return whole;
    }
}
