package lurewatch.indexer.search;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.index.IndexSchema;
import lurewatch.indexer.index.UrlForm;
import lurewatch.indexer.search.Lexeme.Form;
import lurewatch.indexer.text.PastedText;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;

/// The query for each thing that is looked for.
///
/// @param query the whole query, for corrected forms
record OperandQueries(String query, QueryFields fields) {
    /// What a contact found as such is worth beside words: more than any of them, as it joins
    /// postings that share no word.
    private static final float CONTACT_WEIGHT = 4;

    private static final Pattern HOST =
            Pattern.compile("(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}\\p{L}{2,24}");

    /// A posting's, as other commands print it.
    private static final Pattern ID = Pattern.compile("p[0-9a-f]{16}");

    /// Said behind a number that does not say its country.
    private static final String OF_ANY_COUNTRY = " of any country";

    private static final Pattern FUZZY = Pattern.compile("([^~]+)~([12]?)");
    private static final Pattern INNER_STAR = Pattern.compile(".*[A-Za-z0-9]\\*[A-Za-z0-9].*");

    Query queryFor(Lexeme.Operand operand) throws QueryException {
        return switch (operand) {
            case Lexeme.Phrase(int at, String text, int slop) -> TextQueries.phrase(text, slop, at);
            case Lexeme.Word(int at, String text) -> word(text, at);
            case Lexeme.Pasted(int at, String written, Contact contact) ->
                    pasted(written, contact, at);
            case Lexeme.Home(int at, String written, Set<String> values) ->
                    home(written, values, at);
            case Lexeme.Address(int at, String url) -> address(url, at);
            case Lexeme.Condition condition -> condition(condition);
        };
    }

    /// @param query what [#queryFor] made of it
    static String explained(Lexeme.Operand operand, Query query) {
        return switch (operand) {
            case Lexeme.Phrase(int _, String text, int slop) ->
                    '"' + text + '"' + (slop == 0 ? "" : "~" + slop);
            case Lexeme.Word(int _, String text) -> text;
            case Lexeme.Pasted(int _, String written, Contact contact) ->
                    "(contact:"
                            + term(contact, written)
                            + (isPost(written) ? " OR url:" + form(written) : "")
                            + " OR \""
                            + written
                            + "\")";
            case Lexeme.Home(int _, String written, Set<String> _) ->
                    "(contact:" + digits(written) + OF_ANY_COUNTRY + " OR \"" + written + "\")";
            case Lexeme.Address(int _, String url) ->
                    "(url:" + UrlForm.of(url) + " OR \"" + url + "\")";
            case Lexeme.Condition condition -> explained(condition, query);
        };
    }

    private static String explained(Lexeme.Condition condition, Query query) {
        Lexeme.Value value = condition.value();
        String text = value.form() == Form.QUOTED ? '"' + value.text() + '"' : value.text();
        String typed = condition.field() + condition.comparison().sign + text;
        return Understood.of(query)
                .filter(understood -> !understood.equalsIgnoreCase(typed))
                .orElse(ContactConditions.isOfAnyCountry(query) ? typed + OF_ANY_COUNTRY : typed);
    }

    /// Conditions select and do not rank, except for likeness, which is a matter of degree.
    private Query condition(Lexeme.Condition condition) throws QueryException {
        Query found = fields.queryFor(condition, query);
        return found instanceof NamingQuery ? found : selecting(found);
    }

    private static Query selecting(Query query) {
        return new BoostQuery(new ConstantScoreQuery(query), 0);
    }

