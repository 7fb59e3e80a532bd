package lurewatch.searchcli.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A file that appears whole or not at all: written beside its place, forced to disk, read again
/// and checked, and only then renamed into place.
final class WholeFile {
    /// Writes the content.
    interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Reads the content again; throws where it is not what was meant.
    interface Check {
        void check(Path written) throws IOException;
    }

    private WholeFile() {}

    static void write(Path target, Writer writer, Check check) throws IOException {
        Path place = target.toAbsolutePath();
        Path directory = place.getParent();
        if (directory == null) {
            throw new IOException("not a file: " + target);
        }
        Path draft = Files.createTempFile(directory, "." + place.getFileName() + ".", ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
                writer.writeTo(out);
            }
            force(draft, StandardOpenOption.WRITE);
            check.check(draft);
            Files.move(
                    draft,
                    place,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            // The name is durable when its directory is.
            force(directory, StandardOpenOption.READ);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
