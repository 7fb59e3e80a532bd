package lurewatch.indexer.store;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Digest;
import lurewatch.indexer.JobPosting;

/// Writes what one capture gave: its own row, its failures, the sightings of its postings, and that
/// postings were gone. Transactions are the caller's.
final class CaptureRows {
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final Sql sql;
    private final VersionRows versions;

    CaptureRows(Sql sql, VersionRows versions) {
        this.sql = sql;
        this.versions = versions;
    }

    void insert(CaptureFacts facts) throws SQLException {
        Capture capture = facts.capture();
        insertCapture(capture);
        for (int i = 0; i < facts.failures().size(); i++) {
            sql.update(
                    "INSERT INTO failures (capture, ordinal, message) VALUES (?, ?, ?)",
                    capture.id().sequence(),
                    i,
                    facts.failures().get(i));
        }
        Set<String> seen = new HashSet<>();
        for (AssessedPosting assessed : facts.postings()) {
            // A page may name one posting twice: the first is what a reader of it sees first.
            if (seen.add(assessed.posting().id().value())) {
                insertSighting(capture, assessed, seen.size() - 1);
            }
        }
        if (capture.status() == NOT_FOUND || capture.status() == GONE) {
            insertGone(capture);
        }
    }

    private void insertCapture(Capture capture) throws SQLException {
        sql.update(
                """
                INSERT INTO captures (sequence, site, url, fetched_at, status, media_type,
                    payload_digest, payload_length, truncated, record_digest, file, file_offset,
                    file_length, provenance, revisit_of)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                capture.id().sequence(),
                capture.site(),
                capture.url(),
                capture.fetchedAt(),
                capture.status(),
                mediaType(capture),
                capture.payloadDigest().hex(),
                capture.payloadLength(),
                capture.truncated(),
                capture.recordDigest().hex(),
                capture.position().file(),
                capture.position().offset(),
                capture.position().length(),
                capture.provenance().name(),
                capture.revisitOf().map(CaptureId::sequence));
    }

    /// A 304 names no media type: the payload it repeats has one.
    private String mediaType(Capture capture) throws SQLException {
        if (capture.revisitOf().isEmpty()) {
            return capture.mediaType();
        }
        return sql.first(
                        "SELECT media_type FROM captures WHERE sequence = ?",
                        row -> row.getString(1),
                        capture.revisitOf().get().sequence())
                .orElse("");
    }

    /// A posting's row as it is before a sighting.
    private record Known(long posting, String lastSeen, long version, String digest) {}

    private void insertSighting(Capture capture, AssessedPosting assessed, int ordinal)
            throws SQLException {
        Digest content = ContentDigest.of(assessed);
        Optional<Known> known = known(assessed.posting());
        String seenAt = Times.write(capture.fetchedAt());
        long posting = known.isPresent() ? known.get().posting() : insertPosting(capture, assessed);
        boolean isLatest = known.isEmpty() || seenAt.compareTo(known.get().lastSeen()) >= 0;
        long version =
                known.isPresent() && known.get().digest().equals(content.hex())
                        ? sameVersion(known.get().version(), assessed)
                        : otherVersion(posting, content, assessed);
        sql.update(
                "INSERT INTO sightings (posting, capture, version, ordinal) VALUES (?, ?, ?, ?)",
                posting,
                capture.id().sequence(),
                version,
                ordinal);
        if (known.isPresent()) {
            sql.update(
                    "UPDATE postings SET first_seen = min(first_seen, ?) WHERE posting = ?",
                    seenAt,
                    posting);
        }
        if (isLatest) {
            sql.update(
                    "UPDATE postings SET last_seen = ?, last_capture = ?, current_version = ? WHERE posting = ?",
                    seenAt,
                    capture.id().sequence(),
                    version,
                    posting);
        }
    }

    private Optional<Known> known(JobPosting posting) throws SQLException {
        return sql.first(
                """
                SELECT posting, last_seen, version, content_digest
                FROM postings p JOIN versions v USING (posting)
                WHERE p.id = ? AND v.version = p.current_version
                """,
                row ->
                        new Known(
                                row.getLong(1), row.getString(2), row.getLong(3), row.getString(4)),
                posting.id().value());
    }

    private long insertPosting(Capture capture, AssessedPosting assessed) throws SQLException {
        return sql.insert(
                """
                INSERT INTO postings (id, site, url, first_seen, last_seen, last_capture)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                assessed.posting().id().value(),
                assessed.posting().site(),
                assessed.posting().url(),
                capture.fetchedAt(),
                capture.fetchedAt(),
                capture.id().sequence());
    }

    /// The content is what it was; other rules may judge it anew.
    private long sameVersion(long version, AssessedPosting assessed) throws SQLException {
        String rules = assessed.assessment().rulesVersion();
        boolean isJudgedAnew =
                sql.number(
                                "SELECT count(*) FROM assessments WHERE version = ? AND rules_version <> ?",
                                version,
                                rules)
                        > 0;
        if (isJudgedAnew) {
            versions.replaceAssessment(version, assessed.assessment());
        }
        return version;
    }

    private long otherVersion(long posting, Digest content, AssessedPosting assessed)
            throws SQLException {
        long count = sql.number("SELECT count(*) FROM versions WHERE posting = ?", posting);
        return versions.insert(posting, (int) count + 1, content, assessed);
    }

    /// An address that answers *gone* says so of the postings that have it, and of those on a page
    /// that have no address of their own.
    private void insertGone(Capture capture) throws SQLException {
        sql.update(
                """
                INSERT INTO observations (posting, capture, kind)
                SELECT posting, ?, 'gone_observed' FROM postings
                WHERE site = ? AND (url = ? OR url >= ? AND url < ?) ORDER BY posting
                """,
                capture.id().sequence(),
                capture.site(),
                capture.url(),
                capture.url() + "#",
                capture.url() + "$");
    }
}
