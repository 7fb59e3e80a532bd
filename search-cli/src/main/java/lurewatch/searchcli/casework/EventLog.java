package lurewatch.searchcli.casework;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lurewatch.indexer.Digest;
import lurewatch.indexer.store.Sql;

/// Everything that analysts did, in `casework.db`: events, only ever added, each on disk when
/// [#add] returns, each chained to the one before by its hash.
///
/// State is never stored. Whoever wants to know what holds now reads the events of some kinds, or
/// about some subject, and adds them up; they come in an order that is the same on every machine
/// that has the same events. To remember a new sort of thing, name an [EventKind], `add` events of
/// it and read them `of` that kind:
///
/// ```
/// static final EventKind FIRED = new EventKind("watch.fired");
///
/// log.change(() -> {
///     if (log.about(posting, FIRED).stream().noneMatch(fired -> fired.text("watch").equals(watch))) {
///         log.add(FIRED, List.of(watch, posting), Map.of("watch", watch, "trigger", "new"));
///     }
///     return 0;
/// });
/// ```
///
/// What an event is `about` is indexed: name there whatever somebody will ask by. Details are
/// strings; what a kind once wrote must stay readable, so a detail never changes its meaning. Where
/// what is added rests on what was read, both belong into one [#change]: others who write wait for
/// its end, and lose nothing.
///
/// A file holds one log that is written here, and the logs of others that came by import. A file
/// that is found in another place than where its log was begun goes on in a new one, so that a copy
/// and its original never tell two stories under one name.
///
/// Used by one thread at a time; any number of processes may write at once.
public final class EventLog implements Closeable {
    /// A log goes on where others were written before; its details name how far each had come.
    static final EventKind BEGUN = new EventKind("log.begun");

    /// Content was erased; about the hashes of events of which only the digest is left.
    static final EventKind ERASED = new EventKind("account.erase");

    /// In place of an analyst's name, which is never empty, where a log is only read.
    private static final String NO_WRITER = "";

    private static final InstantSource NO_TIME = InstantSource.fixed(Instant.EPOCH);

    private static final int NAME_DIGITS = 6;
    private static final String COLUMNS = "e.body, e.hash";

    private final Sql sql;
    private final Transactions transactions;
    private final OwnLog own;
    private final String analyst;
    private final InstantSource clock;

    private EventLog(Sql sql, OwnLog own, String analyst, InstantSource clock) {
        this.sql = sql;
        this.transactions = new Transactions(sql);
        this.own = own;
        this.analyst = analyst;
        this.clock = clock;
    }

    /// Where the events of a data directory lie.
    public static Path file(Path data) {
        return data.resolve("casework.db");
    }

    /// Opens or makes the log of a data directory and brings its schema up to date.
    ///
    /// @param analyst who does what is added
    /// @throws CaseworkException where the file is not ours, broken, or of a newer program
    public static EventLog openToWrite(Path data, String analyst, InstantSource clock) {
        Path file = file(data);
        Sql sql = Schema.openForWriting(file);
        try {
            return beginning(sql, OwnLog.place(file), analyst, clock);
        } catch (SQLException | IOException e) {
            throw Transactions.failed("open", e);
        }
    }

    /// Opens the log of a data directory for reading; an empty one where there is none.
    public static EventLog openToRead(Path data) {
        Path file = file(data);
        if (!Files.exists(file)) {
            return new EventLog(Schema.openEmpty(), OwnLog.NONE, NO_WRITER, NO_TIME);
        }
        Sql sql = Schema.openForReading(file);
        try {
            OwnLog own = OwnLog.at(OwnLog.place(file), sql).orElse(OwnLog.NONE);
            return new EventLog(sql, own, NO_WRITER, NO_TIME);
        } catch (SQLException | IOException e) {
            throw Transactions.failed("open", e);
        }
    }

    private static EventLog beginning(Sql sql, String place, String analyst, InstantSource clock)
            throws SQLException {
        Optional<OwnLog> known = OwnLog.at(place, sql);
        if (known.isPresent()) {
            return new EventLog(sql, known.get(), analyst, clock);
        }
        sql.execute("BEGIN IMMEDIATE");
        try {
            Optional<OwnLog> other = OwnLog.at(place, sql);
            OwnLog own = other.isPresent() ? other.get() : OwnLog.begun(place, sql);
            EventLog log = new EventLog(sql, own, analyst, clock);
            if (other.isEmpty()) {
                log.append(BEGUN, List.of(), log.heads());
            }
            sql.execute("COMMIT");
            return log;
        } catch (SQLException | RuntimeException e) {
            sql.rollback(e);
            throw e;
        }
    }

