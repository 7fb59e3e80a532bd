package lurewatch.indexer.archive;

import lurewatch.indexer.archive.GzipUnpacker.DamageException;

/// A table of zstd's Huffman code for literals (RFC 8878, 4.2). Never changed once it is built.
///
/// @param log bits of the longest code
@SuppressWarnings("ArrayRecordComponent") // private to this package, never compared
record HuffmanTable(int log, byte[] symbols, byte[] bits) {
    private static final int MOST_LOG = 11;
    private static final int MOST_WEIGHTS = 255;
    private static final int WEIGHTS_LOG = 6;

    /// @param end index of the first byte behind the description
    record Described(HuffmanTable table, int end) {}

    /// Reads a table's description.
    static Described read(byte[] bytes, int start, int end) throws DamageException {
        if (start >= end) {
            throw new DamageException("a zstd tree ends early", new byte[0]);
        }
        int header = bytes[start] & 0xff;
        int[] weights = new int[MOST_WEIGHTS + 1];
        if (header < 128) {
            int behind = need(start + 1 + header, end);
            return new Described(of(weights, packed(bytes, start + 1, behind, weights)), behind);
        }
        int count = header - 127;
        int behind = need(start + 1 + (count + 1) / 2, end);
        for (int i = 0; i < count; i++) {
            int pair = bytes[start + 1 + i / 2] & 0xff;
            weights[i] = i % 2 == 0 ? pair >>> 4 : pair & 0xf;
        }
        return new Described(of(weights, count), behind);
    }

    private static int need(int index, int end) throws DamageException {
        if (index > end) {
            throw new DamageException("a zstd tree ends early", new byte[0]);
        }
        return index;
    }

    /// @return how many weights there are
    private static int packed(byte[] bytes, int start, int end, int[] weights)
            throws DamageException {
        StateTable.Described described =
                StateTable.read(bytes, start, end, WEIGHTS_LOG, MOST_LOG + 2);
        StateTable table = described.table();
        BackwardBits in = new BackwardBits(bytes, described.end(), end);
        int one = table.first(in);
        int other = table.first(in);
        int count = 0;
        // Two states take turns; the last word is of the one whose turn it is when the bits are
        // out.
        while (count < MOST_WEIGHTS - 1) {
            weights[count++] = table.symbol(one);
            if (in.left() < table.bits()[one]) {
                weights[count++] = table.symbol(other);
                return count;
            }
            int next = table.next(one, in);
            one = other;
            other = next;
        }
        throw new DamageException("a zstd tree of too many symbols", new byte[0]);
    }

    /// The weight of the last symbol is what the others leave.
    private static HuffmanTable of(int[] weights, int count) throws DamageException {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            if (weights[i] > MOST_LOG) {
                throw new DamageException("a broken zstd tree", new byte[0]);
            }
            sum += weights[i] == 0 ? 0 : 1 << (weights[i] - 1);
        }
        int log = sum == 0 ? MOST_LOG + 1 : StateTable.highestBit(sum) + 1;
        int rest = (1 << log) - sum;
        if (log > MOST_LOG || Integer.bitCount(rest) != 1) {
            throw new DamageException("a broken zstd tree", new byte[0]);
        }
        weights[count] = StateTable.highestBit(rest) + 1;
        byte[] symbols = new byte[1 << log];
        byte[] bits = new byte[1 << log];
        int at = 0;
        for (int weight = 1; weight <= log; weight++) {
            for (int symbol = 0; symbol <= count; symbol++) {
                for (int i = 0; weights[symbol] == weight && i < 1 << (weight - 1); i++) {
                    symbols[at] = (byte) symbol;
                    bits[at++] = (byte) (log + 1 - weight);
                }
            }
        }
        return new HuffmanTable(log, symbols, bits);
    }

    /// Decodes one stream of literals.
    void decode(byte[] bytes, int start, int end, byte[] literals, int from, int to)
            throws DamageException {
        BackwardBits in = new BackwardBits(bytes, start, end);
        for (int i = from; i < to; i++) {
            int code = in.peek(log);
            literals[i] = symbols[code];
            in.skip(bits[code]);
        }
        if (in.left() != 0) {
            throw new DamageException("a zstd stream of another length", new byte[0]);
        }
    }
}
