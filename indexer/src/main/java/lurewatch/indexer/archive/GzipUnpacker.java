package lurewatch.indexer.archive;

import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Inflates gzip members one by one, each under a bound and checked against its CRC and length. Not
/// thread-safe; holds native memory until closed.
///
/// The JDK's stream recurses once per empty member, which overflows the stack on hostile input, and
/// takes a damaged later member for trailing garbage. Here the caller loops over members himself.
final class GzipUnpacker implements AutoCloseable {
    private static final int FIXED_HEADER = 10;
    private static final int TRAILER = 8;
    private static final int HAS_HEADER_CRC = 0x02;
    private static final int HAS_EXTRA = 0x04;
    private static final int HAS_NAME = 0x08;
    private static final int HAS_COMMENT = 0x10;
    private static final int RESERVED = 0xe0;

    private final Inflater inflater = new Inflater(true);
    private final byte[] buffer = new byte[16 * 1024];

    /// One member's content.
    ///
    /// @param end index of the first byte behind the member
    @SuppressWarnings("ArrayRecordComponent") // private to this package, never compared
    record Member(byte[] content, int end) {}

    /// Why a member could not be read, with what was inflated until then.
    static class DamageException extends Exception {
        private static final long serialVersionUID = 1;

        private final transient byte[] inflated;

        DamageException(String what, byte[] inflated) {
            super(what);
            this.inflated = inflated;
        }

        byte[] inflated() {
            return inflated;
        }
    }

    /// It would be more than its bound.
    static final class TooMuchException extends DamageException {
        private static final long serialVersionUID = 1;

        TooMuchException(long bound, byte[] inflated) {
            super("more than " + bound + " bytes", inflated);
        }
    }

    /// Whether a member starts here.
    static boolean startsAt(byte[] bytes, int offset) {
        return offset + 2 < bytes.length
                && (bytes[offset] & 0xff) == 0x1f
                && (bytes[offset + 1] & 0xff) == 0x8b
                && bytes[offset + 2] == 8;
    }

    /// Inflates the member that starts at `offset` to at most `limit` bytes.
    Member unpack(byte[] bytes, int offset, long limit) throws DamageException {
        int start = deflatedStart(bytes, offset);
        inflater.reset();
        inflater.setInput(bytes, start, bytes.length - start);
        byte[] content = inflateAll(inflater, buffer, limit);
        int trailer = bytes.length - inflater.getRemaining();
        checkTrailer(bytes, trailer, content);
        return new Member(content, trailer + TRAILER);
    }

    @Override
    public void close() {
        inflater.end();
    }

    /// Inflates a bare or zlib-wrapped deflate stream to at most `limit` bytes.
    static byte[] inflate(Inflater inflater, long limit) throws DamageException {
        return inflateAll(inflater, new byte[16 * 1024], limit);
    }

    private static byte[] inflateAll(Inflater inflater, byte[] buffer, long limit)
            throws DamageException {
        Pieces content = new Pieces();
        while (!inflater.finished()) {
            int count;
            try {
                count = inflater.inflate(buffer);
            } catch (DataFormatException e) {
                throw new DamageException("broken deflate data", content.whole());
            }
            int room = (int) Math.min(count, limit - content.size());
            content.write(buffer, room);
            if (room < count) {
                throw new TooMuchException(limit, content.whole());
            }
            if (count == 0 && !inflater.finished()) {
                // Neither output nor end: the input ran out, or asks for a preset dictionary.
                throw new DamageException("deflate data ends early", content.whole());
            }
        }
        return content.whole();
    }

    private static int deflatedStart(byte[] bytes, int offset) throws DamageException {
        if (!startsAt(bytes, offset) || offset + FIXED_HEADER > bytes.length) {
            throw new DamageException("no gzip member", new byte[0]);
        }
        int flags = bytes[offset + 3];
        if ((flags & RESERVED) != 0) {
            throw new DamageException("reserved gzip flags", new byte[0]);
        }
        int at = offset + FIXED_HEADER;
        if ((flags & HAS_EXTRA) != 0) {
            at = need(bytes, at + 2);
            at += (bytes[at - 2] & 0xff) | (bytes[at - 1] & 0xff) << 8;
        }
        if ((flags & HAS_NAME) != 0) {
            at = afterZero(bytes, at);
        }
        if ((flags & HAS_COMMENT) != 0) {
            at = afterZero(bytes, at);
        }
        if ((flags & HAS_HEADER_CRC) != 0) {
            at += 2;
        }
        return need(bytes, at);
    }

    private static int afterZero(byte[] bytes, int from) throws DamageException {
        int at = need(bytes, from);
        while (at < bytes.length && bytes[at] != 0) {
            at++;
        }
        return need(bytes, at + 1);
    }

    private static int need(byte[] bytes, int end) throws DamageException {
        if (end > bytes.length) {
            throw new DamageException("gzip header ends early", new byte[0]);
        }
        return end;
    }

    private static void checkTrailer(byte[] bytes, int at, byte[] content) throws DamageException {
        if (at + TRAILER > bytes.length) {
            throw new DamageException("gzip trailer ends early", content);
        }
        CRC32 crc = new CRC32();
        crc.update(content);
        if ((int) crc.getValue() != littleEndian(bytes, at)) {
            throw new DamageException("gzip crc differs", content);
        }
        if (content.length != littleEndian(bytes, at + 4)) {
            throw new DamageException("gzip length differs", content);
        }
    }

    private static int littleEndian(byte[] bytes, int at) {
        return (bytes[at] & 0xff)
                | (bytes[at + 1] & 0xff) << 8
                | (bytes[at + 2] & 0xff) << 16
                | (bytes[at + 3] & 0xff) << 24;
    }
}
