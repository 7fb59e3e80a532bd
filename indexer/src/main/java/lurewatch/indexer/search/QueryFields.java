package lurewatch.indexer.search;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Context;
import lurewatch.indexer.Standing;
import lurewatch.indexer.index.IndexSchema;
import lurewatch.indexer.index.Route;
import lurewatch.indexer.index.UrlForm;
import lurewatch.indexer.search.Lexeme.Comparison;
import lurewatch.indexer.search.Lexeme.Condition;
import lurewatch.indexer.search.Lexeme.Form;
import lurewatch.indexer.search.Lexeme.Value;
import lurewatch.indexer.text.Nearest;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.DoubleRange;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/// The fields a query may name, and what a condition on each of them means.
final class QueryFields {
    /// A condition as a query; conditions select and never rank.
    interface Meaning {
        Query of(Condition condition) throws QueryException;
    }

    record Field(String name, String about, Meaning meaning) {}

    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Function<String, Optional<Contact>> contactReader;
    private final TimeExpression times;
    private final CampaignSource campaigns;

    QueryFields(
            Function<String, Optional<Contact>> contactReader,
            TimeExpression times,
            CampaignSource campaigns) {
        this.campaigns = campaigns;
        this.contactReader = contactReader;
        this.times = times;
        addText();
        addKeywords();
        addNumbersAndTimes();
        addContacts();
    }

    private QueryFields(QueryFields base) {
        this.contactReader = base.contactReader;
        this.times = base.times;
        this.campaigns = base.campaigns;
        fields.putAll(base.fields);
    }

    /// These and one that names postings.
    QueryFields with(String name, String about, Function<String, Set<String>> postings) {
        QueryFields more = new QueryFields(this);
        more.add(name, about, condition -> named(condition, postings));
        return more;
    }

    private static Query named(Condition condition, Function<String, Set<String>> postings)
            throws QueryException {
        Value value = equalTo(condition);
        try {
            return new ConstantScoreQuery(
                    new TermInSetQuery(
                            IndexSchema.ID,
                            postings.apply(value.text().strip()).stream()
                                    .map(BytesRef::new)
                                    .toList()));
        } catch (IllegalArgumentException e) {
            throw new QueryException(String.valueOf(e.getMessage()), value.at());
        }
    }

    private void addText() {
        add("text", "words of the posting or its title", c -> anywhere(c.value()));
        add("title", "words of the title", this::text);
        add("employer", "words of the employer's name", this::text);
        add("location", "words of the place of work as labelled", this::text);
        add("author", "words of the poster's name", this::text);
        add("place", "a place: gazetteer id or name in any language", this::text);
    }

    private void addKeywords() {
        add("id", "the posting's id", this::keyword);
        add("site", "the watched site's name, or a domain", this::site);
        add("domain", "the URL's host or one of its parents", this::keyword);
        add("url", "the posting's URL, or with * how it starts", this::url);
        add("like", "texts like that of the posting with this id", QueryFields::like);
        add("campaign", "the postings of the campaign with this id", this::campaign);
        add("near", "texts like those of the campaign with this id", this::near);
        add("lang", "language tag: ko, zh, zh-hant, th", this::keyword);
        add("country", "country of a place named: KH or Cambodia", this::country);
        add("route", "from a country to another: TH..MM, TH.., ..MM", this::route);
        add("signal", "signal id; 'lurewatch signals' lists them", this::keyword);
        add("class", "lure, review or low", choice(labels(AssessmentClass.values())));
        add("context", "none, warning, news, …", choice(labels(Context.values())));
        add("urgent", "true where a person may be in danger", choice(List.of("true", "false")));
    }

    private void addNumbersAndTimes() {
        add("score", "0 to 100", this::score);
        add("fraud_score", "0 to 1: reads like job fraud (English)", QueryFields::fraudScore);
        add("pay", "promised pay in US dollars a month", QueryFields::pay);
        add("versions", "how many contents it had", this::versions);
        add("posted", "the date the page claims", this::time);
        add("first", "first seen by us", this::time);
        add("last", "last seen by us", this::time);
        add("seen", "seen by us at some time in it", this::seen);
        add("status", "live, suspect or gone", choice(labels(Standing.Status.values())));
        add("gone", "since when it is gone", this::time);
        add("reappeared", "seen again after it was gone", this::time);
    }

    private void addContacts() {
        add("contact", "a contact of any kind", c -> contact(c, Optional.empty()));
        for (ContactKind kind : ContactKind.values()) {
            if (kind != ContactKind.URL) {
                add(nameOf(kind), "a contact of that kind", c -> contact(c, Optional.of(kind)));
            }
        }
        add("wallet", "a wallet: btc, eth or tron", this::wallet);
    }

    private void add(String name, String about, Meaning meaning) {
        fields.put(name, new Field(name, about, meaning));
    }

    List<Field> all() {
        return List.copyOf(fields.values());
    }

