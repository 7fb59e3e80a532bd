package lurewatch.indexer.search;

import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/// A query that names postings, and means others by them. What it looks for can only be told where
/// the index is open that holds the postings named, so it is another query once it is rewritten.
abstract class NamingQuery extends Query {
    @Override
    public final Query rewrite(IndexSearcher searcher) throws IOException {
        return meantBy(PassingPostings.Beside.naming(searcher));
    }

    /// @param naming where the postings named are looked up
    abstract Query meantBy(IndexSearcher naming) throws IOException;

    @Override
    public final Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
        throw new IllegalStateException("searched without being rewritten: " + this);
    }

    @Override
    public final void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }
}
