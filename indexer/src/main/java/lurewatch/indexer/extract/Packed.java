package lurewatch.indexer.extract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// A payload that is a gzip file itself, as sitemaps are published: not a coding of the transfer,
/// which the archive has undone.
///
/// @param bytes what was in it, as far as the bound goes and the file is whole
/// @param failures why that is not all
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record Packed(byte[] bytes, List<String> failures) {
    /// The protocol lets a sitemap have 50 MB; of a page no reader sees as much.
    static final int MOST_BYTES = 16 << 20;

    private static final int CHUNK = 1 << 16;

    static boolean isOne(byte[] payload) {
        return payload.length > 18 && (payload[0] & 0xFF) == 0x1F && (payload[1] & 0xFF) == 0x8B;
    }

    static Packed unpacked(byte[] payload) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(payload), CHUNK)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                if (out.size() + read > MOST_BYTES) {
                    out.write(chunk, 0, MOST_BYTES - out.size());
                    return new Packed(
                            out.toByteArray(),
                            List.of(
                                    "limit unpacked="
                                            + MOST_BYTES
                                            + " observed="
                                            + (MOST_BYTES + 1)));
                }
                out.write(chunk, 0, read);
            }
            return new Packed(out.toByteArray(), List.of());
        } catch (IOException e) {
            return new Packed(out.toByteArray(), List.of("gzip: " + e.getMessage()));
        } catch (StackOverflowError _) {
            // The JDK's stream calls itself for each member with nothing in it.
            return new Packed(out.toByteArray(), List.of("gzip: empty members in a row"));
        }
    }
}
