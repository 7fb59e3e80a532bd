package lurewatch.searchcli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import lurewatch.indexer.index.IndexUnusableException;
import lurewatch.indexer.search.QueryException;
import lurewatch.indexer.settings.SettingsException;
import lurewatch.indexer.store.FactsException;
import picocli.CommandLine.ParameterException;

/// How a command can end. grep's contract: 0 found, 1 nothing found, everything above is trouble.
enum ExitCode {
    FOUND(0),
    NOTHING_FOUND(1),
    USAGE(2),
    NOT_USABLE(3),
    INTEGRITY(4),
    REFUSED(5),
    PARTIAL(6),
    INTERNAL(70),
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /// What an exception that ends a command means. The one place where this is decided.
    static ExitCode of(Throwable failure) {
        return switch (failure) {
            case CommandFailure stated -> stated.exitCode();
            case ParameterException _, QueryException _ -> USAGE;
            case IndexUnusableException _,
                    FactsException _,
                    SettingsException _,
                    IOException _,
                    UncheckedIOException _ ->
                    NOT_USABLE;
            case InterruptedException _ -> INTERRUPTED;
            default -> INTERNAL;
        };
    }
}