    boolean isContact(String name) {
        return name.equals("contact")
                || Stream.of(ContactKind.values())
                        .anyMatch(kind -> kind != ContactKind.URL && nameOf(kind).equals(name));
    }

    /// The kind's label, except for the messenger that is called like what rules find.
    private static String nameOf(ContactKind kind) {
        return kind == ContactKind.SIGNAL ? "signal_app" : kind.label();
    }

    /// @throws QueryException if there is no such field or it cannot be compared like that
    Query queryFor(Condition condition, String query) throws QueryException {
        Field field = fields.get(condition.field());
        if (field == null) {
            throw unknown(condition, query);
        }
        return field.meaning().of(condition);
    }

    private QueryException unknown(Condition condition, String query) {
        String name = condition.field();
        int behind = condition.at() + name.length();
        String asText = query.substring(0, condition.at()) + '"' + name + query.substring(behind);
        return Nearest.to(name, fields.keySet())
                .map(nearest ->
                        new QueryException(
                                String.format(
                                        Locale.ROOT,
                                        "unknown field '%s'; did you mean '%s'?",
                                        name,
                                        nearest),
                                condition.at(),
                                query.substring(0, condition.at())
                                        + nearest
                                        + query.substring(behind)))
                .orElseGet(() ->
                        new QueryException(
                                String.format(
                                        Locale.ROOT,
                                        "unknown field '%s'; as text, put it in quotes. Fields: %s",
                                        name,
                                        String.join(" ", fields.keySet())),
                                condition.at(),
                                asText.contains(" ") ? "" : asText + '"'));
    }

    private static Query anywhere(Value value) throws QueryException {
        if (isPrefix(value)) {
            return TextQueries.prefix(stem(value), value.at());
        }
        return value.form() == Form.QUOTED
                ? TextQueries.phrase(value.text(), 0, value.at())
                : TextQueries.word(value.text(), value.at());
    }

    private Query text(Condition condition) throws QueryException {
        Value value = equalTo(condition);
        return isPrefix(value)
                ? TextQueries.prefixIn(condition.field(), stem(value), value.at())
                : TextQueries.phraseIn(condition.field(), value.text(), value.at());
    }

    private Query keyword(Condition condition) throws QueryException {
        Value value = equalTo(condition);
        return isPrefix(value)
                ? starting(condition.field(), stem(value))
                : term(condition.field(), value.text());
    }

    private Query site(Condition condition) throws QueryException {
        Value value = equalTo(condition);
        return isPrefix(value)
                ? starting(IndexSchema.SITE, stem(value))
                : either(
                        term(IndexSchema.SITE, value.text()),
                        term(IndexSchema.DOMAIN, value.text()));
    }

    private Query url(Condition condition) throws QueryException {
        Value value = equalTo(condition);
        String url = PastedLexer.refanged(isPrefix(value) ? stem(value) : value.text());
        return isPrefix(value)
                ? starting(IndexSchema.URL, UrlForm.of(url))
                : term(IndexSchema.URL, UrlForm.of(url));
    }

    private Query country(Condition condition) throws QueryException {
        Value value = equalTo(condition);
        return term(IndexSchema.COUNTRY, countryCode(value.text(), value.at()));
    }

    private Query route(Condition condition) throws QueryException {
        Value value = equalTo(condition);
        String written = value.text().strip();
        int between = written.indexOf(Route.BETWEEN);
        if (between < 0 || written.length() == Route.BETWEEN.length()) {
            throw new QueryException(
                    String.format(
                            Locale.ROOT,
                            "'%s' is no route; write route:TH..MM, or route:TH.. and route:..MM"
                                    + " where one end is open",
                            written),
                    value.at());
        }
        int behind = between + Route.BETWEEN.length();
        String from = routeEnd(written.substring(0, between), value.at());
        String to = routeEnd(written.substring(behind), value.at() + behind);
        if (from.equals(to)) {
            throw new QueryException(
                    "a route leads from one country to another; write country:"
                            + (to.isEmpty() ? "KH" : to)
                            + " for what names it",
                    value.at());
        }
        return term(IndexSchema.ROUTE, from + Route.BETWEEN + to);
    }

    private static String routeEnd(String written, int at) throws QueryException {
        return written.isEmpty() || written.equals("*") ? "" : countryCode(written, at);
    }

    /// A code, or an English name as its code.
    private static String countryCode(String written, int at) throws QueryException {
        String name = written.strip();
        return Stream.of(Locale.getISOCountries())
                .filter(iso ->
                        iso.equalsIgnoreCase(name) || englishName(iso).equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() ->
                        new QueryException(
                                String.format(
                                        Locale.ROOT,
                                        "'%s' is no country; write a code such as KH",
                                        name),
                                at));
    }

    private static String englishName(String iso) {
        return iso.equals("MM") ? "Myanmar" : Locale.of("", iso).getDisplayCountry(Locale.ENGLISH);
    }

