package lurewatch.searchcli.custody;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The lines of a file that somebody sent, as bytes, one at a time.
final class PackLines {
    private static final int BUFFER = 64 * 1024;

    /// Takes a line, without its line feed, and its number.
    @FunctionalInterface
    interface Action {
        void take(long number, byte[] line) throws IOException;
    }

    private PackLines() {}

    /// Walks over them, up to one that is longer than any of its kind can be; gives whether there
    /// was none.
    static boolean forEach(Path file, int longest, Action action) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long number = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                int from = 0;
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == '\n') {
                        line.write(buffer, from, i - from);
                        from = i + 1;
                        if (line.size() > longest) {
                            return false;
                        }
                        action.take(++number, line.toByteArray());
                        line.reset();
                    }
                }
                line.write(buffer, from, read - from);
                if (line.size() > longest) {
                    return false;
                }
            }
        }
        if (line.size() > 0) {
            action.take(++number, line.toByteArray());
        }
        return true;
    }
}
