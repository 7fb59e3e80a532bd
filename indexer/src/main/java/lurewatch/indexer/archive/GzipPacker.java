package lurewatch.indexer.archive;

import java.io.ByteArrayOutputStream;
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
        ByteArrayOutputStream packed = new ByteArrayOutputStream(buffer.length);
        packed.writeBytes(HEADER);
        for (byte[] part : parts) {
            crc.update(part);
            deflater.setInput(part);
            while (!deflater.needsInput()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        writeLittleEndian(packed, (int) crc.getValue());
        writeLittleEndian(packed, (int) deflater.getBytesRead());
        return packed.toByteArray();
    }

    private static void writeLittleEndian(ByteArrayOutputStream out, int value) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            out.write(value >>> shift);
        }
    }

    @Override
    public void close() {
        deflater.end();
    }
}
