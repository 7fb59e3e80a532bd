package lurewatch.indexer.archive;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Compresses to a deflate stream (RFC 1951), for speed on pages of some ten kilobytes.
///
/// About the size that zlib's fastest levels give, for half their work: no window to copy and
/// clear, tables that fit into a core's own cache, and no call out of Java. Each position is looked
/// up once, where the same four bytes stood last. Reused; not thread-safe.
final class Deflate {
    private static final int WINDOW = 32 * 1024;
    private static final int TABLE_BITS = 13;
    private static final int FOUR = Integer.BYTES;

    /// Longer and longer steps where nothing repeats: after so many misses (a power of two) the
    /// next step is one byte longer.
    private static final int PATIENCE_BITS = 6;

    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /// Where the four bytes of a hash stood last; far below zero where nowhere.
    private final int[] last = new int[1 << TABLE_BITS];

    private final DeflateBlock block = new DeflateBlock();

    /// Appends the stream of the first `length` bytes.
    void compress(byte[] source, int length, BitSink out) {
        Arrays.fill(last, -WINDOW - 1);
        int from = 0;
        do {
            int to = Math.min(length, from + DeflateBlock.MOST_BYTES);
            find(source, from, to);
            block.write(out, source, from, to, to == length);
            from = to;
        } while (from < length);
        out.align();
    }

    private void find(byte[] source, int from, int to) {
        int literals = from;
        int at = from;
        int misses = 0;
        while (at <= to - FOUR) {
            int four = (int) INT.get(source, at);
            int slot = slot(four);
            int before = last[slot];
            last[slot] = at;
            int distance = at - before;
            if (distance > WINDOW || (int) INT.get(source, before) != four) {
                at += 1 + (misses++ >>> PATIENCE_BITS);
                continue;
            }
            misses = 0;
            int length = length(source, before, at, to);
            block.literals(source, literals, at);
            block.match(length, distance);
            at += length;
            literals = at;
            remember(source, at - 2, to);
        }
        block.literals(source, literals, to);
    }

    private void remember(byte[] source, int at, int to) {
        if (at <= to - FOUR) {
            last[slot((int) INT.get(source, at))] = at;
        }
    }

    private static int slot(int four) {
        return four * 0x9E3779B1 >>> Integer.SIZE - TABLE_BITS;
    }

    /// How many bytes are the same at both places, of which four are known to be.
    private static int length(byte[] source, int before, int at, int to) {
        int most = Math.min(DeflateBlock.LONGEST_MATCH, to - at);
        int length = FOUR;
        while (length <= most - Long.BYTES) {
            long differing =
                    (long) LONG.get(source, before + length) ^ (long) LONG.get(source, at + length);
            if (differing != 0) {
                return length + (Long.numberOfTrailingZeros(differing) >>> 3);
            }
            length += Long.BYTES;
        }
        while (length < most && source[before + length] == source[at + length]) {
            length++;
        }
        return length;
    }
}
