package lurewatch.crawler.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.OptionalLong;

/// Where the frames of a zstd file begin and end, by their own heads (RFC 8878), without unpacking
/// any.
final class ZstdFrames {
    static final int MAGIC = 0xFD2FB528;

    /// The frame that holds the dictionary of all others, in a web archive the first one.
    static final int DICTIONARY = 0x184D2A5D;

    private static final int SKIPPABLE = 0x184D2A50;
    private static final int SKIPPABLE_MASK = 0xFFFFFFF0;
    private static final int WINDOW = 1 << 16;

    /// Magic number, descriptor, window, dictionary's id, and length.
    private static final int LONGEST_HEAD = 4 + 1 + 1 + 4 + 8;

    private static final int[] ID_BYTES = {0, 1, 2, 4};
    private static final int[] LENGTH_BYTES = {0, 2, 4, 8};
    private static final int RAN_ON = 1;
    private static final int RESERVED = 3;

    private final FileChannel file;
    private final long size;
    private final ByteBuffer window =
            ByteBuffer.allocate(WINDOW).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private long windowAt;

    ZstdFrames(FileChannel file) throws IOException {
        this.file = file;
        this.size = file.size();
    }

    /// @param end behind its last byte; the file's end where it is cut off
    /// @param length of what is in it, where its head says so
    /// @param dictionary the id of the dictionary that it was packed with; 0 where it names none
    /// @param isData whether there is something in it to unpack
    record Frame(long at, long end, OptionalLong length, long dictionary, boolean isData) {
        long packed() {
            return end - at;
        }
    }

    long size() {
        return size;
    }

    /// The frame that begins there.
    ///
    /// @throws IOException where none does
    Frame at(long at) throws IOException {
        ByteBuffer head = bytes(at, LONGEST_HEAD);
        int magic = head.remaining() < 8 ? 0 : head.getInt();
        if ((magic & SKIPPABLE_MASK) == SKIPPABLE) {
            long end = at + 8 + Integer.toUnsignedLong(head.getInt());
            return new Frame(at, Math.min(end, size), OptionalLong.empty(), 0, false);
        }
        if (magic != MAGIC) {
            throw new IOException("no frame of zstd begins here");
        }
        int descriptor = head.get();
        boolean isSingle = (descriptor & 0x20) != 0;
        boolean isChecked = (descriptor & 4) != 0;
        int idBytes = ID_BYTES[descriptor & 3];
        int lengthFlag = (descriptor >> 6) & 3;
        int lengthBytes = lengthFlag == 0 && isSingle ? 1 : LENGTH_BYTES[lengthFlag];
        int headBytes = 5 + (isSingle ? 0 : 1) + idBytes + lengthBytes;
        head.position(isSingle ? 5 : 6);
        if (head.remaining() < idBytes + lengthBytes) {
            return new Frame(at, size, OptionalLong.empty(), 0, true);
        }
        long id = number(head, idBytes);
        long length = number(head, lengthBytes) + (lengthBytes == 2 ? 256 : 0);
        return new Frame(
                at,
                endOfBlocks(at + headBytes) + (isChecked ? 4 : 0),
                lengthBytes == 0 || length < 0 ? OptionalLong.empty() : OptionalLong.of(length),
                id,
                true);
    }

    private long endOfBlocks(long from) throws IOException {
        long at = from;
        boolean isLast = false;
        while (!isLast) {
            ByteBuffer head = bytes(at, 3);
            if (head.remaining() < 3) {
                return size;
            }
            int block = (int) number(head, 3);
            int kind = (block >> 1) & 3;
            if (kind == RESERVED) {
                return at; // what is before it may still be read
            }
            isLast = (block & 1) != 0;
            at = Math.min(size, at + 3 + (kind == RAN_ON ? 1 : block >> 3));
        }
        return at;
    }

    /// Where the next frame with something in it seems to begin, at or after that place.
    OptionalLong next(long from) throws IOException {
        for (long at = from; at + 8 <= size; ) {
            ByteBuffer found = bytes(at, WINDOW);
            int last = found.limit() - 4;
            for (int i = 0; i <= last; i++) {
                if (found.getInt(i) == MAGIC) {
                    return OptionalLong.of(at + i);
                }
            }
            at += found.limit() - 3;
        }
        return OptionalLong.empty();
    }

    private static long number(ByteBuffer from, int bytes) {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= (from.get() & 0xFFL) << (8 * i);
        }
        return number;
    }

    /// So many bytes from there on, or as many as there are.
    private ByteBuffer bytes(long at, int most) throws IOException {
        boolean isThere =
                at >= windowAt && at + Math.min(most, size - at) <= windowAt + window.limit();
        if (!isThere) {
            window.clear();
            windowAt = at;
            int read = 0;
            while (window.hasRemaining() && read >= 0) {
                read = file.read(window, at + window.position());
            }
            window.flip();
        }
        int start = (int) Math.min(at - windowAt, window.limit());
        int end = Math.min(window.limit(), start + most);
        return window.slice(start, end - start).order(ByteOrder.LITTLE_ENDIAN);
    }
}
