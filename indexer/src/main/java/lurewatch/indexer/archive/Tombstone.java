package lurewatch.indexer.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.CRC32;

/// The WARC record that stands in the place of erased ones: exactly as long, so that nothing behind
/// it moves, and made of nothing but the ledger's tombstone, so that anybody can make it again and
/// compare.
///
/// It is a gzip member of stored blocks, whose length can be foretold to the byte.
final class Tombstone {
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final int TRAILER = 8;
    private static final int LONGEST_BLOCK = 0xffff;
    private static final int BLOCK_HEAD = 5;
    private static final String RECORD_END = "\r\n\r\n";

    private Tombstone() {}

    /// @throws IllegalArgumentException where the place is shorter than any record
    static byte[] record(LedgerEntry.Tombstone entry) {
        long length = entry.place().length();
        long room = length - HEADER.length - TRAILER;
        // One more block takes five bytes more: the fewest that hold all there is room for.
        long blocks = Math.ceilDiv(room, LONGEST_BLOCK + BLOCK_HEAD);
        byte[] content = content(entry, Math.toIntExact(room - blocks * BLOCK_HEAD));
        CRC32 crc = new CRC32();
        crc.update(content);
        ByteArrayOutputStream member = new ByteArrayOutputStream(Math.toIntExact(length));
        member.writeBytes(HEADER);
        int at = 0;
        for (long block = 1; block <= blocks; block++) {
            int size = Math.min(LONGEST_BLOCK, content.length - at);
            member.write(block == blocks ? 1 : 0);
            littleEndian(member, size, 2);
            littleEndian(member, ~size, 2);
            member.write(content, at, size);
            at += size;
        }
        littleEndian(member, (int) crc.getValue(), 4);
        littleEndian(member, content.length, 4);
        return member.toByteArray();
    }

    private static byte[] content(LedgerEntry.Tombstone entry, int length) {
        UUID id = UUID.nameUUIDFromBytes(entry.line().hex().getBytes(US_ASCII));
        String head =
                "WARC/1.1\r\nWARC-Type: metadata\r\nWARC-Record-ID: <urn:uuid:"
                        + id
                        + ">\r\nWARC-Date: "
                        + entry.time().truncatedTo(ChronoUnit.SECONDS)
                        + "\r\nContent-Type: application/warc-fields\r\nContent-Length: ";
        int headLength = head.length() + "0123456789\r\n\r\n".length();
        int block = length - headLength - RECORD_END.length();
        String fields = "erased: capture " + entry.sequence() + ", see the ledger\r\npad: ";
        int padding = block - fields.length() - 2;
        if (padding < 0) {
            throw new IllegalArgumentException(
                    "no record is as short as capture " + entry.sequence());
        }
        byte[] content = new byte[length];
        Arrays.fill(content, (byte) ' ');
        put(content, 0, head + String.format(Locale.ROOT, "%010d", block) + "\r\n\r\n" + fields);
        put(content, length - RECORD_END.length() - 2, "\r\n" + RECORD_END);
        return content;
    }

    private static void put(byte[] content, int at, String text) {
        byte[] bytes = text.getBytes(US_ASCII);
        System.arraycopy(bytes, 0, content, at, bytes.length);
    }

    private static void littleEndian(ByteArrayOutputStream out, int value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write(value >>> (Byte.SIZE * i));
        }
    }
}
