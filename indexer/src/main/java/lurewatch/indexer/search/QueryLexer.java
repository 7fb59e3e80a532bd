package lurewatch.indexer.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.search.Lexeme.Comparison;
import lurewatch.indexer.search.Lexeme.Form;
import lurewatch.indexer.search.Lexeme.Value;
import lurewatch.indexer.text.PastedText;

/// Cuts a query into lexemes and refuses what is too long or too deep before anybody works on it.
///
/// Contacts and URLs are recognised here, where they are still whole: `+855 96 123 4567` has
/// spaces, `t.me/name` a slash and `https://` a colon, and each of these means something else to a
/// parser.
final class QueryLexer {
    static final int LONGEST_QUERY = 4000;
    static final int MOST_OPERANDS = 200;
    static final int DEEPEST_NESTING = 20;
    static final int WIDEST_SLOP = 50;

    private static final Pattern CONDITION =
            Pattern.compile("([A-Za-z][A-Za-z_]{0,40})(:>=|:<=|:>|:<|>=|<=|>|<|:=|:|=|：)");
    private static final String WIDE_COLON = "：";

    private static final Pattern SLOP = Pattern.compile("~(\\d{1,4})");

    /// Words before a colon that start a link, not a condition.
    private static final Pattern LINK = Pattern.compile("(?i)(tel|mailto|sms|bitcoin|ethereum):.*");

    private final String query;
    private final PastedLexer pasted;
    private final Predicate<String> takesNumbers;
    private final Predicate<String> isField;
    private final List<Lexeme> lexemes = new ArrayList<>();
    private int position;
    private int depth;
    private int operands;

    private QueryLexer(
            String query,
            PastedLexer pasted,
            Predicate<String> takesNumbers,
            Predicate<String> isField) {
        this.query = query;
        this.isField = isField;
        this.pasted = pasted;
        this.takesNumbers = takesNumbers;
    }

    /// @param takesNumbers whether a field's value may be a telephone number, which may hold blanks
    /// @param isField whether there is such a field
    static List<Lexeme> lexemesOf(
            String query,
            PastedLexer pasted,
            Predicate<String> takesNumbers,
            Predicate<String> isField)
            throws QueryException {
        if (query.length() > LONGEST_QUERY) {
            throw new QueryException(
                    String.format(
                            Locale.ROOT,
                            "the query has %d characters; at most %d are read",
                            query.length(),
                            LONGEST_QUERY),
                    LONGEST_QUERY);
        }
        QueryLexer lexer = new QueryLexer(query, pasted, takesNumbers, isField);
        lexer.run();
        return lexer.lexemes;
    }

    private void run() throws QueryException {
        skipBlanks();
        while (position < query.length()) {
            next();
            skipBlanks();
        }
    }

    private void next() throws QueryException {
        int at = position;
        char c = query.charAt(at);
        if (isQuote(c)) {
            operand(phrase());
        } else if (isNeedlessPlus(at)) {
            position++;
        } else if (isNegation(at)) {
            lexemes.add(new Lexeme.Not(at, String.valueOf(c)));
            position++;
        } else if (isLikeCondition()) {
            operand(condition());
        } else {
            pastedOrPlain(pasted.at(query, at));
        }
    }

    private void pastedOrPlain(Optional<PastedLexer.Found> found) throws QueryException {
        if (found.isPresent()) {
            operand(found.get().lexeme());
            position = found.get().end();
            if (PastedLexer.isSeparator(query, position)) {
                position++;
            }
            return;
        }
        switch (query.charAt(position)) {
            case '(' -> open();
            case ')' -> close();
            default -> word();
        }
    }

    private void open() throws QueryException {
        if (++depth > DEEPEST_NESTING) {
            throw new QueryException(
                    "parentheses are nested deeper than " + DEEPEST_NESTING, position);
        }
        lexemes.add(new Lexeme.Open(position++));
    }

    private void close() {
        depth--;
        lexemes.add(new Lexeme.Close(position++));
    }

    private void operand(Lexeme.Operand operand) throws QueryException {
        if (++operands > MOST_OPERANDS) {
            throw new QueryException(
                    "the query looks for more than " + MOST_OPERANDS + " things", operand.at());
        }
        lexemes.add(operand);
    }

    private Lexeme.Phrase phrase() throws QueryException {
        int at = position;
        String text = quoted();
        Matcher slop = SLOP.matcher(query).region(position, query.length());
        if (!slop.lookingAt()) {
            return new Lexeme.Phrase(at, text, 0);
        }
        int places = Integer.parseInt(slop.group(1));
        if (places > WIDEST_SLOP) {
            throw new QueryException(
                    "a phrase may be at most ~" + WIDEST_SLOP + " loose", position);
        }
        position = slop.end();
        return new Lexeme.Phrase(at, text, places);
    }

    /// The text between the quotes at the position, which moves behind them.
    private String quoted() throws QueryException {
        int at = position;
        int end = at + 1;
        while (end < query.length() && !closes(query.charAt(at), query.charAt(end))) {
            end++;
        }
        if (end == query.length()) {
            throw new QueryException("this quote is never closed", at, query.stripTrailing() + '"');
        }
        position = end + 1;
        return query.substring(at + 1, end);
    }

