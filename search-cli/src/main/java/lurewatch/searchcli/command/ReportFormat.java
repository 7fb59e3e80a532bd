package lurewatch.searchcli.command;

import java.util.Locale;
import picocli.CommandLine.Option;

/// `--format` of commands that print a report and not a list.
final class ReportFormat {
    /// As it is typed; lists have two forms for people, a report looks the same in both.
    enum Format {
        TABLE,
        PLAIN,
        JSONL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}: table (default) and plain are for people.")
    private Format format = Format.TABLE;

    Format chosen() {
        return format;
    }
}
