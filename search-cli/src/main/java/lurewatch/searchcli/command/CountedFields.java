package lurewatch.searchcli.command;

import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.index.IndexSchema;

/// The fields whose values may be counted, as options name them.
final class CountedFields {
    private CountedFields() {}

    /// Refuses what cannot be counted.
    static void check(String field) {
        if (!IndexSchema.COUNTED.contains(field)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "'"
                            + field
                            + "' cannot be counted; these can: "
                            + String.join(", ", IndexSchema.COUNTED));
        }
    }
}
