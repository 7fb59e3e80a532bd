package lurewatch.indexer.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.PriorityQueue;
import lurewatch.indexer.index.IndexSchema;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.StringHelper;

/// Chooses some of the postings that a query finds: those whose ids have the smallest hashes. So
/// the choice is the same each time, after a replay as well, and favours nothing.
final class SampleGatherer extends SimpleCollector {
    private static final int SEED = 0x5EED;

    private static final Comparator<Chosen> LARGEST_FIRST =
            Comparator.comparingInt(Chosen::hash).thenComparingInt(Chosen::document).reversed();

    private record Chosen(int hash, int document) {}

    private final int most;
    private final PriorityQueue<Chosen> chosen = new PriorityQueue<>(LARGEST_FIRST);
    private SortedDocValues ids = DocValues.emptySorted();
    private int base;

    private SampleGatherer(int most) {
        this.most = most;
    }

    /// Numbers of documents, ascending.
    static CollectorManager<SampleGatherer, int[]> of(int most) {
        return new CollectorManager<>() {
            @Override
            public SampleGatherer newCollector() {
                return new SampleGatherer(most);
            }

            @Override
            public int[] reduce(Collection<SampleGatherer> gatherers) {
                return gatherers.stream()
                        .flatMap(gatherer -> gatherer.chosen.stream())
                        .sorted(LARGEST_FIRST.reversed())
                        .limit(most)
                        .mapToInt(Chosen::document)
                        .sorted()
                        .toArray();
            }
        };
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
        base = leaf.docBase;
        ids = DocValues.getSorted(leaf.reader(), IndexSchema.ID);
    }

    @Override
    public void collect(int document) throws IOException {
        if (!ids.advanceExact(document)) {
            return;
        }
        int hash = StringHelper.murmurhash3_x86_32(ids.lookupOrd(ids.ordValue()), SEED);
        chosen.add(new Chosen(hash, base + document));
        if (chosen.size() > most) {
            chosen.remove();
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}
