package lurewatch.indexer.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lurewatch.indexer.text.JarText;
import lurewatch.indexer.text.TextViews;

/// What else is written for a word, where no rule of reading leads back to it: initials (`ㅋㅂㄷㅇ`),
/// sounds (`柬铺寨`, `薇信`) and pictures (`✈️`) by which ads hide it; other regions' words for the same
/// (`杜拜`, `迪拜`); abbreviations. From `respellings.tsv`.
final class Respellings {
    private static final Map<String, List<String>> BY_WORD = read();

    private Respellings() {}

    /// None for most words.
    static List<String> of(String word) {
        return BY_WORD.getOrDefault(key(word), List.of());
    }

    private static String key(String word) {
        return TextViews.of(word).meant().text();
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> byWord = new HashMap<>();
        JarText.rows(Respellings.class, "respellings.tsv").stream()
                .map(row -> row.split("\t", -1))
                .forEach(row ->
                        byWord.put(key(row[0]), Arrays.stream(row).skip(1).distinct().toList()));
        return Map.copyOf(byWord);
    }
}
