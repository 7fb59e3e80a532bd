package lurewatch.indexer.store;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.store.PageState.Outcome;

/// Writes what one capture gave: its own row, its failures, the sightings of its postings, and that
/// postings were not there. Transactions are the caller's.
final class CaptureRows {
    private final Sql sql;
    private final SightingRows sightings;
    private final AbsenceRows absences;
    private final TemplateRows templates;
    private final ReplacedRows replaced;
    private final PostingIdentity whose;

    CaptureRows(Sql sql, VersionRows versions, PostingIdentity whose) {
        this.sql = sql;
        this.absences = new AbsenceRows(sql);
        this.templates = new TemplateRows(sql, absences);
        this.replaced = new ReplacedRows(sql);
        this.whose = whose;
        this.sightings = new SightingRows(sql, versions, absences);
    }

    void insert(CaptureFacts facts) throws SQLException {
        Capture capture = facts.capture();
        insertCapture(capture, facts.state());
        for (int i = 0; i < facts.failures().size(); i++) {
            sql.update(
                    "INSERT INTO failures (capture, ordinal, message) VALUES (?, ?, ?)",
                    capture.id().sequence(),
                    i,
                    facts.failures().get(i));
        }
        Outcome outcome = facts.state().outcome();
        if (outcome == Outcome.PAGE && templates.isDead(capture, facts.state())) {
            templates.setOutcome(capture.id().sequence(), Outcome.GONE_TEMPLATE);
            absences.absent(capture, Outcome.GONE_TEMPLATE);
        } else if (outcome == Outcome.PAGE && replaced.isReplaced(facts)) {
            templates.setOutcome(capture.id().sequence(), Outcome.REPLACED);
            absences.absent(capture, Outcome.REPLACED);
        } else if (outcome.isAbsence()) {
            absences.absent(capture, outcome);
        } else {
            if (outcome.isPage()) {
                absences.arrived(capture);
            }
            insertSightings(facts);
        }
    }

    private void insertSightings(CaptureFacts facts) throws SQLException {
        Capture capture = facts.capture();
        Set<String> seen = new HashSet<>();
        boolean isPart = facts.state().outcome() == Outcome.BLOCKED;
        for (AssessedPosting assessed : facts.postings()) {
            // A page may name one posting twice: the first is what a reader of it sees first.
            if (seen.add(assessed.posting().id().value())) {
                sightings.insert(capture, assessed, seen.size() - 1, isPart);
            }
        }
        if (facts.state().outcome().isPage() && seen.size() == 1) {
            missOthers(facts.postings().getFirst().posting(), capture);
        }
        boolean isWhole = capture.truncated().isEmpty() && facts.failures().isEmpty();
        if (facts.state().outcome().isPage() && isWhole && seen.size() > 1) {
            absences.missingFrom(capture);
        }
    }

    /// Those that had the page's address before the one that has it now.
    private void missOthers(JobPosting shown, Capture capture) throws SQLException {
        for (long posting : whose.displacedBy(shown, capture)) {
            absences.note(posting, capture, "other_ad");
        }
    }

    private void insertCapture(Capture capture, PageState state) throws SQLException {
        sql.update(
                """
                INSERT INTO captures (sequence, site, url, fetched_at, status, media_type,
                    payload_digest, payload_length, truncated, record_digest, file, file_offset,
                    file_length, provenance, revisit_of, outcome, text_signature,
                    evidence_signature, template, claimed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
                capture.revisitOf().map(CaptureId::sequence),
                state.outcome().label(),
                state.text(),
                state.evidence(),
                state.template(),
                capture.claimedAt());
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
}