    /// Adds what was done now.
    ///
    /// @param about the ids of what it was done to
    public Event add(EventKind kind, Collection<String> about, Map<String, String> details) {
        return change(() -> Transactions.run("write", () -> append(kind, about, details)));
    }

    /// Runs what reads and adds: all of it or nothing, and with nobody writing in between.
    public <T> T change(Supplier<T> change) {
        return transactions.writing("write", change);
    }

    /// Runs what reads several times and is to see one state of the log.
    public <T> T inOneState(Supplier<T> reading) {
        return transactions.reading(reading);
    }

    /// A short name, with that letter before it, for something that the next event makes. No other
    /// log will ever give it; to be asked for within a [#change].
    public String newName(String letter) {
        return Transactions.run(
                "read",
                () ->
                        letter
                                + Digest.of(own.origin() + "/" + (last().number() + 1) + letter)
                                        .prefix(NAME_DIGITS));
    }

    private Event append(EventKind kind, Collection<String> about, Map<String, String> details)
            throws SQLException {
        if (analyst.equals(NO_WRITER)) {
            throw new IllegalStateException("opened for reading");
        }
        Last last = last();
        Instant now = clock.instant();
        String time = EventBody.time(now);
        if (time.compareTo(last.time()) < 0) {
            now = Instant.parse(last.time());
        }
        List<String> subjects = List.copyOf(new LinkedHashSet<>(about));
        String body =
                EventBody.written(
                        own.origin(), last.number() + 1, now, analyst, kind, subjects, details);
        if (body.length() > EventBody.LONGEST) {
            throw new CaseworkException(
                    String.format(
                            Locale.ROOT,
                            "an event of %d characters is more than the %d that are kept of one; do"
                                    + " it in parts",
                            body.length(),
                            EventBody.LONGEST));
        }
        String digest = Digest.of(body).hex();
        String hash = EventBody.hash(last.hash(), digest);
        Event event =
                EventBody.read(body, hash)
                        .orElseThrow(() -> new IllegalArgumentException("no event: " + subjects));
        insert(own.key(), event, body, digest);
        return event;
    }

