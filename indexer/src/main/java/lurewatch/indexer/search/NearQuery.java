package lurewatch.indexer.search;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lurewatch.indexer.index.IndexSchema;
import lurewatch.indexer.index.SketchForm;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/// The postings whose texts are like one of several. What is most like one of them ranks first.
final class NearQuery extends NamingQuery {
    /// Texts that are compared with; a campaign of more has them in common with these.
    private static final int MOST_TEXTS = 12;

    private final List<String> ids;

    NearQuery(List<String> ids) {
        this.ids = List.copyOf(ids);
    }

    @Override
    Query meantBy(IndexSearcher naming) throws IOException {
        Set<SketchForm> sketches = new LinkedHashSet<>();
        for (String id : ids) {
            ScoreDoc[] found =
                    naming.search(new TermQuery(new Term(IndexSchema.ID, id)), 1).scoreDocs;
            if (found.length == 1 && sketches.size() < MOST_TEXTS) {
                LikeQuery.sketch(naming, found[0].doc).ifPresent(sketches::add);
            }
        }
        return sketches.isEmpty()
                ? new MatchNoDocsQuery("no text of the campaign can be compared")
                : LikeQuery.of(List.copyOf(sketches));
    }

    @Override
    public String toString(String field) {
        return "near:" + ids;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NearQuery near && ids.equals(near.ids);
    }

    @Override
    public int hashCode() {
        return ids.hashCode();
    }
}
