package lurewatch.indexer.store;

import java.io.Closeable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Digest;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.PostingTimes;
import lurewatch.indexer.Provenance;
import lurewatch.indexer.Standing;
import lurewatch.indexer.WarcPosition;

/// Reads `facts.db`, also while a crawler writes it; cannot write. Each call sees one state of the
/// facts. Thread-safe, one call at a time.
public final class FactsReader implements Closeable {
    static final String TIMES =
            """
            p.first_seen, p.last_seen, p.status, p.absent_since, p.reappeared_at,
            (SELECT count(*) FROM versions c WHERE c.posting = p.posting) AS version_count
            """;

    private static final String SEEN =
            """
            c.sequence, c.url, c.fetched_at, c.status, c.payload_digest, c.record_digest, c.file,
            c.file_offset, c.file_length, c.revisit_of, c.provenance,
            (SELECT shown.sequence FROM captures shown
             WHERE shown.site = c.site AND shown.url = 'urn:fullPage:' || c.url
                AND shown.fetched_at = c.fetched_at) AS picture
            """;

    private static final String CURRENT =
            "SELECT p.posting, p.last_capture, "
                    + TIMES
                    + ", "
                    + VersionRows.COLUMNS
                    + " FROM "
                    + VersionRows.TABLES
                    + " WHERE v.version = p.current_version";

    private final Sql sql;
    private final VersionRows versions;
    private final BehaviourRows behaviours;
    private final HappeningRows happenings;
    private boolean isHeld;

    private FactsReader(Sql sql) {
        this.sql = sql;
        this.versions = new VersionRows(sql);
        this.behaviours = new BehaviourRows(sql);
        this.happenings = new HappeningRows(sql);
    }

