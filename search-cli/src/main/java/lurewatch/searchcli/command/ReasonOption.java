package lurewatch.searchcli.command;

import picocli.CommandLine.Option;

/// `--reason` of what is recorded with its reason.
final class ReasonOption {
    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why; recorded.")
    private String reason = "";

    /// The reason, no longer than that.
    String text(int longest) {
        return Written.checked(reason, longest, "a reason");
    }
}
