package lurewatch.indexer.search;

import java.io.IOException;
import lurewatch.indexer.Sketch;
import lurewatch.indexer.index.IndexSchema;
import lurewatch.indexer.index.SketchForm;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;

/// In how many places of their sketches a posting agrees with a text.
final class SketchLikeness extends DoubleValuesSource {
    private final Sketch sketch;

    SketchLikeness(Sketch sketch) {
        this.sketch = sketch;
    }

    @Override
    public DoubleValues getValues(LeafReaderContext leaf, DoubleValues scores) throws IOException {
        BinaryDocValues sketches = DocValues.getBinary(leaf.reader(), IndexSchema.SKETCH);
        return new DoubleValues() {
            @Override
            public double doubleValue() throws IOException {
                return SketchForm.inCommon(sketch, sketches.binaryValue());
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
        return other instanceof SketchLikeness likeness && sketch.equals(likeness.sketch);
    }

    @Override
    public int hashCode() {
        return sketch.hashCode();
    }
}
