package lurewatch.searchcli.casework;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.function.Supplier;
import lurewatch.indexer.store.Sql;
import lurewatch.indexer.store.SqliteFile;

/// The transactions of one connection to `casework.db`. What is begun within one belongs to it.
final class Transactions {
    private final Sql sql;
    private int depth;

    Transactions(Sql sql) {
        this.sql = sql;
    }

    /// What asks the database or a file.
    @FunctionalInterface
    interface Step<T> {
        T run() throws SQLException, IOException;
    }

    /// Runs what reads and adds: all of it or nothing, and with nobody writing in between.
    ///
    /// @param what it does, for the message where it fails
    <T> T writing(String what, Supplier<T> change) {
        return within("BEGIN IMMEDIATE", what, change);
    }

    /// Runs what reads several times and is to see one state.
    <T> T reading(Supplier<T> reading) {
        return within("BEGIN", "read", reading);
    }

    private <T> T within(String begin, String what, Supplier<T> action) {
        return depth > 0 ? action.get() : run(what, () -> inOneTransaction(begin, action));
    }

    private <T> T inOneTransaction(String begin, Supplier<T> action) throws SQLException {
        sql.execute(begin);
        depth++;
        try {
            T result = action.get();
            sql.execute("COMMIT");
            return result;
        } catch (SQLException | RuntimeException e) {
            sql.rollback(e);
            throw e;
        } finally {
            depth--;
        }
    }

    /// Runs a step.
    ///
    /// @param what it does, for the message where it fails
    /// @throws CaseworkException where the database fails
    static <T> T run(String what, Step<T> step) {
        try {
            return step.run();
        } catch (SQLException e) {
            throw failed(what, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CaseworkException failed(String what, Exception e) {
        String damaged =
                "where it is damaged, take the last backup or 'lurewatch case import' what a"
                        + " colleague exported";
        return new CaseworkException(
                String.format(
                        Locale.ROOT,
                        "cannot %s casework.db (%s); %s",
                        what,
                        e.getMessage(),
                        e instanceof SQLException sql ? SqliteFile.advice(sql, damaged) : damaged),
                e);
    }
}
