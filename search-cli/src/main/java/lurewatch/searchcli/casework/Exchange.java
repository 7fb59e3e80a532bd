package lurewatch.searchcli.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lurewatch.indexer.Digest;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.store.Sql;
import org.jspecify.annotations.Nullable;

/// Logs as a file for a colleague, and back.
///
/// A line for each event of each log, in order, whole or with its digest alone: whoever gets the
/// events of one case can check the chain that they stand in and sees nothing of the rest. A last
/// line counts the others and holds their digest, so that a cut file is told from a whole one.
final class Exchange {
    /// What came from elsewhere was taken in; details as in [EventLog#BEGUN].
    static final EventKind MERGED = new EventKind("log.merged");

    private static final String FORM = "lurewatch-casework";
    private static final int VERSION = 1;

    /// JSON may write one character as six.
    private static final int LONGEST_LINE = 6 * EventBody.LONGEST + 4096;

    private static final Pattern ORIGIN = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final JsonMapper JSON =
            JsonMapper.builder(
                            com.fasterxml.jackson.core.JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(5)
                                                    .maxStringLength(EventBody.LONGEST)
                                                    .build())
                                    .build())
                    .build();

    private final Sql sql;

    /// Puts a foreign event into the database.
    interface Store {
        void put(long log, Event event, String body, String digest) throws SQLException;
    }

    Exchange(Sql sql) {
        this.sql = sql;
    }

    /// Writes all logs; bodies of the events in `shown` only, or of all where it is empty.
    ///
    /// @return how many events went along whole
    long write(Writer out, Optional<Set<String>> shown) throws SQLException, IOException {
        Writing writing = new Writing(out, shown);
        writing.line(JsonLine.object(line -> line.put("v", VERSION).put("form", FORM)));
        IOException[] failure = new IOException[1];
        sql.forEach(
                """
                SELECT origin, number, body, digest, hash FROM events JOIN logs USING (log)
                ORDER BY origin, number
                """,
                row -> {
                    try {
                        if (failure[0] == null) {
                            writing.event(row);
                        }
                    } catch (IOException e) {
                        failure[0] = e;
                    }
                });
        if (failure[0] != null) {
            throw failure[0];
        }
        writing.end();
        return writing.whole;
    }

    private static final class Writing {
        private final Writer out;
        private final Optional<Set<String>> shown;
        private final MessageDigest digest = Digest.sha256();
        private long events;
        private long whole;

        Writing(Writer out, Optional<Set<String>> shown) {
            this.out = out;
            this.shown = shown;
        }

        void event(ResultSet row) throws SQLException, IOException {
            String hash = row.getString("hash");
            @Nullable String body = row.getString("body");
            String origin = row.getString("origin");
            long number = row.getLong("number");
            String digestOfBody = row.getString("digest");
            boolean isWhole = body != null && shown.map(s -> s.contains(hash)).orElse(true);
            events++;
            whole += isWhole ? 1 : 0;
            line(
                    JsonLine.object(line -> {
                        line.put("log", origin).put("number", number).put("hash", hash);
                        if (isWhole && body != null) {
                            line.put("body", body);
                        } else {
                            line.put("digest", digestOfBody);
                        }
                    }));
        }

        void line(String line) throws IOException {
            String ended = line + "\n";
            digest.update(ended.getBytes(StandardCharsets.UTF_8));
            out.write(ended);
        }

        void end() throws IOException {
            String soFar = HexFormat.of().formatHex(digest.digest());
            out.write(
                    JsonLine.object(line -> line.put("events", events).put("sha256", soFar))
                            + "\n");
        }
    }

    /// Takes in what is not here yet.
    ///
    /// @throws ForeignLogException where the file is not as it was written, or does not fit
    Taken read(BufferedReader in, Store store) throws SQLException, IOException {
        return new Reading(in, store).taken();
    }

    /// What an import brought.
    ///
    /// @param added events that were not here
    /// @param filled events that stood here with their digest alone
    /// @param heads how far each log of the file goes
    record Taken(long events, long added, long filled, Map<String, String> heads) {}

    private final class Reading {
        private final BufferedReader in;
        private final Store store;
        private final MessageDigest digest = Digest.sha256();
        private final Map<String, String> heads = new LinkedHashMap<>();
        private final Set<String> finished = new LinkedHashSet<>();
        private long lineNumber;
        private long events;
        private long added;
        private long filled;
        private String origin = "";
        private long log;
        private long number;
        private String previous = EventBody.NOTHING_BEFORE;

        Reading(BufferedReader in, Store store) {
            this.in = in;
            this.store = store;
        }

        Taken taken() throws SQLException, IOException {
            JsonNode head = next();
            if (!head.path("form").asText().equals(FORM)) {
                throw wrong("is no file of 'lurewatch case export'");
            }
            if (head.path("v").asInt() != VERSION) {
                throw wrong("was written by a newer program");
            }
            while (true) {
                String soFar = HexFormat.of().formatHex(copyOfDigest());
                JsonNode line = next();
                if (line.has("sha256")) {
                    if (line.path("events").asLong() != events
                            || !line.path("sha256").asText().equals(soFar)) {
                        throw wrong("what stands above is not what was written");
                    }
                    break;
                }
                event(line);
            }
            if (in.read() >= 0) {
                throw wrong("something follows the end");
            }
            return new Taken(events, added, filled, heads);
        }

        private byte[] copyOfDigest() {
            try {
                return ((MessageDigest) digest.clone()).digest();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError("the platform's SHA-256 can be copied", e);
            }
        }

        private JsonNode next() throws IOException {
            lineNumber++;
            StringBuilder line = new StringBuilder();
            int c = in.read();
            while (c >= 0 && c != '\n') {
                if (line.length() > LONGEST_LINE) {
                    throw wrong("is longer than any event");
                }
                line.append((char) c);
                c = in.read();
            }
            if (c < 0) {
                throw wrong("the file ends here, before its end");
            }
            digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
            try {
                return JSON.readTree(line.toString());
            } catch (JsonProcessingException e) {
                throw wrong("is not as it was written");
            }
        }

        private void event(JsonNode line) throws SQLException {
            events++;
            String named = line.path("log").asText();
            if (!ORIGIN.matcher(named).matches()) {
                throw wrong("names no log");
            }
            if (!named.equals(origin)) {
                begin(named);
            }
            number++;
            String hash = line.path("hash").asText();
            boolean isWhole = line.has("body");
            String body = line.path("body").asText();
            String stated = isWhole ? Digest.of(body).hex() : line.path("digest").asText();
            if (line.path("number").asLong() != number
                    || !SHA256.matcher(stated).matches()
                    || !hash.equals(EventBody.hash(previous, stated))) {
                throw wrong(
                        String.format(
                                Locale.ROOT,
                                "event %d of log %s does not follow the one before it",
                                number,
                                origin));
            }
            previous = hash;
            heads.put(origin, number + " " + hash);
            keep(isWhole ? Optional.of(body) : Optional.empty(), stated, hash);
        }

        private void begin(String named) throws SQLException {
            if (!finished.add(named)) {
                throw wrong("log " + named + " stands in two places");
            }
            origin = named;
            number = 0;
            previous = EventBody.NOTHING_BEFORE;
            log =
                    sql.first("SELECT log FROM logs WHERE origin = ?", row -> row.getLong(1), named)
                            .orElse(0L);
            if (log == 0) {
                log = sql.insert("INSERT INTO logs (origin) VALUES (?)", named);
            }
        }

        private record Here(String hash, boolean isWhole) {}

        private void keep(Optional<String> body, String digest, String hash) throws SQLException {
            Optional<Here> here =
                    sql.first(
                            "SELECT hash, body IS NOT NULL FROM events WHERE log = ? AND number ="
                                    + " ?",
                            row -> new Here(row.getString(1), row.getBoolean(2)),
                            log,
                            number);
            if (here.isPresent() && !here.get().hash().equals(hash)) {
                throw wrong(
                        String.format(
                                Locale.ROOT,
                                "event %d of log %s is another one here: the two files went apart"
                                        + " under one name, as happens when an older copy is put"
                                        + " in the place of a file and written on",
                                number,
                                origin));
            }
            Optional<Event> event = body.map(written -> readable(written, hash));
            if (here.isEmpty()) {
                added++;
                if (event.isPresent()) {
                    store.put(log, event.get(), body.orElseThrow(), digest);
                } else {
                    sql.update(
                            "INSERT INTO events (log, number, digest, hash) VALUES (?, ?, ?, ?)",
                            log,
                            number,
                            digest,
                            hash);
                }
            } else if (event.isPresent()
                    && !here.get().isWhole()
                    && !ChainCheck.isErased(sql, hash)) {
                filled++;
                fill(event.get(), body.orElseThrow());
            }
        }

        private Event readable(String body, String hash) {
            Optional<Event> event =
                    EventBody.read(body, hash)
                            .filter(e -> e.log().equals(origin) && e.number() == number);
            return event.orElseThrow(
                    () -> wrong("event " + number + " of log " + origin + " cannot be read"));
        }

        private void fill(Event event, String body) throws SQLException {
            sql.update(
                    """
                    UPDATE events SET time = ?, analyst = ?, kind = ?, body = ?
                    WHERE log = ? AND number = ?
                    """,
                    EventBody.time(event.time()),
                    event.analyst(),
                    event.kind().name(),
                    body,
                    log,
                    number);
            for (String subject : new LinkedHashSet<>(event.about())) {
                sql.update(
                        """
                        INSERT INTO subjects (subject, event)
                        SELECT ?, event FROM events WHERE log = ? AND number = ?
                        """,
                        subject,
                        log,
                        number);
            }
        }

        private ForeignLogException wrong(String what) {
            return new ForeignLogException("line " + lineNumber + ": " + what);
        }
    }
}
