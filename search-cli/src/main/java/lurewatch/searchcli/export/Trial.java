package lurewatch.searchcli.export;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Room for a list that is only looked at: nothing is written where it would stand.
public final class Trial implements Closeable {
    private final Path folder;

    private Trial(Path folder) {
        this.folder = folder;
    }

    /// In the system's folder for temporary files, closed to others.
    public static Trial begin() throws IOException {
        return new Trial(Files.createTempDirectory("lurewatch-dry-run"));
    }

    /// Where the list is drawn into.
    public Path spool() {
        return folder.resolve("spool.jsonl");
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(spool());
        Files.delete(folder);
    }
}
