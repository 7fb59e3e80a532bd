package lurewatch.indexer.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lurewatch.indexer.PostingId;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/// The writer of the index: one document per posting id, the newest version only.
///
/// Life: opened (empty, or as last committed), fed by [#put] in any order, made visible and durable
/// by [#commit]. Each commit carries the ledger sequence up to which captures are in it, so that
/// whoever opens it next knows where to go on. Closing without a commit forgets what came after the
/// last one. Thread-safe; one writer per directory, a second is refused.
public final class PostingIndex implements Closeable {
    private static final String SEQUENCE = "sequence";
    private static final String SCHEMA = "schema";

    /// Large enough that segments are worth their file handles, small beside the crawler's heap.
    private static final double BUFFER_MEGABYTES = 32;

    private final Directory directory;
    private final IndexWriter writer;

    /// Of an index that was empty when it was opened. What is surely not in it need not be looked
    /// for in every segment before it is added.
    private Optional<GivenIds> given = Optional.empty();

    private PostingIndex(Directory directory, IndexWriter writer) {
        this.directory = directory;
        this.writer = writer;
    }

    /// Opens the index in that directory and makes both where they are missing. An index written by
    /// another version of this schema is emptied: its committed sequence is 0 again, which makes
    /// the pipeline feed everything anew.
    ///
    /// @throws IndexUnusableException if another process writes it, or it is damaged
    public static PostingIndex open(Path indexDir) {
        try {
            Files.createDirectories(indexDir);
            Directory directory = FSDirectory.open(indexDir);
            try {
                PostingIndex index = new PostingIndex(directory, writer(directory));
                index.start();
                return index;
            } catch (IOException | RuntimeException e) {
                directory.close();
                throw e;
            }
        } catch (LockObtainFailedException e) {
            throw new IndexUnusableException(
                    indexDir + " is being written by another process; stop that one first", e);
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | IllegalArgumentException e) {
            throw new IndexUnusableException(
                    indexDir
                            + " is damaged or of another version; delete it and run 'lurewatch"
                            + " replay', nothing is lost by that",
                    e);
        } catch (IOException e) {
            throw new IndexUnusableException(
                    "cannot open " + indexDir + " for writing: " + e.getMessage(), e);
        }
    }

    private static IndexWriter writer(Directory directory) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(IndexSchema.analyzer());
        config.setSimilarity(IndexSchema.similarity());
        config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
        config.setCommitOnClose(false);
        return new IndexWriter(directory, config);
    }

    private void start() throws IOException {
        Map<String, String> committed = committedData();
        String schema = Integer.toString(IndexSchema.VERSION);
        if (!schema.equals(committed.get(SCHEMA))) {
            writer.deleteAll();
            commit(0);
        }
        if (writer.getDocStats().maxDoc == 0) {
            given = Optional.of(new GivenIds());
        }
    }

    /// Adds the posting, in place of an earlier version of it.
    public void put(IndexEntry entry) {
        PostingId id = entry.posting().posting().id();
        try {
            put(id.value(), PostingDocument.of(entry));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot index " + id + ": " + e.getMessage(), e);
        }
    }

    private void put(String id, Document document) throws IOException {
        // One at a time: an id that two threads put must end as one document.
        synchronized (writer) {
            boolean isNew = given.isPresent() && !given.get().noteAgain(id);
            if (isNew) {
                writer.addDocument(document);
            } else {
                writer.updateDocument(new Term(IndexSchema.ID, id), document);
            }
        }
    }

    /// Makes all that was put durable and visible to searches, and remembers that it holds every
    /// capture up to that ledger sequence.
    public void commit(long sequence) {
        Map<String, String> data =
                Map.of(
                        SEQUENCE, Long.toString(sequence),
                        SCHEMA, Integer.toString(IndexSchema.VERSION));
        writer.setLiveCommitData(data.entrySet());
        try {
            writer.commit();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot commit the index: " + e.getMessage(), e);
        }
    }

    /// The ledger sequence of the last commit; 0 for a new index.
    public long committedSequence() {
        return sequenceIn(committedData());
    }

    private Map<String, String> committedData() {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
        if (live != null) {
            live.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return data;
    }

    /// The ledger sequence of a commit.
    public static long sequenceIn(Map<String, String> commitData) {
        return Long.parseLong(commitData.getOrDefault(SEQUENCE, "0"));
    }

    /// Whether that commit was written by this version of the schema.
    public static boolean isReadable(Map<String, String> commitData) {
        return Integer.toString(IndexSchema.VERSION).equals(commitData.get(SCHEMA));
    }

    @Override
    public void close() {
        try (directory;
                writer) {
            // Both are closed by leaving this block, the writer first.
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the index: " + e.getMessage(), e);
        }
    }
}
