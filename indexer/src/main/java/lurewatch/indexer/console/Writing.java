package lurewatch.indexer.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Objects;

/// Writing to a place that somebody named. What the system says of a failed write ("No space left
/// on device") does not name the place.
public final class Writing {
    /// What writes, and gives something.
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException;
    }

    private Writing() {}

    /// Does it. A failure names the place, unless it names a file itself.
    public static <T> T to(Path place, Work<T> work) throws IOException {
        try {
            return work.run();
        } catch (UncheckedIOException e) {
            throw named(place, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw named(place, e);
        }
    }

    private static IOException named(Path place, IOException failure) {
        return failure instanceof FileSystemException
                ? failure
                : new IOException("while writing " + place + ": " + failure.getMessage(), failure);
    }
}
