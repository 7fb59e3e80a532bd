package lurewatch.indexer.archive;

import java.util.Arrays;

/// One block of a deflate stream (RFC 1951): its tokens while they are found, and then its bits, in
/// whichever of the three ways is shortest. Reused; not thread-safe.
final class DeflateBlock {
    /// A block of so many bytes can always be stored as it is.
    static final int MOST_BYTES = 65_535;

    static final int SHORTEST_MATCH = 3;
    static final int LONGEST_MATCH = 258;

    private static final int END = 256;
    private static final int LITERALS = 286;
    private static final int DISTANCES = 30;
    private static final int LENGTHS = 19;
    private static final int LONGEST_CODE = 15;
    private static final int MATCH = 1 << 24;

    /// The order in which the lengths of the code of lengths are written.
    private static final int[] ORDER = {
        16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
    };

    private static final HuffmanCode FIXED_LITERALS = new HuffmanCode(288, LONGEST_CODE);
    private static final HuffmanCode FIXED_DISTANCES = new HuffmanCode(DISTANCES, LONGEST_CODE);

    /// Of a match's length less three: its symbol less 257, how many bits more, and the first
    /// length of that symbol.
    private static final byte[] SYMBOL_OF_LENGTH = new byte[256];

    private static final int[] EXTRA_OF_LENGTH = new int[29];
    private static final int[] FIRST_OF_LENGTH = new int[29];

    static {
        int[] fixed = new int[288];
        Arrays.fill(fixed, 0, 144, 8);
        Arrays.fill(fixed, 144, 256, 9);
        Arrays.fill(fixed, 256, 280, 7);
        Arrays.fill(fixed, 280, 288, 8);
        FIXED_LITERALS.fix(fixed);
        int[] five = new int[DISTANCES];
        Arrays.fill(five, 5);
        FIXED_DISTANCES.fix(five);
        int first = 0;
        for (int symbol = 0; symbol < 28; symbol++) {
            EXTRA_OF_LENGTH[symbol] = symbol < 8 ? 0 : (symbol >>> 2) - 1;
            FIRST_OF_LENGTH[symbol] = first;
            int end = first + (1 << EXTRA_OF_LENGTH[symbol]);
            Arrays.fill(SYMBOL_OF_LENGTH, first, end, (byte) symbol);
            first = end;
        }
        SYMBOL_OF_LENGTH[255] = 28; // the longest match has a symbol of its own
        FIRST_OF_LENGTH[28] = 255;
    }

    private final int[] tokens = new int[MOST_BYTES];
    private final int[] literals = new int[LITERALS];
    private final int[] distances = new int[DISTANCES];
    private final HuffmanCode ofLiterals = new HuffmanCode(LITERALS, LONGEST_CODE);
    private final HuffmanCode ofDistances = new HuffmanCode(DISTANCES, LONGEST_CODE);
    private final HuffmanCode ofLengths = new HuffmanCode(LENGTHS, 7);
    private final int[] lengthSymbols = new int[LITERALS + DISTANCES];
    private final int[] lengthFrequencies = new int[LENGTHS];
    private int count;

    void literals(byte[] source, int from, int to) {
        int next = count;
        for (int i = from; i < to; i++) {
            int literal = source[i] & 0xff;
            tokens[next++] = literal;
            literals[literal]++;
        }
        count = next;
    }

    void match(int length, int distance) {
        tokens[count++] = MATCH | (length - SHORTEST_MATCH) << 16 | distance - 1;
        literals[257 + SYMBOL_OF_LENGTH[length - SHORTEST_MATCH]]++;
        distances[symbolOfDistance(distance - 1)]++;
    }

    private static int symbolOfDistance(int less) {
        if (less < 4) {
            return less;
        }
        int top = 31 - Integer.numberOfLeadingZeros(less);
        return 2 * top + (less >>> top - 1 & 1);
    }

    /// Writes the block and begins the next.
    ///
    /// @param source holds the bytes that the tokens stand for, at `from` to `to`
    void write(BitSink out, byte[] source, int from, int to, boolean isLast) {
        literals[END] = 1;
        ofLiterals.fit(literals);
        ofDistances.fit(distances);
        int headBits = planHead();
        long extra = extraBits();
        long dynamic = headBits + ofLiterals.bits(literals) + ofDistances.bits(distances) + extra;
        long fixed = FIXED_LITERALS.bits(literals) + FIXED_DISTANCES.bits(distances) + extra;
        long stored = Byte.SIZE * (5L + to - from);
        out.reserve(Math.min(stored, Math.min(fixed, dynamic)) / Byte.SIZE + 64);
        int last = isLast ? 1 : 0;
        if (stored <= Math.min(fixed, dynamic)) {
            out.put(last, 3);
            out.align();
            int length = to - from;
            out.put(length | (long) (~length & 0xffff) << 16, 32);
            out.put(source, from, length);
        } else if (fixed <= dynamic) {
            out.put(last | 1 << 1, 3);
            body(out, FIXED_LITERALS, FIXED_DISTANCES);
        } else {
            out.put(last | 2 << 1, 3);
            head(out);
            body(out, ofLiterals, ofDistances);
        }
        count = 0;
        Arrays.fill(literals, 0);
        Arrays.fill(distances, 0);
    }

