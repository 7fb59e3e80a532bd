package lurewatch.crawler.frontier;

import java.sql.SQLException;
import lurewatch.crawler.revisit.Trust;
import lurewatch.indexer.store.Sql;

/// The table `trust`. Used by the recorder's thread only.
final class TrustTable {
    private final Sql sql;

    TrustTable(Sql sql) {
        this.sql = sql;
    }

    Trust of(long host, Claim.Source source) throws SQLException {
        return sql.first(
                        """
                        SELECT told_changed, told_same, silent_changed, silent_same FROM trust
                        WHERE host_id = ? AND source = ?
                        """,
                        row ->
                                new Trust(
                                        row.getDouble(1),
                                        row.getDouble(2),
                                        row.getDouble(3),
                                        row.getDouble(4)),
                        host,
                        source.code())
                .orElse(Trust.NONE);
    }

    void save(long host, Claim.Source source, Trust trust) throws SQLException {
        sql.update(
                "INSERT OR REPLACE INTO trust VALUES (?, ?, ?, ?, ?, ?)",
                host,
                source.code(),
                trust.toldChanged(),
                trust.toldSame(),
                trust.silentChanged(),
                trust.silentSame());
    }
}
