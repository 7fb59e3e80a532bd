package lurewatch.indexer.search;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Context;
import lurewatch.indexer.Standing;
import lurewatch.indexer.index.IndexSchema;
import lurewatch.indexer.index.UrlForm;
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
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/// The fields a query may name, and what a condition on each of them means.
final class QueryFields {
    /// A condition as a query; conditions select and never rank.
    interface Meaning {
        Query of(Condition condition) throws QueryException;
    }

    record Field(FieldGroup group, String name, String about, Meaning meaning) {}

    /// Of `p` and sixteen digits; shorter than three, it is hardly meant as the start of one.
    private static final Pattern STARTED_ID = Pattern.compile("p[0-9a-f]{3,15}");

    /// Fields whose values may end with `*`.
    private static final Set<FieldGroup> WITH_PATTERNS =
            EnumSet.of(FieldGroup.WORDS, FieldGroup.ADDRESSES, FieldGroup.CONTACTS);

    private static final Set<String> WITH_PATTERN =
            Set.of(IndexSchema.LANGUAGE, IndexSchema.SIGNAL);

    /// Fields that take what no list separator is part of, and do not know their values.
    private static final Set<String> OF_ONE =
            Set.of(
                    IndexSchema.LANGUAGE,
                    IndexSchema.SIGNAL,
                    IndexSchema.SITE,
                    IndexSchema.DOMAIN,
                    IndexSchema.ID);

    /// Of which of its times somebody means it, a posting cannot tell.
    private static final Set<String> ANY_TIME =
            Set.of("date", "time", "day", "when", "since", "before", "after", "year", "month");

    private static final Pattern INNER_STAR = Pattern.compile("\\*(?!$)");
    private static final Pattern INNER_SIGN = Pattern.compile("\\*(?!$)|\\?");

    /// Fields that hold every domain above a host, too.
    private static final Set<String> DOMAINS = Set.of(IndexSchema.SITE, IndexSchema.DOMAIN);

    /// Fields as people call them elsewhere.
    private static final Map<String, String> OTHER_NAMES =
            Map.ofEntries(
                    Map.entry("language", "lang"),
                    Map.entry("salary", "pay"),
                    Map.entry("wage", "pay"),
                    Map.entry("company", "employer"),
                    Map.entry("job", "title"),
                    Map.entry("benefit", "signal"),
                    Map.entry("fee", "signal"),
                    Map.entry("host", "domain"),
                    Map.entry("kakao", "kakaotalk"),
                    Map.entry("weixin", "wechat"),
                    Map.entry("tg", "telegram"),
                    Map.entry("wa", "whatsapp"),
                    Map.entry("ig", "instagram"),
                    Map.entry("insta", "instagram"),
                    Map.entry("tt", "tiktok"));

    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final ContactConditions contacts;
    private final TimeExpression times;
    private final CampaignSource campaigns;

    QueryFields(ContactReader contactReader, TimeExpression times, CampaignSource campaigns) {
        this.campaigns = campaigns;
        this.contacts = new ContactConditions(contactReader);
        this.times = times;
        addText();
        addAddresses();
        addLikeness();
        addContent();
        addTimes();
        addContacts();
    }

    private QueryFields(QueryFields base) {
        this.contacts = base.contacts;
        this.times = base.times;
        this.campaigns = base.campaigns;
        fields.putAll(base.fields);
    }

    /// These and one that names postings.
    QueryFields with(String name, String about, Function<String, Set<String>> postings) {
        QueryFields more = new QueryFields(this);
        more.add(FieldGroup.CASEWORK, name, about, condition -> named(condition, postings));
        return more;
    }

    private static Query named(Condition condition, Function<String, Set<String>> postings)
            throws QueryException {
        Value value = Conditions.equalTo(condition);
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
        FieldGroup group = FieldGroup.WORDS;
        add(group, "text", "words of the posting or its title", c -> anywhere(c.value()));
        add(group, "title", "words of the title", this::text);
        add(group, "employer", "words of the employer's name, as the page labels it", this::text);
        add(group, "location", "words of the place of work, as the page labels it", this::text);
        add(group, "author", "words of the poster's name, as the page labels it", this::text);
        add(group, "place", "a place named: gazetteer id or name in any language", this::text);
    }

    private void addAddresses() {
        FieldGroup group = FieldGroup.ADDRESSES;
        add(group, "id", "the posting's id, or how it starts", QueryFields::id);
        add(group, "site", "the watched site's name, or a domain", this::site);
        add(group, "domain", "the URL's host or one of its parents", this::keyword);
        add(group, "url", "the posting's URL, or with * how it starts", this::url);
    }

    private void addLikeness() {
        FieldGroup group = FieldGroup.LIKENESS;
        add(group, "like", "texts like that of the posting with this id", QueryFields::like);
        add(group, "campaign", "the postings of the campaign with this id", this::campaign);
        add(group, "near", "texts like those of the campaign with this id", this::near);
    }