    private long extraBits() {
        long bits = 0;
        for (int symbol = 8; symbol < 28; symbol++) {
            bits += (long) literals[257 + symbol] * EXTRA_OF_LENGTH[symbol];
        }
        for (int symbol = 4; symbol < DISTANCES; symbol++) {
            bits += (long) distances[symbol] * ((symbol >>> 1) - 1);
        }
        return bits;
    }

    // The head of a dynamic block: the lengths of both codes, in a code of their own.

    private int literalLengths;
    private int distanceLengths;
    private int planned;
    private int lengthLengths;

    private int planHead() {
        literalLengths = used(ofLiterals.lengths, 257);
        distanceLengths = used(ofDistances.lengths, 1);
        Arrays.fill(lengthFrequencies, 0);
        planned = 0;
        plan(ofLiterals.lengths, literalLengths);
        plan(ofDistances.lengths, distanceLengths);
        ofLengths.fit(lengthFrequencies);
        lengthLengths = LENGTHS;
        while (lengthLengths > 4 && ofLengths.lengths[ORDER[lengthLengths - 1]] == 0) {
            lengthLengths--;
        }
        return (int)
                (14
                        + 3L * lengthLengths
                        + ofLengths.bits(lengthFrequencies)
                        + 2L * lengthFrequencies[16]
                        + 3L * lengthFrequencies[17]
                        + 7L * lengthFrequencies[18]);
    }

    private static int used(int[] lengths, int least) {
        int used = lengths.length;
        while (used > least && lengths[used - 1] == 0) {
            used--;
        }
        return used;
    }

    /// Runs of one length become one symbol with a count above it.
    private void plan(int[] lengths, int used) {
        int at = 0;
        while (at < used) {
            int length = lengths[at];
            int end = at + 1;
            while (end < used && lengths[end] == length) {
                end++;
            }
            int run = end - at;
            while (length == 0 && run >= 11) {
                int part = Math.min(run, 138);
                plan(18, part - 11);
                run -= part;
            }
            if (length == 0 && run >= 3) {
                plan(17, run - 3);
                run = 0;
            }
            if (run > 3) {
                plan(length, 0);
                run--;
                while (run >= 3) {
                    int part = Math.min(run, 6);
                    plan(16, part - 3);
                    run -= part;
                }
            }
            for (; run > 0; run--) {
                plan(length, 0);
            }
            at = end;
        }
    }

    private void plan(int symbol, int repeats) {
        lengthSymbols[planned++] = symbol | repeats << 8;
        lengthFrequencies[symbol]++;
    }

    private void head(BitSink out) {
        out.put(literalLengths - 257, 5);
        out.put(distanceLengths - 1, 5);
        out.put(lengthLengths - 4, 4);
        for (int i = 0; i < lengthLengths; i++) {
            out.put(ofLengths.lengths[ORDER[i]], 3);
        }
        for (int i = 0; i < planned; i++) {
            int symbol = lengthSymbols[i] & 0xff;
            out.put(ofLengths.codes[symbol], ofLengths.lengths[symbol]);
            switch (symbol) {
                case 16 -> out.put(lengthSymbols[i] >>> 8, 2);
                case 17 -> out.put(lengthSymbols[i] >>> 8, 3);
                case 18 -> out.put(lengthSymbols[i] >>> 8, 7);
                default -> {}
            }
        }
    }

    private void body(BitSink out, HuffmanCode literalCode, HuffmanCode distanceCode) {
        int[] codes = literalCode.codes;
        int[] lengths = literalCode.lengths;
        for (int i = 0; i < count; i++) {
            int token = tokens[i];
            if (token < MATCH) {
                out.put(codes[token], lengths[token]);
            } else {
                match(out, token, literalCode, distanceCode);
            }
        }
        out.put(codes[END], lengths[END]);
    }

    /// At most 15 and 5, and 15 and 13 bits: one call.
    private static void match(
            BitSink out, int token, HuffmanCode literalCode, HuffmanCode distanceCode) {
        int length = token >>> 16 & 0xff;
        int lengthSymbol = SYMBOL_OF_LENGTH[length];
        long value = literalCode.codes[257 + lengthSymbol];
        int bits = literalCode.lengths[257 + lengthSymbol];
        value |= (long) (length - FIRST_OF_LENGTH[lengthSymbol]) << bits;
        bits += EXTRA_OF_LENGTH[lengthSymbol];
        int less = token & 0xffff;
        int distanceSymbol = symbolOfDistance(less);
        value |= (long) distanceCode.codes[distanceSymbol] << bits;
        bits += distanceCode.lengths[distanceSymbol];
        int extra = distanceSymbol < 4 ? 0 : (distanceSymbol >>> 1) - 1;
        value |= (long) (less & (1 << extra) - 1) << bits;
        out.put(value, bits + extra);
    }
}
