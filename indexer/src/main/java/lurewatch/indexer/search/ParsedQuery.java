package lurewatch.indexer.search;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import lurewatch.indexer.Sketch;
import lurewatch.indexer.index.IndexSchema;
import lurewatch.indexer.index.SketchForm;
import lurewatch.indexer.index.UrlForm;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// A query that was understood: made by [QueryLanguage] of what people type, or here of what a
/// program knows exactly; run by [PostingSearch].
public final class ParsedQuery {
    private final String text;
    private final String explained;
    private final Query query;
    private final List<QueryPlan.Part> parts;

    ParsedQuery(String text, String explained, Query query, List<QueryPlan.Part> parts) {
        this.text = text;
        this.explained = explained;
        this.query = query;
        this.parts = List.copyOf(parts);
    }

    private static ParsedQuery of(String explained, Query query) {
        return new ParsedQuery(
                explained, explained, query, List.of(new QueryPlan.Part(explained, query)));
    }

    /// Every posting.
    public static ParsedQuery all() {
        return of("*", MatchAllDocsQuery.INSTANCE);
    }

    /// The postings with exactly this contact, written `kind:value`.
    public static ParsedQuery contact(String key) {
        return of("contact:" + key, ContactConditions.contactTerm(key));
    }

    /// The postings with a contact of that number, wherever it is from.
    ///
    /// @param values what such a contact may be called
    static ParsedQuery home(String written, Set<String> values) {
        return of("contact:" + written, ContactConditions.anyOf("", values));
    }

    /// The postings at a URL, or contacts that are this URL.
    static ParsedQuery url(String url) {
        return of(
                "url:" + UrlForm.of(url),
                Conditions.either(
                        Addresses.at(url),
                        ContactConditions.contactTerm("url:" + UrlForm.of(url))));
    }

    /// The posting with exactly this id.
    public static ParsedQuery id(String id) {
        return of("id:" + id, new TermQuery(new Term(IndexSchema.ID, id)));
    }

    /// The postings whose texts are like the one that was sketched, most like first.
    public static ParsedQuery like(Sketch sketch) {
        return of("like:this text", LikeQuery.of(List.of(SketchForm.of(sketch))));
    }

    /// The postings with a time from one moment until, not at, another.
    ///
    /// @param field one of the times in [IndexSchema]
    public static ParsedQuery during(String field, Instant from, Instant until) {
        return of(field + ":" + from + ".." + until, QueryFields.between(field, from, until));
    }

    /// The postings that were last seen at that moment or later.
    public static ParsedQuery seenSince(Instant from) {
        return of("last>=" + from, QueryFields.between(IndexSchema.LAST_SEEN, from, Instant.MAX));
    }

    /// What this finds and the other finds as well; ranked by this alone.
    public ParsedQuery and(ParsedQuery other) {
        return new ParsedQuery(
                text,
                "(" + explained + " AND " + other.explained + ")",
                new BooleanQuery.Builder()
                        .add(query, Occur.MUST)
                        .add(other.query, Occur.FILTER)
                        .build(),
                parts);
    }

    /// As it was typed.
    public String text() {
        return text;
    }

    /// As it was understood, every operator and parenthesis written out.
    public String explained() {
        return explained;
    }

    Query query() {
        return query;
    }

    /// What of it ranks, and in its order; what it must not match is not among them.
    List<QueryPlan.Part> parts() {
        return parts;
    }

    @Override
    public String toString() {
        return explained;
    }
}
