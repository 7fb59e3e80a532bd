package lurewatch.searchcli.evaluate;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What was expected against what was decided.
final class Confusion {
    private final Map<String, Map<String, Long>> cells = new TreeMap<>();

    void add(String expected, String decided) {
        cells.computeIfAbsent(expected, _ -> new TreeMap<>()).merge(decided, 1L, Long::sum);
    }

    boolean isEmpty() {
        return cells.isEmpty();
    }

    Set<String> expected() {
        return cells.keySet();
    }

    /// The answers that were given, the most frequent first.
    Set<String> decided() {
        Map<String, Long> totals = new TreeMap<>();
        cells.values().forEach(row -> row.forEach((name, n) -> totals.merge(name, n, Long::sum)));
        return totals.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    long count(String expected, String decided) {
        return cells.getOrDefault(expected, Map.of()).getOrDefault(decided, 0L);
    }

    Tally of(String label) {
        long right = count(label, label);
        long decided = cells.keySet().stream().mapToLong(other -> count(other, label)).sum();
        long expected = decided().stream().mapToLong(other -> count(label, other)).sum();
        return new Tally(right, decided, expected);
    }

    /// The mean F1 over all labels that a case has, as small ones count as much as large ones.
    double macroF1() {
        return expected().stream()
                .mapToDouble(label -> of(label).f1())
                .average()
                .orElse(Double.NaN);
    }
}
