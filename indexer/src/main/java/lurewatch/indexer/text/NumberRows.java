package lurewatch.indexer.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// How languages say numbers below a thousand, in their own script and in others', as rows of words
/// in `number-words.tsv`: those of two digits mostly as the Unicode locale data have them.
public final class NumberRows {
    private static final String FILE = "number-words.tsv";

    private NumberRows() {}

    /// Words for numbers that follow each other.
    ///
    /// @param kind what the words are: digits, tens, their plurals …
    /// @param first the number that the first word stands for; 0 where the kind says it
    /// @param words `_` for a number of which no word is told here; with a question mark behind
    ///   words that are far more often something else
    public record Row(String kind, int first, List<String> words) {}

    /// All rows, those first whose words mean what they say there where others have them, too.
    public static List<Row> all() {
        List<Row> rows = new ArrayList<>();
        for (String line : read().split("\n", -1)) {
            if (line.isEmpty()) {
                continue;
            }
            String[] columns = line.split("\t", -1);
            rows.add(
                    new Row(
                            columns[0],
                            columns[1].equals("-") ? 0 : Integer.parseInt(columns[1]),
                            List.of(columns[3].split(" ", -1))));
        }
        return rows;
    }

    private static String read() {
        try (InputStream in = NumberRows.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
