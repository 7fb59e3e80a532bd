package lurewatch.indexer.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Context;
import lurewatch.indexer.Digest;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.FraudScore;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.Particulars;
import lurewatch.indexer.Pay;
import lurewatch.indexer.Place;
import lurewatch.indexer.PlaceRole;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.Signal;

/// Writes a version of a posting, with all that was found in it, and reads it back.
final class VersionRows {
    private final Sql sql;

    VersionRows(Sql sql) {
        this.sql = sql;
    }

    /// A new version; gives its key.
    long insert(long posting, int number, Digest content, AssessedPosting assessed)
            throws SQLException {
        JobPosting said = assessed.posting();
        long version =
                sql.insert(
                        """
                        INSERT INTO versions (posting, number, first_capture, content_digest, title,
                            author, employer, location, salary, posted_at, blocks, links)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        posting,
                        number,
                        said.capture().sequence(),
                        content.hex(),
                        said.title(),
                        said.author(),
                        said.employer(),
                        said.location(),
                        said.salary(),
                        // A page may claim any year: not a time we sort by.
                        said.postedAt().map(Object::toString),
                        Json.ofBlocks(said.blocks()),
                        Json.ofLinks(said.links()));
        insertAssessment(version, assessed.assessment());
        return version;
    }

    /// Puts an assessment by other rules in the place of the one a version has.
    void replaceAssessment(long version, Assessment assessment) throws SQLException {
        for (String table : List.of("assessments", "signals", "mentions", "places", "pay")) {
            sql.update("DELETE FROM " + table + " WHERE version = ?", version);
        }
        insertAssessment(version, assessment);
    }

    /// Version, posting and capture of a row, for [#load].
    static final String COLUMNS =
            """
            p.id, p.site, p.url, v.version, v.title, v.author, v.employer, v.location, v.salary,
            v.posted_at, v.blocks, v.links, a.language, a.score, a.class, a.context,
            a.contributions, a.rules_version, a.failures, a.fraud_score, a.fraud_model, a.fraud_words
            """;

    static final String TABLES =
            "versions v JOIN postings p USING (posting) JOIN assessments a USING (version)";

    /// The posting in a row of [#COLUMNS], as seen in that capture.
    AssessedPosting load(ResultSet row, CaptureId capture) throws SQLException {
        JobPosting posting =
                new JobPosting(
                        new PostingId(row.getString("id")),
                        capture,
                        row.getString("site"),
                        row.getString("url"),
                        row.getString("title"),
                        Sql.text(row, "author"),
                        Sql.text(row, "employer"),
                        Sql.text(row, "location"),
                        Sql.text(row, "salary"),
                        Sql.text(row, "posted_at").map(Times::read),
                        Json.blocks(row.getString("blocks")),
                        Json.links(row.getString("links")),
                        Particulars.UNKNOWN);
        long version = row.getLong("version");
        Assessment assessment =
                new Assessment(
                        Sql.text(row, "language"),
                        row.getDouble("score"),
                        named(AssessmentClass.class, row.getString("class")),
                        named(Context.class, row.getString("context")),
                        signals(version),
                        contacts(version),
                        places(version),
                        pay(version),
                        Json.contributions(row.getString("contributions")),
                        row.getString("rules_version"),
                        fraud(row),
                        Json.strings(row.getString("failures")));
        return new AssessedPosting(posting, assessment);
    }

    private static Optional<FraudScore> fraud(ResultSet row) throws SQLException {
        Optional<String> model = Sql.text(row, "fraud_model");
        return model.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new FraudScore(
                                row.getDouble("fraud_score"),
                                model.get(),
                                Json.shares(row.getString("fraud_words"))));
    }

    private void insertAssessment(long version, Assessment assessment) throws SQLException {
        sql.update(
                """
                INSERT INTO assessments (version, language, score, class, context, contributions,
                    rules_version, failures, fraud_score, fraud_model, fraud_words)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                version,
                assessment.language(),
                assessment.score(),
                assessment.assessmentClass().label(),
                assessment.context().label(),
                Json.ofContributions(assessment.contributions()),
                assessment.rulesVersion(),
                Json.ofStrings(assessment.failures()),
                assessment.fraud().map(FraudScore::probability),
                assessment.fraud().map(FraudScore::modelVersion),
                assessment.fraud().map(fraud -> Json.ofShares(fraud.words())));
        insertSignals(version, assessment.signals());
        insertContacts(version, assessment.contacts());
        insertPlaces(version, assessment.places());
        insertPay(version, assessment.pay());
    }

