package lurewatch.indexer.archive;

import lurewatch.indexer.archive.GzipUnpacker.DamageException;

/// The sequences of zstd's blocks (RFC 8878, 3.1.1.3.2): so many literals, then so many bytes that
/// were there before. Holds what the blocks of one frame hand on.
final class Sequences {
    private static final int LITERALS = 0;
    private static final int OFFSETS = 1;
    private static final int MATCHES = 2;

    private static final StateTable[] USUAL = {
        StateTable.of(
                6, 4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2,
                1, 1, 1, 1, 1, -1, -1, -1, -1),
        StateTable.of(
                5, 1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1,
                -1, -1, -1),
        StateTable.of(
                6, 1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
                1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1)
    };

    private static final int[] MOST_LOGS = {9, 8, 9};
    private static final int[] SYMBOLS = {36, 32, 53};

    /// Further bits of the codes of literals' lengths from 16 on, which begin at 16.
    private static final int[] LITERAL_BITS = {
        1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
    };

    /// Further bits of the codes of matches' lengths from 32 on, which begin at 35.
    private static final int[] MATCH_BITS = {
        1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
    };

    private static final int[] LITERAL_BASES = bases(16, LITERAL_BITS);
    private static final int[] MATCH_BASES = bases(35, MATCH_BITS);

    private final StateTable[] tables = new StateTable[3];
    private final long[] recent = new long[3];
    private int begin;

    private static int[] bases(int first, int[] bits) {
        int[] bases = new int[bits.length];
        int base = first;
        for (int i = 0; i < bits.length; i++) {
            bases[i] = base;
            base += 1 << bits[i];
        }
        return bases;
    }

    /// A frame begins, at this place of what is written.
    void begin(int at) {
        begin = at;
        recent[0] = 1;
        recent[1] = 4;
        recent[2] = 8;
        java.util.Arrays.fill(tables, null);
    }

    /// Writes one block.
    void decode(byte[] in, int start, int end, byte[] literals, ZstdUnpacker.Output out)
            throws DamageException {
        int count = byteAt(in, start, end);
        int at = start + 1;
        if (count == 255) {
            count = byteAt(in, at, end) + (byteAt(in, at + 1, end) << 8) + 0x7f00;
            at += 2;
        } else if (count > 127) {
            count = ((count - 128) << 8) + byteAt(in, at, end);
            at++;
        }
        int used = 0;
        if (count > 0) {
            int modes = byteAt(in, at++, end);
            for (int kind = 0; kind < 3; kind++) {
                at = table(kind, (modes >>> (6 - 2 * kind)) & 3, in, at, end);
            }
            used = decode(new BackwardBits(in, at, end), count, literals, out);
        }
        out.write(literals, used, literals.length);
    }

    private static int byteAt(byte[] in, int at, int end) throws DamageException {
        if (at >= end) {
            throw new DamageException("zstd sequences end early", new byte[0]);
        }
        return in[at] & 0xff;
    }

    private int table(int kind, int mode, byte[] in, int at, int end) throws DamageException {
        switch (mode) {
            case 0 -> tables[kind] = USUAL[kind];
            case 1 -> {
                int symbol = byteAt(in, at, end);
                if (symbol >= SYMBOLS[kind]) {
                    throw new DamageException("a zstd code beyond all", new byte[0]);
                }
                tables[kind] = StateTable.of(symbol);
                return at + 1;
            }
            case 2 -> {
                StateTable.Described described =
                        StateTable.read(in, at, end, MOST_LOGS[kind], SYMBOLS[kind]);
                tables[kind] = described.table();
                return described.end();
            }
            default -> {
                if (tables[kind] == null) {
                    throw new DamageException("zstd sequences without a table", new byte[0]);
                }
            }
        }
        return at;
    }

    /// @return literals used
    private int decode(BackwardBits in, int count, byte[] literals, ZstdUnpacker.Output out)
            throws DamageException {
        int used = 0;
        int literalState = tables[LITERALS].first(in);
        int offsetState = tables[OFFSETS].first(in);
        int matchState = tables[MATCHES].first(in);
        for (int i = 0; i < count; i++) {
            int offsetBits = tables[OFFSETS].symbol(offsetState);
            long offset = (1L << offsetBits) + in.read(offsetBits);
            int match = match(tables[MATCHES].symbol(matchState), in);
            int length = literal(tables[LITERALS].symbol(literalState), in);
            if (length > literals.length - used) {
                throw new DamageException("zstd sequences of more than there is", new byte[0]);
            }
            out.write(literals, used, used + length);
            used += length;
            long back = resolved(offset, length);
            if (back <= 0 || back > out.size() - begin || in.left() < 0) {
                throw new DamageException("a zstd sequence of before the begin", new byte[0]);
            }
            out.again((int) back, match);
            if (i < count - 1) {
                literalState = tables[LITERALS].next(literalState, in);
                matchState = tables[MATCHES].next(matchState, in);
                offsetState = tables[OFFSETS].next(offsetState, in);
            }
        }
        if (in.left() != 0) {
            throw new DamageException("zstd sequences of another length", new byte[0]);
        }
        return used;
    }

    private static int literal(int code, BackwardBits in) {
        return code < 16 ? code : LITERAL_BASES[code - 16] + (int) in.read(LITERAL_BITS[code - 16]);
    }

    private static int match(int code, BackwardBits in) {
        return code < 32 ? code + 3 : MATCH_BASES[code - 32] + (int) in.read(MATCH_BITS[code - 32]);
    }

    /// The smallest offsets name one of the last three; which, depends on whether literals stand
    /// between.
    private long resolved(long offset, int literals) {
        if (offset > 3) {
            push(offset - 3, 2);
        } else {
            int which = (int) offset - 1 + (literals == 0 ? 1 : 0);
            push(which == 3 ? recent[0] - 1 : recent[which], Math.min(which, 2));
        }
        return recent[0];
    }

    /// Puts one in front, in the place of that one.
    private void push(long offset, int instead) {
        System.arraycopy(recent, 0, recent, 1, instead);
        recent[0] = offset;
    }
}
