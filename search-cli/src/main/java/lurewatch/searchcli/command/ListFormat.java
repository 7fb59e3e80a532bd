package lurewatch.searchcli.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import lurewatch.indexer.console.Session;
import lurewatch.searchcli.export.RecordRows;
import lurewatch.searchcli.export.RowForm;
import picocli.CommandLine.Option;

/// `--format` of commands that print records: lines for people, or the same records in one of the
/// forms that programs read.
final class ListFormat {
    enum Format {
        TABLE,
        PLAIN,
        JSONL,
        JSON,
        CSV,
        TSV;

        /// How rows are written, of the forms that have any.
        Optional<RowForm> rows() {
            return switch (this) {
                case CSV -> Optional.of(RowForm.CSV);
                case TSV -> Optional.of(RowForm.TSV);
                case TABLE, PLAIN, JSONL, JSON -> Optional.empty();
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description =
                    "${COMPLETION-CANDIDATES}. table (default) and plain are for people; csv and tsv"
                            + " begin with a row of names, json is one array.")
    private Format format = Format.TABLE;

    /// One that is chosen elsewhere.
    static ListFormat of(Format format) {
        ListFormat chosen = new ListFormat();
        chosen.format = format;
        return chosen;
    }

    /// Prints all of it.
    ///
    /// @param columns the members that rows have
    /// @param text lines for people
    /// @param records the same as lines of JSON
    void print(
            Session session,
            List<String> columns,
            Supplier<List<String>> text,
            Supplier<List<String>> records) {
        if (isForPeople()) {
            text.get().forEach(session.out()::println);
            return;
        }
        Printer printer = printer(session, columns);
        records.get().forEach(record -> printer.print(() -> "", () -> record));
        printer.end();
    }

    /// Whether lines are asked for rather than records.
    boolean isForPeople() {
        return format == Format.TABLE || format == Format.PLAIN;
    }

    /// For records that come one after another.
    Printer printer(Session session, List<String> columns) {
        return new Printer(
                session, format, format.rows().map(form -> new RecordRows(form, columns)));
    }

    /// Prints records as they come; rows are made of their JSON.
    static final class Printer {
        private final RecordStream records;
        private final Optional<RecordRows> rows;

        private Printer(Session session, Format format, Optional<RecordRows> rows) {
            this.records =
                    new RecordStream(session.out(), format, rows.map(RecordRows::names).orElse(""));
            this.rows = rows;
        }

        /// Whichever of the two is asked for.
        void print(Supplier<String> text, Supplier<String> record) {
            records.print(text, record, () -> rows.orElseThrow().of(record.get()));
        }

        /// To be called once behind the last.
        void end() {
            records.end();
        }
    }
}
