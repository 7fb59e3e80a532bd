package lurewatch.indexer.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Block;
import lurewatch.indexer.Capture;
import lurewatch.indexer.Contact;
import lurewatch.indexer.Digest;
import lurewatch.indexer.FraudScore;

/// Writes that a posting was seen: the posting's own row, which version was seen, and whether that
/// is now the text the posting is known by. Transactions are the caller's.
///
/// One posting may stand on several pages at once, in full and abridged: an article and the feed or
/// listing that leads to it. So a change is told by comparing with what the *same page* showed
/// before, and an abridgement elsewhere never takes the place of the full text: what was found in
/// it would be lost to every search until the next visit. Nor does what came of a page that broke
/// off: of a posting that the page showed whole before, a part that names no other contact says
/// nothing.
final class SightingRows {
    /// How many times as long an ad was of which something is left.
    private static final int REMNANT = 3;

    private final Sql sql;
    private final VersionRows versions;
    private final AbsenceRows absences;
    private final Ticks ticks;

    SightingRows(Sql sql, VersionRows versions, AbsenceRows absences) {
        this.sql = sql;
        this.versions = versions;
        this.absences = absences;
        this.ticks = new Ticks(sql, versions);
    }

    /// A posting's row before a sighting, and when its current text was last shown.
    private record Known(long posting, long current, String shownAt, boolean isMissed) {}

    /// A version with the digest of its content.
    private record Version(long key, String digest) {
        boolean says(Digest content) {
            return digest.equals(content.hex());
        }
    }

    /// @param isPart whether the page came in part
    void insert(Capture capture, AssessedPosting assessed, int ordinal, boolean isPart)
            throws SQLException {
        Digest content = ContentDigest.of(assessed);
        Optional<Known> known = known(assessed);
        if (known.isEmpty()) {
            long posting = insertPosting(capture, assessed);
            long version = versions.insert(posting, 1, content, assessed);
            insertSighting(posting, capture, version, ordinal);
            show(posting, capture, version);
            return;
        }
        long posting = known.get().posting();
        Optional<Version> before = lastOnSamePage(posting, capture);
        if (isPart && before.isPresent() && isPartOf(before.get().key(), assessed)) {
            return;
        }
        long version = version(posting, before, content, capture, assessed);
        insertSighting(posting, capture, version, ordinal);
        if (known.get().isMissed()) {
            absences.seen(posting, capture, pageOf(assessed.posting().url()));
        }
        widenTimes(posting, capture);
        boolean isLate = Times.write(capture.fetchedAt()).compareTo(known.get().shownAt()) < 0;
        if (!isLate && takesThePlace(known.get().current(), version, before, capture, assessed)) {
            show(posting, capture, version);
        }
    }

    /// Whether a page that came whole showed that version, and all that the part could tell of it.
    private boolean isPartOf(long version, AssessedPosting part) throws SQLException {
        boolean cameInPart =
                sql.number(
                                        """
                                        SELECT count(*) FROM versions JOIN captures ON sequence = first_capture
                                        WHERE version = ? AND outcome = 'blocked'
                                        """,
                                        version)
                                .orElse(0)
                        > 0;
        Set<String> known =
                versions.contacts(version).stream().map(Contact::key).collect(Collectors.toSet());
        return !cameInPart
                && part.assessment().contacts().stream()
                        .map(Contact::key)
                        .allMatch(known::contains);
    }

    private boolean takesThePlace(
            long current,
            long version,
            Optional<Version> before,
            Capture capture,
            AssessedPosting assessed)
            throws SQLException {
        if (version == current) {
            return true;
        }
        if (isRemnant(current, assessed)) {
            return false;
        }
        if (before.filter(last -> last.key() == current).isPresent()) {
            return true;
        }
        boolean isChanged = before.filter(last -> last.key() != version).isPresent();
        return (isChanged && isItsOwnPage(capture, assessed)) || length(assessed) > length(current);
    }

    /// Whether hardly anything is left, and no contact: half a page, or an ad that was taken back.
    /// Of one that never named a contact, nothing that looks like a lure any more.
    private boolean isRemnant(long current, AssessedPosting assessed) throws SQLException {
        return assessed.assessment().contacts().isEmpty()
                && length(assessed) * REMNANT < length(current)
                && (!versions.contacts(current).isEmpty()
                        || (assessed.assessment().assessmentClass() == AssessmentClass.LOW
                                && versions.isSuspect(current)));
    }

    /// Whether the page is the posting's own, not one that only quotes it.
    private static boolean isItsOwnPage(Capture capture, AssessedPosting assessed) {
        return pageOf(assessed.posting().url()).equals(pageOf(capture.url()));
    }

