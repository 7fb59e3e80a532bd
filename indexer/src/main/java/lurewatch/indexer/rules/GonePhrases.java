package lurewatch.indexer.rules;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What pages say in place of an offer that is no longer there, in many languages: `gone.tsv`
/// beside the signals.
public final class GonePhrases {
    private static final int SHORTEST = 4;

    private GonePhrases() {}

    /// The phrases in the file's order; none where there is no such file.
    public static List<String> read(Path signals) {
        Path file = signals.resolve("gone.tsv");
        if (!Files.exists(file)) {
            return List.of();
        }
        List<TsvFile.Row> rows = TsvFile.read(file, List.of("language", "phrase"));
        for (TsvFile.Row row : rows) {
            if (row.field(1).strip().length() < SHORTEST) {
                throw row.error(
                        1, "a phrase of less than " + SHORTEST + " characters is no phrase");
            }
        }
        return rows.stream().map(row -> row.field(1).strip()).toList();
    }
}