    private static boolean closes(char opening, char c) {
        return opening == '"' ? c == '"' : c == '”' || c == '“' || c == '"';
    }

    private void word() throws QueryException {
        int at = position;
        String text = run(at);
        position = at + text.length();
        switch (text) {
            case "AND", "&&" -> lexemes.add(new Lexeme.And(at, text));
            case "OR", "||" -> lexemes.add(new Lexeme.Or(at, text));
            case "NOT" -> lexemes.add(new Lexeme.Not(at, text));
            default -> operand(new Lexeme.Word(at, text));
        }
    }

    private boolean isLikeCondition() {
        Matcher matcher = CONDITION.matcher(query).region(position, query.length());
        return matcher.lookingAt()
                // An Asian keyboard's colon stands in texts, too, behind whatever they name.
                && (!matcher.group(2).equals(WIDE_COLON) || isNamed(matcher))
                && !query.startsWith("//", matcher.end())
                && !LINK.matcher(query).region(position, query.length()).lookingAt();
    }

    private boolean isNamed(Matcher matcher) {
        return isField.test(matcher.group(1).toLowerCase(Locale.ROOT));
    }

    private Lexeme.Condition condition() throws QueryException {
        int at = position;
        Matcher matcher = CONDITION.matcher(query).region(at, query.length());
        if (!matcher.lookingAt()) {
            throw new IllegalStateException("no condition at " + at);
        }
        String field = matcher.group(1).toLowerCase(Locale.ROOT);
        position = matcher.end();
        return new Lexeme.Condition(at, field, comparison(matcher.group(2)), value(field));
    }

    private static Comparison comparison(String sign) {
        return switch (sign) {
            case ">=", ":>=" -> Comparison.AT_LEAST;
            case "<=", ":<=" -> Comparison.AT_MOST;
            case ">", ":>" -> Comparison.MORE;
            case "<", ":<" -> Comparison.LESS;
            default -> Comparison.IS;
        };
    }

    private Value value(String field) throws QueryException {
        int at = position;
        char c = at < query.length() ? query.charAt(at) : ' ';
        if (isQuote(c)) {
            return new Value(at, quoted(), Form.QUOTED);
        }
        if (c == '[' || c == '{') {
            return new Value(at, bracketed(), Form.BRACKETED);
        }
        int end = takesNumbers.test(field) ? pasted.phoneEnd(query, at) : at;
        if (c == '(' && end == at) {
            throw new QueryException(
                    String.format(
                            Locale.ROOT,
                            "parentheses cannot stand behind '%s:'; write %s:a OR %s:b",
                            field,
                            field,
                            field),
                    at);
        }
        String text = end > at ? query.substring(at, end) : run(at);
        if (text.isEmpty()) {
            throw new QueryException("'" + field + "' has no value here", at);
        }
        position = PastedLexer.behind(query, at + text.length());
        String unclosed = takesNumbers.test(field) ? PastedLexer.unclosed(text) : text;
        return new Value(at, unclosed.isEmpty() ? text : unclosed, Form.BARE);
    }

    private String bracketed() throws QueryException {
        int at = position;
        int end = at + 1;
        while (end < query.length() && query.charAt(end) != ']' && query.charAt(end) != '}') {
            end++;
        }
        if (end == query.length()) {
            throw new QueryException("this range is never closed", at, query.stripTrailing() + ']');
        }
        position = end + 1;
        return query.substring(at, end + 1);
    }

    /// Everything up to the next blank, quote or parenthesis.
    private String run(int from) {
        int end = from;
        while (end < query.length() && !endsRun(query.charAt(end))) {
            end++;
        }
        return query.substring(from, end);
    }

    private static boolean endsRun(char c) {
        return isBlank(c) || isQuote(c) || c == '(' || c == ')';
    }

    private boolean isNegation(int at) {
        char c = query.charAt(at);
        return (c == '-' || c == '!' || (isDash(c) && isConditionAt(at + 1)))
                && at + 1 < query.length()
                && !isBlank(query.charAt(at + 1))
                && query.charAt(at + 1) != ')';
    }

    /// Elsewhere `+` says that something must be there, which here it must anyway. Before a number
    /// it is its own.
    private boolean isNeedlessPlus(int at) {
        boolean startsWord = at == 0 || endsRun(query.charAt(at - 1));
        return startsWord
                && query.charAt(at) == '+'
                && at + 1 < query.length()
                && (isQuote(query.charAt(at + 1))
                        || (query.charAt(at + 1) == '(' && !startsNumber(at + 2))
                        || CONDITION.matcher(query).region(at + 1, query.length()).lookingAt());
    }

    private boolean startsNumber(int at) {
        return at < query.length() && Character.isDigit(query.charAt(at));
    }

    /// What word processors make of a hyphen. Before a word it may be a dash of the text.
    private static boolean isDash(char c) {
        return c == '–' || c == '—' || c == '−';
    }

    private boolean isConditionAt(int at) {
        Matcher matcher = CONDITION.matcher(query).region(at, query.length());
        return matcher.lookingAt() && isNamed(matcher);
    }

    private void skipBlanks() {
        while (position < query.length()
                && (isBlank(query.charAt(position))
                        || PastedText.isInvisible(query.charAt(position)))) {
            position++;
        }
    }

    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '“' || c == '”' || c == '„';
    }
}
