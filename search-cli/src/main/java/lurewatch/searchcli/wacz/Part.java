package lurewatch.searchcli.wacz;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that will be an entry.
record Part(String path, Path file, Measured measured) {
    static Part of(String path, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new Part(path, file, Measured.of(in));
        }
    }

    StoredZip.Entry entry() {
        return new StoredZip.Entry(
                path, measured.size(), measured.crc(), () -> Files.newInputStream(file));
    }
}
