package lurewatch.crawler.frontier;

import java.sql.SQLException;
import java.time.Duration;
import lurewatch.indexer.store.Sql;

/// One transaction for many steps, since every commit costs as much as hundreds of them: it ends at
/// most 50 ms or 500 steps after it began. Used by the recorder's thread only.
final class Batch {
    static final Duration COMMIT_WITHIN = Duration.ofMillis(50);
    private static final int COMMIT_AFTER = 500;

    private final Sql sql;
    private boolean open;
    private long begunAt;
    private int steps;

    Batch(Sql sql) {
        this.sql = sql;
    }

    /// Takes one more step into the transaction, which begins with the first.
    void add() throws SQLException {
        if (!open) {
            sql.execute("BEGIN IMMEDIATE");
            open = true;
            begunAt = System.nanoTime();
            steps = 0;
        }
        steps++;
    }

    boolean isOpen() {
        return open;
    }

    boolean isDue(long now) {
        return open && (steps >= COMMIT_AFTER || now - begunAt >= COMMIT_WITHIN.toNanos());
    }

    void commit() throws SQLException {
        sql.execute("COMMIT");
        open = false;
    }
}