    /// An address without its fragment.
    private static String pageOf(String url) {
        return url.split("#", 2)[0];
    }

    private long version(
            long posting,
            Optional<Version> before,
            Digest content,
            Capture capture,
            AssessedPosting assessed)
            throws SQLException {
        Optional<Long> same = before.filter(last -> last.says(content)).map(Version::key);
        if (same.isEmpty()) {
            same = lastOnOtherPages(posting, content);
        }
        if (same.isEmpty()
                && before.isPresent()
                && ticks.by(before.get().key(), capture, assessed)) {
            same = before.map(Version::key);
        }
        return same.isPresent()
                ? sameVersion(same.get(), assessed)
                : versions.insert(posting, count(posting) + 1, content, assessed);
    }

    private Optional<Known> known(AssessedPosting assessed) throws SQLException {
        return sql.first(
                """
                SELECT posting, current_version, fetched_at, postings.status <> 'live'
                FROM postings JOIN captures ON sequence = last_capture WHERE id = ?
                """,
                row ->
                        new Known(
                                row.getLong(1),
                                row.getLong(2),
                                row.getString(3),
                                row.getBoolean(4)),
                assessed.posting().id().value());
    }

    /// What the page showed when it was last visited.
    private Optional<Version> lastOnSamePage(long posting, Capture capture) throws SQLException {
        return sql.first(
                """
                SELECT version, content_digest FROM pages p JOIN versions USING (version)
                WHERE p.posting = ? AND url = ?
                """,
                row -> new Version(row.getLong(1), row.getString(2)),
                posting,
                capture.url());
    }

    /// The same content as another page shows now. What this page showed before and shows again is
    /// a change back, and a version of its own.
    private Optional<Long> lastOnOtherPages(long posting, Digest content) throws SQLException {
        return sql.first(
                """
                SELECT version FROM pages p JOIN versions USING (version)
                WHERE p.posting = ? AND content_digest = ? ORDER BY number DESC LIMIT 1
                """,
                row -> row.getLong(1),
                posting,
                content.hex());
    }

    private int count(long posting) throws SQLException {
        return (int)
                sql.number("SELECT count(*) FROM versions WHERE posting = ?", posting).orElse(0);
    }

    /// The content is what it was; other rules or another text model may judge it anew.
    private long sameVersion(long version, AssessedPosting assessed) throws SQLException {
        Assessment assessment = assessed.assessment();
        boolean isJudgedAnew =
                sql.number(
                                        """
                                        SELECT count(*) FROM assessments
                                        WHERE version = ? AND (rules_version <> ? OR fraud_model IS NOT ?)
                                        """,
                                        version,
                                        assessment.rulesVersion(),
                                        assessment.fraud().map(FraudScore::modelVersion))
                                .orElse(0)
                        > 0;
        if (isJudgedAnew) {
            versions.replaceAssessment(version, assessment);
        }
        return version;
    }

    private static int length(AssessedPosting assessed) {
        return length(assessed.posting().blocks());
    }

    private static int length(List<Block> blocks) {
        return blocks.stream().mapToInt(block -> block.text().length()).sum();
    }

    private int length(long version) throws SQLException {
        return sql.first(
                        "SELECT blocks FROM versions WHERE version = ?",
                        row -> length(Json.blocks(row.getString(1))),
                        version)
                .orElse(0);
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

    private void insertSighting(long posting, Capture capture, long version, int ordinal)
            throws SQLException {
        sql.update(
                "INSERT INTO sightings (posting, capture, version, ordinal) VALUES (?, ?, ?, ?)",
                posting,
                capture.id().sequence(),
                version,
                ordinal);
        sql.update(
                """
                INSERT INTO pages (posting, url, version, shown_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (posting, url) DO
                UPDATE SET version = excluded.version, shown_at = excluded.shown_at
                WHERE excluded.shown_at >= shown_at
                """,
                posting,
                capture.url(),
                version,
                capture.fetchedAt());
    }

    private void widenTimes(long posting, Capture capture) throws SQLException {
        sql.update(
                """
                UPDATE postings SET first_seen = min(first_seen, ?), last_seen = max(last_seen, ?)
                WHERE posting = ?
                """,
                capture.fetchedAt(),
                capture.fetchedAt(),
                posting);
    }

    /// From now on the posting is known by this version, last shown by this capture.
    private void show(long posting, Capture capture, long version) throws SQLException {
        sql.update(
                "UPDATE postings SET last_capture = ?, current_version = ? WHERE posting = ?",
                capture.id().sequence(),
                version,
                posting);
    }
}
