package lurewatch.indexer.search;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    public record FieldHelp(FieldGroup group, String name, String about) {}

    private static final Pattern APART =
            Pattern.compile(
                    "(?<![\\w\"])([A-Za-z_]{2,40})\\s*(:>=|:<=|>=|<=|>|<|:|=|：)\\s*(?=[^\\s/])");

    private final PastedLexer pasted;
    private final QueryFields fields;
    private final TimeExpression times;

    /// @param contactReader reads what somebody pasted as a contact, in any writing
    /// @param clock what `7d` is counted back from
    public QueryLanguage(ContactReader contactReader, InstantSource clock) {
        this(contactReader, clock, CampaignSource.NONE);
    }

    /// @param campaigns asked only where a query names one
    public QueryLanguage(
            ContactReader contactReader, InstantSource clock, CampaignSource campaigns) {
        this.pasted = new PastedLexer(contactReader);
        this.times = new TimeExpression(clock);
        this.fields = new QueryFields(contactReader, times, campaigns);
    }

    private QueryLanguage(QueryLanguage base, QueryFields fields) {
        this.pasted = base.pasted;
        this.times = base.times;
        this.fields = fields;
    }

    /// This language and a field more, of which the index knows nothing: what it means is a set of
    /// postings that somebody else names.
    ///
    /// @param postings their ids by the value asked for; asked when such a query is parsed. An
    ///   [IllegalArgumentException] says what is wrong with the value
    public QueryLanguage with(String name, String about, Function<String, Set<String>> postings) {
        return new QueryLanguage(this, fields.with(name, about, postings));
    }

    /// What a query means.
    ///
    /// @throws QueryException where it cannot be understood, with a corrected form only if that can
    ///   be
    public ParsedQuery parse(String query) throws QueryException {
        try {
            return read(query);
        } catch (QueryException wrong) {
            throw wrong.correctedBy(
                    wrong.correction()
                            .filter(better -> isBetter(better, query))
                            .or(() -> closedUp(query).filter(better -> isBetter(better, query)))
                            .orElse(""));
        }
    }

    private boolean isBetter(String correction, String query) {
        // Of two mistakes a correction mends the first.
        return !correction.equals(query) && mistakeAfter(correction) > mistakeAfter(query);
    }

    /// Where the first mistake stands; behind everything where there is none.
    private int mistakeAfter(String query) {
        try {
            read(query);
            return Integer.MAX_VALUE;
        } catch (QueryException wrong) {
            return wrong.position();
        }
    }

    /// The query with no blanks between a field, its sign and its value.
    private Optional<String> closedUp(String query) {
        String closed =
                APART.matcher(query)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(
                                        fields.has(found.group(1).toLowerCase(Locale.ROOT))
                                                ? found.group(1) + found.group(2)
                                                : found.group()));
        return Optional.of(closed).filter(one -> !one.equals(query));
    }

    /// What in a query that found nothing may have been meant otherwise than it was read.
    public List<String> doubts(String query) {
        return new Doubts(closedUp(query), word -> pasted(word).isPresent()).of(query);
    }

    private ParsedQuery read(String query) throws QueryException {
        List<Lexeme> lexemes =
                QueryLexer.lexemesOf(query, pasted, ContactConditions::takesNumbers, fields::has);
        QueryNode tree = QueryGrammar.treeOf(query, lexemes);
        List<Lexeme.Operand> operands =
                lexemes.stream()
                        .filter(Lexeme.Operand.class::isInstance)
                        .map(Lexeme.Operand.class::cast)
                        .toList();
        QueryPlan plan = QueryPlan.of(tree, operands, new OperandQueries(query, fields));
        return new ParsedQuery(query, plan.explained(), plan.query(), plan.parts());
    }

    /// The contact or URL that the text is as a whole.
    public Optional<PastedPiece> pasted(String text) {
        String written = text.strip();
        return written.isEmpty()
                ? Optional.empty()
                : pasted.at(written, 0)
                        .filter(found -> found.end() == written.length())
                        .flatMap(found -> OperandQueries.exactly(found.lexeme()));
    }

    /// The contacts and URLs that stand in a text, in text order; where there are any, also what
    /// looks like one and cannot be read, as a piece that [PastedPiece#isRead] is false of.
    public List<PastedPiece> pastedIn(String text) {
        List<PastedPiece> pieces = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (PastedLexer.isSeparator(text, at) || QueryLexer.isBlank(text.charAt(at))) {
                at++;
                continue;
            }
            Optional<PastedLexer.Found> found = pasted.listed(text, at);
            if (found.isPresent()) {
                OperandQueries.exactly(found.get().lexeme()).ifPresent(pieces::add);
                at = found.get().end();
                continue;
            }
            String unread = pasted.unread(text, at);
            if (!unread.isEmpty()) {
                pieces.add(PastedPiece.unread(unread));
            }
            at = nextWord(text, at + unread.length());
        }
        return pieces.stream().anyMatch(PastedPiece::isRead) ? pieces : List.of();
    }

    private static int nextWord(String text, int at) {
        int next = at;
        while (next < text.length() && !QueryLexer.isBlank(text.charAt(next))) {
            next++;
        }
        while (next < text.length() && QueryLexer.isBlank(text.charAt(next))) {
            next++;
        }
        return next;
    }

    /// A moment as queries write times: `2026-08-15` is its start, `7d` that long ago.
    public Instant moment(String written) throws QueryException {
        return times.read(written, 0).from();
    }

    /// What contacts are written with that a field asks for, `signal:` for `signal_app`; empty for
    /// a field of anything else.
    public Optional<String> contactLead(String field) {
        return ContactConditions.leadOf(field);
    }

    /// Every field, in the order in which help lists them.
    public List<FieldHelp> fields() {
        return fields.all().stream()
                .map(field -> new FieldHelp(field.group(), field.name(), field.about()))
                .toList();
    }
}
