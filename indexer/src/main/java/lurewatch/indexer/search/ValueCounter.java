package lurewatch.indexer.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/// Counts values by their numbers within a segment, and looks their names up once a segment.
final class ValueCounter implements Collector {
    private final Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
    private long total;

    private ValueCounter(List<String> fields) {
        fields.forEach(field -> counts.put(field, new HashMap<>()));
    }

    static CollectorManager<ValueCounter, ValueCounts> of(List<String> fields) {
        return new CollectorManager<>() {
            @Override
            public ValueCounter newCollector() {
                return new ValueCounter(fields);
            }

            @Override
            public ValueCounts reduce(Collection<ValueCounter> counters) {
                ValueCounter all = new ValueCounter(fields);
                counters.forEach(all::add);
                return all.result();
            }
        };
    }

    private void add(ValueCounter other) {
        total += other.total;
        other.counts.forEach((field, values) ->
                values.forEach((value, n) ->
                        counts.computeIfAbsent(field, _ -> new HashMap<>())
                                .merge(value, n, Long::sum)));
    }

    private ValueCounts result() {
        Map<String, List<ValueCounts.ValueCount>> sorted = new HashMap<>();
        counts.forEach((field, values) -> sorted.put(field, ValueCounts.sorted(values)));
        return new ValueCounts(total, sorted);
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
        List<SegmentCounts> segment = new ArrayList<>();
        for (var field : counts.entrySet()) {
            SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), field.getKey());
            segment.add(
                    new SegmentCounts(
                            values,
                            new int[Math.toIntExact(values.getValueCount())],
                            field.getValue()));
        }
        return new LeafCollector() {
            @Override
            public void setScorer(Scorable scorer) {
                // Counts need no scores.
            }

            @Override
            public void collect(int document) throws IOException {
                total++;
                for (SegmentCounts counts : segment) {
                    counts.count(document);
                }
            }

            @Override
            public void finish() throws IOException {
                for (SegmentCounts counts : segment) {
                    counts.name();
                }
            }
        };
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record SegmentCounts(SortedSetDocValues values, int[] byOrd, Map<String, Long> named) {
        void count(int document) throws IOException {
            if (values.advanceExact(document)) {
                for (int i = 0; i < values.docValueCount(); i++) {
                    byOrd[(int) values.nextOrd()]++;
                }
            }
        }

        void name() throws IOException {
            for (int ord = 0; ord < byOrd.length; ord++) {
                if (byOrd[ord] > 0) {
                    named.merge(values.lookupOrd(ord).utf8ToString(), (long) byOrd[ord], Long::sum);
                }
            }
        }
    }
}
