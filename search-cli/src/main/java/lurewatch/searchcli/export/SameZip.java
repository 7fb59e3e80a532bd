package lurewatch.searchcli.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Copies a workbook so that the same content gives the same bytes: the library that writes it puts
/// the clock of the machine into it. A workbook need not say when it was made.
final class SameZip {
    private static final String PROPERTIES = "docProps/core.xml";

    /// The earliest time that a ZIP entry can have.
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private SameZip() {}

    static void copy(Path from, Path to) throws IOException {
        try (ZipFile zip = new ZipFile(from.toFile());
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(to));
                ZipOutputStream copy = new ZipOutputStream(out)) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(ENTRY_TIME);
                copy.putNextEntry(same);
                try (InputStream in = zip.getInputStream(entry)) {
                    if (entry.getName().equals(PROPERTIES)) {
                        copy.write(properties(in));
                    } else {
                        in.transferTo(copy);
                    }
                }
                copy.closeEntry();
            }
        }
    }

    private static byte[] properties(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                .replaceAll("<dcterms:created[^>]{0,80}>[^<]{0,40}</dcterms:created>", "")
                .getBytes(StandardCharsets.UTF_8);
    }
}
