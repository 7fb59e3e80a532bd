package lurewatch.indexer.search;

import java.util.Locale;
import java.util.stream.Stream;
import lurewatch.indexer.index.IndexSchema;
import lurewatch.indexer.search.Lexeme.Comparison;
import lurewatch.indexer.search.Lexeme.Condition;
import lurewatch.indexer.search.Lexeme.Form;
import lurewatch.indexer.search.Lexeme.Value;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// What conditions on keywords have in common: a value that is equal, or how it starts.
final class Conditions {
    private Conditions() {}

    static Query term(String field, String value) {
        return new TermQuery(new Term(field, IndexSchema.folded(value)));
    }

    static Query starting(String field, String stem) {
        return new PrefixQuery(new Term(field, IndexSchema.folded(stem)));
    }

    static Query either(Query... queries) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        Stream.of(queries).distinct().forEach(query -> any.add(query, Occur.SHOULD));
        return any.build();
    }

    /// The value of a condition on a field that has no order.
    static Value equalTo(Condition condition) throws QueryException {
        if (condition.comparison() != Comparison.IS) {
            throw new QueryException(
                    String.format(
                            Locale.ROOT,
                            "'%s' cannot be compared by %s; write %s:value",
                            condition.field(),
                            condition.comparison().sign,
                            condition.field()),
                    condition.at() + condition.field().length());
        }
        if (condition.value().form() == Form.BRACKETED) {
            throw new QueryException(
                    String.format(
                            Locale.ROOT,
                            "'%s' has no ranges; write %s:value",
                            condition.field(),
                            condition.field()),
                    condition.value().at());
        }
        return condition.value();
    }

    static boolean isPrefix(Value value) {
        return value.form() == Form.BARE && value.text().endsWith("*");
    }

    static String stem(Value value) {
        return value.text().substring(0, value.text().length() - 1);
    }
}