    /// Opens the database for reading.
    ///
    /// @throws FactsException where there is none, or it is broken or of another version
    public static FactsReader open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new FactsException(
                    "no "
                            + file
                            + "; crawl first, or run 'lurewatch replay' if there is an archive");
        }
        return new FactsReader(Schema.openForReading(file));
    }

    /// Campaigns.
    public CampaignFacts campaigns() {
        return new CampaignFacts(this, sql);
    }

    /// The last capture that is recorded; 0 where there is none.
    public long lastSequence() {
        return read(() -> sql.number("SELECT coalesce(max(sequence), 0) FROM captures"));
    }

    /// The posting of that id with everything known about it.
    public Optional<StoredPosting> posting(PostingId id) {
        return read(() -> sql.first(CURRENT + " AND p.id = ?", this::stored, id.value()));
    }

    /// The postings that a capture shows, or the capture whose payload it repeats.
    public List<PostingId> postingsIn(CaptureId capture) {
        return read(() ->
                sql.list(
                        """
                        SELECT DISTINCT id FROM sightings JOIN postings USING (posting)
                        WHERE capture = ?
                           OR capture = (SELECT revisit_of FROM captures WHERE sequence = ?)
                        ORDER BY id
                        """,
                        row -> new PostingId(row.getString(1)),
                        capture.sequence(),
                        capture.sequence()));
    }

    /// Ids that start so, in their order, at most `limit`: for ids typed by hand.
    public List<PostingId> idsStartingWith(String prefix, int limit) {
        return read(() ->
                sql.list(
                        "SELECT id FROM postings WHERE id >= ? AND substr(id, 1, ?) = ? ORDER BY id"
                                + " LIMIT ?",
                        row -> new PostingId(row.getString(1)),
                        prefix,
                        prefix.length(),
                        prefix,
                        limit));
    }

    /// Every posting in the order of ids, one at a time, all of one state of the facts. The action
    /// may not call this reader.
    public void forEachPosting(Consumer<StoredPosting> action) {
        read(() -> {
            String after = "";
            var next = after(after);
            while (next.isPresent()) {
                action.accept(next.get());
                after = next.get().id().value();
                next = after(after);
            }
            return after;
        });
    }

    /// Where each posting leads that is no warning and not assessed as low, in the order of ids.
    /// The action may not call this reader.
    public void forEachLead(Consumer<PostingLead> action) {
        read(() -> {
            List<PostingLead> leads = leadsAfter("");
            while (!leads.isEmpty()) {
                leads.forEach(action);
                leads = leadsAfter(leads.getLast().posting().value());
            }
            return leads;
        });
    }

    /// Runs an action all of whose calls of this reader see one state of the facts, whatever a
    /// crawler writes meanwhile.
    public synchronized <T> T inOneState(Supplier<T> action) {
        isHeld = true;
        try {
            return action.get();
        } finally {
            isHeld = false;
            read(() -> isHeld);
        }
    }

    /// How much there is. Counts everything: for people, not for loops.
    public FactsStatistics statistics() {
        return read(() ->
                new FactsStatistics(
                        sql.number("SELECT count(*) FROM captures"),
                        sql.number("SELECT count(*) FROM postings"),
                        sql.number("SELECT count(*) FROM contacts"),
                        sql.number("SELECT count(DISTINCT capture) FROM failures"),
                        time("SELECT min(fetched_at) FROM captures"),
                        time("SELECT max(fetched_at) FROM captures"),
                        sites(),
                        counts("coalesce(a.language, '')"),
                        counts("coalesce(b.class, a.class)"),
                        counts("a.context")));
    }

    /// What each site gave that was first seen since then. Looks at every posting: for people.
    public Map<String, SiteYield> yields(Instant since) {
        return read(() -> {
            Map<String, SiteYield> yields = new HashMap<>();
            sql.list(
                            """
                            SELECT p.site, count(*), sum(coalesce(b.class, a.class) = 'lure')
                            FROM postings p
                            LEFT JOIN assessments a ON a.version = p.current_version
                            LEFT JOIN behaviours b ON b.posting = p.posting
                            WHERE p.first_seen >= ? GROUP BY p.site
                            """,
                            row ->
                                    Map.entry(
                                            row.getString(1),
                                            new SiteYield(row.getLong(2), row.getLong(3))),
                            Times.write(since))
                    .forEach(row -> yields.put(row.getKey(), row.getValue()));
            return yields;
        });
    }

    /// How visits of each site went in the time before the last capture. Looks at the newest
    /// 200,000 captures at most.
    public List<SiteVisits> visits(Duration before) {
        return read(() -> {
            Optional<Instant> last =
                    time("SELECT fetched_at FROM captures ORDER BY sequence DESC LIMIT 1");
            if (last.isEmpty()) {
                return List.of();
            }
            return sql.list(
                    """
                    SELECT site, count(*), sum(outcome IN ('blocked', 'denied', 'troubled')),
                        max(fetched_at)
                    FROM captures
                    WHERE sequence > (SELECT max(sequence) FROM captures) - 200000
                        AND fetched_at >= ?
                    GROUP BY site ORDER BY site
                    """,
                    row ->
                            new SiteVisits(
                                    row.getString(1),
                                    row.getLong(2),
                                    row.getLong(3),
                                    Times.read(row.getString(4))),
                    Times.write(last.get().minus(before)));
        });
    }

    @Override
    public synchronized void close() {
        try {
            sql.close();
        } catch (SQLException e) {
            throw failure(e);
        }
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

    private Optional<StoredPosting> after(String id) throws SQLException {
        return sql.first(CURRENT + " AND p.id > ? ORDER BY p.id LIMIT 1", this::stored, id);
    }

    private StoredPosting stored(ResultSet row) throws SQLException {
        long posting = row.getLong("posting");
        CaptureId last = new CaptureId(row.getLong("last_capture"));
        return new StoredPosting(
                withBehaviour(versions.load(row, last)),
                times(row),
                standing(row),
                versionsOf(posting),
                sightingsOf(posting),
                observationsOf(posting),
                repostsOf(posting));
    }

    private List<PostingLead> leadsAfter(String id) throws SQLException {
        return sql.list(
                """
                SELECT p.id, p.site, v.version, v.links, coalesce(b.score, a.score) AS score
                FROM postings p JOIN versions v ON v.version = p.current_version
                JOIN assessments a ON a.version = v.version
                LEFT JOIN behaviours b ON b.posting = p.posting
                WHERE p.id > ? AND coalesce(b.class, a.class) <> 'low' AND a.context = 'none'
                ORDER BY p.id LIMIT 500
                """,
                row ->
                        new PostingLead(
                                new PostingId(row.getString("id")),
                                row.getString("site"),
                                row.getDouble("score"),
                                Json.links(row.getString("links")),
                                versions.contacts(row.getLong("version"))),
                id);
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

    /// A version of a posting as it stood, with all that was found in it; versions count from 1.
    public Optional<AssessedPosting> version(PostingId id, int number) {
        return read(() ->
                sql.first(
                        "SELECT v.first_capture, "
                                + VersionRows.COLUMNS
                                + " FROM "
                                + VersionRows.TABLES
                                + " WHERE p.id = ? AND v.number = ?",
                        row -> versions.load(row, new CaptureId(row.getLong("first_capture"))),
                        id.value(),
                        number));
    }

    /// A version as it stood, with what is known of its posting now; what others say of the posting
    /// is in it where it is the version that the posting is known by.
    public Optional<FactsStore.TimedPosting> timed(PostingId id, int number) {
        return read(() ->
                sql.first(
                        "SELECT v.first_capture, v.version = p.current_version AS is_current, "
                                + TIMES
                                + ", "
                                + VersionRows.COLUMNS
                                + " FROM "
                                + VersionRows.TABLES
                                + " WHERE p.id = ? AND v.number = ?",
                        this::timed,
                        id.value(),
                        number));
    }

    private FactsStore.TimedPosting timed(ResultSet row) throws SQLException {
        AssessedPosting text = versions.load(row, new CaptureId(row.getLong("first_capture")));
        return new FactsStore.TimedPosting(
                row.getBoolean("is_current") ? withBehaviour(text) : text,
                times(row),
                standing(row));
    }

    /// What the captures after that sequence, up to and with the other, told of postings.
    public List<Happening> happenings(long after, long until) {
        return read(() -> happenings.between(after, until));
    }

    /// The versions of a posting that had been seen when that capture was recorded, the newest
    /// first, and not more than fifty.
    public List<Integer> versionsUntil(PostingId posting, long sequence) {
        return read(() -> happenings.versionsUntil(posting, sequence));
    }

    /// Where a posting was when that capture was recorded.
    public Whereabouts whereabouts(PostingId posting, long sequence) {
        return read(() -> happenings.whereabouts(posting, sequence));
    }

    /// The visits since then, up to and with that capture, that came through and did not find the
    /// posting.
    public Optional<Looks> looks(PostingId posting, Instant since, CaptureId until) {
        return read(() -> happenings.looks(posting, since, until));
    }

    /// The last capture recorded before that time; 0 where none was.
    public long lastSequenceBefore(Instant time) {
        return read(() -> happenings.lastBefore(time));
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
                row.getString("provenance").equals(Provenance.RENDERED.name()),
                capture(row, "picture"));
    }

    private static Optional<CaptureId> capture(ResultSet row, String column) throws SQLException {
        long sequence = row.getLong(column);
        return sequence == 0 ? Optional.empty() : Optional.of(new CaptureId(sequence));
    }

    private Optional<Instant> time(String query) throws SQLException {
        return sql.first(query, row -> Optional.ofNullable(row.getString(1)))
                .flatMap(text -> text)
                .map(Times::read);
    }

    private List<FactsStatistics.SiteCount> sites() throws SQLException {
        return sql.list(
                """
                SELECT site, count(*),
                    (SELECT count(*) FROM postings p WHERE p.site = c.site)
                FROM captures c GROUP BY site ORDER BY site
                """,
                row ->
                        new FactsStatistics.SiteCount(
                                row.getString(1), row.getLong(2), row.getLong(3)));
    }

    private List<FactsStatistics.Count> counts(String column) throws SQLException {
        return sql.list(
                "SELECT "
                        + column
                        + """
                         AS name, count(*) FROM postings p
                        JOIN assessments a ON a.version = p.current_version
                        LEFT JOIN behaviours b ON b.posting = p.posting
                        GROUP BY name ORDER BY name
                        """,
                row -> new FactsStatistics.Count(row.getString(1), row.getLong(2)));
    }

    @FunctionalInterface
    interface Query<T> {
        T run() throws SQLException;
    }

    /// Runs a query in a transaction of its own, so that it sees one state, and ends it, so that
    /// the writer's log can shrink.
    synchronized <T> T read(Query<T> query) {
        try {
            try {
                return query.run();
            } finally {
                if (!isHeld) {
                    sql.connection().rollback();
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static FactsException failure(SQLException e) {
        return new FactsException(
                String.format(
                        Locale.ROOT,
                        "facts.db cannot be read (%s); %s",
                        e.getMessage(),
                        Schema.MAKE_ANEW),
                e);
    }
}
