package lurewatch.searchcli.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Compares what a file holds with what it was meant to hold.
public final class ReadBack {
    private ReadBack() {}

    /// Throws unless exactly these ids were found, in this order.
    public static void compare(Path file, List<String> found, List<String> meant)
            throws IOException {
        if (!found.equals(meant)) {
            throw new IOException(
                    String.format(
                            Locale.ROOT,
                            "%s does not read back as written: %d of %d postings",
                            file.getFileName(),
                            found.size(),
                            meant.size()));
        }
    }

    /// Throws unless so many were found.
    public static void compare(Path file, String what, long found, long meant) throws IOException {
        if (found != meant) {
            throw new IOException(
                    String.format(
                            Locale.ROOT,
                            "%s does not read back as written: %d of %d %s",
                            file.getFileName(),
                            found,
                            meant,
                            what));
        }
    }
}