    private void addContent() {
        FieldGroup group = FieldGroup.CONTENT;
        List<String> contexts = labels(Context.values());
        add(group, "lang", "language tag or name: ko, korean, zh, zh-hant", QueryFields::lang);
        add(
                group,
                "country",
                "country of a place named: KH, KHM or Cambodia",
                PlaceConditions::country);
        add(
                group,
                "route",
                "from a country to another: TH..MM, TH.., ..MM",
                PlaceConditions::route);
        add(group, "signal", "signal id; 'lurewatch signals' lists them", this::keyword);
        add(
                group,
                "class",
                "lure (score 60 or more), review (35 or more) or low; signals.yaml sets the bounds",
                choice(labels(AssessmentClass.values())));
        add(
                group,
                "context",
                "none, or what quotes lures without being one: "
                        + String.join(", ", contexts.subList(1, contexts.size())),
                choice(contexts));
        add(
                group,
                "urgent",
                "true where a person may be in danger, else false",
                choice(List.of("true", "false")));
        add(group, "score", "0 to 100, as screens show it: rounded", this::score);
        add(
                group,
                "fraud_score",
                "0 to 1: reads like job fraud (English), rounded as shown",
                QueryFields::fraudScore);
        add(group, "pay", "promised pay in US dollars a month", QueryFields::pay);
    }

    private void addTimes() {
        FieldGroup group = FieldGroup.TIMES;
        add(group, "versions", "how many different contents we saw: versions>1", this::versions);
        add(group, "posted", "when it was posted, as its page claims", this::time);
        add(group, "first", "when we saw it for the first time", this::time);
        add(group, "last", "when we saw it for the last time so far", this::time);
        add(
                group,
                "seen",
                "first seen before the end of that time, last seen after its start",
                this::seen);
        add(
                group,
                "status",
                "live, suspect (one visit did not find it) or gone (several did not)",
                choice(labels(Standing.Status.values())));
        add(group, "gone", "of those gone: the first visit that did not find it", this::time);
        add(group, "reappeared", "when it was seen again after it was gone", this::time);
    }

    private void addContacts() {
        FieldGroup group = FieldGroup.CONTACTS;
        add(
                group,
                ContactConditions.ANY,
                "a contact of any kind",
                c -> contacts.contact(c, Optional.empty()));
        for (ContactKind kind : ContactConditions.kinds()) {
            add(
                    group,
                    ContactConditions.nameOf(kind),
                    "a contact of that kind",
                    c -> contacts.contact(c, Optional.of(kind)));
        }
        add(group, "wallet", "a wallet: btc, eth or tron", contacts::wallet);
    }

