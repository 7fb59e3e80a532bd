package lurewatch.searchcli.wacz;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import lurewatch.indexer.Digest;

/// Size and digests of bytes that were read once.
record Measured(long size, long crc, Digest digest) {
    private static final int BUFFER = 64 * 1024;

    static Measured of(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return of(in);
        }
    }

    static Measured of(InputStream in) throws IOException {
        MessageDigest sha256 = Digest.sha256();
        CRC32 crc = new CRC32();
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
            sha256.update(buffer, 0, count);
            crc.update(buffer, 0, count);
            size += count;
        }
        return new Measured(
                size, crc.getValue(), new Digest(HexFormat.of().formatHex(sha256.digest())));
    }
}
