package lurewatch.indexer.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.Capture;
import lurewatch.indexer.store.PageState.Outcome;

/// Learns what the dead addresses of a site say: the same short text at several addresses that said
/// something else before. Transactions are the caller's.
///
/// The first addresses are taken for changed ads until the next ones give it away; then their
/// postings get back the text that they are known by.
final class TemplateRows {
    /// Addresses that must have changed into the same words.
    private static final int ENOUGH = 3;

    private final Sql sql;
    private final AbsenceRows absences;

    TemplateRows(Sql sql, AbsenceRows absences) {
        this.sql = sql;
        this.absences = absences;
    }

    /// A capture of a dead address.
    private record Dead(long sequence, String url) {}

    /// Whether a recorded page says what dead addresses say. Where that is news, the earlier ones
    /// are put right.
    boolean isDead(Capture capture, PageState state) throws SQLException {
        if (state.template().isEmpty() || !hasSaidElse(capture, state)) {
            return false;
        }
        String template = state.template().get();
        if (isKnown(capture.site(), template)) {
            return true;
        }
        List<Dead> dead = dead(capture.site(), template);
        if (dead.size() < ENOUGH) {
            return false;
        }
        for (Dead earlier : dead) {
            if (earlier.sequence() != capture.id().sequence()) {
                putRight(earlier, capture);
            }
        }
        return true;
    }

    void setOutcome(long capture, Outcome outcome) throws SQLException {
        sql.update("UPDATE captures SET outcome = ? WHERE sequence = ?", outcome.label(), capture);
    }

    /// Most pages are new, or say what they said: nothing to ask of others.
    private boolean hasSaidElse(Capture capture, PageState state) throws SQLException {
        return sql.first(
                        """
                        SELECT 1 FROM captures WHERE site = ? AND url = ? AND sequence < ?
                        AND outcome = 'page' AND template IS NOT ? LIMIT 1
                        """,
                        row -> row.getLong(1),
                        capture.site(),
                        capture.url(),
                        capture.id().sequence(),
                        state.template())
                .isPresent();
    }

    /// Whether it was learnt before: a site may have any number of dead addresses, and they are
    /// looked through once.
    private boolean isKnown(String site, String template) throws SQLException {
        return sql.first(
                        """
                        SELECT 1 FROM captures WHERE site = ? AND template = ?
                        AND outcome = 'gone_template' LIMIT 1
                        """,
                        row -> row.getLong(1),
                        site,
                        template)
                .isPresent();
    }

    /// The first captures that said so, one for each address that said something else before.
    private List<Dead> dead(String site, String template) throws SQLException {
        return sql.list(
                """
                SELECT min(c.sequence) AS first, c.url FROM captures c
                WHERE c.site = ? AND c.template = ? AND EXISTS (
                    SELECT 1 FROM captures e WHERE e.site = c.site AND e.url = c.url
                    AND e.sequence < c.sequence AND e.outcome = 'page'
                    AND e.template IS NOT c.template)
                GROUP BY c.url ORDER BY first LIMIT ?
                """,
                row -> new Dead(row.getLong(1), row.getString(2)),
                site,
                template,
                ENOUGH);
    }

    /// The postings of a dead address are known again by what they last said before.
    private void putRight(Dead dead, Capture learning) throws SQLException {
        setOutcome(dead.sequence(), Outcome.GONE_TEMPLATE);
        record Shown(long posting, long version) {}
        List<Shown> shown =
                sql.list(
                        """
                        SELECT s.posting, s.version FROM sightings s JOIN postings p USING (posting)
                        WHERE s.capture = ? AND p.current_version = s.version ORDER BY s.posting
                        """,
                        row -> new Shown(row.getLong(1), row.getLong(2)),
                        dead.sequence());
        for (Shown wrong : shown) {
            Optional<Long> before =
                    sql.first(
                            """
                            SELECT capture FROM sightings WHERE posting = ? AND capture < ?
                            AND version <> ? ORDER BY capture DESC LIMIT 1
                            """,
                            row -> row.getLong(1),
                            wrong.posting(),
                            dead.sequence(),
                            wrong.version());
            if (before.isPresent()) {
                knowBy(wrong.posting(), before.get());
                absences.note(wrong.posting(), learning, "gone_template");
            }
        }
    }

    private void knowBy(long posting, long capture) throws SQLException {
        sql.update(
                """
                UPDATE postings SET last_capture = ?1, current_version = (
                    SELECT version FROM sightings WHERE posting = ?2 AND capture = ?1),
                    last_seen = (SELECT fetched_at FROM captures WHERE sequence = ?1)
                WHERE posting = ?2
                """,
                capture,
                posting);
        sql.update(
                """
                UPDATE pages SET version = (
                    SELECT version FROM sightings WHERE posting = ?2 AND capture = ?1)
                WHERE posting = ?2
                AND url = (SELECT url FROM captures WHERE sequence = ?1)
                """,
                capture,
                posting);
    }
}
