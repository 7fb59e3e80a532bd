package lurewatch.indexer.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import lurewatch.indexer.index.IndexEntry;
import lurewatch.indexer.index.IndexSchema;
import lurewatch.indexer.index.PassingIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.Directory;

/// Postings held in memory, to be matched with queries that stand: each query finds here exactly
/// what it would find in the index if these postings stood there as they are given. The work is
/// that of these postings, however many the index holds.
///
/// A posting may be here several times, as it stood at several times.
public final class PassingPostings implements Closeable {
    private final Directory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    private PassingPostings(Directory directory, DirectoryReader reader, IndexSearcher searcher) {
        this.directory = directory;
        this.reader = reader;
        this.searcher = searcher;
    }

    /// Takes postings in for matching.
    ///
    /// @param stored where a query that names postings (`like:`) looks for them
    public static PassingPostings of(List<IndexEntry> entries, PostingSearch stored) {
        Directory directory = PassingIndex.of(entries);
        try {
            DirectoryReader reader = DirectoryReader.open(directory);
            IndexSearcher searcher = new Beside(reader, stored.searcher());
            searcher.setSimilarity(IndexSchema.similarity());
            return new PassingPostings(directory, reader, searcher);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot search in memory: " + e.getMessage(), e);
        }
    }

    /// A searcher of what passes, which knows one of what is stored.
    static final class Beside extends IndexSearcher {
        private final IndexSearcher stored;

        Beside(DirectoryReader passing, IndexSearcher stored) {
            super(passing);
            this.stored = stored;
        }

        /// Where a posting that a query names is to be looked up.
        static IndexSearcher naming(IndexSearcher searcher) {
            return searcher instanceof Beside beside ? beside.stored : searcher;
        }
    }

    /// Which of the postings a query finds, by their places in the list.
    public BitSet matching(ParsedQuery parsed) throws QueryException {
        BitSet matching = new BitSet();
        try {
            Query query = searcher.rewrite(parsed.query());
            Weight weight = searcher.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1);
            for (LeafReaderContext leaf : reader.leaves()) {
                gather(leaf, weight, matching);
            }
            return matching;
        } catch (LikeQuery.Failed e) {
            throw e.inQuery();
        } catch (IOException e) {
            throw new UncheckedIOException("the search failed: " + e.getMessage(), e);
        }
    }

    private static void gather(LeafReaderContext leaf, Weight weight, BitSet matching)
            throws IOException {
        Scorer scorer = weight.scorer(leaf);
        if (scorer == null) {
            return; // nothing of it is here
        }
        NumericDocValues places = DocValues.getNumeric(leaf.reader(), PassingIndex.PLACE);
        DocIdSetIterator found = scorer.iterator();
        for (int document = found.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS;
                document = found.nextDoc()) {
            boolean isLive =
                    leaf.reader().getLiveDocs() == null
                            || leaf.reader().getLiveDocs().get(document);
            if (isLive && places.advanceExact(document)) {
                matching.set((int) places.longValue());
            }
        }
    }

    @Override
    public void close() {
        try (directory;
                reader) {
            // Both are closed by leaving this block, the reader first.
        } catch (IOException e) {
            throw new UncheckedIOException("cannot end a search: " + e.getMessage(), e);
        }
    }
}
