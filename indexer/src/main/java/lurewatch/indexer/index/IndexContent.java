package lurewatch.indexer.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// Everything that an index holds as text: stored values, those of deleted documents too, and
/// terms. Files alone do not show it, as Lucene compresses both.
public final class IndexContent {
    private IndexContent() {}

    /// Hands over every stored value and every term.
    public static void forEach(Path indexDir, Consumer<String> action) {
        try (Directory directory = FSDirectory.open(indexDir);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                stored(leaf.reader(), action);
                terms(leaf.reader(), action);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + indexDir + ": " + e, e);
        }
    }

    private static void stored(LeafReader leaf, Consumer<String> action) throws IOException {
        StoredFields stored = leaf.storedFields();
        for (int document = 0; document < leaf.maxDoc(); document++) {
            for (IndexableField field : stored.document(document)) {
                if (field.stringValue() != null) {
                    action.accept(field.stringValue());
                }
            }
        }
    }

    private static void terms(LeafReader leaf, Consumer<String> action) throws IOException {
        for (FieldInfo field : leaf.getFieldInfos()) {
            Terms terms = leaf.terms(field.name);
            if (terms != null) {
                TermsEnum each = terms.iterator();
                for (var term = each.next(); term != null; term = each.next()) {
                    action.accept(term.utf8ToString());
                }
            }
        }
    }
}
