package lurewatch.indexer.archive;

import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Packs byte arrays into gzip members. Not thread-safe; holds native memory until closed.
final class GzipPacker implements AutoCloseable {
    /// Level 2 gains a hundredth for a tenth more work, level 6 a tenth for three times the work.
    private static final int LEVEL = Deflater.BEST_SPEED;

    /// Magic, deflate, no flags, no time, "fastest", unknown system.
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 4, (byte) 0xff};

    private final Deflater deflater = new Deflater(LEVEL, true);
    private final byte[] buffer = new byte[16 * 1024];

    /// One member that inflates to the parts in their order.
    byte[] pack(byte[]... parts) {
        deflater.reset();
        CRC32 crc = new CRC32();
        Pieces packed = new Pieces();
        packed.write(HEADER, HEADER.length);
        for (byte[] part : parts) {
            crc.update(part);
            deflater.setInput(part);
            while (!deflater.needsInput()) {
                packed.write(buffer, deflater.deflate(buffer));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            packed.write(buffer, deflater.deflate(buffer));
        }
        writeLittleEndian(packed, (int) crc.getValue());
        writeLittleEndian(packed, (int) deflater.getBytesRead());
        return packed.whole();
    }

    private static void writeLittleEndian(Pieces out, int value) {
        byte[] bytes = new byte[Integer.BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (value >>> (Byte.SIZE * i));
        }
        out.write(bytes, bytes.length);
    }

    @Override
    public void close() {
        deflater.end();
    }
}
