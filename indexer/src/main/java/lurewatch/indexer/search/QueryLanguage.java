package lurewatch.indexer.search;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lurewatch.indexer.Contact;
import org.apache.lucene.queryparser.flexible.core.nodes.QueryNode;

/// Reads a query as people type it.
///
/// Words and things side by side must all match; `OR`, `NOT` (or `-`) and parentheses join them;
/// `"…"` is a phrase, `word*` a beginning, `word~` a similar word, `field:value` a condition, and a
/// pasted contact or URL is itself, however it is written. What cannot be understood, and every
/// field that does not exist, is a [QueryException]; the limits on length, depth and number stand
/// in `QueryLexer` and hold before anything is parsed. Immutable and thread-safe.
public final class QueryLanguage {
    /// A field that a query may name.
    public record FieldHelp(String name, String about) {}

    private final PastedLexer pasted;
    private final QueryFields fields;

    /// @param contactReader reads what somebody pasted as a contact, in any writing
    /// @param clock what `7d` is counted back from
    public QueryLanguage(Function<String, Optional<Contact>> contactReader, InstantSource clock) {
        this.pasted = new PastedLexer(contactReader);
        this.fields = new QueryFields(contactReader, new TimeExpression(clock));
    }

    public ParsedQuery parse(String query) throws QueryException {
        List<Lexeme> lexemes = QueryLexer.lexemesOf(query, pasted, fields::isContact);
        QueryNode tree = QueryGrammar.treeOf(query, lexemes);
        List<Lexeme.Operand> operands =
                lexemes.stream()
                        .filter(Lexeme.Operand.class::isInstance)
                        .map(Lexeme.Operand.class::cast)
                        .toList();
        QueryPlan plan = QueryPlan.of(tree, operands, new OperandQueries(query, fields));
        return new ParsedQuery(query, plan.explained(), plan.query());
    }

    /// Every field, in the order in which help lists them.
    public List<FieldHelp> fields() {
        return fields.all().stream()
                .map(field -> new FieldHelp(field.name(), field.about()))
                .toList();
    }
}
