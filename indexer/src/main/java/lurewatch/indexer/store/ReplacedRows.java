package lurewatch.indexer.store;

import java.sql.SQLException;
import java.util.Optional;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Capture;

/// Tells whether nothing of an ad stands on its own page any more, and what does is no ad: a notice
/// that it is gone, a request to log in or to slow down, the list that it stood in, or what a
/// server says of itself, in words of whatever language.
///
/// An ad whose author takes the contact out still has most of its words.
final class ReplacedRows {
    /// As much text as a notice with its excuses has.
    private static final int LITTLE = 400;

    /// The share of the page's words that the ad had before, from which on it is the ad.
    private static final double ITS_OWN = 0.5;

    /// The same of a page that says more: the list that the ad stood in names it.
    private static final double ITS_OWN_OF_MUCH = 0.25;

    private final Sql sql;

    ReplacedRows(Sql sql) {
        this.sql = sql;
    }

    /// Whether the page, when it last came, showed an ad that named a contact, and now something
    /// that names nobody and is another text. What was judged to be more than low needs no contact
    /// for that, where hardly anything stands in its place: else whoever breaks off, in whatever
    /// words, would take a lure out of every list.
    boolean isReplaced(CaptureFacts facts) throws SQLException {
        Capture capture = facts.capture();
        if (facts.postings().size() != 1) {
            return false;
        }
        AssessedPosting now = facts.postings().getFirst();
        String text = CharacterShingles.text(now.posting().blocks());
        boolean isItsOwnPage = now.posting().url().equals(capture.url());
        if (!isItsOwnPage || !namesNothing(now.assessment())) {
            return false;
        }
        double itsOwn = text.length() <= LITTLE ? ITS_OWN : ITS_OWN_OF_MUCH;
        boolean saysLittle =
                text.length() <= LITTLE
                        && now.assessment().assessmentClass() == AssessmentClass.LOW;
        Optional<String> before = before(now.posting().id().value(), capture.url(), saysLittle);
        return before.isPresent()
                && CharacterShingles.of(text).shareIn(CharacterShingles.of(before.get())) < itsOwn;
    }

    static boolean namesNothing(Assessment assessment) {
        return assessment.contacts().isEmpty()
                && assessment.pay().isEmpty()
                && assessment.places().isEmpty();
    }

    /// What the page showed of a posting with a contact.
    ///
    /// @param orSuspect whether also of one without, that was judged to be more than low
    private Optional<String> before(String posting, String page, boolean orSuspect)
            throws SQLException {
        return sql.first(
                """
                SELECT v.blocks FROM postings p JOIN pages g USING (posting)
                JOIN versions v ON v.version = g.version
                WHERE p.id = ? AND g.url = ?
                AND (EXISTS (SELECT 1 FROM mentions m WHERE m.version = v.version)
                    OR (? AND EXISTS (
                        SELECT 1 FROM assessments a
                        WHERE a.version = v.version AND a.class <> 'low')))
                """,
                row -> CharacterShingles.text(Json.blocks(row.getString(1))),
                posting,
                page,
                orSuspect);
    }
}
