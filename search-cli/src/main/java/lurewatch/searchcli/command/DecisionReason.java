package lurewatch.searchcli.command;

import java.util.Optional;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Why an analyst decides something, without which nothing is decided.
final class DecisionReason {
    private static final int LONGEST = 2_000;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why; recorded. Required, at most 2,000 characters.")
    private @Nullable String reason;

    String text() {
        String why = Optional.ofNullable(reason).orElse("").strip();
        if (why.isEmpty() || why.length() > LONGEST) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "say why with --reason TEXT, at most " + LONGEST + " characters");
        }
        return why;
    }
}
