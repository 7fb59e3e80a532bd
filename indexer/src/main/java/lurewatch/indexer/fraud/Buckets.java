package lurewatch.indexer.fraud;

import java.util.Arrays;
import java.util.BitSet;

/// The distinct hash buckets that a text's n-grams fall into, in order of first occurrence, with
/// where the first one stands. What is counted is whether, not how often: a template that repeats
/// its phrases says nothing more by it.
final class Buckets {
    private final int bits;
    private final BitSet seen;
    private int[] buckets = new int[256];
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int size;

    Buckets(int bits) {
        this.bits = bits;
        this.seen = new BitSet(1 << bits);
    }

    void add(int hash, int start, int end) {
        int bucket = mixed(hash) >>> (32 - bits);
        if (seen.get(bucket)) {
            return;
        }
        seen.set(bucket);
        if (size == buckets.length) {
            buckets = Arrays.copyOf(buckets, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        buckets[size] = bucket;
        starts[size] = start;
        ends[size] = end;
        size++;
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
