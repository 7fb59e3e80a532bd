package lurewatch.indexer.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.ProgressHandler;

/// Counts what SQLite's own machine does, which no other work on the computer changes.
final class Instructions {
    private Instructions() {}

    static int of(Sql sql, Runnable action) throws SQLException {
        int[] instructions = {0};
        Connection connection = sql.connection();
        ProgressHandler.setHandler(
                connection,
                1,
                new ProgressHandler() {
                    @Override
                    protected int progress() {
                        instructions[0]++;
                        return 0;
                    }
                });
        action.run();
        ProgressHandler.clearHandler(connection);
        return instructions[0];
    }
}
