package lurewatch.indexer.store;

import java.io.Closeable;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Contact;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.Pay;
import lurewatch.indexer.Place;

/// Looks for damage at every page and row of a `facts.db` that nobody writes: what SQLite says of
/// its pages, whether rows refer to rows that are there, whether captures are as the ledger has
/// them ([#compare]), whether each version has the content of its digest, and whether each quote
/// stands where it was found.
///
/// SQLite keeps no checksums: a bit that flipped in a number that nothing else tells, such as a
/// score, is not seen.
public final class FactsCheck implements Closeable {
    private static final int LISTED = 20;
    private static final int MESSAGE_LENGTH = 160;

    private final Sql sql;
    private final VersionRows versions;
    private final long last;
    private final List<String> problems = new ArrayList<>();
    private long problemCount;

    private FactsCheck(Sql sql) throws SQLException {
        this.sql = sql;
        this.versions = new VersionRows(sql);
        this.last = sql.number("SELECT coalesce(max(sequence), 0) FROM captures").orElse(0);
    }

    /// Opens the database.
    ///
    /// @throws FactsException where there is none, or so much is wrong that it cannot be opened
    public static FactsCheck open(Path file) {
        Sql sql = Schema.openForReading(file);
        try {
            return new FactsCheck(sql);
        } catch (SQLException e) {
            throw new FactsException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// The last capture that is recorded.
    public long lastSequence() {
        return last;
    }

    /// Looks whether the capture is recorded as the ledger has it, where it has been recorded.
    public void compare(Capture capture) {
        if (capture.id().sequence() > last) {
            return;
        }
        look(
                "captures",
                () -> {
                    boolean isThere =
                            sql.number(
                                                    """
                                                    SELECT count(*) FROM captures WHERE sequence = ? AND site = ?
                                                        AND url = ? AND fetched_at = ? AND status = ?
                                                        AND payload_digest = ? AND payload_length = ?
                                                        AND record_digest = ? AND file = ? AND file_offset = ?
                                                        AND file_length = ? AND provenance = ? AND truncated IS ?
                                                        AND revisit_of IS ?
                                                    """,
                                                    capture.id().sequence(),
                                                    capture.site(),
                                                    capture.url(),
                                                    capture.fetchedAt(),
                                                    capture.status(),
                                                    capture.payloadDigest().hex(),
                                                    capture.payloadLength(),
                                                    capture.recordDigest().hex(),
                                                    capture.position().file(),
                                                    capture.position().offset(),
                                                    capture.position().length(),
                                                    capture.provenance().name(),
                                                    capture.truncated(),
                                                    capture.revisitOf().map(CaptureId::sequence))
                                            .orElse(0)
                                    == 1;
                    if (!isThere) {
                        problem("capture " + capture.id() + " is not as the ledger has it");
                    }
                });
    }

    /// Looks at everything else. Gives the first of all problems, one line each, and how many more
    /// there are.
    public List<String> problems() {
        look(
                "pages",
                () ->
                        sql.list("PRAGMA integrity_check", row -> row.getString(1)).stream()
                                .filter(Predicate.not("ok"::equals))
                                .forEach(this::problem));
        look(
                "references",
                () ->
                        sql.list(
                                        "PRAGMA foreign_key_check",
                                        row ->
                                                row.getString(1)
                                                        + " refers to no row of "
                                                        + row.getString(3))
                                .forEach(this::problem));
        look("assessments", this::versionsWithoutAssessment);
        look("versions", this::lookAtVersions);
        List<String> all = new ArrayList<>(problems);
        if (problemCount > problems.size()) {
            all.add("and " + (problemCount - problems.size()) + " more");
        }
        return all;
    }

    private void versionsWithoutAssessment() throws SQLException {
        long without =
                sql.number(
                                "SELECT count(*) FROM versions WHERE version NOT IN (SELECT version"
                                        + " FROM assessments)")
                        .orElse(0);
        if (without > 0) {
            problem(without + " versions have no assessment");
        }
    }

    private void lookAtVersions() throws SQLException {
        Optional<Long> next = nextVersion(0);
        while (next.isPresent()) {
            long version = next.get();
            look("version " + version, () -> lookAt(version));
            next = nextVersion(version);
        }
    }

    private Optional<Long> nextVersion(long after) throws SQLException {
        return sql.first(
                "SELECT version FROM versions WHERE version > ? ORDER BY version LIMIT 1",
                row -> row.getLong(1),
                after);
    }

    private void lookAt(long version) throws SQLException {
        Optional<Boolean> isWhole =
                sql.first(
                        "SELECT v.content_digest, v.first_capture, "
                                + VersionRows.COLUMNS
                                + " FROM "
                                + VersionRows.TABLES
                                + " WHERE v.version = ?",
                        this::isWhole,
                        version);
        if (isWhole.isPresent() && !isWhole.get()) {
            problem("version " + version + " is not what its digest says, or misquotes its text");
        }
    }

    private boolean isWhole(ResultSet row) throws SQLException {
        String digest = row.getString("content_digest");
        AssessedPosting assessed = versions.load(row, new CaptureId(row.getLong("first_capture")));
        return ContentDigest.of(assessed).hex().equals(digest)
                && quotesStandIn(assessed.posting().text(), assessed.assessment());
    }

    private static boolean quotesStandIn(String text, Assessment assessment) {
        Stream<Evidence> quotes =
                Stream.of(
                                assessment.signals().stream()
                                        .flatMap(signal -> signal.evidence().stream()),
                                assessment.places().stream().map(Place::evidence),
                                assessment.pay().stream().map(Pay::evidence),
                                assessment.contacts().stream()
                                        .filter(Contact::isInText)
                                        .map(FactsCheck::quote))
                        .flatMap(all -> all);
        return quotes.allMatch(quote ->
                quote.end() - quote.start() == quote.quote().length()
                        && text.startsWith(quote.quote(), quote.start()));
    }

    private static Evidence quote(Contact contact) {
        return new Evidence(contact.raw(), contact.start(), contact.end());
    }

    private interface Look {
        void look() throws SQLException;
    }

    /// What cannot be read is damage too, and hinders no other look.
    private void look(String what, Look look) {
        try {
            look.look();
        } catch (SQLException | RuntimeException e) {
            problem(what + ": " + e.getMessage());
        }
    }

    private void problem(String what) {
        problemCount++;
        if (problems.size() < LISTED) {
            problems.add(
                    what.length() <= MESSAGE_LENGTH
                            ? what
                            : what.substring(0, MESSAGE_LENGTH) + "…");
        }
    }

    @Override
    public void close() {
        try {
            sql.close();
        } catch (SQLException e) {
            throw new FactsException("facts.db cannot be closed: " + e.getMessage(), e);
        }
    }
}
