package lurewatch.searchcli.command;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--format` of commands that print a report and not a list.
final class RecordFormat {
    /// Who it is for.
    enum Format {
        TABLE,
        JSONL
    }

    /// As it is typed; lists have both forms for people, a report has one.
    enum Typed {
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
            description = "${COMPLETION-CANDIDATES}: table (default) and plain are for people.")
    private @Nullable Typed format;

    Format chosen() {
        return format == Typed.JSONL ? Format.JSONL : Format.TABLE;
    }
}
