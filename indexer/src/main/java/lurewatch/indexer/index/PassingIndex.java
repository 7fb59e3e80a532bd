package lurewatch.indexer.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/// Postings as the index would hold them, in memory: for asking whether a query finds them before
/// they stand in the index, or as they stood earlier.
public final class PassingIndex {
    /// An entry's place in the list that was given; doc values only.
    public static final String PLACE = "passing_place";

    private static final double BUFFER_MEGABYTES = 16;

    private PassingIndex() {}

    /// What the index would not take (an immense term) is not there either.
    public static Directory of(List<IndexEntry> entries) {
        Directory directory = new ByteBuffersDirectory();
        IndexWriterConfig config = new IndexWriterConfig(IndexSchema.analyzer());
        config.setSimilarity(IndexSchema.similarity());
        config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (int place = 0; place < entries.size(); place++) {
                Document document = PostingDocument.of(entries.get(place));
                document.add(new NumericDocValuesField(PLACE, place));
                add(writer, document);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot index in memory: " + e.getMessage(), e);
        }
        return directory;
    }

    private static void add(IndexWriter writer, Document document) throws IOException {
        try {
            writer.addDocument(document);
        } catch (IllegalArgumentException _) {
            // The index refuses this posting as well, and no search finds it.
        }
    }
}