    private void insert(long log, Event event, String body, String digest) throws SQLException {
        long key =
                sql.insert(
                        """
                        INSERT INTO events (log, number, time, analyst, kind, body, digest, hash)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        log,
                        event.number(),
                        EventBody.time(event.time()),
                        event.analyst(),
                        event.kind().name(),
                        body,
                        digest,
                        event.hash());
        for (String subject : new LinkedHashSet<>(event.about())) {
            sql.update("INSERT INTO subjects (subject, event) VALUES (?, ?)", subject, key);
        }
    }

    private record Last(long number, String hash, String time) {}

    private Last last() throws SQLException {
        return sql.first(
                        """
                        SELECT number, hash, time FROM events WHERE log = ?
                        ORDER BY number DESC LIMIT 1
                        """,
                        row ->
                                new Last(
                                        row.getLong(1),
                                        row.getString(2),
                                        Optional.ofNullable(row.getString(3)).orElse("")),
                        own.key())
                .orElse(new Last(0, EventBody.NOTHING_BEFORE, ""));
    }

    /// How far each log has come: `number hash` by the log's name. Kept elsewhere, it shows later
    /// whether the end of a log was cut off.
    public Map<String, String> heads() {
        return Transactions.run(
                "read",
                () -> {
                    Map<String, String> heads = new LinkedHashMap<>();
                    sql.forEach(
                            """
                            SELECT origin, number, hash FROM logs JOIN events e USING (log)
                            WHERE number = (SELECT max(number) FROM events n WHERE n.log = e.log)
                            ORDER BY origin
                            """,
                            row ->
                                    heads.put(
                                            row.getString(1),
                                            row.getLong(2) + " " + row.getString(3)));
                    return heads;
                });
    }

    /// The name of the log that is written here; empty where none was begun in this place.
    public String own() {
        return own.origin();
    }

    /// All events of these kinds, in order.
    public List<Event> of(EventKind... kinds) {
        return Transactions.run(
                "read",
                () ->
                        sorted(
                                sql.list(
                                        "SELECT "
                                                + COLUMNS
                                                + " FROM events e WHERE e.kind IN ("
                                                + marks(kinds.length)
                                                + ")",
                                        EventLog::event,
                                        names(kinds))));
    }

    /// The events about a subject, of these kinds or, where none is named, of any; in order.
    public List<Event> about(String subject, EventKind... kinds) {
        Object[] parameters =
                Stream.concat(Stream.of(subject), Stream.of(names(kinds))).toArray(Object[]::new);
        String some = kinds.length == 0 ? "" : " AND e.kind IN (" + marks(kinds.length) + ")";
        return Transactions.run(
                "read",
                () ->
                        sorted(
                                sql.list(
                                        "SELECT "
                                                + COLUMNS
                                                + " FROM subjects s JOIN events e USING (event)"
                                                + " WHERE s.subject = ?"
                                                + some,
                                        EventLog::event,
                                        parameters)));
    }

    /// The newest events of any kind whose body is here, at most so many, the newest first.
    public List<Event> newest(int most) {
        return Transactions.run(
                "read",
                () ->
                        sql.list(
                                "SELECT "
                                        + COLUMNS
                                        + " FROM events e WHERE body IS NOT NULL"
                                        + " ORDER BY time DESC, log DESC, number DESC LIMIT ?",
                                EventLog::event,
                                most));
    }

    private static String marks(int count) {
        return Stream.generate(() -> "?").limit(count).collect(Collectors.joining(", "));
    }

    private static Object[] names(EventKind... kinds) {
        return Stream.of(kinds).map(EventKind::name).toArray();
    }

    private static List<Event> sorted(List<Event> events) {
        List<Event> sorted = new ArrayList<>(events);
        sorted.sort(Event.ORDER);
        return sorted;
    }

    private static Event event(ResultSet row) throws SQLException {
        String body = row.getString(1);
        return EventBody.read(body, row.getString(2))
                .orElseThrow(() ->
                        new CaseworkException(
                                "casework.db holds an event that cannot be read; 'lurewatch audit"
                                        + " verify' says where"));
    }

    /// Writes all logs for a colleague's [#merge]. With `about`, the events about these subjects go
    /// along whole, and of the others what proves the chain.
    ///
    /// @return how many events went along whole
    public long export(Writer out, Optional<Set<String>> about) throws IOException {
        try {
            return inOneState(() ->
                    Transactions.run(
                            "read", () -> new Exchange(sql).write(out, about.map(this::hashes))));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Set<String> hashes(Set<String> subjects) {
        return subjects.stream()
                .flatMap(subject -> about(subject).stream())
                .map(Event::hash)
                .collect(Collectors.toSet());
    }

    /// Takes in what a colleague exported: all of it that is not here yet, or nothing. What is here
    /// stays as it is.
    ///
    /// @throws ForeignLogException where it is not as it was written, or tells another story than
    ///   what is here
    public Merge merge(BufferedReader in) throws IOException {
        try {
            return change(() ->
                    Transactions.run(
                            "write",
                            () -> {
                                Exchange.Taken taken = new Exchange(sql).read(in, this::insert);
                                Merge merge =
                                        new Merge(taken.events(), taken.added(), taken.filled());
                                if (merge.isNews()) {
                                    append(Exchange.MERGED, List.of(), taken.heads());
                                }
                                return merge;
                            }));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// How many events of each kind hold what must go, of those that can do without their words.
    public Map<String, Long> holding(Predicate<String> holds) {
        return Transactions.run("read", () -> new Withholding(sql).holding(holds));
    }

    /// Takes the words of events that hold what must go: of each only the digest is left, so that
    /// the chain holds, and an event says so that is added now. Then the file is made anew, so that
    /// no free page keeps them. Done again for the same erasure, it changes nothing.
    ///
    /// @param erasure names the erasure
    /// @return how many events lost their words now
    public int withhold(String erasure, Predicate<String> holds, Map<String, String> details) {
        return Transactions.run(
                "erase from",
                () -> {
                    sql.execute("PRAGMA secure_delete = ON");
                    int count =
                            transactions.writing(
                                    "erase from",
                                    () ->
                                            Transactions.run(
                                                    "erase from",
                                                    () -> withheld(erasure, holds, details)));
                    sql.execute("VACUUM");
                    sql.execute("PRAGMA wal_checkpoint(TRUNCATE)");
                    return count;
                });
    }

    private int withheld(String erasure, Predicate<String> holds, Map<String, String> details)
            throws SQLException {
        if (!about(erasure, ERASED).isEmpty()) {
            return 0;
        }
        List<String> hashes = new Withholding(sql).withhold(holds);
        List<String> about = new ArrayList<>();
        about.add(erasure);
        about.addAll(hashes);
        append(ERASED, about, details);
        return hashes.size();
    }

    /// Looks at every event; may run while others write.
    public ChainReport verify() {
        return inOneState(() -> Transactions.run("read", () -> new ChainCheck(sql).report()));
    }

    @Override
    public void close() {
        Transactions.run(
                "close",
                () -> {
                    sql.close();
                    return 0;
                });
    }
}
