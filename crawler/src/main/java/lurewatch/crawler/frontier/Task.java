package lurewatch.crawler.frontier;

import java.sql.SQLException;

/// One step of the recorder, run on its thread and inside its transaction.
@FunctionalInterface
interface Task {
    void run() throws SQLException;
}
