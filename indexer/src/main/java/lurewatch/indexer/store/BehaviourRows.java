package lurewatch.indexer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Behaviour;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactUse;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.Signal;

/// Who uses which contact, and what that says of a posting. Beside the assessments of texts, not in
/// them: those are a text's own, whatever other postings there are.
final class BehaviourRows {
    /// Uses of a contact that are looked at. With more of them within days, the first are enough.
    private static final int MOST_USES = 50;

    private final Sql sql;

    BehaviourRows(Sql sql) {
        this.sql = sql;
    }

    /// Notes that a recorded posting uses a recorded contact; whether that is news.
    boolean note(AssessedPosting used, Contact contact, Instant at) throws SQLException {
        JobPosting posting = used.posting();
        return sql.update(
                        """
                        INSERT INTO contact_uses (contact, posting, site, language, used_at)
                        SELECT contact, (SELECT posting FROM postings WHERE id = ?), ?, ?, ?
                        FROM contacts WHERE kind = ? AND value = ?
                        ON CONFLICT (contact, posting) DO NOTHING
                        """,
                        posting.id().value(),
                        posting.site(),
                        used.assessment().language(),
                        at,
                        contact.kind().label(),
                        contact.value())
                > 0;
    }

    /// The posting's own use of a contact and the first others within that time of it; empty where
    /// it is not noted.
    List<ContactUse> around(PostingId posting, Contact contact, Duration window)
            throws SQLException {
        Optional<ContactUse> own =
                sql.first(
                        """
                        SELECT id, u.site, language, used_at
                        FROM contacts JOIN contact_uses u USING (contact) JOIN postings p USING (posting)
                        WHERE kind = ? AND value = ? AND id = ?
                        """,
                        BehaviourRows::use,
                        contact.kind().label(),
                        contact.value(),
                        posting.value());
        if (own.isEmpty()) {
            return List.of();
        }
        List<ContactUse> around = new ArrayList<>(List.of(own.get()));
        around.addAll(
                sql.list(
                        """
                        SELECT id, u.site, language, used_at
                        FROM contacts JOIN contact_uses u USING (contact) JOIN postings p USING (posting)
                        WHERE kind = ? AND value = ? AND used_at BETWEEN ? AND ? AND id <> ?
                        ORDER BY used_at, id LIMIT ?
                        """,
                        BehaviourRows::use,
                        contact.kind().label(),
                        contact.value(),
                        own.get().at().minus(window),
                        own.get().at().plus(window),
                        posting.value(),
                        MOST_USES));
        return around;
    }

    /// Postings that use a contact, those that began last first.
    List<PostingId> users(Contact contact, PostingId without, int most) throws SQLException {
        return sql.list(
                """
                SELECT p.id FROM contacts JOIN contact_uses u USING (contact)
                JOIN postings p USING (posting)
                WHERE kind = ? AND value = ? AND p.id <> ? ORDER BY used_at DESC, p.id LIMIT ?
                """,
                row -> new PostingId(row.getString(1)),
                contact.kind().label(),
                contact.value(),
                without.value(),
                most);
    }

    Optional<Behaviour> of(PostingId posting) throws SQLException {
        return sql.first(
                "SELECT b.* FROM postings p JOIN behaviours b USING (posting) WHERE p.id = ?",
                BehaviourRows::behaviour,
                posting.value());
    }

    void put(PostingId posting, Behaviour behaviour) throws SQLException {
        sql.update(
                """
                INSERT OR REPLACE INTO behaviours (posting, signal, weight, evidence, reason, points,
                    score, class)
                SELECT posting, ?, ?, ?, ?, ?, ?, ? FROM postings WHERE id = ?
                """,
                behaviour.signal().id(),
                behaviour.signal().weight(),
                Json.ofEvidence(behaviour.signal().evidence()),
                behaviour.signal().reason(),
                behaviour.points(),
                behaviour.score(),
                behaviour.assessmentClass().label(),
                posting.value());
    }

    void remove(PostingId posting) throws SQLException {
        sql.update(
                "DELETE FROM behaviours WHERE posting = (SELECT posting FROM postings WHERE id ="
                        + " ?)",
                posting.value());
    }

    private static ContactUse use(ResultSet row) throws SQLException {
        return new ContactUse(
                new PostingId(row.getString("id")),
                row.getString("site"),
                Sql.text(row, "language"),
                Times.read(row.getString("used_at")));
    }

    private static Behaviour behaviour(ResultSet row) throws SQLException {
        return new Behaviour(
                new Signal(
                        row.getString("signal"),
                        row.getDouble("weight"),
                        Json.evidence(row.getString("evidence")),
                        Sql.text(row, "reason")),
                row.getDouble("points"),
                row.getDouble("score"),
                AssessmentClass.valueOf(row.getString("class").toUpperCase(Locale.ROOT)));
    }
}
