package lurewatch.indexer.learned;

import java.util.Arrays;

/// The distinct hash buckets that a text's n-grams fall into, in order of first occurrence, with
/// where the first one stands. What is counted is whether, not how often: a template that repeats
/// its phrases says nothing more by it.
final class Buckets {
    private final int bits;

    /// Open-addressed: each bucket plus one where it was put first; 0 where none is. No larger than
    /// the text calls for, so that it stays in the nearest cache.
    private int[] seen = new int[1024];

    private int[] buckets = new int[256];
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int size;

    Buckets(int bits) {
        this.bits = bits;
    }

    /// Forgets them all, and keeps its room for the next text.
    void clear() {
        Arrays.fill(seen, 0);
        size = 0;
    }

    void add(int hash, int start, int end) {
        int bucket = bucket(hash, bits);
        int slot = slotOf(bucket);
        if (seen[slot] != 0) {
            return;
        }
        seen[slot] = bucket + 1;
        if (size == buckets.length) {
            buckets = Arrays.copyOf(buckets, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        buckets[size] = bucket;
        starts[size] = start;
        ends[size] = end;
        size++;
        if (size > seen.length / 2) {
            growSeen();
        }
    }

    /// The bucket that a hash falls into.
    static int bucket(int hash, int bits) {
        return mixed(hash) >>> (32 - bits);
    }

    /// The slot of the bucket, or the empty one where it would be.
    private int slotOf(int bucket) {
        int slot = bucket & (seen.length - 1);
        while (seen[slot] != 0 && seen[slot] != bucket + 1) {
            slot = (slot + 1) & (seen.length - 1);
        }
        return slot;
    }

    private void growSeen() {
        seen = new int[seen.length * 4];
        for (int i = 0; i < size; i++) {
            seen[slotOf(buckets[i])] = buckets[i] + 1;
        }
    }

    /// Spreads what a sum of few characters leaves in the lower bits (the finaliser of MurmurHash3,
    /// which is in the public domain).
    private static int mixed(int hash) {
        int h = hash;
        h ^= h >>> 16;
        h *= 0x85ebca6b;
        h ^= h >>> 13;
        h *= 0xc2b2ae35;
        return h ^ h >>> 16;
    }

    int size() {
        return size;
    }

    int bucket(int index) {
        return buckets[index];
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return ends[index];
    }
}
