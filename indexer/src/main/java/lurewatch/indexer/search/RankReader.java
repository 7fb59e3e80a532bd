package lurewatch.indexer.search;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lurewatch.indexer.index.IndexSchema;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/// Takes the rank of a hit apart. The parts are asked for one by one with the very queries that
/// ranked it, so that what is explained is what was done.
record RankReader(IndexSearcher searcher, ParsedQuery parsed) {
    Rank of(Hit hit, Instant now) throws IOException {
        ScoreDoc[] found =
                searcher.search(new TermQuery(new Term(IndexSchema.ID, hit.id())), 1).scoreDocs;
        if (found.length != 1) {
            throw new IllegalArgumentException("not a hit of this index: " + hit.id());
        }
        List<Rank.Part> parts = new ArrayList<>();
        for (QueryPlan.Part part : parsed.parts()) {
            List<Rank.Place> where = new ArrayList<>();
            gather(part.query(), found[0].doc, where);
            if (!where.isEmpty()) {
                parts.add(new Rank.Part(part.explained(), where));
            }
        }
        long days = Freshness.daysBetween(hit.lastSeen(), now);
        return new Rank(
                parts,
                1 + parts.stream().mapToDouble(Rank.Part::weight).sum(),
                1 + hit.score() / 100,
                days,
                Freshness.after(days));
    }

    /// Alternatives are asked one by one, as each stands for a place where something may match.
    private void gather(Query query, int document, List<Rank.Place> where) throws IOException {
        if (query instanceof BooleanQuery either && isEither(either)) {
            for (BooleanClause clause : either) {
                gather(clause.query(), document, where);
            }
            return;
        }
        if (query instanceof DisjunctionMaxQuery best) {
            gatherBest(best, document, where);
            return;
        }
        double weight = weight(query, document);
        if (weight > 0) {
            where.add(new Rank.Place(fieldOf(query), weight));
        }
    }

    /// Of several readings of a word the one counts that weighs most.
    private void gatherBest(DisjunctionMaxQuery best, int document, List<Rank.Place> where)
            throws IOException {
        double most = 0;
        Query reading = best;
        for (Query disjunct : best.getDisjuncts()) {
            double weight = weight(disjunct, document);
            if (weight > most) {
                most = weight;
                reading = disjunct;
            }
        }
        if (most > 0) {
            gather(reading, document, where);
        }
    }

    private double weight(Query query, int document) throws IOException {
        Explanation explanation = searcher.explain(query, document);
        return explanation.isMatch() ? explanation.getValue().doubleValue() : 0;
    }

    private static boolean isEither(BooleanQuery query) {
        return query.clauses().stream()
                        .allMatch(clause -> clause.occur() == BooleanClause.Occur.SHOULD)
                && query.getMinimumNumberShouldMatch() == 0;
    }

    private static String fieldOf(Query query) {
        List<String> fields = new ArrayList<>();
        query.visit(
                new QueryVisitor() {
                    @Override
                    public boolean acceptField(String field) {
                        fields.add(field);
                        return true;
                    }
                });
        // What names postings by likeness tells no field before it is rewritten.
        return fields.isEmpty() ? IndexSchema.SKETCH : fields.getFirst();
    }
}
