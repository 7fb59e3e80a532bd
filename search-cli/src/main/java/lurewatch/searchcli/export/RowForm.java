package lurewatch.searchcli.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/// How single rows are written for other programs. In both forms no cell can start a formula.
public enum RowForm {
    /// By RFC 4180; a row ends with CR LF.
    CSV,
    /// Parted by tabs; tabs and line ends within a cell become blanks. A row ends with LF.
    TSV;

    /// The cells, with the end of the row.
    public String row(List<String> cells) {
        List<String> safe = cells.stream().map(CsvCell::of).toList();
        return switch (this) {
            case CSV -> csv(safe);
            case TSV ->
                    safe.stream()
                                    .map(cell ->
                                            cell.replaceAll(
                                                    "[\\t\\r\\n\\x{85}\\x{2028}\\x{2029}]+", " "))
                                    .collect(Collectors.joining("\t"))
                            + "\n";
        };
    }

    private static String csv(List<String> cells) {
        StringWriter row = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(row)) {
            writer.writeRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return row.toString();
    }
}
