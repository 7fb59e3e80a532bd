package lurewatch.indexer.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.index.IndexSchema;
import lurewatch.indexer.search.Lexeme.Condition;
import lurewatch.indexer.search.Lexeme.Form;
import lurewatch.indexer.search.Lexeme.Value;
import lurewatch.indexer.text.PastedText;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/// Conditions on contacts, of one kind or of any.
final class ContactConditions {
    /// The field for contacts of any kind.
    static final String ANY = "contact";

    /// The messenger that is called like what rules find.
    private static final String SIGNAL_APP = "signal_app";

    /// Businesses there have names with `@`, which are asked for with it or without.
    private static final String LINE = lead(ContactKind.LINE);

    private static final Pattern HOME_NUMBER = Pattern.compile("0[0-9 .-]{8,14}");

    /// What contacts on Signal look like and no rule is called: a number, `name.01`, `eu/…` of a
    /// link, or the code of a group.
    private static final Pattern ON_SIGNAL =
            Pattern.compile("[+(0-9].*|.*[./].+|(?=.*[0-9])(?=.*[A-Z]).{20,}");

    private final ContactReader reader;

    ContactConditions(ContactReader reader) {
        this.reader = reader;
    }

    /// The kinds that have a field of their own.
    static List<ContactKind> kinds() {
        return Stream.of(ContactKind.values()).filter(kind -> kind != ContactKind.URL).toList();
    }

    /// Whether a field is about contacts.
    static boolean isContact(String field) {
        return field.equals(ANY) || kinds().stream().anyMatch(kind -> nameOf(kind).equals(field));
    }

    /// Whether a field's value may be a number with blanks in it.
    static boolean takesNumbers(String field) {
        return isContact(field) || field.equals(IndexSchema.SIGNAL);
    }

    /// The field that a condition is about. A contact is printed with its kind, and Signal's as
    /// `signal:+855…`, which written like that would ask for a rule.
    static String fieldOf(Condition condition) {
        boolean isOnSignal =
                condition.field().equals(IndexSchema.SIGNAL)
                        && condition.value().form() != Form.BRACKETED
                        && ON_SIGNAL.matcher(condition.value().text().strip()).matches();
        return isOnSignal ? SIGNAL_APP : condition.field();
    }

    /// The kind's label, except for the messenger that is called like what rules find.
    static String nameOf(ContactKind kind) {
        return kind == ContactKind.SIGNAL ? SIGNAL_APP : kind.label();
    }

    /// What contacts begin with that a field asks for; empty for one of no single kind.
    static Optional<String> leadOf(String field) {
        return kinds().stream()
                .filter(kind -> nameOf(kind).equals(field))
                .map(ContactConditions::lead)
                .findFirst();
    }

    private static String lead(ContactKind kind) {
        return kind.label() + ":";
    }

    Query contact(Condition condition, Optional<ContactKind> kind) throws QueryException {
        Value value = Conditions.equalTo(condition);
        String lead = kind.map(ContactConditions::lead).orElse("");
        if (Conditions.isPrefix(value)) {
            String stem = bare(Conditions.stem(value));
            Query starting = Conditions.starting(IndexSchema.CONTACT, lead + stem);
            return lead.equals(LINE)
                    ? Conditions.either(
                            starting, Conditions.starting(IndexSchema.CONTACT, LINE + "@" + stem))
                    : starting;
        }
        String written = PastedLexer.refanged(PastedText.visible(value.text()).strip());
        Query asWritten = contactTerm(lead + bare(written));
        if (lead.equals(LINE)) {
            asWritten = Conditions.either(asWritten, contactTerm(LINE + "@" + bare(written)));
        }
        Optional<Contact> read = read(written, kind);
        if (read.isPresent()) {
            return Conditions.either(contactTerm(lead + read.get().value()), asWritten);
        }
        Set<String> atHome = reader.atHome(written);
        return atHome.isEmpty() ? asWritten : Conditions.either(anyOf(lead, atHome), asWritten);
    }

    /// What has one of these as a contact.
    static Query anyOf(String lead, Set<String> values) {
        return new TermInSetQuery(
                IndexSchema.CONTACT,
                values.stream()
                        .map(value -> new BytesRef(IndexSchema.folded(lead + value)))
                        .toList());
    }

    /// Whether it asks for a number of any country.
    static boolean isOfAnyCountry(Query query) {
        return switch (query) {
            case BoostQuery boosted -> isOfAnyCountry(boosted.getQuery());
            case ConstantScoreQuery constant -> isOfAnyCountry(constant.getQuery());
            case BooleanQuery several ->
                    several.clauses().stream().anyMatch(clause -> isOfAnyCountry(clause.query()));
            case TermInSetQuery set -> set.getField().equals(IndexSchema.CONTACT);
            default -> false;
        };
    }

    /// Zalo's own links write its numbers as at home.
    private Optional<Contact> read(String written, Optional<ContactKind> kind) {
        boolean isAtHome =
                kind.filter(ContactKind.ZALO::equals).isPresent()
                        && HOME_NUMBER.matcher(written).matches();
        return reader.read(isAtHome ? "https://zalo.me/" + written.replaceAll("\\D", "") : written);
    }

    Query wallet(Condition condition) throws QueryException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (ContactKind kind : List.of(ContactKind.BTC, ContactKind.ETH, ContactKind.TRON)) {
            any.add(contact(condition, Optional.of(kind)), Occur.SHOULD);
        }
        return any.build();
    }

    private static String bare(String handle) {
        return handle.startsWith("@") ? handle.substring(1) : handle;
    }

    static Query contactTerm(String value) {
        return Conditions.term(IndexSchema.CONTACT, value);
    }
}
