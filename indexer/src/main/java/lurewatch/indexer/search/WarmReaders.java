package lurewatch.indexer.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/// Readers of indexes that stay open between one search and the next, for a process that runs many.
/// Whoever opens an index gets its last commit: of one that grew, the segments that are new are
/// opened, and an index that was deleted and made anew is opened anew.
///
/// There is one at most in a process; what it holds, it alone owns. Thread-safe.
public final class WarmReaders implements Closeable {
    private static @Nullable WarmReaders current;

    private final Map<Path, Warm> readers = new HashMap<>();

    /// @param commit which file the commit is that the reader was opened at
    private record Warm(Directory directory, DirectoryReader reader, Commit commit) {}

    private record Commit(String name, @Nullable Object file, long modified, long length) {}

    private WarmReaders() {}

    static synchronized WarmReaders keep() {
        if (current != null) {
            throw new IllegalStateException("readers are kept warm already");
        }
        current = new WarmReaders();
        return current;
    }

    /// A reader of the last commit, to be given back by [#release].
    static synchronized DirectoryReader open(Path folder, Directory directory) throws IOException {
        return current == null
                ? DirectoryReader.open(directory)
                : current.warm(folder.toAbsolutePath());
    }

    /// Closes it, unless it is kept warm.
    static void release(DirectoryReader reader) throws IOException {
        reader.decRef();
    }

    private DirectoryReader warm(Path folder) throws IOException {
        Warm known = readers.get(folder);
        Warm now = known == null ? opened(folder) : renewed(folder, known);
        readers.put(folder, now);
        now.reader().incRef();
        return now.reader();
    }

    private static Warm opened(Path folder) throws IOException {
        Directory directory = FSDirectory.open(folder);
        try {
            Commit commit = commit(folder, directory);
            return new Warm(directory, DirectoryReader.open(directory), commit);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private Warm renewed(Path folder, Warm known) throws IOException {
        Commit commit = commit(folder, known.directory());
        if (commit.equals(known.commit())) {
            return known;
        }
        readers.remove(folder);
        try {
            DirectoryReader newer = DirectoryReader.openIfChanged(known.reader());
            if (newer != null) {
                known.reader().decRef();
                return new Warm(known.directory(), newer, commit);
            }
        } catch (IOException | IllegalStateException _) {
            // Made anew below it: segments of one name are no longer the same.
        }
        close(known);
        return opened(folder);
    }

    private static Commit commit(Path folder, Directory directory) throws IOException {
        String name = SegmentInfos.getLastCommitSegmentsFileName(directory);
        if (name == null) {
            return new Commit("", null, 0, 0); // the opening says so
        }
        BasicFileAttributes file =
                Files.readAttributes(folder.resolve(name), BasicFileAttributes.class);
        return new Commit(name, file.fileKey(), file.lastModifiedTime().toMillis(), file.size());
    }

    private static void close(Warm warm) throws IOException {
        try (Directory _ = warm.directory()) {
            warm.reader().decRef();
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (WarmReaders.class) {
            current = null;
            List<Warm> all = new ArrayList<>(readers.values());
            readers.clear();
            for (Warm warm : all) {
                close(warm);
            }
        }
    }
}
