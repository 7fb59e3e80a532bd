package lurewatch.searchcli.custody;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lurewatch.indexer.Digest;

/// A hash tree over lines, as in RFC 6962, section 2.1: whoever has the root can be shown that a
/// line is one of them without seeing any other.
///
/// The roots of whole subtrees, of which no later line changes any, are kept: a root or a path
/// takes some twenty hashes however many lines there are. Holds 64 bytes for each line.
final class MerkleTree {
    private static final int HASH = 32;
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

    /// The leaves, and above them the roots of the whole subtrees over 2, 4, 8 … leaves.
    private final List<Row> rows = new ArrayList<>(List.of(new Row()));

    /// Adds the next line by its leaf's hash.
    void add(byte[] leaf) {
        byte[] hash = leaf;
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
        return rows.getFirst().count;
    }

    /// The hash of a leaf.
    byte[] at(int index) {
        return rows.getFirst().at(index);
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
        if (Integer.bitCount(leaves) == 1 && from % leaves == 0) {
            return rows.get(Integer.numberOfTrailingZeros(leaves)).at(from / leaves);
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
