package lurewatch.indexer.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.function.Consumer;
import lurewatch.indexer.index.IndexSchema;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.StoredFields;

/// Postings chosen from what a query finds. Their texts are read as they are walked over, again
/// each time.
public final class Sample {
    private static final Set<String> TEXTS = Set.of(IndexSchema.TITLE, IndexSchema.TEXT);

    private final DirectoryReader reader;
    private final int[] documents;

    Sample(DirectoryReader reader, int[] documents) {
        this.reader = reader;
        this.documents = documents;
    }

    public int size() {
        return documents.length;
    }

    /// Hands over each posting's title and text, a line between them.
    public void forEachText(Consumer<String> taker) {
        try {
            StoredFields stored = reader.storedFields();
            for (int document : documents) {
                Document read = stored.document(document, TEXTS);
                taker.accept(read.get(IndexSchema.TITLE) + "\n" + read.get(IndexSchema.TEXT));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the index: " + e.getMessage(), e);
        }
    }
}
