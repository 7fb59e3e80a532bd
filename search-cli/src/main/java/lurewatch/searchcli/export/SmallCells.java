package lurewatch.searchcli.export;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Counts of which small ones are not told: a count of one or two in a table may point at somebody.
/// Where exactly one cell would be hidden, the next smallest is hidden too, as the total would
/// otherwise give the one away.
final class SmallCells {
    private final Map<String, Integer> counts = new TreeMap<>();
    private final int smallest;

    SmallCells(int smallest) {
        this.smallest = smallest;
    }

    void count(String value) {
        counts.merge(value, 1, Integer::sum);
    }

    /// Every cell, as it may be told.
    Map<String, String> told() {
        Set<String> hidden = hidden();
        Map<String, String> told = new TreeMap<>();
        counts.forEach((value, count) ->
                told.put(
                        value,
                        hidden.contains(value)
                                ? count < smallest ? below(smallest) : "not told"
                                : Integer.toString(count)));
        return told;
    }

    private Set<String> hidden() {
        Set<String> hidden = new HashSet<>();
        counts.forEach((value, count) -> {
            if (count < smallest) {
                hidden.add(value);
            }
        });
        if (hidden.size() == 1) {
            Optional<String> next =
                    counts.entrySet().stream()
                            .filter(cell -> cell.getValue() >= smallest)
                            .min(Comparator.comparingInt(Map.Entry<String, Integer>::getValue))
                            .map(Map.Entry::getKey);
            next.ifPresent(hidden::add);
        }
        return hidden;
    }

    static String below(int smallest) {
        return String.format(Locale.ROOT, "fewer than %d", smallest);
    }
}
