package lurewatch.searchcli.command;

import java.io.PrintStream;
import java.util.function.Supplier;

/// Prints records one after another in one of the forms of lists, with what stands before the
/// first, between two and behind the last.
final class RecordStream {
    private final PrintStream out;
    private final ListFormat.Format format;
    private final String names;
    private boolean hasBegun;

    /// @param names the first row, with its end, where the form has rows; else empty
    RecordStream(PrintStream out, ListFormat.Format format, String names) {
        this.out = out;
        this.format = format;
        this.names = names;
    }

    /// Whichever of the three is asked for; a row holds its own end.
    void print(Supplier<String> text, Supplier<String> json, Supplier<String> row) {
        String between = hasBegun ? ",\n" : "[\n";
        begin();
        switch (format) {
            case TABLE, PLAIN -> out.println(text.get());
            case JSONL -> out.println(json.get());
            case JSON -> out.print(between + json.get());
            case CSV, TSV -> out.print(row.get());
        }
    }

    private void begin() {
        if (!hasBegun) {
            out.print(names);
            hasBegun = true;
        }
    }

    /// To be called once behind the last.
    void end() {
        String end = hasBegun ? "\n]\n" : "[]\n";
        begin();
        if (format == ListFormat.Format.JSON) {
            out.print(end);
        }
    }
}