    /// Whether it stands for itself alone: no pattern, and nothing that may be a host's name.
    static boolean isMere(Lexeme.Word word) {
        String text = word.text();
        return text.indexOf('*') < 0
                && text.indexOf('~') < 0
                && !HOST.matcher(text).matches()
                && text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static Query word(String text, int at) throws QueryException {
        if (text.equals("*")) {
            return selecting(MatchAllDocsQuery.INSTANCE);
        }
        Matcher fuzzy = FUZZY.matcher(text);
        if (fuzzy.matches()) {
            int edits = fuzzy.group(2).equals("1") ? 1 : 2;
            return TextQueries.fuzzy(fuzzy.group(1), edits, at);
        }
        if (text.startsWith("*") || INNER_STAR.matcher(text).matches()) {
            throw new QueryException(
                    "'*' can only end a word", at + text.indexOf('*'), withoutStars(text, at));
        }
        if (text.endsWith("*")) {
            return TextQueries.prefix(text.substring(0, text.length() - 1), at);
        }
        Query words = TextQueries.word(text, at);
        if (ID.matcher(text).matches()) {
            return Conditions.either(words, Conditions.term(IndexSchema.ID, text));
        }
        return HOST.matcher(text).matches()
                ? Conditions.either(words, Conditions.term(IndexSchema.DOMAIN, text))
                : words;
    }

    private static String withoutStars(String text, int at) {
        return at == 0 ? text.replace("*", "") : "";
    }

    private static Query pasted(String written, Contact contact, int at) throws QueryException {
        Query named = ContactConditions.contactTerm(term(contact, written));
        Query found = isPost(written) ? Conditions.either(named, Addresses.at(written)) : named;
        return Conditions.either(known(found), TextQueries.phrase(written, 0, at));
    }

    /// Also as a text has it that writes it without a break.
    private static Query home(String written, Set<String> values, int at) throws QueryException {
        return Conditions.either(
                known(ContactConditions.anyOf("", values)),
                TextQueries.phrase(written, 0, at),
                TextQueries.phrase(digits(written), 0, at));
    }

    private static String digits(String written) {
        StringBuilder digits = new StringBuilder();
        PastedText.plain(written)
                .chars()
                .filter(Character::isDigit)
                .forEach(digits::appendCodePoint);
        return digits.toString();
    }

    private static Query known(Query exact) {
        return new BoostQuery(new ConstantScoreQuery(exact), CONTACT_WEIGHT);
    }

    /// Whether a link that names a contact leads on from there, as to a post of a channel.
    private static boolean isPost(String written) {
        return PastedLexer.isAddress(written)
                && form(written).chars().filter(c -> c == '/').count() > 1;
    }

    private static String form(String written) {
        return UrlForm.of(PastedLexer.refanged(written));
    }

    /// A number or an `@name` is looked for on every channel; a link names its channel.
    private static String term(Contact contact, String written) {
        boolean anyChannel = contact.kind() == ContactKind.PHONE || written.startsWith("@");
        return anyChannel ? contact.value() : contact.key();
    }

    /// The postings that have what was pasted, and none that only speak of it.
    static Optional<PastedPiece> exactly(Lexeme.Operand operand) {
        return switch (operand) {
            case Lexeme.Pasted(int _, String written, Contact contact) ->
                    Optional.of(
                            new PastedPiece(
                                    written,
                                    Set.of(term(contact, written)),
                                    Optional.of(ParsedQuery.contact(term(contact, written))),
                                    isPost(written)
                                            ? Optional.of(ParsedQuery.url(written))
                                            : Optional.empty()));
            case Lexeme.Home(int _, String written, Set<String> values) ->
                    Optional.of(
                            new PastedPiece(
                                    written,
                                    values,
                                    Optional.of(ParsedQuery.home(written, values)),
                                    Optional.empty()));
            case Lexeme.Address(int _, String url) ->
                    Optional.of(
                            new PastedPiece(
                                    url,
                                    Set.of(),
                                    Optional.empty(),
                                    Optional.of(ParsedQuery.url(url))));
            case Lexeme.Phrase _, Lexeme.Word _, Lexeme.Condition _ -> Optional.empty();
        };
    }

    private static Query address(String url, int at) throws QueryException {
        Query site = Conditions.term(IndexSchema.DOMAIN, UrlForm.of(url));
        return Conditions.either(
                known(Conditions.either(Addresses.at(url), site)), TextQueries.phrase(url, 0, at));
    }
}
