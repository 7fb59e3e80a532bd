package lurewatch.searchcli.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import lurewatch.indexer.Digest;
import lurewatch.indexer.store.Sql;
import lurewatch.searchcli.casework.ChainReport.Problem;

/// Looks at every event of every log: its body against its digest, its digest against the chain,
/// what was copied out of the body against the body, and what logs say of each other.
final class ChainCheck {
    private static final String EVENTS =
            """
            SELECT number, time, analyst, kind, body, digest, hash,
                (SELECT group_concat(subject, char(10))
                    FROM (SELECT subject FROM subjects s WHERE s.event = e.event ORDER BY subject))
            FROM events e WHERE log = ? ORDER BY number
            """;

    private final Sql sql;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String> heads = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> claims = new LinkedHashMap<>();
    private long events;
    private long withheld;

    ChainCheck(Sql sql) {
        this.sql = sql;
    }

    ChainReport report() throws SQLException {
        record Log(long key, String origin, boolean isOurs) {}
        for (Log log :
                sql.list(
                        "SELECT log, origin, place IS NOT NULL FROM logs ORDER BY origin",
                        row -> new Log(row.getLong(1), row.getString(2), row.getBoolean(3)))) {
            new Walk(log.origin(), log.isOurs() ? Bodies.ALL : Bodies.SOME).over(log.key());
        }
        long strays =
                sql.number("SELECT count(*) FROM events WHERE log NOT IN (SELECT log FROM logs)")
                        .orElse(0);
        if (strays > 0) {
            problems.add(new Problem("?", 0, strays + " events belong to no log"));
        }
        checkClaims();
        return new ChainReport(events, withheld, heads, problems);
    }

    /// Whether a log may hold events with their digest alone: those of others may, as far as they
    /// were not shown to us; what was written here was written whole.
    private enum Bodies {
        ALL,
        SOME
    }

    /// One log, event by event. Only its first problem is told: what follows rests on it.
    private final class Walk {
        private final String origin;
        private final Bodies bodies;
        private String previous = EventBody.NOTHING_BEFORE;
        private String time = "";
        private long number;
        private Optional<Problem> first = Optional.empty();

        Walk(String origin, Bodies bodies) {
            this.origin = origin;
            this.bodies = bodies;
        }

        void over(long log) throws SQLException {
            sql.forEach(EVENTS, this::look, log);
            first.ifPresent(problems::add);
            if (number > 0) {
                heads.put(origin, number + " " + previous);
            } else {
                problems.add(new Problem(origin, 1, "there is no event of this log"));
            }
        }

        private void look(ResultSet row) throws SQLException {
            events++;
            number++;
            if (first.isEmpty()) {
                first = wrong(row).map(what -> new Problem(origin, number, what));
            }
            previous = String.valueOf(row.getString("hash"));
        }

        private Optional<String> wrong(ResultSet row) throws SQLException {
            long stands = row.getLong("number");
            String digest = String.valueOf(row.getString("digest"));
            String hash = String.valueOf(row.getString("hash"));
            if (stands != number) {
                return Optional.of("is missing; event " + stands + " stands in its place");
            }
            if (!hash.equals(EventBody.hash(previous, digest))) {
                return Optional.of("does not follow the event before it");
            }
            String body = row.getString("body");
            if (body == null) {
                withheld++;
                return bodies == Bodies.ALL && !isErased(sql, hash)
                        ? Optional.of("was written whole and has lost its body")
                        : Optional.empty();
            }
            if (!digest.equals(Digest.of(body).hex())) {
                return Optional.of("is not as it was written");
            }
            Optional<Event> event = EventBody.read(body, hash);
            if (event.isEmpty()) {
                return Optional.of("cannot be read by this version");
            }
            return misplaced(event.get(), row);
        }

        private Optional<String> misplaced(Event event, ResultSet row) throws SQLException {
            String stated = EventBody.time(event.time());
            if (!event.log().equals(origin) || event.number() != number) {
                return Optional.of("was written as another event");
            }
            if (stated.compareTo(time) < 0) {
                return Optional.of("is older than the event before it");
            }
            time = stated;
            boolean isCopied =
                    stated.equals(row.getString("time"))
                            && event.analyst().equals(row.getString("analyst"))
                            && event.kind().name().equals(row.getString("kind"))
                            && String.join("\n", new TreeSet<>(event.about()))
                                    .equals(
                                            Optional.ofNullable(row.getString(8))
                                                    .map(ChainCheck::sortedLines)
                                                    .orElse(""));
            if (!isCopied) {
                return Optional.of("is found under other words than it says");
            }
            if (event.kind().equals(EventLog.BEGUN) || event.kind().equals(Exchange.MERGED)) {
                event.details().forEach((log, head) -> claim(event, log, head));
            }
            return Optional.empty();
        }

        private void claim(Event event, String log, String head) {
            claims.computeIfAbsent(log, _ -> new HashMap<>())
                    .putIfAbsent(head, origin + " " + event.number());
        }
    }

    /// Whether an event says that the one of that hash lost its words.
    static boolean isErased(Sql sql, String hash) throws SQLException {
        return sql.number(
                                "SELECT count(*) FROM subjects JOIN events USING (event)"
                                        + " WHERE subject = ? AND kind = ?",
                                hash,
                                EventLog.ERASED.name())
                        .orElse(0)
                > 0;
    }

    /// SQLite sorts by bytes, Java by UTF-16 units.
    private static String sortedLines(String subjects) {
        return String.join("\n", new TreeSet<>(List.of(subjects.split("\n", -1))));
    }

    /// A log that another has seen further than it goes was cut.
    private void checkClaims() throws SQLException {
        for (var claimed : claims.entrySet()) {
            for (String head : new LinkedHashSet<>(claimed.getValue().keySet())) {
                String[] parts = head.split(" ", -1);
                boolean holds =
                        parts.length == 2
                                && parts[0].matches("\\d{1,18}")
                                && sql.number(
                                                        """
                                                        SELECT count(*) FROM events JOIN logs USING (log)
                                                        WHERE origin = ? AND number = ? AND hash = ?
                                                        """,
                                                        claimed.getKey(),
                                                        Long.parseLong(parts[0]),
                                                        parts[1])
                                                .orElse(0)
                                        == 1;
                if (!holds) {
                    problems.add(
                            new Problem(
                                    claimed.getKey(),
                                    parts[0].matches("\\d{1,18}") ? Long.parseLong(parts[0]) : 0,
                                    "is not the one that log "
                                            + claimed.getValue().get(head)
                                            + " saw there"));
                }
            }
        }
    }
}
