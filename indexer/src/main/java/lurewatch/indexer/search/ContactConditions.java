package lurewatch.indexer.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.index.IndexSchema;
import lurewatch.indexer.search.Lexeme.Condition;
import lurewatch.indexer.search.Lexeme.Value;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/// Conditions on contacts, of one kind or of any.
final class ContactConditions {
    /// The field for contacts of any kind.
    static final String ANY = "contact";

    private static final Pattern HOME_NUMBER = Pattern.compile("0[0-9 .-]{8,14}");

    private final Function<String, Optional<Contact>> reader;

    ContactConditions(Function<String, Optional<Contact>> reader) {
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

    /// The kind's label, except for the messenger that is called like what rules find.
    static String nameOf(ContactKind kind) {
        return kind == ContactKind.SIGNAL ? "signal_app" : kind.label();
    }

    Query contact(Condition condition, Optional<ContactKind> kind) throws QueryException {
        Value value = Conditions.equalTo(condition);
        String lead = kind.map(k -> k.label() + ":").orElse("");
        if (Conditions.isPrefix(value)) {
            return Conditions.starting(IndexSchema.CONTACT, lead + bare(Conditions.stem(value)));
        }
        String written = PastedLexer.refanged(value.text().strip());
        return read(written, kind)
                .map(Contact::value)
                .map(read ->
                        Conditions.either(
                                contactTerm(lead + read), contactTerm(lead + bare(written))))
                .orElseGet(() -> contactTerm(lead + bare(written)));
    }

    /// Zalo's own links write its numbers as at home.
    private Optional<Contact> read(String written, Optional<ContactKind> kind) {
        boolean isAtHome =
                kind.filter(ContactKind.ZALO::equals).isPresent()
                        && HOME_NUMBER.matcher(written).matches();
        return reader.apply(
                isAtHome ? "https://zalo.me/" + written.replaceAll("\\D", "") : written);
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
