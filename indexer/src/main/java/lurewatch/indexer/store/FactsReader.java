package lurewatch.indexer.store;

import java.io.Closeable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.PostingId;

/// Reads `facts.db`, also while a crawler writes it; cannot write. Each call sees one state of the
/// facts. Thread-safe, one call at a time.
public final class FactsReader implements Closeable {
    private static final String CURRENT =
            "SELECT p.posting, p.last_capture, v.number AS current_number, "
                    + PostingRows.TIMES
                    + ", "
                    + VersionRows.COLUMNS
                    + " FROM "
                    + VersionRows.TABLES
                    + " WHERE v.version = p.current_version";

    /// Sorts behind whatever an id is written with.
    private static final String BEYOND_IDS = "~";

    private final Sql sql;
    private final VersionRows versions;
    private final PostingRows postings;
    private final HappeningRows happenings;
    private final StatisticsRows statistics;
    private boolean isHeld;

    FactsReader(Sql sql) {
        this.sql = sql;
        this.versions = new VersionRows(sql);
        this.postings = new PostingRows(sql, versions);
        this.happenings = new HappeningRows(sql);
        this.statistics = new StatisticsRows(sql);
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
        return read(() -> sql.number("SELECT coalesce(max(sequence), 0) FROM captures").orElse(0));
    }

    /// The posting of that id as it last stood, for those who do not ask when it was seen: that
    /// costs the same however often it was.
    public Optional<CurrentPosting> current(PostingId id) {
        return read(() -> sql.first(CURRENT + " AND p.id = ?", postings::current, id.value()));
    }

    /// The posting of that id with everything known about it, each of its captures too: as much as
    /// it was visited, a few tens of thousands for one that is watched for a year.
    public Optional<StoredPosting> posting(PostingId id) {
        return read(() -> sql.first(CURRENT + " AND p.id = ?", postings::stored, id.value()));
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
                        "SELECT id FROM postings WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
                        row -> new PostingId(row.getString(1)),
                        prefix,
                        prefix + BEYOND_IDS,
                        limit));
    }

    /// Every posting in the order of ids, one at a time, all of one state of the facts. The action
    /// may not call this reader.
    public void forEachPosting(Consumer<CurrentPosting> action) {
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
        return read(statistics::all);
    }

    /// What each site gave that was first seen since then. Looks at every posting: for people.
    public Map<String, SiteYield> yields(Instant since) {
        return read(() -> statistics.yields(since));
    }

    /// What ended the process or could not be kept. Looks at the newest 200,000 captures at most.
    public Quarantined quarantined() {
        return read(statistics::quarantined);
    }

    /// How visits of each site went in the time before the last capture. Looks at the newest
    /// 200,000 captures at most.
    public List<SiteVisits> visits(Duration before) {
        return read(() -> statistics.visits(before));
    }

    @Override
    public synchronized void close() {
        try {
            sql.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private Optional<CurrentPosting> after(String id) throws SQLException {
        return sql.first(CURRENT + " AND p.id > ? ORDER BY p.id LIMIT 1", postings::current, id);
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
                                + PostingRows.TIMES
                                + ", "
                                + VersionRows.COLUMNS
                                + " FROM "
                                + VersionRows.TABLES
                                + " WHERE p.id = ? AND v.number = ?",
                        postings::timed,
                        id.value(),
                        number));
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
                        SqliteFile.advice(e, Schema.MAKE_ANEW)),
                e);
    }
}
