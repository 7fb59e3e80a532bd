package lurewatch.indexer.archive;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Bits in the order of deflate: the first bit is the lowest of the first byte. Grows as needed.
final class BitSink {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[16 * 1024];
    private int length;
    private long register;
    private int bits;

    void clear() {
        length = 0;
        register = 0;
        bits = 0;
    }

    /// Makes room for so many bytes more, so that [#put] need not look.
    void reserve(long more) {
        long wanted = length + more + Long.BYTES;
        if (wanted > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.toIntExact(Math.max(wanted, 2L * bytes.length)));
        }
    }

    /// The lowest `count` bits, at most 56, of a value that has no others.
    void put(long value, int count) {
        register |= value << bits;
        int all = bits + count;
        LONG.set(bytes, length, register);
        length += all >>> 3;
        register >>>= all & ~7;
        bits = all & 7;
    }

    /// Fills the current byte with zeros.
    void align() {
        if (bits > 0) {
            put(0, Byte.SIZE - bits);
        }
    }

    /// Whole bytes; to be aligned before.
    void put(byte[] source, int from, int count) {
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    int capacity() {
        return bytes.length;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }
}
