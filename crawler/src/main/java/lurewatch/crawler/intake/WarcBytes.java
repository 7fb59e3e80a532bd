package lurewatch.crawler.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The bytes of a WARC file, readable from anywhere: behind a broken record, reading begins anew.
interface WarcBytes {
    InputStream from(long offset) throws IOException;

    long size();

    static WarcBytes of(Path file) throws IOException {
        long size = Files.size(file);
        return new WarcBytes() {
            @Override
            public InputStream from(long offset) throws IOException {
                return Channels.newInputStream(FileChannel.open(file).position(offset));
            }

            @Override
            public long size() {
                return size;
            }
        };
    }

    /// A file within a zip file, never unpacked to disk.
    static WarcBytes of(ZipFile zip, ZipEntry entry) {
        return new WarcBytes() {
            @Override
            public InputStream from(long offset) throws IOException {
                InputStream in = zip.getInputStream(entry);
                in.skipNBytes(offset);
                return in;
            }

            @Override
            public long size() {
                return entry.getSize();
            }
        };
    }
}
