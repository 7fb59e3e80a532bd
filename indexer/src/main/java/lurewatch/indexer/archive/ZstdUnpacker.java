package lurewatch.indexer.archive;

import java.util.Arrays;
import lurewatch.indexer.archive.GzipUnpacker.DamageException;
import lurewatch.indexer.archive.GzipUnpacker.TooMuchException;

/// Decompresses zstd frames (RFC 8878) under a bound.
///
/// In Java, though there are libraries: those are machine code, which a hostile body could get the
/// better of, or reach around the JDK. Every index is checked here; speed matters little, as
/// servers are not asked for zstd. Checksums are not looked at, and frames that need a dictionary
/// are damage.
final class ZstdUnpacker {
    private static final int MAGIC = 0xfd2fb528;
    private static final int SKIPPED_MAGIC = 0x184d2a50;
    private static final int MOST_OF_BLOCK = 128 * 1024;

    private final byte[] in;
    private final Output out;

    // What a block hands on to the next of its frame.
    private final Sequences sequences = new Sequences();
    private HuffmanTable tree = NO_TREE;

    private static final HuffmanTable NO_TREE = new HuffmanTable(0, new byte[0], new byte[0]);

    private ZstdUnpacker(byte[] in, long limit) {
        this.in = in;
        this.out = new Output(limit);
    }

    /// The content of all frames, at most `limit` bytes.
    static byte[] unpack(byte[] bytes, long limit) throws DamageException {
        ZstdUnpacker unpacker = new ZstdUnpacker(bytes, limit);
        try {
            unpacker.frames();
        } catch (TooMuchException e) {
            throw e;
        } catch (DamageException e) {
            throw new DamageException(String.valueOf(e.getMessage()), unpacker.out.written());
        }
        return unpacker.out.written();
    }

    private void frames() throws DamageException {
        int at = 0;
        do {
            int magic = (int) number(at, 4);
            if ((magic & 0xfffffff0) == SKIPPED_MAGIC) {
                at = need(at + 8 + number(at + 4, 4));
            } else if (magic == MAGIC) {
                at = frame(at + 4);
            } else {
                throw damage(at == 0 ? "no zstd frame" : "something behind the last zstd frame");
            }
        } while (at < in.length);
    }

    private static DamageException damage(String what) {
        return new DamageException(what, new byte[0]);
    }