    private void add(FieldGroup group, String name, String about, Meaning meaning) {
        fields.put(name, new Field(group, name, about, meaning));
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    List<Field> all() {
        return List.copyOf(fields.values());
    }

    /// @throws QueryException if there is no such field or it cannot be compared like that
    Query queryFor(Condition condition, String query) throws QueryException {
        Field field = fields.get(ContactConditions.fieldOf(condition));
        if (field == null) {
            throw unknown(condition, query);
        }
        if (WITH_PATTERNS.contains(field.group()) || WITH_PATTERN.contains(field.name())) {
            checkPattern(field, condition, query);
        }
        if (OF_ONE.contains(field.name())) {
            checkOne(condition, query);
        }
        try {
            return field.meaning().of(condition);
        } catch (QueryException wrong) {
            throw wrong.correction().isPresent()
                    ? wrong
                    : wrong.correctedBy(OtherForms.corrected(condition, query));
        }
    }

    /// A list would be looked for as one value, and found nowhere.
    private static void checkOne(Condition condition, String query) throws QueryException {
        if (condition.value().form() == Form.BARE && OtherForms.listed(condition).isPresent()) {
            throw new QueryException(
                    String.format(
                            Locale.ROOT,
                            "'%s' takes one value; several are written %s:a OR %s:b",
                            condition.field(),
                            condition.field(),
                            condition.field()),
                    condition.value().at(),
                    OtherForms.corrected(condition, query));
        }
    }

    /// A sign that is no pattern here would be looked for as itself, and found nowhere.
    private static void checkPattern(Field field, Condition condition, String query)
            throws QueryException {
        Value value = condition.value();
        Matcher sign = (mayAsk(field) ? INNER_STAR : INNER_SIGN).matcher(value.text());
        if (value.form() != Form.BARE || !sign.find()) {
            return;
        }
        String start = value.text().substring(0, sign.start());
        String rest = value.text().substring(sign.end());
        boolean isBelow = DOMAINS.contains(field.name()) && start.isEmpty() && rest.startsWith(".");
        String better = isBelow ? rest.substring(1) : start.length() < 2 ? "" : start + "*";
        String before = query.substring(0, value.at());
        String behind =
                query.substring(Math.min(query.length(), value.at() + value.text().length()));
        throw new QueryException(
                String.format(
                        Locale.ROOT,
                        "'%s' stands for no letters here; %s:abc* is how it starts, and quotes"
                                + " look for the sign itself",
                        sign.group(),
                        condition.field()),
                value.at() + sign.start(),
                better.isEmpty() ? "" : before + better + behind);
    }

    /// Questions end with it, and a page's address may have it.
    private static boolean mayAsk(Field field) {
        return field.group() == FieldGroup.WORDS || field.name().equals(IndexSchema.URL);
    }

    private QueryException unknown(Condition condition, String query) {
        String name = condition.field();
        int behind = condition.at() + name.length();
        if (ANY_TIME.contains(name)) {
            return new QueryException(
                    String.format(
                            Locale.ROOT,
                            "unknown field '%s'; times are posted, first, last, seen, gone and"
                                    + " reappeared: first:2026-08",
                            name),
                    condition.at());
        }
        String asText = query.substring(0, condition.at()) + '"' + name + query.substring(behind);
        return Optional.ofNullable(OTHER_NAMES.get(name))
                .or(() -> Nearest.to(name, fields.keySet()))
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
        if (Conditions.isPrefix(value) && Conditions.stem(value).isEmpty()) {
            return MatchAllDocsQuery.INSTANCE;
        }
        if (Conditions.isPrefix(value)) {
            return TextQueries.prefix(Conditions.stem(value), value.at());
        }
        return value.form() == Form.QUOTED
                ? TextQueries.phrase(value.text(), 0, value.at())
                : TextQueries.word(value.text(), value.at());
    }

    private Query text(Condition condition) throws QueryException {
        Value value = Conditions.equalTo(condition);
        if (Conditions.isPrefix(value) && Conditions.stem(value).isEmpty()) {
            return new PrefixQuery(new Term(condition.field(), ""));
        }
        return Conditions.isPrefix(value)
                ? TextQueries.prefixIn(condition.field(), Conditions.stem(value), value.at())
                : TextQueries.phraseIn(condition.field(), value.text(), value.at());
    }

    private Query keyword(Condition condition) throws QueryException {
        Value value = Conditions.equalTo(condition);
        return Conditions.isPrefix(value)
                ? Conditions.starting(condition.field(), Conditions.stem(value))
                : Conditions.term(condition.field(), value.text());
    }

    /// As much of an id as somebody has, as `show` takes it.
    private static Query id(Condition condition) throws QueryException {
        Value value = Conditions.equalTo(condition);
        String stem = Conditions.isPrefix(value) ? Conditions.stem(value) : value.text().strip();
        return Conditions.isPrefix(value) || STARTED_ID.matcher(stem).matches()
                ? Conditions.starting(IndexSchema.ID, stem)
                : Conditions.term(IndexSchema.ID, stem);
    }

    private static Query lang(Condition condition) throws QueryException {
        Value value = Conditions.equalTo(condition);
        return Conditions.isPrefix(value)
                ? Conditions.starting(IndexSchema.LANGUAGE, Conditions.stem(value))
                : Conditions.term(IndexSchema.LANGUAGE, LanguageNames.tag(value.text()));
    }

    private Query site(Condition condition) throws QueryException {
        Value value = Conditions.equalTo(condition);
        return Conditions.isPrefix(value)
                ? Conditions.starting(IndexSchema.SITE, Conditions.stem(value))
                : Conditions.either(
                        Conditions.term(IndexSchema.SITE, value.text()),
                        Conditions.term(IndexSchema.DOMAIN, value.text()));
    }

    private Query url(Condition condition) throws QueryException {
        Value value = Conditions.equalTo(condition);
        return Conditions.isPrefix(value)
                ? Conditions.starting(
                        IndexSchema.URL, UrlForm.of(PastedLexer.refanged(Conditions.stem(value))))
                : Addresses.at(value.text());
    }

    private static Meaning choice(List<String> allowed) {
        return condition -> {
            Value value = Conditions.equalTo(condition);
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
            return Conditions.term(condition.field(), wanted);
        };
    }

    private static <E extends Enum<E>> List<String> labels(E[] values) {
        return Stream.of(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
    }

    private Query score(Condition condition) throws QueryException {
        // A whole number means all that is shown as that number: rounded.
        Numbers range = Numbers.asShown(condition, 1);
        return DoublePoint.newRangeQuery(IndexSchema.SCORE, range.low(), range.high());
    }

    private static Query fraudScore(Condition condition) throws QueryException {
        // A number of two decimals means all that is shown as that number.
        Numbers range = Numbers.asShown(condition, 0.01);
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
        Value value = Conditions.equalTo(condition);
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
        Value value = Conditions.equalTo(condition);
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
}
