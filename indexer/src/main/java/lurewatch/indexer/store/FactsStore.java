package lurewatch.indexer.store;

import java.io.Closeable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.Behaviour;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactUse;
import lurewatch.indexer.Digest;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.PostingTimes;
import lurewatch.indexer.SecondLookAddress;
import lurewatch.indexer.Standing;
import lurewatch.indexer.store.PageState.Outcome;

/// The one writer of `facts.db`. Thread-safe; captures are recorded in ledger order.
///
/// Rows depend on the captures alone and on their order, never on when or by how many threads they
/// were found: a replay gives the same rows. Changes become visible to readers within
/// [#VISIBLE_WITHIN_NANOS] or [#VISIBLE_WITHIN_CAPTURES], whichever comes first while captures keep
/// coming, and at [#commit]; whoever brings the last one for now has to [#commit] when it is due.
public final class FactsStore implements Closeable {
    private static final long VISIBLE_WITHIN_NANOS = 250_000_000;
    private static final int VISIBLE_WITHIN_CAPTURES = 500;
    private static final int LONGEST_MESSAGE = 200;

    private final Sql sql;
    private final VersionRows versions;
    private final CaptureRows captures;
    private final PostingIdentity whose;
    private final BehaviourRows behaviours;
    private final CampaignBook campaigns;
    private long lastSequence;
    private int uncommitted;
    private long uncommittedSince;

