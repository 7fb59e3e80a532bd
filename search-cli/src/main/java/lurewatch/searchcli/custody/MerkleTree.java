package lurewatch.searchcli.custody;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lurewatch.indexer.Digest;

/// A hash tree over lines, as in RFC 6962, section 2.1: whoever has the root can be shown that a
/// line is one of them without seeing any other.
///
/// The roots of whole subtrees over sixteen lines and more, of which no later line changes any, are
/// kept: a root or a path takes some thirty hashes however many lines there are. Of the leaves only
/// those are kept that were asked for beforehand, with their neighbours: four bytes for each line,
/// and 512 more for each that is asked for.
final class MerkleTree {
    private static final int HASH = 32;

    /// Levels of the tree that are not kept, and how many leaves stand below each node that is.
    private static final int LEVELS = 4;

    private static final int BLOCK = 1 << LEVELS;
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    /// A neighbour on the way from a leaf to the root, and the side on which it stands.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Step(Side side, byte[] hash) {
        enum Side {
            LEFT,
            RIGHT
        }
    }

    /// Hashes, one behind the other.
    private static final class Row {
        private byte[] hashes = new byte[HASH * 16];
        private int count;

        void add(byte[] hash) {
            if ((count + 1) * HASH > hashes.length) {
                hashes = Arrays.copyOf(hashes, Math.multiplyExact(hashes.length, 2));
            }
            System.arraycopy(hash, 0, hashes, count * HASH, HASH);
            count++;
        }

        byte[] at(int index) {
            return Arrays.copyOfRange(hashes, index * HASH, (index + 1) * HASH);
        }
    }

    /// The roots of the whole subtrees over 16, 32, 64 … leaves.
    private final List<Row> rows = new ArrayList<>();

    /// Which sixteen leaves are to be kept, and those that are.
    private final BitSet wanted = new BitSet();

    private final Map<Integer, byte[]> kept = new HashMap<>();

    /// The last leaves, fewer than sixteen.
    private byte[] last = new byte[BLOCK * HASH];

    private int size;

    /// Has a leaf kept that is yet to be added, so that there is a path from it, or a root over it
    /// and those before it alone.
    void keep(long index) {
        if (index >= size - size % BLOCK && index < Integer.MAX_VALUE) {
            wanted.set((int) index / BLOCK);
        }
    }

    /// Adds the next line by its leaf's hash.
    void add(byte[] leaf) {
        System.arraycopy(leaf, 0, last, size % BLOCK * HASH, HASH);
        size++;
        if (size % BLOCK == 0) {
            addWhole(blockRoot(last, 0, BLOCK));
            if (wanted.get(size / BLOCK - 1)) {
                kept.put(size / BLOCK - 1, last);
                last = new byte[BLOCK * HASH];
            }
        }
    }

    private void addWhole(byte[] block) {
        byte[] hash = block;
        for (int level = 0; ; level++) {
            if (level == rows.size()) {
                rows.add(new Row());
            }
            Row row = rows.get(level);
            row.add(hash);
            if (row.count % 2 == 1) {
                return;
            }
            hash = node(row.at(row.count - 2), row.at(row.count - 1));
        }
    }

    int size() {
        return size;
    }

    /// The hash of a leaf.
    byte[] at(int index) {
        int from = index % BLOCK * HASH;
        return Arrays.copyOfRange(block(index / BLOCK), from, from + HASH);
    }

    /// Sixteen leaves; of the last fewer.
    private byte[] block(int number) {
        byte[] block = number == size / BLOCK ? last : kept.get(number);
        if (block == null) {
            throw new IllegalStateException("leaf " + number * BLOCK + " was not kept");
        }
        return block;
    }

    /// The root over some of sixteen leaves.
    private static byte[] blockRoot(byte[] block, int from, int to) {
        if (to - from == 1) {
            return Arrays.copyOfRange(block, from * HASH, to * HASH);
        }
        int middle = from + split(to - from);
        return node(blockRoot(block, from, middle), blockRoot(block, middle, to));
    }

    static byte[] leaf(byte[] line) {
        MessageDigest sha256 = Digest.sha256();
        sha256.update(LEAF);
        return sha256.digest(line);
    }

    static byte[] node(byte[] left, byte[] right) {
        MessageDigest sha256 = Digest.sha256();
        sha256.update(NODE);
        sha256.update(left);
        return sha256.digest(right);
    }

    byte[] root() {
        return root(size());
    }

    /// The root over the first leaves alone.
    byte[] root(int of) {
        return of == 0 ? Digest.sha256().digest() : root(0, of);
    }

    private byte[] root(int from, int to) {
        int leaves = to - from;
        if (leaves >= BLOCK && Integer.bitCount(leaves) == 1 && from % leaves == 0) {
            return rows.get(Integer.numberOfTrailingZeros(leaves) - LEVELS).at(from / leaves);
        }
        if (from / BLOCK == (to - 1) / BLOCK) {
            int first = from / BLOCK * BLOCK;
            return blockRoot(block(from / BLOCK), from - first, to - first);
        }
        int middle = from + split(leaves);
        return node(root(from, middle), root(middle, to));
    }

    /// The largest power of two below n.
    private static int split(int n) {
        return Integer.highestOneBit(n - 1);
    }

    /// The way from a leaf to the root, the leaf's neighbour first.
    List<Step> path(int index) {
        return path(index, size());
    }

    /// The same in the tree over the first leaves alone.
    List<Step> path(int index, int of) {
        List<Step> path = new ArrayList<>();
        path(index, 0, of, path);
        return path;
    }

    private void path(int index, int from, int to, List<Step> path) {
        if (to - from == 1) {
            return;
        }
        int middle = from + split(to - from);
        if (index < middle) {
            path(index, from, middle, path);
            path.add(new Step(Step.Side.RIGHT, root(middle, to)));
        } else {
            path(index, middle, to, path);
            path.add(new Step(Step.Side.LEFT, root(from, middle)));
        }
    }

    /// Where a path leads.
    static byte[] lead(byte[] leaf, List<Step> path) {
        byte[] hash = leaf;
        for (Step step : path) {
            hash =
                    switch (step.side()) {
                        case LEFT -> node(step.hash(), hash);
                        case RIGHT -> node(hash, step.hash());
                    };
        }
        return hash;
    }
}
