package lurewatch.indexer.archive;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.zip.CRC32;

/// Packs byte arrays into gzip members. Used by one thread at a time; closing it gives its memory
/// to the next.
final class GzipPacker implements AutoCloseable {
    /// Magic, deflate, no flags, no time, "fastest", unknown system.
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 4, (byte) 0xff};

    private static final int TRAILER = 8;

    /// More at once than there are processors would only push each other's tables out of the
    /// caches.
    private static final Semaphore ROOM = new Semaphore(Runtime.getRuntime().availableProcessors());

    /// The one used last comes first: its tables are still in a cache.
    private static final ConcurrentLinkedDeque<GzipPacker> IDLE = new ConcurrentLinkedDeque<>();

    /// Memory for larger members is not kept.
    private static final int KEPT = 1 << 20;

    private final Deflate deflate = new Deflate();
    private final BitSink packed = new BitSink();
    private byte[] whole = new byte[128 * 1024];

    private GzipPacker() {}

    /// One that nobody else uses until it is closed.
    static GzipPacker take() {
        ROOM.acquireUninterruptibly();
        GzipPacker idle = IDLE.pollFirst();
        return idle == null ? new GzipPacker() : idle;
    }

    /// One member that inflates to the parts in their order.
    byte[] pack(byte[]... parts) {
        int length = join(parts);
        CRC32 crc = new CRC32();
        crc.update(whole, 0, length);
        packed.clear();
        packed.reserve(HEADER.length);
        packed.put(HEADER, 0, HEADER.length);
        deflate.compress(whole, length, packed);
        packed.reserve(TRAILER);
        packed.put(crc.getValue(), Integer.SIZE);
        packed.put(length, Integer.SIZE);
        return packed.toByteArray();
    }

    private int join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length = Math.addExact(length, part.length);
        }
        if (length > whole.length) {
            whole = new byte[length];
        }
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return length;
    }

    @Override
    public void close() {
        if (whole.length <= KEPT && packed.capacity() <= KEPT) {
            IDLE.addFirst(this);
        }
        ROOM.release();
    }
}
