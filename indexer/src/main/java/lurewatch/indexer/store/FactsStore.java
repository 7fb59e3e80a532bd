package lurewatch.indexer.store;

import java.io.Closeable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Digest;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.PostingTimes;

/// The one writer of `facts.db`. Thread-safe; captures are recorded in ledger order.
///
/// Rows depend on the captures alone and on their order, never on when or by how many threads they
/// were found: a replay gives the same rows. Changes become visible to readers within
/// [#VISIBLE_WITHIN_NANOS] or [#VISIBLE_WITHIN_CAPTURES], whichever comes first while captures keep
/// coming, and at [#commit]; whoever brings the last one for now has to [#commit] when it is due.
public final class FactsStore implements Closeable {
    private static final long VISIBLE_WITHIN_NANOS = 50_000_000;
    private static final int VISIBLE_WITHIN_CAPTURES = 500;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final Sql sql;
    private final VersionRows versions;
    private long lastSequence;
    private int uncommitted;
    private long uncommittedSince;

    private FactsStore(Sql sql) throws SQLException {
        this.sql = sql;
        this.versions = new VersionRows(sql);
        lastSequence = storedSequence();
    }

    /// Opens or makes the database and brings its schema up to date.
    ///
    /// @throws FactsException where the file is not ours, broken, or of a newer program
    public static FactsStore open(Path file) {
        Sql sql = Schema.openForWriting(file);
        try {
            return new FactsStore(sql);
        } catch (SQLException e) {
            throw failure("open", e);
        }
    }

    /// The last capture that was recorded; 0 where there is none.
    public synchronized long lastSequence() {
        return lastSequence;
    }

    /// Records what a capture gave. Does nothing where that capture was recorded before.
    ///
    /// What cannot be stored costs this capture's postings and is recorded as its failure.
    public synchronized void record(CaptureFacts facts) {
        long sequence = facts.capture().id().sequence();
        if (sequence <= lastSequence) {
            return;
        }
        try {
            if (uncommitted++ == 0) {
                uncommittedSince = System.nanoTime();
            }
            insertOrNote(facts);
            lastSequence = sequence;
            if (untilDue() <= 0 || uncommitted >= VISIBLE_WITHIN_CAPTURES) {
                commit();
            }
        } catch (SQLException e) {
            throw giveUp("record " + facts.capture().id(), e);
        }
    }

    /// Nanoseconds until what was recorded has to be committed; very many where nothing has.
    public synchronized long untilDue() {
        return uncommitted == 0
                ? Long.MAX_VALUE
                : VISIBLE_WITHIN_NANOS - (System.nanoTime() - uncommittedSince);
    }

    /// Makes everything recorded so far visible to readers.
    public synchronized void commit() {
        try {
            sql.connection().commit();
            uncommitted = 0;
        } catch (SQLException e) {
            throw giveUp("commit", e);
        }
    }

    /// What the capture that this one repeats gave: seen again, unchanged.
    public synchronized CaptureFacts repeated(Capture revisit) {
        long original = revisit.revisitOf().orElse(revisit.id()).sequence();
        try {
            List<AssessedPosting> postings =
                    sql.list(
                            "SELECT "
                                    + VersionRows.COLUMNS
                                    + " FROM "
                                    + VersionRows.TABLES
                                    + " JOIN sightings s ON s.version = v.version"
                                    + " WHERE s.capture = ? ORDER BY s.ordinal",
                            row -> versions.load(row, revisit.id()),
                            original);
            List<String> failures =
                    sql.list(
                            "SELECT message FROM failures WHERE capture = ? ORDER BY ordinal",
                            row -> row.getString(1),
                            original);
            return new CaptureFacts(revisit, postings, failures);
        } catch (SQLException e) {
            throw failure("read " + revisit.id(), e);
        }
    }

    /// A posting as it last stood and when it was seen: what an index should hold.
    public record TimedPosting(AssessedPosting posting, PostingTimes times) {}

    /// The postings of a recorded capture as they last stood, each once. That is the content given
    /// here unless another capture has a later one.
    public synchronized List<TimedPosting> current(CaptureFacts recorded) {
        try {
            List<TimedPosting> current = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (AssessedPosting assessed : recorded.postings()) {
                if (seen.add(assessed.posting().id().value())) {
                    current(recorded.capture().id(), assessed).ifPresent(current::add);
                }
            }
            return current;
        } catch (SQLException e) {
            throw failure("read " + recorded.capture().id(), e);
        }
    }

    /// The capture that last brought a payload for a URL of a site.
    public synchronized Optional<CaptureId> lastPayload(String site, String url) {
        try {
            return sql.first(
                            """
                            SELECT coalesce(revisit_of, sequence) FROM captures
                            WHERE site = ? AND url = ? AND status BETWEEN 200 AND 299
                            ORDER BY sequence DESC LIMIT 1
                            """,
                            row -> row.getLong(1),
                            site,
                            url)
                    .map(CaptureId::new);
        } catch (SQLException e) {
            throw failure("look up a url", e);
        }
    }

    @Override
    public synchronized void close() {
        try (sql) {
            sql.connection().commit();
        } catch (SQLException e) {
            throw failure("close", e);
        }
    }

    private long storedSequence() throws SQLException {
        return sql.number("SELECT coalesce(max(sequence), 0) FROM captures");
    }

    private void insertOrNote(CaptureFacts facts) throws SQLException {
        sql.update("SAVEPOINT capture");
        try {
            insert(facts);
        } catch (SQLException | RuntimeException e) {
            sql.update("ROLLBACK TO capture");
            List<String> failures = new ArrayList<>(facts.failures());
            failures.add("not stored: " + e.getClass().getSimpleName());
            insert(new CaptureFacts(facts.capture(), List.of(), failures));
        }
        sql.update("RELEASE capture");
    }

    private void insert(CaptureFacts facts) throws SQLException {
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

    private Optional<TimedPosting> current(CaptureId capture, AssessedPosting assessed)
            throws SQLException {
        String id = assessed.posting().id().value();
        return sql.first(
                "SELECT last_capture, " + FactsReader.TIMES + " FROM postings p WHERE p.id = ?",
                row -> {
                    CaptureId last = new CaptureId(row.getLong("last_capture"));
                    AssessedPosting latest = last.equals(capture) ? assessed : stored(id, last);
                    return new TimedPosting(latest, FactsReader.times(row));
                },
                id);
    }

    private AssessedPosting stored(String id, CaptureId last) throws SQLException {
        return sql.first(
                        "SELECT "
                                + VersionRows.COLUMNS
                                + " FROM "
                                + VersionRows.TABLES
                                + " WHERE p.id = ? AND v.version = p.current_version",
                        row -> versions.load(row, last),
                        id)
                .orElseThrow(
                        () -> new FactsException("facts.db lost " + id + "; " + Schema.MAKE_ANEW));
    }

    private FactsException giveUp(String what, SQLException e) {
        try {
            sql.connection().rollback();
            uncommitted = 0;
            lastSequence = storedSequence();
        } catch (SQLException second) {
            e.addSuppressed(second);
        }
        return failure(what, e);
    }

    private static FactsException failure(String what, SQLException e) {
        return new FactsException(
                "facts.db: cannot %s (%s); %s".formatted(what, e.getMessage(), Schema.MAKE_ANEW),
                e);
    }
}
