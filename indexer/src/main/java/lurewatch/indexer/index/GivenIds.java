package lurewatch.indexer.index;

/// Which ids a new index was given so far, in a megabyte (a Bloom filter). Of an id that was given
/// it always says so; of one that was not it says so wrongly once in forty times when a million
/// were given, and ever more often after that, which costs time and nothing else.
final class GivenIds {
    private static final int BITS = 1 << 23;
    private static final int PROBES = 4;

    private final long[] bits = new long[BITS / Long.SIZE];

    /// Notes the id; whether it may have been given before.
    boolean noteAgain(String id) {
        long hash = hashOf(id);
        int step = (int) (hash >>> 32) | 1;
        int at = (int) hash;
        boolean isKnown = true;
        for (int i = 0; i < PROBES; i++) {
            int bit = at & (BITS - 1);
            long mask = 1L << bit;
            isKnown &= (bits[bit / Long.SIZE] & mask) != 0;
            bits[bit / Long.SIZE] |= mask;
            at += step;
        }
        return isKnown;
    }

    /// FNV-1a over UTF-16 units, its halves mixed.
    private static long hashOf(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        return (hash ^ (hash >>> 29)) * 0xbf58476d1ce4e5b9L;
    }
}
