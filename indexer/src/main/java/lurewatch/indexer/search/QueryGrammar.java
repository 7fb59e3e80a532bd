package lurewatch.indexer.search;

import java.util.List;
import java.util.Locale;
import org.apache.lucene.queryparser.flexible.core.QueryNodeParseException;
import org.apache.lucene.queryparser.flexible.core.nodes.QueryNode;
import org.apache.lucene.queryparser.flexible.standard.parser.StandardSyntaxParser;

/// Joins lexemes by Lucene's standard syntax: `AND` binds tighter than `OR`, and both tighter than
/// standing side by side, which means AND: `"free flight" OR "no experience" country:KH` asks for
/// either phrase, in Cambodia.
///
/// Lucene's parser sees the operators and a number for each operand, never what somebody typed, so
/// none of its own syntax (regular expressions, boosts, wildcards) can be reached from outside.
/// Every mistake in the order of lexemes is found here first, because here its place is known.
final class QueryGrammar {
    /// The name under which operands appear in the syntax tree; their text is their index.
    static final String OPERAND = "x";

    private final String query;
    private final List<Lexeme> lexemes;

    private QueryGrammar(String query, List<Lexeme> lexemes) {
        this.query = query;
        this.lexemes = lexemes;
    }

    static QueryNode treeOf(String query, List<Lexeme> lexemes) throws QueryException {
        QueryGrammar grammar = new QueryGrammar(query, lexemes);
        grammar.check();
        try {
            return new StandardSyntaxParser().parse(grammar.skeleton(), OPERAND);
        } catch (QueryNodeParseException e) {
            throw new QueryException("cannot be read as a query", 0);
        }
    }

    private String skeleton() {
        StringBuilder skeleton = new StringBuilder();
        int operand = 0;
        for (Lexeme lexeme : lexemes) {
            switch (lexeme) {
                case Lexeme.Open _ -> skeleton.append("( ");
                case Lexeme.Close _ -> skeleton.append(") ");
                case Lexeme.And _ -> skeleton.append("AND ");
                case Lexeme.Or _ -> skeleton.append("OR ");
                case Lexeme.Not _ -> skeleton.append("NOT ");
                case Lexeme.Operand _ ->
                        skeleton.append(OPERAND).append(':').append(operand++).append(' ');
            }
        }
        return skeleton.toString();
    }

    private void check() throws QueryException {
        if (lexemes.isEmpty()) {
            throw new QueryException("the query is empty; '*' finds everything", 0, "*");
        }
        int open = 0;
        for (int i = 0; i < lexemes.size(); i++) {
            Lexeme before = i == 0 ? new Lexeme.Open(0) : lexemes.get(i - 1);
            Lexeme here = lexemes.get(i);
            open += here instanceof Lexeme.Open ? 1 : here instanceof Lexeme.Close ? -1 : 0;
            if (open < 0) {
                throw new QueryException(
                        "this parenthesis was never opened", here.at(), without(here.at(), 1));
            }
            checkPair(before, here);
        }
        checkEnd(open);
    }

    private void checkPair(Lexeme before, Lexeme here) throws QueryException {
        boolean wantsOperand =
                !(before instanceof Lexeme.Operand || before instanceof Lexeme.Close);
        if (!wantsOperand) {
            return;
        }
        switch (here) {
            case Lexeme.And(int at, String written) -> throw missingLeft(written, at);
            case Lexeme.Or(int at, String written) -> throw missingLeft(written, at);
            case Lexeme.Close(int at) -> {
                if (before instanceof Lexeme.Open) {
                    throw new QueryException("there is nothing between these parentheses", at);
                }
                throw missingRight(before);
            }
            case Lexeme.Not(int at, String written) when before instanceof Lexeme.Not ->
                    // Two of them are none.
                    throw new QueryException(
                            String.format(
                                    Locale.ROOT, "'%s' stands behind another negation", written),
                            at,
                            without(before.at(), at + written.length() - before.at()));
            case Lexeme.Not _, Lexeme.Open _, Lexeme.Operand _ -> {
                // Each of these may start what is wanted.
            }
        }
    }

    private void checkEnd(int open) throws QueryException {
        Lexeme last = lexemes.getLast();
        if (!(last instanceof Lexeme.Operand || last instanceof Lexeme.Close)) {
            throw last instanceof Lexeme.Open
                    ? new QueryException("this parenthesis opens nothing", last.at())
                    : missingRight(last);
        }
        if (open > 0) {
            throw new QueryException(
                    "a parenthesis is never closed",
                    lastUnclosed(),
                    query.stripTrailing() + ")".repeat(open));
        }
    }

    private int lastUnclosed() {
        int closed = 0;
        for (Lexeme lexeme : lexemes.reversed()) {
            if (lexeme instanceof Lexeme.Close) {
                closed++;
            } else if (lexeme instanceof Lexeme.Open && --closed < 0) {
                return lexeme.at();
            }
        }
        return 0;
    }

    private QueryException missingLeft(String written, int at) {
        return new QueryException(
                String.format(
                        Locale.ROOT,
                        "'%s' has nothing on its left; as a word, write \"%s\"",
                        written,
                        written.toLowerCase(Locale.ROOT)),
                at,
                without(at, written.length()));
    }

    private QueryException missingRight(Lexeme operator) {
        String written =
                switch (operator) {
                    case Lexeme.And(int _, String sign) -> sign;
                    case Lexeme.Or(int _, String sign) -> sign;
                    case Lexeme.Not(int _, String sign) -> sign;
                    case Lexeme.Open _, Lexeme.Close _, Lexeme.Operand _ -> "";
                };
        return new QueryException(
                "'" + written + "' has nothing on its right",
                operator.at(),
                without(operator.at(), written.length()));
    }

    private String without(int at, int length) {
        return (query.substring(0, at) + query.substring(at + length))
                .strip()
                .replaceAll(" +", " ");
    }
}
