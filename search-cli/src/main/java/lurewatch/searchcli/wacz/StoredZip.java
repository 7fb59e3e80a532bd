package lurewatch.searchcli.wacz;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A ZIP file that the same contents always give byte for byte: nothing is compressed, no entry has
/// a time. So whoever has the contents can also tell whether the container was changed.
final class StoredZip {
    /// The earliest time that an entry can have.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /// Opens what an entry holds.
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    record Entry(String name, long size, long crc, Content content) {}

    private StoredZip() {}

    static void write(OutputStream out, List<Entry> entries) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (Entry entry : entries) {
            ZipEntry header = new ZipEntry(entry.name());
            header.setMethod(ZipEntry.STORED);
            header.setSize(entry.size());
            header.setCompressedSize(entry.size());
            header.setCrc(entry.crc());
            header.setTimeLocal(NO_TIME);
            zip.putNextEntry(header);
            try (InputStream content = entry.content().open()) {
                content.transferTo(zip);
            }
            zip.closeEntry();
        }
        zip.finish();
    }
}
