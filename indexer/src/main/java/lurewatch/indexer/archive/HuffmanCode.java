package lurewatch.indexer.archive;

import java.util.Arrays;

/// A canonical prefix code over a small alphabet, made from how often each symbol occurs (RFC 1951,
/// section 3.2.2). Reused from block to block; not thread-safe.
final class HuffmanCode {
    private final int longest;

    /// Bits of each symbol; 0 where it does not occur.
    final int[] lengths;

    /// Codes with the first bit lowest, as deflate writes them.
    final int[] codes;

    /// Frequency and symbol in one number, so that sorting is of plain numbers.
    private final long[] sorted;

    private final int[] tree;
    private final int[] ofLength;

    HuffmanCode(int symbols, int longest) {
        this.longest = longest;
        lengths = new int[symbols];
        codes = new int[symbols];
        sorted = new long[symbols];
        tree = new int[symbols];
        ofLength = new int[symbols + 1];
    }

    /// Makes the code of these frequencies.
    void fit(int[] frequencies) {
        int used = 0;
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            lengths[symbol] = 0;
            if (frequencies[symbol] > 0) {
                sorted[used++] = (long) frequencies[symbol] << 16 | symbol;
            }
        }
        Arrays.fill(ofLength, 0);
        if (used == 1) {
            ofLength[1] = 1; // a code of no bits is none
        } else if (used > 1) {
            Arrays.sort(sorted, 0, used);
            countLengths(used);
            shorten();
        }
        assign(used);
    }

    /// Takes these lengths for given.
    void fix(int[] given) {
        System.arraycopy(given, 0, lengths, 0, lengths.length);
        number();
    }

    /// Moffat and Katajainen's minimum-redundancy code in place: `tree` holds weights, then
    /// parents, then depths.
    private void countLengths(int used) {
        for (int i = 0; i < used; i++) {
            tree[i] = (int) (sorted[i] >>> 16);
        }
        int root = 0;
        int leaf = 0;
        for (int next = 0; next < used - 1; next++) {
            int weight = 0;
            for (int child = 0; child < 2; child++) {
                if (leaf >= used || (root < next && tree[root] < tree[leaf])) {
                    weight += tree[root];
                    tree[root++] = next;
                } else {
                    weight += tree[leaf++];
                }
            }
            tree[next] = weight;
        }
        tree[used - 2] = 0;
        for (int next = used - 3; next >= 0; next--) {
            tree[next] = tree[tree[next]] + 1;
        }
        countLeaves(used);
    }

    /// Turns the depths of inner nodes, deepest first, into the number of leaves of each depth.
    private void countLeaves(int used) {
        int open = 1;
        int depth = 0;
        int node = used - 2;
        while (open > 0) {
            int inner = 0;
            while (node >= 0 && tree[node] == depth) {
                inner++;
                node--;
            }
            ofLength[depth] = open - inner;
            open = 2 * inner;
            depth++;
        }
    }

    /// Moves leaves that are too deep up, and pays for it where it costs least.
    private void shorten() {
        long room = 1L << longest;
        for (int length = longest + 1; length < ofLength.length; length++) {
            ofLength[longest] += ofLength[length];
            ofLength[length] = 0;
        }
        for (int length = 1; length <= longest; length++) {
            room -= (long) ofLength[length] << (longest - length);
        }
        while (room < 0) {
            int length = longest - 1;
            while (ofLength[length] == 0) {
                length--;
            }
            // One leaf goes a level down and takes one of the deepest as its sibling.
            ofLength[length]--;
            ofLength[length + 1] += 2;
            ofLength[longest]--;
            room++;
        }
    }

    /// The rarest symbols get the longest codes.
    private void assign(int used) {
        int next = 0;
        for (int length = longest; length > 0; length--) {
            for (int i = 0; i < ofLength[length]; i++) {
                lengths[(int) sorted[next++] & 0xffff] = length;
            }
        }
        if (next != used) {
            throw new AssertionError("a code for " + next + " of " + used + " symbols");
        }
        number();
    }

    private void number() {
        int[] next = new int[longest + 2];
        for (int length : lengths) {
            next[length + 1] += length == 0 ? 0 : 1;
        }
        for (int length = 1; length <= longest; length++) {
            next[length] = next[length - 1] + next[length] << 1;
        }
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            int length = lengths[symbol];
            codes[symbol] =
                    length == 0 ? 0 : Integer.reverse(next[length]++) >>> Integer.SIZE - length;
        }
    }

    /// What a text of these frequencies takes.
    long bits(int[] frequencies) {
        long bits = 0;
        for (int symbol = 0; symbol < frequencies.length; symbol++) {
            bits += (long) frequencies[symbol] * lengths[symbol];
        }
        return bits;
    }
}
