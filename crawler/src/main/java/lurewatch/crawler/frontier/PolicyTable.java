package lurewatch.crawler.frontier;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lurewatch.crawler.revisit.Rate;
import lurewatch.indexer.store.Sql;

/// The table `policy`: what was learnt of all pages. Used by the recorder's thread only.
final class PolicyTable {
    private final Sql sql;
    private Map<String, Rate> written = Map.of();

    PolicyTable(Sql sql) {
        this.sql = sql;
    }

    Map<String, Rate> read() throws SQLException {
        List<Map.Entry<String, Rate>> rows =
                sql.list(
                        "SELECT name, first, second FROM policy",
                        row ->
                                Map.entry(
                                        row.getString(1),
                                        new Rate(row.getDouble(2), row.getDouble(3))));
        Map<String, Rate> memory = new HashMap<>();
        rows.forEach(row -> memory.put(row.getKey(), row.getValue()));
        return memory;
    }

    /// Writes what has changed.
    void write(Map<String, Rate> memory) throws SQLException {
        for (Map.Entry<String, Rate> entry : memory.entrySet()) {
            if (!entry.getValue().equals(written.get(entry.getKey()))) {
                sql.update(
                        "INSERT OR REPLACE INTO policy VALUES (?, ?, ?)",
                        entry.getKey(),
                        entry.getValue().events(),
                        entry.getValue().hours());
            }
        }
        written = memory;
    }
}