    private void insertSignals(long version, List<Signal> signals) throws SQLException {
        for (int i = 0; i < signals.size(); i++) {
            Signal signal = signals.get(i);
            sql.update(
                    """
                    INSERT INTO signals (version, ordinal, signal, weight, evidence, reason)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                    version,
                    i,
                    signal.id(),
                    signal.weight(),
                    Json.ofEvidence(signal.evidence()),
                    signal.reason());
        }
    }

    private List<Signal> signals(long version) throws SQLException {
        return sql.list(
                "SELECT signal, weight, evidence, reason FROM signals WHERE version = ? ORDER BY"
                        + " ordinal",
                row ->
                        new Signal(
                                row.getString("signal"),
                                row.getDouble("weight"),
                                Json.evidence(row.getString("evidence")),
                                Sql.text(row, "reason")),
                version);
    }

    private void insertContacts(long version, List<Contact> contacts) throws SQLException {
        for (int i = 0; i < contacts.size(); i++) {
            Contact contact = contacts.get(i);
            sql.update(
                    """
                    INSERT INTO mentions (version, ordinal, contact, raw, text_start, text_end,
                        confidence, method, land_line, disguised)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    version,
                    i,
                    contactKey(contact),
                    contact.raw(),
                    contact.start(),
                    contact.end(),
                    contact.confidence(),
                    contact.method(),
                    contact.isLandLine(),
                    contact.isDisguised());
        }
    }

    private long contactKey(Contact contact) throws SQLException {
        String kind = contact.kind().label();
        Optional<Long> known =
                sql.first(
                        "SELECT contact FROM contacts WHERE kind = ? AND value = ?",
                        row -> row.getLong(1),
                        kind,
                        contact.value());
        return known.isPresent()
                ? known.get()
                : sql.insert(
                        "INSERT INTO contacts (kind, value) VALUES (?, ?)", kind, contact.value());
    }

    /// Whether it was judged to be more than low.
    boolean isSuspect(long version) throws SQLException {
        return sql.number(
                                "SELECT count(*) FROM assessments WHERE version = ? AND class <> 'low'",
                                version)
                        .orElse(0)
                > 0;
    }

    List<Contact> contacts(long version) throws SQLException {
        return sql.list(
                """
                SELECT kind, value, raw, text_start, text_end, confidence, method,
                    land_line, disguised
                FROM mentions JOIN contacts USING (contact) WHERE version = ? ORDER BY ordinal
                """,
                row ->
                        new Contact(
                                named(ContactKind.class, row.getString("kind")),
                                row.getString("value"),
                                row.getString("raw"),
                                row.getInt("text_start"),
                                row.getInt("text_end"),
                                row.getDouble("confidence"),
                                row.getString("method"),
                                traits(row)),
                version);
    }

    private static Set<Contact.Trait> traits(ResultSet row) throws SQLException {
        Set<Contact.Trait> traits = EnumSet.noneOf(Contact.Trait.class);
        if (row.getBoolean("land_line")) {
            traits.add(Contact.Trait.LAND_LINE);
        }
        if (row.getBoolean("disguised")) {
            traits.add(Contact.Trait.DISGUISED);
        }
        return traits;
    }

    private void insertPlaces(long version, List<Place> places) throws SQLException {
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            sql.update(
                    """
                    INSERT INTO places (version, ordinal, place, name, country, risk, role, quote,
                        text_start, text_end)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    version,
                    i,
                    place.id(),
                    place.name(),
                    place.country(),
                    place.risk(),
                    place.role().label(),
                    place.evidence().quote(),
                    place.evidence().start(),
                    place.evidence().end());
        }
    }

    private List<Place> places(long version) throws SQLException {
        return sql.list(
                "SELECT * FROM places WHERE version = ? ORDER BY ordinal",
                row ->
                        new Place(
                                row.getString("place"),
                                row.getString("name"),
                                row.getString("country"),
                                row.getString("risk"),
                                named(PlaceRole.class, row.getString("role")),
                                evidence(row)),
                version);
    }

    private void insertPay(long version, List<Pay> pay) throws SQLException {
        for (int i = 0; i < pay.size(); i++) {
            Pay promise = pay.get(i);
            sql.update(
                    """
                    INSERT INTO pay (version, ordinal, low, high, currency, period, usd_month_low,
                        usd_month_high, quote, text_start, text_end)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    version,
                    i,
                    promise.low().toString(),
                    promise.high().toString(),
                    promise.currency(),
                    promise.period().map(Pay.Period::label),
                    promise.usdMonth().map(Pay.UsdMonth::low),
                    promise.usdMonth().map(Pay.UsdMonth::high),
                    promise.evidence().quote(),
                    promise.evidence().start(),
                    promise.evidence().end());
        }
    }

    private List<Pay> pay(long version) throws SQLException {
        return sql.list(
                "SELECT * FROM pay WHERE version = ? ORDER BY ordinal",
                row ->
                        new Pay(
                                new BigDecimal(row.getString("low")),
                                new BigDecimal(row.getString("high")),
                                Sql.text(row, "currency"),
                                Sql.text(row, "period").map(p -> named(Pay.Period.class, p)),
                                usdMonth(row),
                                evidence(row)),
                version);
    }

    private static Optional<Pay.UsdMonth> usdMonth(ResultSet row) throws SQLException {
        double low = row.getDouble("usd_month_low");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new Pay.UsdMonth(low, row.getDouble("usd_month_high")));
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        return new Evidence(
                row.getString("quote"), row.getInt("text_start"), row.getInt("text_end"));
    }

    private static <E extends Enum<E>> E named(Class<E> type, String label) {
        return Enum.valueOf(type, label.toUpperCase(Locale.ROOT));
    }
}
