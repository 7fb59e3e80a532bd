package lurewatch.indexer.search;

import java.io.IOException;
import java.util.List;
import lurewatch.indexer.index.IndexSchema;
import lurewatch.indexer.index.SketchForm;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/// In how many places of their sketches a posting agrees with the one of some texts that is most
/// like it.
final class SketchLikeness extends DoubleValuesSource {
    private final List<SketchForm> texts;

    SketchLikeness(List<SketchForm> texts) {
        this.texts = texts;
    }

    @Override
    public DoubleValues getValues(LeafReaderContext leaf, DoubleValues scores) throws IOException {
        BinaryDocValues sketches = DocValues.getBinary(leaf.reader(), IndexSchema.SKETCH);
        return new DoubleValues() {
            @Override
            public double doubleValue() throws IOException {
                BytesRef stored = sketches.binaryValue();
                int most = 0;
                for (SketchForm text : texts) {
                    most = Math.max(most, text.inCommon(stored));
                }
                return most;
            }

            @Override
            public boolean advanceExact(int document) throws IOException {
                return sketches.advanceExact(document);
            }
        };
    }

    @Override
    public boolean needsScores() {
        return false;
    }

    @Override
    public DoubleValuesSource rewrite(IndexSearcher searcher) {
        return this;
    }

    @Override
    public boolean isCacheable(LeafReaderContext leaf) {
        return true;
    }

    @Override
    public String toString() {
        return "places in common";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SketchLikeness likeness && texts.equals(likeness.texts);
    }

    @Override
    public int hashCode() {
        return texts.hashCode();
    }
}
