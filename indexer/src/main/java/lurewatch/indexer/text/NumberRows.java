package lurewatch.indexer.text;

import java.util.ArrayList;
import java.util.List;

/// How languages say numbers below a thousand, in their own script and in others', as rows of words
/// in `number-words.tsv`: those of two digits mostly as the Unicode locale data have them.
public final class NumberRows {
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
        for (String line : JarText.rows(NumberRows.class, "number-words.tsv")) {
            String[] columns = line.split("\t", -1);
            rows.add(
                    new Row(
                            columns[0],
                            columns[1].equals("-") ? 0 : Integer.parseInt(columns[1]),
                            List.of(columns[3].split(" ", -1))));
        }
        return rows;
    }
}
