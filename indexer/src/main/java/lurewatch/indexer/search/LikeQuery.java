package lurewatch.indexer.search;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lurewatch.indexer.Sketch;
import lurewatch.indexer.index.IndexSchema;
import lurewatch.indexer.index.SketchForm;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.function.FunctionMatchQuery;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/// The postings whose texts share much with one that is named by its id, or by how that starts:
/// names, numbers and contacts may differ. What is like it most ranks first.
///
/// Which posting that is can only be told where the index is open; a name that fits none, or
/// several, is a [Failed] when the query is rewritten, never a search without hits.
final class LikeQuery extends NamingQuery {
    /// A quarter of the shingles in common. Unlike texts of one trade share a few in a hundred.
    private static final int LEAST_COMMON = Sketch.SIZE / 4;

    /// What an equal text is worth beside matching words.
    private static final float WEIGHT = 8;

    private final String id;
    private final int at;

    /// @param at where the id stands in the query
    LikeQuery(String id, int at) {
        this.id = id;
        this.at = at;
    }

    /// That the id names no single posting, or one that cannot be compared.
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int at;

        Failed(String message, int at) {
            super(message);
            this.at = at;
        }

        QueryException inQuery() {
            return new QueryException(String.valueOf(getMessage()), at);
        }
    }

    /// The postings like one of several texts.
    static Query of(List<SketchForm> texts) {
        SketchLikeness likeness = new SketchLikeness(texts);
        Query like = new FunctionMatchQuery(likeness, LikeQuery::isLike);
        return new BoostQuery(new FunctionScoreQuery(like, likeness), WEIGHT / Sketch.SIZE);
    }

    private static boolean isLike(double common) {
        return common >= LEAST_COMMON;
    }

    @Override
    Query meantBy(IndexSearcher naming) throws IOException {
        return of(List.of(sketchOf(naming, document(naming))));
    }

    private int document(IndexSearcher searcher) throws IOException {
        String typed = IndexSchema.folded(id);
        ScoreDoc[] exact =
                searcher.search(new TermQuery(new Term(IndexSchema.ID, typed)), 1).scoreDocs;
        if (exact.length == 1) {
            return exact[0].doc;
        }
        ScoreDoc[] starting =
                searcher.search(new PrefixQuery(new Term(IndexSchema.ID, typed)), 2).scoreDocs;
        if (starting.length != 1) {
            throw new Failed(
                    String.format(
                            Locale.ROOT,
                            starting.length == 0
                                    ? "there is no posting '%s'; 'lurewatch search' prints ids"
                                    : "several ids start with '%s'; write more of it",
                            id),
                    at);
        }
        return starting[0].doc;
    }

    private SketchForm sketchOf(IndexSearcher searcher, int document) throws IOException {
        return sketch(searcher, document)
                .orElseThrow(() ->
                        new Failed(
                                String.format(
                                        Locale.ROOT,
                                        "%s says too little to be compared; look for its contacts"
                                                + " instead: 'lurewatch pivot %s'",
                                        id,
                                        id),
                                at));
    }

    static Optional<SketchForm> sketch(IndexSearcher searcher, int document) throws IOException {
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            int local = document - leaf.docBase;
            if (local >= 0 && local < leaf.reader().maxDoc()) {
                BinaryDocValues sketches = DocValues.getBinary(leaf.reader(), IndexSchema.SKETCH);
                return sketches.advanceExact(local)
                        ? Optional.of(SketchForm.of(sketches.binaryValue()))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString(String field) {
        return "like:" + id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LikeQuery like && id.equals(like.id) && at == like.at;
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + at;
    }
}
