package lurewatch.searchcli.casework;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import lurewatch.indexer.store.Sql;

/// Takes the words out of events: of each only the digest is left, by which the chain holds.
final class Withholding {
    /// Kinds whose events can do without their words: no state rests on them but their own.
    private static final List<String> CAN_BE_WITHHELD =
            List.of("case.noted", "account.search", "watch.fired", "watch.failed");

    private static final String BODIES =
            "SELECT event, kind, body, hash FROM events WHERE body IS NOT NULL";

    private final Sql sql;

    Withholding(Sql sql) {
        this.sql = sql;
    }

    private record Found(long event, String kind, String hash) {}

    private List<Found> found(Predicate<String> holds) throws SQLException {
        List<Found> found = new ArrayList<>();
        sql.forEach(
                BODIES,
                row -> {
                    if (CAN_BE_WITHHELD.contains(row.getString(2))
                            && holds.test(row.getString(3))) {
                        found.add(new Found(row.getLong(1), row.getString(2), row.getString(4)));
                    }
                });
        return found;
    }

    /// How many events of each kind hold what must go, of those that can do without their words.
    Map<String, Long> holding(Predicate<String> holds) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        found(holds).forEach(event -> counts.merge(event.kind(), 1L, Long::sum));
        return counts;
    }

    /// Takes the words of those.
    ///
    /// @return their hashes
    List<String> withhold(Predicate<String> holds) throws SQLException {
        List<Found> found = found(holds);
        String guard =
                sql.first(
                                "SELECT sql FROM sqlite_schema WHERE name = 'events_hold'",
                                row -> row.getString(1))
                        .orElseThrow();
        sql.execute("DROP TRIGGER events_hold");
        for (Found event : found) {
            sql.update("DELETE FROM subjects WHERE event = ?", event.event());
            sql.update(
                    "UPDATE events SET time = NULL, analyst = NULL, kind = NULL, body = NULL"
                            + " WHERE event = ?",
                    event.event());
        }
        sql.execute(guard);
        return found.stream().map(Found::hash).toList();
    }
}
