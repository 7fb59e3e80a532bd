package lurewatch.searchcli.command;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--format` of commands that print a report and not a list.
final class RecordFormat {
    enum Format {
        TABLE,
        JSONL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}: for people (default) or programs.")
    private @Nullable Format format;

    Format chosen() {
        return format == null ? Format.TABLE : format;
    }
}
