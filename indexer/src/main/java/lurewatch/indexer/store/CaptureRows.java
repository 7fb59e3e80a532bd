package lurewatch.indexer.store;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;

/// Writes what one capture gave: its own row, its failures, the sightings of its postings, and that
/// postings were gone. Transactions are the caller's.
final class CaptureRows {
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final Sql sql;
    private final SightingRows sightings;

    CaptureRows(Sql sql, VersionRows versions) {
        this.sql = sql;
        this.sightings = new SightingRows(sql, versions);
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
                sightings.insert(capture, assessed, seen.size() - 1);
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
