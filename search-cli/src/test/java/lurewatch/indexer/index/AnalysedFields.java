package lurewatch.indexer.index;

import java.util.List;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;

/// What of a posting's document is analysed text, for a benchmark to compare with. It stands in the
/// index's own package as the fields are nobody else's business.
public final class AnalysedFields {
    private AnalysedFields() {}

    /// The fields that are analysed, stored where the index stores them, and the id.
    public static List<IndexableField> of(IndexEntry entry) {
        return PostingDocument.of(entry).getFields().stream()
                .filter(AnalysedFields::isAnalysed)
                .toList();
    }

    private static boolean isAnalysed(IndexableField field) {
        boolean isIndexed = field.fieldType().indexOptions() != IndexOptions.NONE;
        return isIndexed && (field.fieldType().tokenized() || field.name().equals(IndexSchema.ID));
    }
}