    private static Meaning choice(List<String> allowed) {
        return condition -> {
            Value value = equalTo(condition);
            String wanted = value.text().strip().toLowerCase(Locale.ROOT);
            if (!allowed.contains(wanted)) {
                throw new QueryException(
                        String.format(
                                Locale.ROOT,
                                "'%s' is no %s; it is one of %s",
                                value.text(),
                                condition.field(),
                                String.join(", ", allowed)),
                        value.at());
            }
            return term(condition.field(), wanted);
        };
    }

    private static <E extends Enum<E>> List<String> labels(E[] values) {
        return Stream.of(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
    }

    private Query score(Condition condition) throws QueryException {
        // A plain number means that number as it is shown: rounded.
        Numbers range = Numbers.of(condition, 0.5);
        return DoublePoint.newRangeQuery(IndexSchema.SCORE, range.low(), range.high());
    }

    private static Query fraudScore(Condition condition) throws QueryException {
        // A plain number means that number as it is shown: with two decimals.
        Numbers range = Numbers.of(condition, 0.005);
        return DoublePoint.newRangeQuery(IndexSchema.FRAUD_SCORE, range.low(), range.high());
    }

    private static Query pay(Condition condition) throws QueryException {
        // A plain number means a promise that holds it, to the dollar.
        Numbers range = Numbers.of(condition, 0.5, PayAmount::read);
        double[] low = {range.low()};
        double[] high = {range.high()};
        return DoubleRange.newIntersectsQuery(IndexSchema.PAY, low, high);
    }

    private static Query like(Condition condition) throws QueryException {
        Value value = equalTo(condition);
        return new LikeQuery(value.text().strip(), value.at());
    }

    private Query campaign(Condition condition) throws QueryException {
        return new TermInSetQuery(
                IndexSchema.ID, members(condition).ids().stream().map(BytesRef::new).toList());
    }

    private Query near(Condition condition) throws QueryException {
        return new NearQuery(members(condition).texts());
    }

    private CampaignSource.Members members(Condition condition) throws QueryException {
        Value value = equalTo(condition);
        String id = value.text().strip();
        return campaigns
                .members(id)
                .orElseThrow(() ->
                        new QueryException(
                                String.format(
                                        Locale.ROOT,
                                        "there is no campaign '%s'; 'lurewatch campaign list'"
                                                + " prints ids",
                                        id),
                                value.at()));
    }

    private Query versions(Condition condition) throws QueryException {
        Numbers range = Numbers.of(condition, 0);
        return IntPoint.newRangeQuery(
                IndexSchema.VERSIONS,
                (int) Math.ceil(Math.max(range.low(), 0)),
                (int) Math.floor(Math.min(range.high(), Integer.MAX_VALUE)));
    }

    private Query time(Condition condition) throws QueryException {
        Times range = Times.of(condition, times);
        return between(condition.field(), range.from(), range.until());
    }

    /// Something is seen in a stretch if it was there before its end and not gone before its start.
    private Query seen(Condition condition) throws QueryException {
        Times range = Times.of(condition, times);
        return new BooleanQuery.Builder()
                .add(between(IndexSchema.FIRST_SEEN, Instant.MIN, range.until()), Occur.FILTER)
                .add(between(IndexSchema.LAST_SEEN, range.from(), Instant.MAX), Occur.FILTER)
                .build();
    }

    static Query between(String field, Instant from, Instant until) {
        long low = from.equals(Instant.MIN) ? Long.MIN_VALUE : from.toEpochMilli();
        long high = until.equals(Instant.MAX) ? Long.MAX_VALUE : until.toEpochMilli() - 1;
        return LongPoint.newRangeQuery(field, low, high);
    }

    private Query contact(Condition condition, Optional<ContactKind> kind) throws QueryException {
        Value value = equalTo(condition);
        String lead = kind.map(k -> k.label() + ":").orElse("");
        if (isPrefix(value)) {
            return starting(IndexSchema.CONTACT, lead + bare(stem(value)));
        }
        String written = PastedLexer.refanged(value.text().strip());
        return contactReader
                .apply(written)
                .map(Contact::value)
                .map(read -> either(contactTerm(lead + read), contactTerm(lead + bare(written))))
                .orElseGet(() -> contactTerm(lead + bare(written)));
    }

    private Query wallet(Condition condition) throws QueryException {
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
        return term(IndexSchema.CONTACT, value);
    }

    static Query term(String field, String value) {
        return new TermQuery(new Term(field, IndexSchema.folded(value)));
    }

    private static Query starting(String field, String stem) {
        return new PrefixQuery(new Term(field, IndexSchema.folded(stem)));
    }

    static Query either(Query... queries) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        Stream.of(queries).distinct().forEach(query -> any.add(query, Occur.SHOULD));
        return any.build();
    }

    /// The value of a condition on a field that has no order.
    private static Value equalTo(Condition condition) throws QueryException {
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

    private static boolean isPrefix(Value value) {
        return value.form() == Form.BARE && value.text().endsWith("*");
    }

    private static String stem(Value value) {
        return value.text().substring(0, value.text().length() - 1);
    }
}