    FactsStore(Sql sql) throws SQLException {
        this.sql = sql;
        this.versions = new VersionRows(sql);
        this.whose = new PostingIdentity(sql, versions);
        this.captures = new CaptureRows(sql, versions, whose);
        this.behaviours = new BehaviourRows(sql);
        this.campaigns = new CampaignBook(sql, this);
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
            try {
                sql.close();
            } catch (SQLException second) {
                e.addSuppressed(second);
            }
            throw failure("open", e);
        }
    }

    /// The last capture that was recorded; 0 where there is none.
    public synchronized long lastSequence() {
        return lastSequence;
    }

    /// What is remembered of campaigns, in the same transactions.
    public CampaignBook campaigns() {
        return campaigns;
    }

    /// Records what a capture gave. Does nothing where that capture was recorded before.
    ///
    /// What cannot be stored costs this capture's postings and is recorded as its failure.
    public synchronized void record(CaptureFacts facts) {
        record(facts, () -> {});
    }

    /// The same, and what follows from the capture: committed with it or not at all. Where what
    /// follows fails for what the capture says, neither stays, and the capture is recorded as
    /// quarantined with that failure.
    ///
    /// @return whether the capture was not recorded before; only then does anything follow
    public synchronized boolean record(CaptureFacts facts, Runnable consequence) {
        long sequence = facts.capture().id().sequence();
        if (sequence <= lastSequence) {
            return false;
        }
        try {
            if (uncommitted++ == 0) {
                uncommittedSince = System.nanoTime();
            }
            insert(facts, consequence);
            lastSequence = sequence;
            if (untilDue() <= 0 || uncommitted >= VISIBLE_WITHIN_CAPTURES) {
                commit();
            }
            return true;
        } catch (SQLException e) {
            throw giveUp("record " + facts.capture().id(), e);
        }
    }

    /// Does all of this, or nothing where it fails for what a capture says.
    public synchronized void orNothing(Runnable action) {
        try {
            sql.update("SAVEPOINT again");
            try {
                action.run();
            } catch (RuntimeException | StackOverflowError e) {
                if (isOfStore(e)) {
                    throw e;
                }
                sql.update("ROLLBACK TO again");
            }
            sql.update("RELEASE again");
        } catch (SQLException e) {
            throw giveUp("record", e);
        }
    }

    /// Notes that a posting, as it now stands, uses a contact since then; whether that is news.
    public synchronized boolean noteUse(AssessedPosting posting, Contact contact, Instant since) {
        return run("note a contact", () -> behaviours.note(posting, contact, since));
    }

    /// The posting's own use of a contact and others within that time of it, as many as matter.
    public synchronized List<ContactUse> usesAround(
            PostingId posting, Contact contact, Duration window) {
        return run("look up a contact", () -> behaviours.around(posting, contact, window));
    }

    /// Keeps what other postings say of this one; whether that differs from what was known in more
    /// than the reason it gives.
    public synchronized boolean keep(PostingId posting, Optional<Behaviour> behaviour) {
        return run(
                "keep a behaviour",
                () -> {
                    Optional<Behaviour> before = behaviours.of(posting);
                    if (!before.equals(behaviour)) {
                        if (behaviour.isPresent()) {
                            behaviours.put(posting, behaviour.get());
                        } else {
                            behaviours.remove(posting);
                        }
                    }
                    return !before.map(Behaviour::score).equals(behaviour.map(Behaviour::score));
                });
    }

    /// A posting as it last stood, assessed by its text alone.
    public synchronized TimedPosting current(PostingId posting) {
        return run(
                "read " + posting,
                () ->
                        sql.first(
                                        "SELECT last_capture, "
                                                + PostingRows.TIMES
                                                + " FROM postings p WHERE p.id = ?",
                                        row ->
                                                new TimedPosting(
                                                        stored(
                                                                posting.value(),
                                                                new CaptureId(
                                                                        row.getLong(
                                                                                "last_capture"))),
                                                        PostingRows.times(row),
                                                        PostingRows.standing(row)),
                                        posting.value())
                                .orElseThrow(() ->
                                        new FactsException(
                                                "facts.db lost "
                                                        + posting
                                                        + "; "
                                                        + Schema.MAKE_ANEW)));
    }

    @FunctionalInterface
    private interface Step<T> {
        T run() throws SQLException;
    }

    private static <T> T run(String what, Step<T> step) {
        try {
            return step.run();
        } catch (SQLException e) {
            throw failure(what, e);
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
        return run(
                "read " + revisit.id(),
                () -> {
                    long original = revisit.revisitOf().orElse(revisit.id()).sequence();
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
                                    "SELECT message FROM failures WHERE capture = ? ORDER BY"
                                            + " ordinal",
                                    row -> row.getString(1),
                                    original);
                    return new CaptureFacts(
                            revisit, postings, failures, repeatedState(revisit, original));
                });
    }

    /// What a page shows, each ad as the posting that it is: see [PostingIdentity].
    public synchronized CaptureFacts settled(CaptureFacts page) {
        return run(
                "compare " + page.capture().id(),
                () -> {
                    List<AssessedPosting> settled = new ArrayList<>();
                    boolean isAlone = page.postings().size() == 1;
                    for (AssessedPosting found : page.postings()) {
                        settled.add(whose.settled(page.capture(), found, isAlone));
                    }
                    return new CaptureFacts(page.capture(), settled, page.failures(), page.state());
                });
    }

    /// What a second look found that the page itself does not show our robot: a posting stays where
    /// the page has none at that address, or has one that names fewer contacts or is judged less.
    public synchronized CaptureFacts beyondPage(CaptureFacts look) {
        return run(
                "compare " + look.capture().id(),
                () -> {
                    List<AssessedPosting> beyond = new ArrayList<>();
                    for (AssessedPosting posting : look.postings()) {
                        if (!isShownByPage(posting)) {
                            beyond.add(posting);
                        }
                    }
                    return new CaptureFacts(look.capture(), beyond, look.failures(), look.state());
                });
    }

    private boolean isShownByPage(AssessedPosting others) throws SQLException {
        JobPosting posting = others.posting();
        PostingId page = PostingId.of(posting.site(), SecondLookAddress.page(posting.url()));
        Optional<Long> known =
                sql.first(
                        "SELECT last_capture FROM postings WHERE id = ?",
                        row -> row.getLong(1),
                        page.value());
        if (known.isEmpty()) {
            return false;
        }
        Assessment ours = stored(page.value(), new CaptureId(known.get())).assessment();
        return ours.assessmentClass().compareTo(others.assessment().assessmentClass()) <= 0
                && keys(ours).containsAll(keys(others.assessment()));
    }

    private static Set<String> keys(Assessment assessment) {
        return assessment.contacts().stream().map(Contact::key).collect(Collectors.toSet());
    }

    /// A repeated page says what it said; one that said that its ad is gone says so again.
    private PageState repeatedState(Capture revisit, long original) throws SQLException {
        PageState own = PageState.of(revisit);
        return sql.first(
                        """
                        SELECT outcome, text_signature, evidence_signature, template FROM captures
                        WHERE sequence = ?
                        """,
                        row ->
                                new PageState(
                                        Outcome.labelled(row.getString(1)),
                                        Sql.text(row, "text_signature"),
                                        Sql.text(row, "evidence_signature"),
                                        Sql.text(row, "template")),
                        original)
                .map(said -> said.outcome() == Outcome.PAGE ? said.with(own.outcome()) : said)
                .orElse(own);
    }

    /// The postings of which the capture said that they are not there, or there again.
    public synchronized List<PostingId> observed(CaptureId capture) {
        return run(
                "read what " + capture + " observed",
                () ->
                        sql.list(
                                """
                                SELECT id FROM observations JOIN postings USING (posting)
                                WHERE capture = ? ORDER BY id
                                """,
                                row -> new PostingId(row.getString(1)),
                                capture.sequence()));
    }

    /// Other postings that use a contact, the latest first.
    public synchronized List<PostingId> usersOf(Contact contact, PostingId without, int most) {
        return run("look up a contact", () -> behaviours.users(contact, without, most));
    }

    /// Keeps that a posting is nearly an earlier one; the first that is found stays.
    public synchronized void keepRepost(PostingId posting, PostingId earlier, double likeness) {
        run(
                "keep a repost",
                () ->
                        sql.update(
                                """
                                INSERT INTO reposts (posting, earlier, likeness)
                                SELECT p.posting, e.posting, ? FROM postings p JOIN postings e
                                WHERE p.id = ? AND e.id = ? ON CONFLICT (posting) DO NOTHING
                                """,
                                likeness,
                                posting.value(),
                                earlier.value()));
    }

    /// A posting as it last stood and when it was seen: what an index should hold.
    public record TimedPosting(AssessedPosting posting, PostingTimes times, Standing standing) {}

    /// The postings of a recorded capture as they last stood, each once. That is the content given
    /// here unless another capture has a later or a fuller one.
    public synchronized List<TimedPosting> current(CaptureFacts recorded) {
        return run(
                "read " + recorded.capture().id(),
                () -> {
                    List<TimedPosting> current = new ArrayList<>();
                    Set<String> seen = new HashSet<>();
                    for (AssessedPosting assessed : recorded.postings()) {
                        if (seen.add(assessed.posting().id().value())) {
                            current(recorded.capture().id(), assessed).ifPresent(current::add);
                        }
                    }
                    return current;
                });
    }

    /// The captures of that URL of that site that brought these very bytes, in order.
    public synchronized List<CaptureId> capturesOf(String site, String url, Digest payload) {
        return run(
                "look up a url",
                () ->
                        sql.list(
                                """
                                SELECT sequence FROM captures
                                WHERE site = ? AND url = ? AND payload_digest = ? ORDER BY sequence
                                """,
                                row -> new CaptureId(row.getLong(1)),
                                site,
                                url,
                                payload.hex()));
    }

    /// The capture in which a server last sent a payload for a URL of a site.
    public synchronized Optional<CaptureId> lastPayload(String site, String url) {
        return run(
                "look up a url",
                () ->
                        sql.first(
                                        """
                                        SELECT coalesce(revisit_of, sequence) FROM captures
                                        WHERE site = ? AND url = ? AND status BETWEEN 200 AND 299
                                            AND provenance <> 'RENDERED'
                                        ORDER BY sequence DESC LIMIT 1
                                        """,
                                        row -> row.getLong(1),
                                        site,
                                        url)
                                .map(CaptureId::new));
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
        return sql.number("SELECT coalesce(max(sequence), 0) FROM captures").orElse(0);
    }

    private void insert(CaptureFacts facts, Runnable consequence) throws SQLException {
        sql.update("SAVEPOINT capture");
        insertOrNote(facts);
        try {
            consequence.run();
        } catch (RuntimeException | StackOverflowError e) {
            if (isOfStore(e)) {
                throw e;
            }
            sql.update("ROLLBACK TO capture");
            captures.insert(
                    CaptureFacts.quarantined(
                            facts.capture(), facts.failures(), "not stored: " + shortened(e)));
        }
        sql.update("RELEASE capture");
    }

    /// Whether a failure is the store's own, so that nothing more can be kept.
    public static boolean isOfStore(Throwable e) {
        return e instanceof FactsException failure && !failure.isOfContent();
    }

    private static String shortened(Throwable e) {
        String message = e.toString();
        return message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
    }

    private void insertOrNote(CaptureFacts facts) throws SQLException {
        try {
            captures.insert(facts);
        } catch (SQLException | RuntimeException e) {
            if (isOfStore(e) || (e instanceof SQLException of && !FactsException.isOfContent(of))) {
                throw e;
            }
            sql.update("ROLLBACK TO capture");
            List<String> failures = new ArrayList<>(facts.failures());
            failures.add("not stored: " + shortened(e));
            captures.insert(new CaptureFacts(facts.capture(), List.of(), failures));
        }
    }

    private Optional<TimedPosting> current(CaptureId capture, AssessedPosting assessed)
            throws SQLException {
        String id = assessed.posting().id().value();
        return sql.first(
                "SELECT last_capture, " + PostingRows.TIMES + " FROM postings p WHERE p.id = ?",
                row -> {
                    CaptureId last = new CaptureId(row.getLong("last_capture"));
                    AssessedPosting latest = last.equals(capture) ? assessed : stored(id, last);
                    return new TimedPosting(
                            latest, PostingRows.times(row), PostingRows.standing(row));
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
                String.format(
                        Locale.ROOT,
                        "facts.db: cannot %s (%s); %s",
                        what,
                        e.getMessage(),
                        SqliteFile.advice(e, Schema.MAKE_ANEW)),
                e);
    }
}
