package lurewatch.indexer.archive;

import lurewatch.indexer.archive.GzipUnpacker.DamageException;

/// A table of zstd's finite state entropy code (RFC 8878, 4.1): each state stands for a symbol and
/// says how many bits lead to the next one. Never changed once it is built.
///
/// @param log bits of a state
@SuppressWarnings("ArrayRecordComponent") // private to this package, never compared
record StateTable(int log, byte[] symbols, byte[] bits, int[] bases) {
    /// A table that always says the same.
    static StateTable of(int symbol) {
        return new StateTable(0, new byte[] {(byte) symbol}, new byte[1], new int[1]);
    }

    /// @param shares of each symbol in the states; -1 for less than one
    static StateTable of(int log, int... shares) {
        int size = 1 << log;
        byte[] symbols = new byte[size];
        int[] next = new int[shares.length];
        int high = size;
        for (int symbol = 0; symbol < shares.length; symbol++) {
            if (shares[symbol] < 0) {
                symbols[--high] = (byte) symbol;
                next[symbol] = 1;
            }
        }
        int step = (size >> 1) + (size >> 3) + 3;
        int at = 0;
        for (int symbol = 0; symbol < shares.length; symbol++) {
            for (int i = 0; i < shares[symbol]; i++) {
                next[symbol] = shares[symbol];
                symbols[at] = (byte) symbol;
                do {
                    at = (at + step) & (size - 1);
                } while (at >= high);
            }
        }
        byte[] bits = new byte[size];
        int[] bases = new int[size];
        for (int state = 0; state < size; state++) {
            int number = next[symbols[state]]++;
            bits[state] = (byte) (log - highestBit(number));
            bases[state] = (number << bits[state]) - size;
        }
        return new StateTable(log, symbols, bits, bases);
    }

    /// Reads a table's description.
    ///
    /// @param mostLog of its states
    /// @param symbols that there are
    static Described read(byte[] bytes, int start, int end, int mostLog, int symbols)
            throws DamageException {
        ForwardBits in = new ForwardBits(bytes, start, end);
        int log = in.read(4) + 5;
        if (log > mostLog) {
            throw new DamageException("a zstd table of " + log + " bits", new byte[0]);
        }
        int[] shares = new int[symbols];
        int remaining = 1 << log;
        int symbol = 0;
        while (remaining > 0 && symbol < symbols) {
            int count = highestBit(remaining + 1) + 1;
            int low = (1 << (count - 1)) - 1;
            int threshold = (1 << count) - 1 - (remaining + 1);
            int value = in.read(count);
            if ((value & low) < threshold) {
                in.back();
                value &= low;
            } else if (value > low) {
                value -= threshold;
            }
            int share = value - 1;
            remaining -= Math.abs(share);
            shares[symbol++] = share;
            int zeros = share == 0 ? 3 : 0;
            while (zeros == 3) {
                zeros = in.read(2);
                symbol += zeros;
            }
        }
        if (remaining != 0 || symbol > symbols) {
            throw new DamageException("a broken zstd table", new byte[0]);
        }
        return new Described(of(log, shares), in.end());
    }

    /// @param end index of the first byte behind the description
    record Described(StateTable table, int end) {}

    static int highestBit(int value) {
        return 31 - Integer.numberOfLeadingZeros(value);
    }

    int first(BackwardBits in) {
        return (int) in.read(log);
    }

    int symbol(int state) {
        return symbols[state];
    }

    int next(int state, BackwardBits in) {
        return bases[state] + (int) in.read(bits[state]);
    }

    /// Bits from begin to end, lowest first.
    private static final class ForwardBits {
        private final byte[] bytes;
        private final int start;
        private final int end;
        private int at;

        ForwardBits(byte[] bytes, int start, int end) {
            this.bytes = bytes;
            this.start = start;
            this.end = end;
        }

        int read(int count) throws DamageException {
            int value = 0;
            for (int i = 0; i < count; i++, at++) {
                int index = start + (at >>> 3);
                if (index >= end) {
                    throw new DamageException("a zstd table ends early", new byte[0]);
                }
                value |= ((bytes[index] >>> (at & 7)) & 1) << i;
            }
            return value;
        }

        void back() {
            at--;
        }

        int end() {
            return start + (at + 7) / 8;
        }
    }
}
