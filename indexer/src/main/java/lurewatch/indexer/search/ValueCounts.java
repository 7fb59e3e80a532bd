package lurewatch.indexer.search;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// How often each value of some fields stands in the postings that a query finds.
///
/// @param total how many postings it finds
/// @param byField per field, the most frequent first and what is as frequent in the order of
///   values; a posting counts once for each of its values
public record ValueCounts(long total, Map<String, List<ValueCount>> byField) {
    /// One value, and how many postings have it.
    public record ValueCount(String value, long postings) {}

    private static final Comparator<ValueCount> MOST_FIRST =
            Comparator.comparingLong((ValueCount count) -> -count.postings())
                    .thenComparing(ValueCount::value);

    public ValueCounts {
        byField = Map.copyOf(byField);
    }

    static List<ValueCount> sorted(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> new ValueCount(count.getKey(), count.getValue()))
                .sorted(MOST_FIRST)
                .toList();
    }

    /// The counts of a field that was asked for.
    public List<ValueCount> of(String field) {
        return byField.getOrDefault(field, List.of());
    }
}
