package lurewatch.indexer.scan;

import java.util.Arrays;

/// Which targets were found at which places of one raw text; open-addressed. Used by one thread.
final class Spots {
    /// Enough for a place in the longest text that is assessed.
    private static final int PLACE_BITS = 20;

    private static final long EMPTY = -1;

    private long[] slots = empty(64);
    private int count;

    void add(int target, int start, int end) {
        if (count * 2 == slots.length) {
            grow();
        }
        int slot = slotOf(key(target, start, end));
        count += slots[slot] == EMPTY ? 1 : 0;
        slots[slot] = key(target, start, end);
    }

    boolean contain(int target, int start, int end) {
        return slots[slotOf(key(target, start, end))] != EMPTY;
    }

    private static long key(int target, int start, int end) {
        return ((long) target << (2 * PLACE_BITS)) | ((long) start << PLACE_BITS) | end;
    }

    /// Where the key stands, or the empty slot where it would.
    private int slotOf(long key) {
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & (slots.length - 1);
        while (slots[slot] != EMPTY && slots[slot] != key) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] old = slots;
        slots = empty(old.length * 2);
        for (long key : old) {
            if (key != EMPTY) {
                slots[slotOf(key)] = key;
            }
        }
    }

    private static long[] empty(int room) {
        long[] slots = new long[room];
        Arrays.fill(slots, EMPTY);
        return slots;
    }
}
