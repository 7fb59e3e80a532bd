package lurewatch.indexer.index;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.SmallFloat;

/// The term-frequency part of BM25 with a fixed reference length and without document frequencies.
///
/// Lucene's statistics count deleted documents until a merge drops them, so under plain BM25 the
/// order of hits depends on how often postings were updated and when segments merged. Here a score
/// is a function of query and posting alone: an index rebuilt by replay ranks the same, bit for
/// bit. The price is small: words are joined by AND unless a query says otherwise, so that every
/// hit has every word, rare ones too.
final class ReplayableSimilarity extends Similarity {
    private static final float K1 = 1.2f;
    private static final float B = 0.6f;

    /// Tokens of an ordinary ad, in place of the collection's average.
    private static final float REFERENCE_LENGTH = 200;

    @Override
    public long computeNorm(FieldInvertState state) {
        return SmallFloat.intToByte4(Math.max(1, state.getLength() - state.getNumOverlap()));
    }

    @Override
    public SimScorer scorer(float boost, CollectionStatistics collection, TermStatistics... terms) {
        // A phrase says as much as its words together.
        return new LocalScorer(boost * terms.length);
    }

    private static final class LocalScorer extends SimScorer {
        private final float weight;

        LocalScorer(float weight) {
            this.weight = weight;
        }

        @Override
        public float score(float frequency, long norm) {
            float length = SmallFloat.byte4ToInt((byte) norm);
            float dampening = K1 * (1 - B + B * length / REFERENCE_LENGTH);
            // Written so that it grows with frequency even under rounding.
            return weight - weight / (1 + frequency / dampening);
        }
    }
}
