package lurewatch.indexer.search;

import org.apache.lucene.search.Query;

/// A query that was understood: made by [QueryLanguage], run by [PostingSearch].
public final class ParsedQuery {
    private final String text;
    private final String explained;
    private final Query query;

    ParsedQuery(String text, String explained, Query query) {
        this.text = text;
        this.explained = explained;
        this.query = query;
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

    @Override
    public String toString() {
        return explained;
    }
}
