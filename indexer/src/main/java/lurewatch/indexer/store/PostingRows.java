package lurewatch.indexer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Digest;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.PostingTimes;
import lurewatch.indexer.Provenance;
import lurewatch.indexer.Standing;
import lurewatch.indexer.WarcPosition;

/// Rows of postings as postings: what stands in them now, and what was seen of them when.
final class PostingRows {
    static final String TIMES =
            """
            p.first_seen, p.last_seen, p.status, p.absent_since, p.reappeared_at,
            (SELECT count(*) FROM versions c WHERE c.posting = p.posting) AS version_count
            """;

    private static final String SEEN =
            """
            c.sequence, c.url, c.fetched_at, c.status, c.payload_digest, c.record_digest, c.file,
            c.file_offset, c.file_length, c.revisit_of, c.provenance, c.claimed_at, c.media_type,
            (SELECT shown.sequence FROM captures shown
             WHERE shown.site = c.site AND shown.url = 'urn:fullPage:' || c.url
                AND shown.fetched_at = c.fetched_at) AS picture
            """;

    private final Sql sql;
    private final VersionRows versions;
    private final BehaviourRows behaviours;

    PostingRows(Sql sql, VersionRows versions) {
        this.sql = sql;
        this.versions = versions;
        this.behaviours = new BehaviourRows(sql);
    }

    static PostingTimes times(ResultSet row) throws SQLException {
        return new PostingTimes(
                Times.read(row.getString("first_seen")),
                Times.read(row.getString("last_seen")),
                row.getInt("version_count"));
    }

    static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                Standing.Status.labelled(row.getString("status")),
                Sql.text(row, "absent_since").map(Times::read),
                Sql.text(row, "reappeared_at").map(Times::read));
    }

    /// From a row of how it last stood, with everything that is known.
    StoredPosting stored(ResultSet row) throws SQLException {
        long posting = row.getLong("posting");
        return new StoredPosting(
                current(row), sightingsOf(posting), observationsOf(posting), repostsOf(posting));
    }

    /// From a row of how it last stood.
    CurrentPosting current(ResultSet row) throws SQLException {
        CaptureId last = new CaptureId(row.getLong("last_capture"));
        return new CurrentPosting(
                withBehaviour(versions.load(row, last)),
                row.getInt("current_number"),
                times(row),
                standing(row),
                versionsOf(row.getLong("posting")));
    }

    /// From a row of one version.
    FactsStore.TimedPosting timed(ResultSet row) throws SQLException {
        AssessedPosting text = versions.load(row, new CaptureId(row.getLong("first_capture")));
        return new FactsStore.TimedPosting(
                row.getBoolean("is_current") ? withBehaviour(text) : text,
                times(row),
                standing(row));
    }

    private AssessedPosting withBehaviour(AssessedPosting text) throws SQLException {
        return behaviours
                .of(text.posting().id())
                .map(behaviour ->
                        new AssessedPosting(text.posting(), text.assessment().with(behaviour)))
                .orElse(text);
    }

    private List<StoredPosting.Version> versionsOf(long posting) throws SQLException {
        return sql.list(
                """
                SELECT number, first_capture, fetched_at, content_digest
                FROM versions JOIN captures ON sequence = first_capture
                WHERE posting = ? ORDER BY number
                """,
                row ->
                        new StoredPosting.Version(
                                row.getInt("number"),
                                new CaptureId(row.getLong("first_capture")),
                                Times.read(row.getString("fetched_at")),
                                new Digest(row.getString("content_digest"))),
                posting);
    }

    private List<StoredPosting.Sighting> sightingsOf(long posting) throws SQLException {
        return sql.list(
                "SELECT number, "
                        + SEEN
                        + """
                         FROM sightings s JOIN captures c ON c.sequence = s.capture
                        JOIN versions v USING (version)
                        WHERE s.posting = ? ORDER BY c.sequence
                        """,
                row -> new StoredPosting.Sighting(seen(row), row.getInt("number")),
                posting);
    }

    private List<StoredPosting.Observation> observationsOf(long posting) throws SQLException {
        List<StoredPosting.Observation> all = new ArrayList<>(absences(posting));
        all.addAll(otherVisits(posting));
        all.sort(Comparator.comparingLong(observation -> observation.capture().id().sequence()));
        return all;
    }

    private List<StoredPosting.Observation> absences(long posting) throws SQLException {
        return sql.list(
                "SELECT kind, "
                        + SEEN
                        + """
                         FROM observations o JOIN captures c ON c.sequence = o.capture
                        WHERE o.posting = ? ORDER BY c.sequence
                        """,
                row -> new StoredPosting.Observation(seen(row), row.getString("kind")),
                posting);
    }

    private List<StoredPosting.Repost> repostsOf(long posting) throws SQLException {
        return sql.list(
                """
                SELECT p.id, p.url, p.first_seen, likeness, 0 AS is_later
                FROM reposts r JOIN postings p ON p.posting = r.earlier WHERE r.posting = ?
                UNION ALL
                SELECT p.id, p.url, p.first_seen, likeness, 1
                FROM reposts r JOIN postings p ON p.posting = r.posting WHERE r.earlier = ?
                ORDER BY 3, 1
                """,
                row ->
                        new StoredPosting.Repost(
                                new PostingId(row.getString(1)),
                                row.getString(2),
                                Times.read(row.getString(3)),
                                row.getDouble(4),
                                row.getBoolean(5)
                                        ? StoredPosting.Repost.Direction.REPOSTED_AS
                                        : StoredPosting.Repost.Direction.REPOST_OF),
                posting,
                posting);
    }

    /// The visits of a page, in ledger order: what each showed of it.
    private List<StoredPosting.Observation> otherVisits(long posting) throws SQLException {
        return sql.list(
                "SELECT outcome AS kind, "
                        + SEEN
                        + """
                         FROM captures c JOIN postings p ON p.site = c.site AND p.url = c.url
                        WHERE p.posting = ? AND outcome IN ('blocked', 'denied', 'troubled')
                        ORDER BY c.sequence
                        """,
                row -> new StoredPosting.Observation(seen(row), row.getString("kind")),
                posting);
    }

    private static StoredPosting.SeenCapture seen(ResultSet row) throws SQLException {
        return new StoredPosting.SeenCapture(
                new CaptureId(row.getLong("sequence")),
                row.getString("url"),
                Times.read(row.getString("fetched_at")),
                row.getInt("status"),
                new Digest(row.getString("payload_digest")),
                new Digest(row.getString("record_digest")),
                new WarcPosition(
                        row.getString("file"),
                        row.getLong("file_offset"),
                        row.getLong("file_length")),
                capture(row, "revisit_of"),
                Provenance.valueOf(row.getString("provenance")),
                Sql.text(row, "claimed_at").map(Times::read),
                row.getString("media_type"),
                capture(row, "picture"));
    }

    private static Optional<CaptureId> capture(ResultSet row, String column) throws SQLException {
        long sequence = row.getLong(column);
        return sequence == 0 ? Optional.empty() : Optional.of(new CaptureId(sequence));
    }
}
