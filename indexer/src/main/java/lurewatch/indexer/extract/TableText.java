package lurewatch.indexer.extract;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lurewatch.indexer.LowerCase;

/// One row of a table of comma-separated values, with the row of names that stands before it.
///
/// @param row cells by column name, the names in lower case, in the table's order
public record TableText(Map<String, String> row) {
    private static final int MOST_COLUMNS = 200;
    private static final String SEPARATORS = ",;\t|";

    /// Reads one row under its names.
    ///
    /// @param contentType says the encoding
    /// @throws UnreadableException where there is no row
    public static TableText of(byte[] bytes, String contentType) {
        String text = PageText.decode(bytes, contentType, "").text();
        List<CsvRecord> rows = rows(text);
        if (rows.size() < 2) {
            throw new UnreadableException("not a row below a row of names");
        }
        List<String> names = rows.getFirst().getFields();
        List<String> cells = rows.get(1).getFields();
        if (cells.size() > names.size()) {
            throw new UnreadableException(
                    cells.size() + " cells where " + names.size() + " columns have names");
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(names.size(), MOST_COLUMNS); i++) {
            String name = LowerCase.of(names.get(i).strip());
            if (!name.isEmpty()) {
                row.putIfAbsent(name, i < cells.size() ? cells.get(i) : "");
            }
        }
        return new TableText(row);
    }

    private static List<CsvRecord> rows(String text) {
        List<CsvRecord> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .fieldSeparator(separator(text))
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .maxBufferSize(Html.LONGEST)
                        .ofCsvRecord(text)) {
            for (CsvRecord row : reader) {
                rows.add(row);
                if (rows.size() == 2) {
                    break;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /// What parts the names. Spreadsheets of half the world write semicolons.
    private static char separator(String text) {
        int end = text.indexOf('\n');
        String names = end < 0 ? text : text.substring(0, end);
        char best = ',';
        long most = 0;
        for (int i = 0; i < SEPARATORS.length(); i++) {
            char separator = SEPARATORS.charAt(i);
            long count = names.chars().filter(c -> c == separator).count();
            if (count > most) {
                most = count;
                best = separator;
            }
        }
        return best;
    }
}
