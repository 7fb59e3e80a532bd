package lurewatch.indexer.search;

import java.io.IOException;
import java.util.Collection;
import java.util.stream.LongStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/// Gathers the times that a field has in the postings that a query finds.
final class TimeGatherer extends SimpleCollector {
    private final String field;
    private final LongStream.Builder times = LongStream.builder();
    private SortedNumericDocValues values = DocValues.emptySortedNumeric();

    private TimeGatherer(String field) {
        this.field = field;
    }

    /// Milliseconds since 1970, sorted.
    static CollectorManager<TimeGatherer, long[]> of(String field) {
        return new CollectorManager<>() {
            @Override
            public TimeGatherer newCollector() {
                return new TimeGatherer(field);
            }

            @Override
            public long[] reduce(Collection<TimeGatherer> gatherers) {
                return gatherers.stream()
                        .flatMapToLong(gatherer -> gatherer.times.build())
                        .sorted()
                        .toArray();
            }
        };
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
        values = DocValues.getSortedNumeric(leaf.reader(), field);
    }

    @Override
    public void collect(int document) throws IOException {
        if (values.advanceExact(document)) {
            times.add(values.nextValue());
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}
