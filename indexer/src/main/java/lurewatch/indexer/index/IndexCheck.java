package lurewatch.indexer.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// Reads every byte of an index that nobody writes. Lucene keeps a checksum of each file, so no
/// damage goes unseen.
public final class IndexCheck {
    private IndexCheck() {}

    /// What is wrong, in one line; empty where nothing is.
    public static Optional<String> damage(Path indexDir) {
        if (!Files.isDirectory(indexDir)) {
            return Optional.of("it is missing");
        }
        try (Directory directory = FSDirectory.open(indexDir);
                CheckIndex check = new CheckIndex(directory)) {
            CheckIndex.Status status = check.checkIndex();
            if (status.clean) {
                return Optional.empty();
            }
            return Optional.of(
                    status.missingSegments
                            ? "its list of segments is missing or damaged"
                            : status.numBadSegments + " damaged segments");
        } catch (IOException | RuntimeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