    private long number(int at, int bytes) throws DamageException {
        need((long) at + bytes);
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= (in[at + i] & 0xffL) << (8 * i);
        }
        return number;
    }

    private int need(long end) throws DamageException {
        if (end > in.length) {
            throw damage("zstd data end early");
        }
        return (int) end;
    }

    private int frame(int start) throws DamageException {
        int descriptor = (int) number(start, 1);
        boolean isSingle = (descriptor & 0x20) != 0;
        if ((descriptor & 0x08) != 0) {
            throw damage("a reserved bit of a zstd frame");
        }
        int at = start + (isSingle ? 1 : 2); // the window matters not: all that was written is kept
        int dictionaryBytes = (1 << (descriptor & 3)) >> 1;
        if (number(at, dictionaryBytes) != 0) {
            throw damage("zstd with a dictionary");
        }
        int sizeFlag = descriptor >>> 6;
        at =
                need(
                        (long) at
                                + dictionaryBytes
                                + (sizeFlag == 0 ? (isSingle ? 1 : 0) : 1 << sizeFlag));
        tree = NO_TREE;
        sequences.begin(out.size());
        boolean isLast = false;
        while (!isLast) {
            int header = (int) number(at, 3);
            isLast = (header & 1) != 0;
            at = block((header >>> 1) & 3, header >>> 3, at + 3);
        }
        return need(at + ((descriptor & 4) != 0 ? 4L : 0));
    }

    private int block(int type, int size, int start) throws DamageException {
        if (size > MOST_OF_BLOCK || type == 3) {
            throw damage("a broken zstd block");
        }
        if (type == 1) {
            out.repeat((byte) number(start, 1), size);
            return start + 1;
        }
        int end = need((long) start + size);
        if (type == 0) {
            out.write(in, start, end);
        } else {
            int before = out.size();
            compressed(start, end);
            if (out.size() - before > MOST_OF_BLOCK) {
                throw damage("a zstd block that becomes too large");
            }
        }
        return end;
    }

    private void compressed(int start, int end) throws DamageException {
        if (start >= end) {
            throw damage("an empty zstd block");
        }
        int type = in[start] & 3;
        int format = (in[start] >>> 2) & 3;
        Literals literals =
                type < 2 ? plain(type, format, start, end) : coded(type, format, start, end);
        sequences.decode(in, literals.end(), end, literals.bytes(), out);
    }

    /// @param end index of the first byte behind them
    @SuppressWarnings("ArrayRecordComponent") // private to this class, never compared
    private record Literals(byte[] bytes, int end) {}

    private Literals plain(int type, int format, int start, int end) throws DamageException {
        int headerBytes = (format & 1) == 0 ? 1 : format == 1 ? 2 : 3;
        int size = (int) number(start, headerBytes) >>> (headerBytes == 1 ? 3 : 4);
        int at = start + headerBytes;
        int behind = at + (type == 0 ? size : 1);
        if (size > MOST_OF_BLOCK || behind > end) {
            throw damage("zstd literals end early");
        }
        byte[] literals = new byte[size];
        if (type == 0) {
            System.arraycopy(in, at, literals, 0, size);
        } else {
            Arrays.fill(literals, in[at]);
        }
        return new Literals(literals, behind);
    }

    private Literals coded(int type, int format, int start, int end) throws DamageException {
        int headerBytes = format < 2 ? 3 : format + 2;
        int sizeBits = format < 2 ? 10 : format == 2 ? 14 : 18;
        long header = number(start, headerBytes);
        int size = (int) (header >>> 4) & ((1 << sizeBits) - 1);
        int packed = (int) (header >>> (4 + sizeBits)) & ((1 << sizeBits) - 1);
        int at = start + headerBytes;
        int behind = at + packed;
        if (size > MOST_OF_BLOCK || behind > end) {
            throw damage("zstd literals end early");
        }
        if (type == 2) {
            HuffmanTable.Described described = HuffmanTable.read(in, at, behind);
            tree = described.table();
            at = described.end();
        } else if (tree.log() == 0) {
            throw damage("zstd literals without a tree");
        }
        byte[] literals = new byte[size];
        if (format == 0) {
            tree.decode(in, at, behind, literals, 0, size);
        } else {
            fourStreams(at, behind, literals);
        }
        return new Literals(literals, behind);
    }

    private void fourStreams(int start, int end, byte[] literals) throws DamageException {
        int at = start + 6;
        int part = (literals.length + 3) / 4;
        if (at > end || 3 * part > literals.length) {
            throw damage("zstd streams end early");
        }
        for (int stream = 0; stream < 4; stream++) {
            int behind = stream == 3 ? end : at + (int) number(start + 2 * stream, 2);
            if (behind > end) {
                throw damage("zstd streams end early");
            }
            int to = stream == 3 ? literals.length : (stream + 1) * part;
            tree.decode(in, at, behind, literals, stream * part, to);
            at = behind;
        }
    }

    /// What has been decompressed.
    static final class Output {
        private final long limit;
        private byte[] bytes = new byte[16 * 1024];
        private int size;

        Output(long limit) {
            this.limit = limit;
        }

        int size() {
            return size;
        }

        byte[] written() {
            return Arrays.copyOf(bytes, size);
        }

        void write(byte[] from, int start, int end) throws TooMuchException {
            int room = room(end - start);
            System.arraycopy(from, start, bytes, size, room);
            wrote(room, end - start);
        }

        void repeat(byte value, int count) throws TooMuchException {
            int room = room(count);
            Arrays.fill(bytes, size, size + room, value);
            wrote(room, count);
        }

        /// Writes again what was written so far before; it may run into what it writes.
        void again(int back, int count) throws TooMuchException {
            int room = room(count);
            for (int i = size; i < size + room; i++) {
                bytes[i] = bytes[i - back];
            }
            wrote(room, count);
        }

        private int room(int wanted) {
            int room = (int) Math.min(wanted, limit - size);
            if (size + room > bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(limit, 2L * (size + room)));
            }
            return room;
        }

        private void wrote(int count, int wanted) throws TooMuchException {
            size += count;
            if (count < wanted) {
                throw new TooMuchException(limit, written());
            }
        }
    }
}
