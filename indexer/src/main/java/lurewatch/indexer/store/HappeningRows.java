package lurewatch.indexer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.PostingId;

/// Reads what captures told, in ledger order. The work is that of the captures asked for, however
/// many are stored.
final class HappeningRows {
    /// Of one posting; the newest. A page that changes more often is no ad that somebody edits.
    private static final int MOST_VERSIONS = 50;

    private final Sql sql;

    HappeningRows(Sql sql) {
        this.sql = sql;
    }

    List<Happening> between(long after, long until) throws SQLException {
        List<Happening> all = new ArrayList<>(seen(after, until));
        all.addAll(turns(after, until));
        all.sort(Happening.ORDER);
        return all;
    }

    private List<Happening> seen(long after, long until) throws SQLException {
        return sql.list(
                """
                SELECT s.capture, c.fetched_at, p.id, v.number, v.first_capture,
                    (SELECT min(first_capture) FROM versions f WHERE f.posting = s.posting)
                FROM sightings s JOIN captures c ON c.sequence = s.capture
                JOIN versions v ON v.version = s.version
                JOIN postings p ON p.posting = s.posting
                WHERE s.capture > ? AND s.capture <= ? AND c.outcome <> 'gone_template'
                """,
                row ->
                        new Happening.Seen(
                                new CaptureId(row.getLong(1)),
                                Times.read(row.getString(2)),
                                new PostingId(row.getString(3)),
                                row.getInt(4),
                                new CaptureId(row.getLong(5)),
                                new CaptureId(row.getLong(6))),
                after,
                until);
    }

    private List<Happening> turns(long after, long until) throws SQLException {
        return sql.list(
                """
                SELECT o.capture, c.fetched_at, p.id, o.turned, o.missed_since,
                    (SELECT v.number FROM sightings s JOIN versions v ON v.version = s.version
                        JOIN captures k ON k.sequence = s.capture
                        WHERE s.posting = o.posting AND s.capture <= o.capture
                        AND k.outcome <> 'gone_template' ORDER BY s.capture DESC LIMIT 1)
                FROM observations o JOIN captures c ON c.sequence = o.capture
                JOIN postings p ON p.posting = o.posting
                WHERE o.capture > ? AND o.capture <= ? AND o.turned IS NOT NULL
                """,
                HappeningRows::turn,
                after,
                until);
    }

    private static Happening turn(ResultSet row) throws SQLException {
        CaptureId capture = new CaptureId(row.getLong(1));
        Instant at = Times.read(row.getString(2));
        PostingId posting = new PostingId(row.getString(3));
        Instant missedSince = Sql.text(row, "missed_since").map(Times::read).orElse(at);
        int version = row.getInt(6);
        return row.getString("turned").equals("gone")
                ? new Happening.Gone(capture, at, posting, version, missedSince)
                : new Happening.Back(capture, at, posting, version, missedSince);
    }

    List<Integer> versionsUntil(PostingId posting, long sequence) throws SQLException {
        return sql.list(
                """
                SELECT v.number FROM postings p JOIN versions v ON v.posting = p.posting
                JOIN captures c ON c.sequence = v.first_capture
                WHERE p.id = ? AND v.first_capture <= ? AND c.outcome <> 'gone_template'
                ORDER BY v.number DESC LIMIT ?
                """,
                row -> row.getInt(1),
                posting.value(),
                sequence,
                MOST_VERSIONS);
    }

    Whereabouts whereabouts(PostingId posting, long sequence) throws SQLException {
        boolean isKnown =
                sql.first(
                                """
                                SELECT 1 FROM postings p JOIN sightings s ON s.posting = p.posting
                                WHERE p.id = ? AND s.capture <= ? LIMIT 1
                                """,
                                row -> row.getLong(1),
                                posting.value(),
                                sequence)
                        .isPresent();
        Optional<Instant> missedSince =
                sql.first(
                                """
                                SELECT o.turned, o.missed_since FROM postings p
                                JOIN observations o ON o.posting = p.posting
                                WHERE p.id = ? AND o.capture <= ? AND o.turned IS NOT NULL
                                ORDER BY o.capture DESC LIMIT 1
                                """,
                                row ->
                                        row.getString(1).equals("gone")
                                                ? Sql.text(row, "missed_since").map(Times::read)
                                                : Optional.<Instant>empty(),
                                posting.value(),
                                sequence)
                        .flatMap(since -> since);
        return new Whereabouts(isKnown, missedSince);
    }

    Optional<Looks> looks(PostingId posting, Instant since, CaptureId until) throws SQLException {
        return sql.first(
                """
                SELECT count(*), min(c.fetched_at), max(c.fetched_at)
                FROM postings p JOIN observations o ON o.posting = p.posting
                JOIN captures c ON c.sequence = o.capture
                WHERE p.id = ? AND o.capture <= ? AND c.fetched_at >= ?
                AND o.kind IN ('gone_observed', 'gone_words', 'gone_template', 'blank',
                    'not_listed')
                GROUP BY o.posting
                """,
                row ->
                        new Looks(
                                row.getLong(1),
                                Times.read(row.getString(2)),
                                Times.read(row.getString(3))),
                posting.value(),
                until.sequence(),
                since);
    }

    /// The last capture that was recorded before that time; 0 where none was.
    long lastBefore(Instant time) throws SQLException {
        return sql.number(
                                """
                                SELECT coalesce(
                                    (SELECT min(sequence) FROM captures WHERE fetched_at >= ?),
                                    (SELECT max(sequence) + 1 FROM captures), 1)
                                """,
                                time)
                        .orElse(0)
                - 1;
    }
}
